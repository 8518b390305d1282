import { may } from '../../../domain/access/index.ts';
import {
  type FormFault,
  type FormVersion,
  faultSentences,
  faultWeights,
  formFaults,
  formPurposes,
  lintForm,
  mayFormVersion,
  printedCode,
  questionsOf,
  stopsPublishing,
} from '../../../domain/forms/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { questionId } from '../../components/form-question/question-fields.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { formCrumbs, versionName, versionPath, versionTag } from './form-list-page.ts';
import { formOutline } from './form-outline.ts';
import { texts } from './texts.ts';

export type VersionFacts = {
  readonly version: FormVersion;
  /** All versions of the form, to compare with and to name what this one was made from. */
  readonly siblings: readonly FormVersion[];
  readonly responses: number;
};

/** One version of a form: what the lint finds, the questions in their order, and for who may the ways to change it. */
export function formVersionPage(ctx: RequestContext, facts: VersionFacts, sent?: FormState): Page {
  const t = texts[ctx.language];
  const { version } = facts;
  const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'form.edit');
  const editing = mayEdit && mayFormVersion(version, 'change');
  const faults = lintForm(version.structure, version.year);
  return page({
    title: version.form.title,
    width: 'wide',
    crumbs: formCrumbs(ctx, version),
    lead: html`${versionTag(ctx, version)} ${versionName(ctx, version)}${mayEdit && !editing ? html`<br><span class="soft">${version.isAnswered ? t.whenAnswered : t.whenPublished}</span>` : null}`,
    body: html`${sent ? errorSummary(ctx, sent) : null}${actions(ctx, version, { mayEdit, editing, faults })}
<section id="granskning"><h2>${t.findings}</h2>${findings(ctx, faults)}</section>
<section id="innehall"><h2>${t.content}</h2>${formOutline(ctx, version, { editing, faults })}</section>
${mayEdit ? nextForm(ctx, version, sent) : null}`,
    aside: html`${card({ title: t.facts, body: factList(ctx, facts) })}${card({ title: t.files, body: fileLinks(ctx, version) })}`,
  });
}

function actions(
  ctx: RequestContext,
  version: FormVersion,
  { mayEdit, editing, faults }: { mayEdit: boolean; editing: boolean; faults: readonly FormFault[] },
): Html {
  const t = texts[ctx.language];
  const at = versionPath(version.id);
  const post = (action: string, text: string, variant: 'primary' | 'secondary') =>
    postButton(ctx, { action: `${at}/${action}`, text, variant, version: version.version });
  return html`<div class="actions">${
    editing && !faults.some(stopsPublishing) ? post('ge-ut', t.publish, 'primary') : null
  }${linkButton({ text: t.preview, href: `${at}/prova`, variant: 'secondary' })}${
    mayEdit && mayFormVersion(version, 'takeBack') ? post('ta-tillbaka', t.takeBack, 'secondary') : null
  }${editing ? linkButton({ text: t.editForm, href: `${at}/rubrik`, variant: 'secondary' }) : null}</div>`;
}

/** What the lint finds, faults first, each with the way to its place. */
function findings(ctx: RequestContext, faults: readonly FormFault[]): Content {
  const t = texts[ctx.language];
  if (faults.length === 0) return html`<p>${t.findingsNone}</p>`;
  const stopping = faults.filter(stopsPublishing);
  const remarks = faults.filter((one) => !stopsPublishing(one));
  return html`<p>${t.findingsCount(t.fault(stopping.length), t.remark(remarks.length))} ${stopping.length > 0 ? t.faultsStop : null} ${remarks.length > 0 ? t.remarksLook : null}</p>${table(
    ctx,
    {
      caption: t.findings,
      captionHidden: true,
      columns: [
        { key: 'where', text: t.where },
        { key: 'what', text: t.what },
        { key: 'cure', text: t.doWhat },
      ],
      rows: [...stopping, ...remarks].map((one) => {
        const { what, cure } = faultSentences(one);
        return {
          where: placeLink(ctx, one),
          what: html`${faultTag(ctx, one)} ${what[ctx.language]}`,
          cure: cure[ctx.language],
        };
      }),
    },
  )}`;
}

/** The weight of a finding as a word with its shape. */
export function faultTag({ language }: RequestContext, { kind }: FormFault): Html {
  const { weight } = formFaults[kind];
  return tag({ text: faultWeights[weight][language], tone: weight === 'fault' ? 'late' : 'info' });
}

function placeLink(ctx: RequestContext, { place }: FormFault): Html {
  const t = texts[ctx.language];
  switch (place.kind) {
    case 'form':
      return html`<a href="#innehall">${t.theForm}</a>`;
    case 'question':
      return html`<a href="#${questionId(place.code)}">${t.question(printedCode(place.code))}</a>`;
    default:
      return html`<a href="#${headingId(place.kind, place.code)}">${t[place.kind](place.code)}</a>`;
  }
}

/** The id of the heading of a part or section on the page of its form. */
export function headingId(kind: 'part' | 'section', code: string): string {
  return `${kind === 'part' ? 'del' : 'avsnitt'}-${code.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}

function factList(ctx: RequestContext, { version, siblings, responses }: VersionFacts): Html {
  const t = texts[ctx.language];
  const from = siblings.find(({ id }) => id === version.madeFromId);
  const others = siblings.filter(({ id }) => id !== version.id);
  return html`${summaryList(
    [
      { term: t.purpose, value: formPurposes[version.form.purpose][ctx.language] },
      { term: t.questions, value: ctx.format.number(questionsOf(version.structure).length) },
      { term: t.answering, value: t.responses(responses) },
      { term: t.madeFrom, value: from && html`<a href="${versionPath(from.id)}">${versionName(ctx, from)}</a>` },
    ],
    { compact: true },
  )}${
    others.length > 0
      ? linkList(
          others.map((other) => ({
            title: t.compareWith(versionName(ctx, other).toLocaleLowerCase('sv')),
            href: `${versionPath(version.id)}/jamfor/${other.id}`,
          })),
          { label: t.compare },
        )
      : null
  }${version.form.purpose === 'nationalReport' ? html`<p><a href="/redovisningar">${t.usedIn}</a></p>` : null}`;
}

function fileLinks(ctx: RequestContext, { id }: FormVersion): Html {
  const t = texts[ctx.language];
  return linkList(
    (['json', 'csv', 'schema'] as const).map((format) => ({
      title: t[format],
      href: `${versionPath(id)}/fil/${format}`,
    })),
    { label: t.files },
  );
}

function nextForm(ctx: RequestContext, version: FormVersion, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm({ year: version.year === null ? '' : String(version.year + 1) });
  return html`<section id="nasta"><h2>${t.next}</h2><p>${t.nextHint}</p>${form(ctx, {
    action: `${versionPath(version.id)}/nasta`,
    submit: t.next,
    variant: 'secondary',
    body: field(ctx, { name: 'year', label: t.yearLabel, hint: t.yearHint, optional: true, width: 'short', state }),
  })}</section>`;
}
