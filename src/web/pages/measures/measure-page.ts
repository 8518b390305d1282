import { may } from '../../../domain/access/index.ts';
import {
  type Measure,
  type MeasureMove,
  type MeasureTelling,
  mayMeasure,
  measureKinds,
  measureMoves,
  measureTransitions,
} from '../../../domain/measures/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { barChart } from '../../components/bar-chart/bar-chart.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { crumbsTo } from './measure-plan-page.ts';
import { inKronor, stateTag } from './measure-view.ts';
import { texts } from './texts.ts';

/** What was sent and did not fit: a telling, or a move. */
export type SentForm = { readonly which: 'tell' | 'move'; readonly state: FormState };

/** One measure: its months as chart and table, what they meant, and for who may the forms to tell of it and to move it. */
export function measurePage(ctx: RequestContext, measure: Measure, sent?: SentForm): Page {
  const t = texts[ctx.language];
  const can = (action: 'plan.edit' | 'assessment.write') =>
    ctx.actor !== undefined &&
    (may(ctx.actor, action, measure.plan.body.id) || may(ctx.actor, action, measure.responsible.id));
  const here = recordAddress('measure', measure.id);
  const change =
    ctx.actor && may(ctx.actor, 'plan.edit', measure.plan.body.id) && mayMeasure(measure.state, 'change')
      ? html`<div class="actions">${linkButton({ text: t.changeMeasure, href: `${here}/andra`, variant: 'secondary' })}</div>`
      : null;
  const telling = can('assessment.write')
    ? tellForm(ctx, measure, sent?.which === 'tell' ? sent.state : undefined)
    : null;
  const moving = can('assessment.write')
    ? moveForm(ctx, measure, sent?.which === 'move' ? sent.state : undefined)
    : null;
  return page({
    title: measure.title,
    crumbs: crumbsTo(ctx, measure.plan, measure.title),
    lead: html`${stateTag(ctx, measure)} ${measure.stateReason ? html`<span lang="sv">${t.because(measure.stateReason)}</span>` : null}`,
    body: html`${sent ? html`${sent.which === 'tell' ? telling : moving}` : null}
${measure.description ? html`<p lang="sv">${measure.description}</p>` : null}${change}
<section><h2>${t.months}</h2>${measure.told.length === 0 ? emptyState({ title: t.noMonths, body: t.noMonthsBody }) : months(ctx, measure, can('assessment.write'))}</section>
${sent?.which === 'tell' ? null : telling}${sent?.which === 'move' ? null : moving}`,
    aside: card({ title: t.facts, body: facts(ctx, measure) }),
  });
}

function facts(ctx: RequestContext, measure: Measure): Html {
  const t = texts[ctx.language];
  const { responsible, assignment, goal, plan } = measure;
  return summaryList(
    [
      { term: t.plan, value: html`<a href="${recordAddress('measurePlan', plan.id)}" lang="sv">${plan.title}</a>` },
      { term: t.kind, value: measureKinds[measure.kind][ctx.language] },
      {
        term: t.responsible,
        value: html`<a href="${recordAddress('body', responsible.id)}" lang="sv">${responsible.name}</a>`,
      },
      { term: t.planned, value: inKronor(ctx, measure.planned) },
      { term: t.fullYear, value: inKronor(ctx, measure.plannedFullYear) },
      { term: t.starts, value: ctx.format.date(measure.startsOn) },
      {
        term: t.assignment,
        value:
          assignment &&
          html`<a href="${recordAddress('assignment', assignment.id)}" lang="sv">${assignment.ref} ${assignment.title}</a>`,
      },
      { term: t.goal, value: goal && html`<a href="${recordAddress('goal', goal.id)}" lang="sv">${goal.heading}</a>` },
    ],
    { compact: true },
  );
}

/** The months as bars against the plan, and as a table with both kinds of consequence. */
function months(ctx: RequestContext, measure: Measure, mayTell: boolean): Html {
  const t = texts[ctx.language];
  return html`${barChart({
    id: 'manader',
    title: t.monthsChart,
    bars: [
      ...measure.told.map(({ month, effect }) => ({
        label: monthName(ctx, month),
        value: effect,
        text: inKronor(ctx, effect),
      })),
      { label: t.planned, value: measure.planned, text: inKronor(ctx, measure.planned), counted: true },
    ],
    table: null,
  })}${table(ctx, {
    caption: t.months,
    captionHidden: true,
    columns: [
      { key: 'month', text: t.month },
      { key: 'effect', text: t.effect, kind: 'number' },
      { key: 'forecast', text: t.forecast, kind: 'number' },
      { key: 'financial', text: t.financial },
      { key: 'operational', text: t.operational },
    ],
    rows: measure.told.toReversed().map((one) => ({
      month: html`<span id="manad-${one.month}">${monthName(ctx, one.month)}</span> <span class="soft">${t.told(one.toldBy, ctx.format.date(one.toldOn))}</span>${mayTell ? correctLink(ctx, one) : null}`,
      effect: inKronor(ctx, one.effect),
      forecast: inKronor(ctx, one.forecast),
      financial: html`<span lang="sv">${one.financial}</span>`,
      operational: html`<span lang="sv">${one.operational}</span>`,
    })),
  })}`;
}

function correctLink(ctx: RequestContext, { month }: MeasureTelling): Html {
  const t = texts[ctx.language];
  return html` <a href="?manad=${month}#folj-upp">${t.correct}<span class="sr-only"> ${monthName(ctx, month)}</span></a>`;
}

/** "augusti 2026" */
export function monthName(ctx: RequestContext, month: string): string {
  return ctx.format.month(`${month}-01`);
}

/** The form in which a month is told: the one in the address when it was told before, otherwise a new one. */
function tellForm(ctx: RequestContext, measure: Measure, sent?: FormState): Content {
  if (!mayMeasure(measure.state, 'tell')) return null;
  const t = texts[ctx.language];
  const asked = sent ? String(sent.values.month ?? '') : ctx.url.searchParams.get('manad');
  const saved = measure.told.find(({ month }) => month === asked);
  // What was typed for a month that somebody else told of meanwhile is held against theirs, and saved over it only by choice.
  const changed = sent && !sent.conflict && Number(sent.values.version) === 0 ? undefined : saved;
  const values = saved && {
    month: saved.month,
    effect: ctx.format.number(saved.effect),
    forecast: ctx.format.number(saved.forecast),
    financial: saved.financial,
    operational: saved.operational,
  };
  const state = sent ?? freshForm(values ?? {});
  const labels = {
    month: t.month,
    effect: t.effectLabel,
    forecast: t.forecastLabel,
    financial: t.financial,
    operational: t.operational,
  };
  return html`<section id="folj-upp"><h2>${changed ? t.tellChange(monthName(ctx, changed.month)) : t.tell}</h2>${form(
    ctx,
    {
      action: `${recordAddress('measure', measure.id)}/folj-upp`,
      submit: t.saveTelling,
      state,
      labels,
      version: changed?.version ?? 0,
      ...(changed && { cancel: { href: recordAddress('measure', measure.id) } }),
      body: html`${
        values
          ? bothTexts(ctx, {
              state,
              fields: (Object.keys(values) as (keyof typeof values)[]).map((name) => ({
                name,
                label: labels[name],
                saved: values[name],
              })),
            })
          : null
      }${field(ctx, { name: 'month', label: t.month, hint: t.monthHint(measure.plan.year), width: 'short', state })}
${field(ctx, { name: 'effect', label: t.effectLabel, hint: t.effectHint, width: 'medium', state })}
${field(ctx, { name: 'forecast', label: t.forecastLabel, width: 'medium', state })}
${field(ctx, { kind: 'textarea', name: 'financial', label: t.financial, hint: t.financialHint, rows: 3, state })}
${field(ctx, { kind: 'textarea', name: 'operational', label: t.operational, hint: t.operationalHint, rows: 3, state })}`,
    },
  )}</section>`;
}

function moveForm(ctx: RequestContext, measure: Measure, sent?: FormState): Content {
  const moves = measureMoves.filter((move) => mayMeasure(measure.state, move));
  if (moves.length === 0) return null;
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  const label = (move: MeasureMove) =>
    measureTransitions.find(({ action }) => action === move)?.label[ctx.language] ?? move;
  return html`<section id="lage"><h2>${t.moves}</h2>${form(ctx, {
    action: `${recordAddress('measure', measure.id)}/lage`,
    submit: t.move,
    variant: 'secondary',
    state,
    labels: { move: t.moveTo, reason: t.reason },
    version: measure.version,
    body: html`${field(ctx, {
      kind: 'select',
      name: 'move',
      label: t.moveTo,
      state,
      options: moves.map((move) => ({ value: move, text: label(move) })),
    })}${field(ctx, { name: 'reason', label: t.reason, hint: t.reasonHint, optional: true, width: 'full', state })}`,
  })}</section>`;
}
