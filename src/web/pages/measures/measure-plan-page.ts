import { may } from '../../../domain/access/index.ts';
import type { Assignment } from '../../../domain/assignments/index.ts';
import { groupedSums, type Measure, type MeasurePlan, sumsOf } from '../../../domain/measures/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts as followupTexts } from '../followup/texts.ts';
import { untoldNotice } from './measure-list-page.ts';
import { inThousands, measureTable, sumsChart } from './measure-view.ts';
import { texts } from './texts.ts';

export type MeasurePlanFacts = {
  readonly plan: MeasurePlan;
  readonly measures: readonly Measure[];
  /** The assignments of the year, one of which may have demanded the sum; empty for who may not change the plan. */
  readonly assignments: readonly Assignment[];
};

/** One action plan: what is demanded against what is planned and thought, its measures, and for who may the way to change it. */
export function measurePlanPage(
  ctx: RequestContext,
  { plan, measures, assignments }: MeasurePlanFacts,
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'plan.edit', plan.body.id);
  const add = mayEdit ? linkButton({ text: t.addMeasure, href: `${recordAddress('measurePlan', plan.id)}/ny` }) : null;
  return page({
    title: `${plan.title}, ${plan.body.name}`,
    width: 'wide',
    crumbs: crumbsTo(ctx, plan),
    body: html`${sent ? planForm(ctx, plan, assignments, sent) : null}${demandNotice(ctx, plan, measures)}${untoldNotice(ctx, measures)}
${add ? html`<div class="actions">${add}</div>` : null}
${
  measures.length === 0
    ? emptyState({ title: t.noMeasures, body: t.noMeasuresBody })
    : html`<section><h2>${t.measures}</h2>${measureTable(ctx, measures, t.measures)}</section>
<section><h2>${t.sums}</h2>${sumsChart(ctx, plan.year, groupedSums(measures))}</section>`
}
${mayEdit && !sent ? planForm(ctx, plan, assignments) : null}`,
    aside: card({
      title: t.plan,
      body: summaryList(
        [
          {
            term: t.body,
            value: html`<a href="${recordAddress('body', plan.body.id)}" lang="sv">${plan.body.name}</a>`,
          },
          { term: t.planYear, value: plan.year },
          { term: t.demanded, value: plan.demanded === null ? null : inThousands(ctx, plan.demanded) },
          {
            term: t.byAssignment,
            value:
              plan.assignment &&
              html`<a href="${recordAddress('assignment', plan.assignment.id)}" lang="sv">${plan.assignment.ref} ${plan.assignment.title}</a>`,
          },
        ],
        { compact: true },
      ),
    }),
  });
}

/** The way to a plan, and on to what lies in it. */
export function crumbsTo(
  ctx: RequestContext,
  plan: Pick<MeasurePlan, 'id' | 'body' | 'year'>,
  below?: string,
): NonNullable<Page['crumbs']> {
  const own = `${plan.body.name} ${plan.year}`;
  return [
    { text: followupTexts[ctx.language].title, href: '/uppfoljning' },
    { text: texts[ctx.language].crumb, href: `/atgarder?ar=${plan.year}` },
    ...(below === undefined
      ? [{ text: own }]
      : [{ text: own, href: recordAddress('measurePlan', plan.id) }, { text: below }]),
  ];
}

/** Whether what is planned, and what is thought, reaches what was demanded (PLN-17). */
function demandNotice(ctx: RequestContext, { demanded }: MeasurePlan, measures: readonly Measure[]): Content {
  if (demanded === null) return null;
  const t = texts[ctx.language];
  const { planned, forecast, untold, count } = sumsOf(measures);
  const lacking = demanded - planned;
  const below = demanded - forecast;
  const told = untold < count && below > 0 ? html`<p>${t.demandForecast(inThousands(ctx, below))}</p>` : null;
  return notice(ctx, {
    tone: lacking > 0 ? 'warning' : told ? 'info' : 'success',
    title: lacking > 0 ? t.demandMissing(inThousands(ctx, lacking)) : t.demandMet,
    body: told,
  });
}

function planForm(ctx: RequestContext, plan: MeasurePlan, assignments: readonly Assignment[], sent?: FormState): Html {
  const t = texts[ctx.language];
  const saved = {
    title: plan.title,
    demanded: plan.demanded === null ? '' : ctx.format.number(plan.demanded),
    assignmentId: plan.assignment?.id ?? '',
  };
  const state = sent ?? freshForm(saved);
  const options = assignments.map((one) => ({ value: one.id, text: `${one.ref} ${one.title}` }));
  const show = (name: string, value: string) =>
    name === 'assignmentId' ? (options.find((one) => one.value === value)?.text ?? '') : value;
  return html`<section id="andra"><h2>${t.changePlan}</h2>${form(ctx, {
    action: recordAddress('measurePlan', plan.id),
    submit: t.savePlan,
    variant: 'secondary',
    state,
    version: plan.version,
    body: html`${bothTexts(ctx, {
      state,
      show,
      fields: [
        { name: 'title', label: t.planTitle, saved: saved.title },
        { name: 'demanded', label: t.demanded, saved: saved.demanded },
        { name: 'assignmentId', label: t.byAssignment, saved: show('assignmentId', saved.assignmentId) },
      ],
    })}${planFields(ctx, state, options)}`,
  })}</section>`;
}

/** The fields that beginning a plan and changing one have in common. */
export function planFields(
  ctx: RequestContext,
  state: FormState,
  assignments: readonly { readonly value: string; readonly text: string }[],
): Html {
  const t = texts[ctx.language];
  return html`${field(ctx, { name: 'title', label: t.planTitle, hint: t.planTitleHint, optional: true, width: 'full', state })}
${field(ctx, { name: 'demanded', label: t.demanded, hint: t.demandedHint, optional: true, width: 'medium', state })}
${field(ctx, { kind: 'select', name: 'assignmentId', label: t.byAssignment, optional: true, empty: t.noAssignment, options: assignments, state })}`;
}
