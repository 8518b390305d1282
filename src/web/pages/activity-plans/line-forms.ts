import * as z from 'zod';
import type { Assignment } from '../../../domain/assignments/index.ts';
import type { Goal } from '../../../domain/goals/index.ts';
import {
  type ActivityPlan,
  type PlannedItem,
  type PlanPoint,
  type PlanPointKind,
  type ProposalOrigin,
  planPointKinds,
  proposalOriginCodes,
  proposalOrigins,
} from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import {
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalId,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { when } from './plan-days.ts';
import { planCrumbs } from './plan-paths.ts';
import { texts } from './texts.ts';

const kindCodes = Object.keys(planPointKinds) as [PlanPointKind, ...PlanPointKind[]];
const sent = { idempotencyKey: idempotencyField };

/** What the forms for the lines of a plan send; a new line has no version yet. */
export const focusForm = z.object({ text: text({ maximum: 500 }), assignmentIds: manyOf(idField()), ...sent });
export const pointForm = z.object({
  kind: choice(kindCodes),
  text: text({ maximum: 2_000 }),
  details: optionalText({ maximum: 5_000 }),
  giver: optionalText({ maximum: 200 }),
  origin: optionalChoice(proposalOriginCodes as readonly [ProposalOrigin, ...ProposalOrigin[]]),
  ...sent,
});
export const itemForm = z.object({
  text: text({ maximum: 1_000 }),
  proposer: optionalText({ maximum: 200 }),
  goalId: optionalId(),
  focusAreaId: optionalId(),
  assignmentIds: manyOf(idField()),
  version: versionField,
  ...sent,
});
export const moveForm = z.object({
  dayId: idField(),
  reason: optionalText({ maximum: 500 }),
  version: versionField,
  ...sent,
});
/** The lines of a text field. */
export const linesOf = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The form for a focus area and the assignments it concerns. */
export function focusPage(
  ctx: RequestContext,
  facts: {
    readonly plan: ActivityPlan;
    readonly area?: ActivityPlan['focusAreas'][number];
    readonly assignments: readonly Assignment[];
  },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const { plan, area } = facts;
  const href = recordAddress('activityPlan', plan.id);
  const title = area ? t.focusTitle : t.addFocus;
  return page({
    title,
    width: 'text',
    crumbs: planCrumbs(ctx, plan, title),
    body: html`${bothTexts(ctx, { state, fields: [{ name: 'text', label: t.text, saved: area?.text ?? '' }] })}${form(
      ctx,
      {
        action: area ? `${href}/fokus/${area.id}` : `${href}/fokus/nytt`,
        submit: t.save,
        state,
        ...(area && { version: area.version }),
        cancel: { href },
        body: html`${field(ctx, { name: 'text', label: t.text, state })}${assignmentChoices(ctx, facts.assignments, state)}`,
      },
    )}${area ? postButton(ctx, { action: `${href}/fokus/${area.id}/ta-bort`, text: t.remove, variant: 'quiet', version: area.version }) : null}`,
  });
}

/** The form for a further point of the plan. */
export function pointPage(
  ctx: RequestContext,
  facts: { readonly plan: ActivityPlan; readonly point?: PlanPoint },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const { plan, point } = facts;
  const href = recordAddress('activityPlan', plan.id);
  const title = point ? t.pointTitle : t.addPoint;
  const kinds = kindCodes.map((code) => ({ value: code, text: planPointKinds[code][ctx.language] }));
  const origins = proposalOriginCodes.map((code) => ({ value: code, text: proposalOrigins[code][ctx.language] }));
  return page({
    title,
    width: 'text',
    crumbs: planCrumbs(ctx, plan, title),
    body: html`${bothTexts(ctx, {
      state,
      fields: [
        { name: 'text', label: t.text, saved: point?.text ?? '' },
        { name: 'details', label: t.details, saved: point?.details.join('\n') ?? '' },
      ],
    })}${form(ctx, {
      action: point ? `${href}/punkter/${point.id}` : `${href}/punkter/ny`,
      submit: t.save,
      state,
      ...(point && { version: point.version }),
      cancel: { href },
      body: html`${choices(ctx, { kind: 'radio', name: 'kind', legend: t.pointKind, options: kinds, state })}
${field(ctx, { name: 'text', label: t.text, kind: 'textarea', rows: 2, state })}
${field(ctx, { name: 'details', label: t.details, hint: t.detailsHint, kind: 'textarea', rows: 3, state, optional: true })}
${field(ctx, { name: 'giver', label: t.giverLabel, state, optional: true })}
${field(ctx, { name: 'origin', label: t.origin, kind: 'select', options: origins, empty: t.noneChosen, state, optional: true })}`,
    })}${point ? postButton(ctx, { action: `${href}/punkter/${point.id}/ta-bort`, text: t.remove, variant: 'quiet', version: point.version }) : null}`,
  });
}

export type ItemFacts = {
  readonly plan: ActivityPlan;
  readonly item: PlannedItem;
  readonly dayId: string;
  readonly goals: readonly Goal[];
  readonly assignments: readonly Assignment[];
};

/** The form for a planned item: its words, what it is about, and in a form of its own the move to another day. */
export function itemPage(ctx: RequestContext, facts: ItemFacts, state: FormState, moving?: FormState): Page {
  const t = texts[ctx.language];
  const { plan, item, goals } = facts;
  const href = recordAddress('activityPlan', plan.id);
  const here = `${href}/planerat/${item.id}`;
  const areas = plan.focusAreas.map(({ id, text: words }) => ({ value: id, text: words }));
  const days = dayOptions(ctx, plan).filter(({ value }) => value !== facts.dayId);
  return page({
    title: t.itemTitle,
    width: 'text',
    crumbs: planCrumbs(ctx, plan, t.itemTitle),
    body: html`${bothTexts(ctx, {
      state,
      fields: [
        { name: 'text', label: t.text, saved: item.text },
        { name: 'proposer', label: t.proposer, saved: item.proposer ?? '' },
      ],
    })}${form(ctx, {
      action: here,
      submit: t.save,
      state,
      version: item.version,
      cancel: { href },
      body: html`${field(ctx, { name: 'text', label: t.text, state })}
${field(ctx, { name: 'proposer', label: t.proposer, state, optional: true })}
${field(ctx, { name: 'goalId', label: t.goal, kind: 'select', empty: t.noneChosen, options: goals.map(({ id, heading }) => ({ value: id, text: heading })), state, optional: true })}
${field(ctx, { name: 'focusAreaId', label: t.focusArea, kind: 'select', empty: t.noneChosen, options: areas, state, optional: true })}
${assignmentChoices(ctx, facts.assignments, state)}`,
    })}${
      days.length > 0
        ? html`<section><h2>${t.move}</h2>${form(ctx, {
            action: `${here}/flytta`,
            submit: t.move,
            variant: 'secondary',
            ...(moving && { state: moving }),
            version: item.version,
            body: html`${field(ctx, { name: 'dayId', label: t.moveTo, kind: 'select', options: days, state: moving ?? { values: {}, problems: [] } })}${field(ctx, { name: 'reason', label: t.moveReason, state: moving ?? { values: {}, problems: [] }, optional: true })}`,
          })}</section>`
        : null
    }`,
  });
}

/** The days of a plan, to choose one. */
export function dayOptions(ctx: RequestContext, plan: ActivityPlan) {
  return plan.days.map((day) => ({ value: day.id as string, text: when(ctx, day) }));
}

function assignmentChoices(ctx: RequestContext, assignments: readonly Assignment[], state: FormState) {
  if (assignments.length === 0) return null;
  const t = texts[ctx.language];
  const options = assignments.map(({ id, ref, title }) => ({ value: id, text: `${ref} ${title}` }));
  return choices(ctx, {
    kind: 'checkbox',
    name: 'assignmentIds',
    legend: t.assignments,
    hint: t.assignmentsHint,
    options,
    state,
  });
}
