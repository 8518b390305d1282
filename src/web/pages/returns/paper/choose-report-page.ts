import { type FormVersion, type ShippedForm, shippedForms } from '../../../../domain/forms/index.ts';
import type { Body } from '../../../../domain/organisation/index.ts';
import {
  type FormDifference,
  type FormReturn,
  formDifferences,
  isOfForm,
  type NationalReport,
} from '../../../../domain/returns/index.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';
import { linkButton } from '../../../components/button/button.ts';
import { emptyState } from '../../../components/empty-state/empty-state.ts';
import { field } from '../../../components/field/field.ts';
import { form } from '../../../components/form/form.ts';
import { linkList } from '../../../components/link-list/link-list.ts';
import { tag } from '../../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { differenceTable } from './difference-table.ts';
import { paperPath, toFormPath } from './paper-address.ts';
import { paperTexts } from './paper-texts.ts';

/** What a paper can be taken to: returns of its year that are open for answers, and published forms that a new one can begin with. */
export type PaperChoices = {
  readonly formReturn: FormReturn;
  readonly reports: readonly NationalReport[];
  readonly versions: readonly FormVersion[];
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
  /** Whether the reader may take in a form that comes with the product. */
  readonly mayTakeIn: boolean;
};

/** The forms that a new return can begin with, by the value of their choice: published versions that fit, and a shipped one that is not here yet. */
export function formsToBeginWith({ formReturn, versions, mayTakeIn }: Omit<PaperChoices, 'reports' | 'bodies'>) {
  const fits = ({ structure }: Pick<FormVersion | ShippedForm, 'structure'>) =>
    isOfForm(formReturn, formDifferences(structure, formReturn));
  const ofYear = ({ year }: { readonly year: number | null }) => year === formReturn.year;
  const here = versions.filter((one) => one.state === 'published' && ofYear(one) && fits(one));
  const isHere = ({ name, year }: ShippedForm) =>
    versions.some(({ form: { shippedAs }, year: own }) => shippedAs === name && own === year);
  const shipped = shippedForms.filter(
    (one) => one.purpose === 'nationalReport' && one.state === 'published' && ofYear(one) && !isHere(one) && fits(one),
  );
  return { here, shipped: mayTakeIn ? shipped : [] };
}

/** Where the answers of a paper are to go: into a return that is being answered, or into a new one. */
export function chooseReportPage(ctx: RequestContext, choices: PaperChoices, state?: FormState): Page {
  const t = paperTexts[ctx.language];
  const { formReturn } = choices;
  return page({
    title: t.chooseTitle,
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.returns, href: '/redovisningar' },
      { text: formReturn.title, href: recordAddress('formReturn', formReturn.id) },
      { text: t.chooseTitle },
    ],
    lead: t.chooseLead,
    body: html`${state ? null : existing(ctx, choices)}${begin(ctx, choices, state)}`,
  });
}

function existing(ctx: RequestContext, { formReturn, reports, versions }: PaperChoices): Html {
  const t = paperTexts[ctx.language];
  return html`<section aria-labelledby="oppna"><h2 id="oppna">${t.existing}</h2>${
    reports.length === 0
      ? html`<p>${t.noExisting(formReturn.year)}</p>`
      : linkList(
          reports.map((report) => {
            const structure = versions.find(({ id }) => id === report.formVersionId)?.structure;
            const differences = structure ? formDifferences(structure, formReturn) : [];
            return choiceOf(ctx, { formReturn, report, differences });
          }),
        )
  }</section>`;
}

function choiceOf(
  ctx: RequestContext,
  one: {
    readonly formReturn: FormReturn;
    readonly report: NationalReport;
    readonly differences: readonly FormDifference[];
  },
) {
  const t = paperTexts[ctx.language];
  const { formReturn, report, differences } = one;
  const others = differences.filter(({ kind }) => kind !== 'notOnPaper');
  const title = html`<span lang="sv">${report.title} ${report.year}</span>`;
  if (!isOfForm(formReturn, differences))
    return {
      title,
      note: tag({ text: t.notFitting, tone: 'late' }),
      detail: differenceTable(ctx, others),
    };
  return {
    title,
    href: paperPath(report.id, formReturn.id),
    note: others.length === 0 ? t.fits : t.otherForm(others.length),
    detail: html`<span lang="sv">${report.body.name}</span>`,
  };
}

function begin(ctx: RequestContext, choices: PaperChoices, state?: FormState): Content {
  const t = paperTexts[ctx.language];
  const { formReturn, bodies } = choices;
  const { here, shipped } = formsToBeginWith(choices);
  const heading = html`<h2 id="ny">${t.begin}</h2>`;
  const options = [
    ...here.map((one) => ({
      value: one.id as string,
      text: t.formVersion(one.form.title, String(one.year), one.number),
    })),
    ...shipped.map(({ name, title, year }) => ({ value: name as string, text: t.shipped(title, String(year)) })),
  ];
  if (options.length === 0)
    return html`<section aria-labelledby="ny">${heading}${emptyState({
      title: t.beginNone(formReturn.year),
      body: '',
      action: linkButton({ text: t.toForms, href: '/formular' }),
    })}</section>`;
  const shown =
    state ??
    freshForm({
      form: options[0]!.value,
      title: formReturn.title,
      receiver: 'Socialstyrelsen',
      bodyId: bodies.length === 1 ? bodies[0]!.id : '',
      dueOn: '',
    });
  return html`<section aria-labelledby="ny">${heading}${form(ctx, {
    action: toFormPath(formReturn.id),
    submit: t.start,
    state: shown,
    labels: { form: t.form, title: t.title, bodyId: t.body, receiver: t.receiver, dueOn: t.dueOn },
    cancel: { href: recordAddress('formReturn', formReturn.id) },
    body: html`${field(ctx, { kind: 'select', name: 'form', label: t.form, options, state: shown })}
${field(ctx, { name: 'title', label: t.title, width: 'full', state: shown })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.body, options: bodies.map(({ id, name }) => ({ value: id, text: name })), state: shown })}
${field(ctx, { name: 'receiver', label: t.receiver, state: shown })}
${field(ctx, { kind: 'date', name: 'dueOn', label: t.dueOn, state: shown })}`,
  })}</section>`;
}
