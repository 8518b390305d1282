import { may } from '../../../domain/access/index.ts';
import { type Assignment, formatAssignmentRef } from '../../../domain/assignments/index.ts';
import type { BudgetInput, BudgetInputPoint } from '../../../domain/inputs/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll } from '../connections/connection-card.ts';
import { sourceCard } from '../sources/source-card.ts';
import { followupTabs } from './followup-tabs.ts';
import { texts } from './texts.ts';

/** Every input to the plans, and how many of its points became assignments. */
export function budgetInputListPage(ctx: RequestContext, inputs: readonly BudgetInput[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.title,
    lead: t.inputsLead,
    body: html`${followupTabs(ctx, 'inputs')}${
      inputs.length === 0
        ? emptyState({
            title: t.noInputs,
            body: t.noInputsBody,
            action: linkButton({ text: t.readIn, href: '/las-in' }),
          })
        : table(ctx, {
            caption: t.inputs,
            captionHidden: true,
            rowHeader: 'title',
            columns: [
              { key: 'plan', text: t.plan, kind: 'date' },
              { key: 'title', text: t.inputs },
              { key: 'body', text: t.body },
              { key: 'dated', text: t.dated, kind: 'date' },
              { key: 'takenUp', text: t.takenUp },
            ],
            rows: inputs.map(({ id, title, body, forYear, datedOn, points }) => {
              const taken = points.filter(({ assignments }) => assignments.length > 0).length;
              return {
                plan: forYear,
                title: html`<a href="${recordAddress('budgetInput', id)}" lang="sv">${title}</a>`,
                body: html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>`,
                dated: datedOn ? ctx.format.shortDate(datedOn) : '–',
                takenUp: tag({
                  text: t.takenUpOf(taken, points.length),
                  tone: taken === points.length ? 'ok' : taken > 0 ? 'part' : 'unknown',
                }),
              };
            }),
          })
    }`,
  });
}

export type BudgetInputFacts = {
  readonly input: BudgetInput;
  /** The assignments of the plan's year, which may have taken the points up. */
  readonly assignments: readonly Assignment[];
  /** Of the input and of its points. */
  readonly connections: ConnectionsOf;
  readonly sources: readonly Source[];
};

/** One input: its points, the assignment that took each up, and for who may the way to say so. */
export function budgetInputPage(
  ctx: RequestContext,
  { input, assignments, connections, sources }: BudgetInputFacts,
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'report.edit', input.body.id);
  const dated = input.datedOn ? ` · ${t.dated.toLowerCase()} ${ctx.format.date(input.datedOn)}` : '';
  return page({
    title: input.title,
    crumbs: [
      { text: t.title, href: '/uppfoljning' },
      { text: t.inputs, href: '/uppfoljning/inspel' },
      { text: `${input.body.name} ${input.forYear}` },
    ],
    lead: html`<a href="${recordAddress('body', input.body.id)}" lang="sv">${input.body.name}</a> ${t.inputFor(input.forYear)}${dated}`,
    body: html`${table(ctx, {
      caption: t.points,
      columns: [
        { key: 'point', text: t.point },
        { key: 'became', text: t.becameAssignment },
      ],
      rows: input.points.map((point) => ({
        point: html`<span id="punkt-${point.id}">${point.number}.</span> <span lang="sv">${point.text}</span>`,
        became: becameOf(ctx, point),
      })),
    })}${mayEdit && assignments.length > 0 ? takeUpForm(ctx, input, assignments, sent ?? savedState(input)) : null}`,
    aside: html`${connectionCardOfAll(ctx, connections)}${sourceCard(ctx, sources)}`,
  });
}

function savedState({ points }: BudgetInput): FormState {
  return freshForm(
    Object.fromEntries(points.map(({ number, assignments }) => [fieldName(number), assignments[0]?.id])),
  );
}

function becameOf(ctx: RequestContext, { assignments }: BudgetInputPoint): Content {
  const [takenUpBy] = assignments;
  if (!takenUpBy) return tag({ text: texts[ctx.language].notTakenUp, tone: 'unknown' });
  const ref = takenUpBy.number === null ? String(takenUpBy.year) : `${takenUpBy.year}:${takenUpBy.number}`;
  return html`<a href="${recordAddress('assignment', takenUpBy.id)}" lang="sv">${ref} ${takenUpBy.title}</a>`;
}

/** One question a point: which assignment of the plan's year took it up. */
function takeUpForm(
  ctx: RequestContext,
  input: BudgetInput,
  assignments: readonly Assignment[],
  state: FormState,
): Content {
  const t = texts[ctx.language];
  return html`<section><h2>${t.takeUp}</h2>${form(ctx, {
    action: recordAddress('budgetInput', input.id),
    submit: t.takeUpSave,
    state,
    labels: Object.fromEntries(input.points.map(({ number }) => [fieldName(number), t.takeUpLabel(number)])),
    body: html`${input.points.map(({ number, text }) =>
      field(ctx, {
        kind: 'select',
        name: fieldName(number),
        label: t.takeUpLabel(number),
        hint: text,
        optional: true,
        empty: t.takeUpNone,
        state,
        options: assignments.map((one) => ({ value: one.id, text: `${formatAssignmentRef(one)} ${one.title}` })),
      }),
    )}`,
  })}</section>`;
}

function fieldName(number: number): string {
  return `points.${number}`;
}
