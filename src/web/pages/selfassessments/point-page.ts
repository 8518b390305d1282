import { may } from '../../../domain/access/index.ts';
import type { FormStructure } from '../../../domain/forms/index.ts';
import {
  assessmentTitle,
  type CommonPoint,
  commonPointStates,
  commonPointTransitions,
  mayPoint,
  pointMoves,
  type SelfAssessment,
} from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { pointForm } from './assessment-forms.ts';
import { areaText, pointTag } from './assessment-page.ts';
import { learningCrumbs } from './round-page.ts';
import { texts } from './texts.ts';

export type PointFacts = {
  readonly point: CommonPoint;
  readonly assessment: SelfAssessment;
  readonly structure: FormStructure;
  /** The assessment of the same units in the round that is open now, where the point can be carried. */
  readonly next: SelfAssessment | undefined;
};

/** One point of a common plan: what, by whom, until when, and what has been told of it. */
export function pointPage(
  ctx: RequestContext,
  facts: PointFacts,
  sent?: { readonly which: 'tell' | 'carry' | 'change'; readonly state: FormState },
): Page {
  const { point, assessment, structure, next } = facts;
  const t = texts[ctx.language];
  const here = recordAddress('commonPoint', point.id);
  const canPlan = ctx.actor !== undefined && may(ctx.actor, 'selfassessment.answer');
  const sentFor = (which: 'tell' | 'carry' | 'change') => (sent?.which === which ? sent.state : undefined);
  return page({
    title: point.what,
    crumbs: learningCrumbs(
      ctx,
      { text: assessmentTitle(assessment), href: recordAddress('selfAssessment', assessment.id) },
      { text: `${t.point} ${point.number}` },
    ),
    lead: pointTag(ctx, point),
    body: html`<section><h2>${t.told}</h2>${
      point.told.length === 0
        ? emptyState({ title: t.notToldYet, body: t.notToldBody })
        : table(ctx, {
            caption: t.told,
            captionHidden: true,
            columns: [
              { key: 'on', text: ctx.language === 'sv' ? 'Dag' : 'Day', kind: 'date' },
              { key: 'state', text: t.state },
              { key: 'told', text: t.toldText },
            ],
            rows: point.told.map((one) => ({
              on: ctx.format.shortDate(one.on),
              state: commonPointStates[one.state][ctx.language],
              told: html`<span lang="sv">${one.told}</span> <span class="soft">${one.by}</span>`,
            })),
          })
    }</section>
${canPlan && mayPoint(point.state, 'tell') ? tellForm(ctx, facts, sentFor('tell')) : null}
${canPlan && next && mayPoint(point.state, 'carryOver') ? carryForm(ctx, point, next, sentFor('carry')) : null}
${canPlan && mayPoint(point.state, 'change') ? pointForm(ctx, { assessment, structure, point, action: `${here}/andra`, state: sentFor('change') }) : null}`,
    aside: card({
      title: t.point,
      body: summaryList(
        [
          { term: t.units, value: html`<span lang="sv">${assessmentTitle(assessment)}</span>` },
          { term: t.year, value: String(assessment.round.year) },
          {
            term: t.area,
            value: point.question
              ? html`<span lang="sv">${areaText(structure, point.question)}</span>`
              : t.wholeCooperation,
          },
          { term: t.who, value: html`<span lang="sv">${point.responsible.name}, ${point.responsible.function}</span>` },
          { term: t.ready, value: ctx.format.date(point.dueOn) },
          {
            term: t.carriedFrom,
            value:
              point.carriedFromId &&
              html`<a href="${recordAddress('commonPoint', point.carriedFromId)}">${t.lastYear}</a>`,
          },
        ],
        { compact: true },
      ),
    }),
  });
}

function tellForm(ctx: RequestContext, { point }: PointFacts, sent?: FormState): Content {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  const options = pointMoves
    .filter((move) => mayPoint(point.state, move))
    .map((move) => ({
      value: move,
      text: commonPointTransitions.find(({ action }) => action === move)?.label[ctx.language] ?? move,
    }));
  return html`<section id="beratta"><h2>${t.tell}</h2>${form(ctx, {
    action: `${recordAddress('commonPoint', point.id)}/beratta`,
    submit: t.save,
    state,
    labels: { move: t.move, told: t.toldText },
    version: point.version,
    body: html`${field(ctx, { kind: 'select', name: 'move', label: t.move, state, options })}${field(ctx, { kind: 'textarea', name: 'told', label: t.toldText, hint: t.toldHint, rows: 3, state })}`,
  })}</section>`;
}

function carryForm(ctx: RequestContext, point: CommonPoint, next: SelfAssessment, sent?: FormState): Content {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  return html`<section id="for-over"><h2>${t.carryOver}</h2><p>${t.carryOverLead(`${assessmentTitle(next)} ${next.round.year}`)}</p>${form(
    ctx,
    {
      action: `${recordAddress('commonPoint', point.id)}/for-over`,
      submit: t.carryOver,
      variant: 'secondary',
      state,
      labels: { dueOn: t.ready, told: t.toldText },
      version: point.version,
      body: html`<input type="hidden" name="assessmentId" value="${next.id}">${field(ctx, { kind: 'textarea', name: 'told', label: `${t.toldText} (${t.carryOver.toLowerCase()})`, rows: 3, state })}${field(ctx, { kind: 'date', name: 'dueOn', label: t.ready, state })}`,
    },
  )}</section>`;
}
