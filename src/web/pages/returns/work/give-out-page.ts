import type { NamedAccount } from '../../../../domain/access/index.ts';
import type { Body } from '../../../../domain/organisation/index.ts';
import { field } from '../../../components/field/field.ts';
import { choices } from '../../../components/fieldset/fieldset.ts';
import { form } from '../../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { giveOutPath, reportPath } from './report-address.ts';
import type { ReportFacts } from './report-facts.ts';
import { workTexts } from './work-texts.ts';

export type GiveOutFacts = ReportFacts & {
  readonly bodies: readonly Body[];
  readonly people: readonly NamedAccount[];
};

/** Where sections are given out: some sections to one unit, to persons, or to both, until a day. */
export function giveOutPage(ctx: RequestContext, facts: GiveOutFacts, state: FormState = freshForm()): Page {
  const t = workTexts[ctx.language];
  const { report, progress, bodies, people } = facts;
  const labels = { sections: t.giveOutSections, unitBodyId: t.unit, responsibleIds: t.people, dueOn: t.dueOn };
  return page({
    title: t.giveOut,
    width: 'text',
    lead: t.giveOutLead,
    crumbs: [
      { text: t.returns, href: '/redovisningar' },
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: t.giveOut },
    ],
    body: form(ctx, {
      action: giveOutPath(report.id),
      submit: t.giveOutButton,
      state,
      labels,
      cancel: { href: reportPath(report.id) },
      body: html`${choices(ctx, {
        kind: 'checkbox',
        name: 'sections',
        legend: t.giveOutSections,
        state,
        options: progress.map(({ section, title }) => {
          const to = [section.unit?.name, ...section.responsible.map(({ name }) => name)].filter(
            (one) => one !== undefined,
          );
          return {
            value: `${section.id}:${section.version}`,
            text: title,
            hint: to.length > 0 ? t.given(ctx.format.list(to)) : t.nobody,
          };
        }),
      })}${field(ctx, {
        kind: 'select',
        name: 'unitBodyId',
        label: t.unit,
        hint: t.unitHint,
        optional: true,
        empty: t.noUnit,
        state,
        options: bodies.map(({ id, name }) => ({ value: id, text: name })),
      })}${choices(ctx, {
        kind: 'checkbox',
        name: 'responsibleIds',
        legend: t.people,
        hint: t.peopleHint,
        state,
        options: people.map(({ id, name, email }) => ({
          value: id,
          text: name,
          ...(email ? {} : { hint: t.emailNone }),
        })),
      })}${field(ctx, {
        kind: 'date',
        name: 'dueOn',
        label: t.dueOn,
        hint: t.sectionDueHint(ctx.format.date(report.dueOn)),
        optional: true,
        state,
      })}`,
    }),
  });
}
