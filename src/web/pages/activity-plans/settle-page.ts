import * as z from 'zod';
import {
  type ActivityPlan,
  type PlanCategoryCode,
  type PlanPoint,
  type ProposalAction,
  planCategories,
  planCategoryCodes,
  planProposalTransitions,
} from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { choice, idempotencyField, optionalChoice, optionalId, optionalText, versionField } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { dayOptions } from './line-forms.ts';
import { planCrumbs } from './plan-paths.ts';
import { texts } from './texts.ts';

const actionCodes = Object.keys(planProposalTransitions) as [ProposalAction, ...ProposalAction[]];

/** What the form about a proposal sends. */
export const settleForm = z.object({
  action: choice(actionCodes),
  reason: optionalText({ maximum: 500 }),
  dayId: optionalId(),
  category: optionalChoice(planCategoryCodes as readonly [PlanCategoryCode, ...PlanCategoryCode[]]),
  version: versionField,
  idempotencyKey: idempotencyField,
});

/** The form in which is said what becomes of a proposal. */
export function settlePage(ctx: RequestContext, plan: ActivityPlan, point: PlanPoint, state: FormState): Page {
  const t = texts[ctx.language];
  const href = recordAddress('activityPlan', plan.id);
  const actions = actionCodes
    .filter((code) => (planProposalTransitions[code].from as readonly string[]).includes(point.state))
    .map((code) => ({ value: code, text: planProposalTransitions[code].label[ctx.language] }));
  const categories = planCategoryCodes.map((code) => ({ value: code, text: planCategories[code][ctx.language] }));
  return page({
    title: t.settleTitle,
    width: 'text',
    crumbs: planCrumbs(ctx, plan, t.settle),
    lead: html`<span lang="sv">${point.text}</span>`,
    body: form(ctx, {
      action: `${href}/punkter/${point.id}/beslut`,
      submit: t.save,
      state,
      version: point.version,
      cancel: { href },
      body: html`${choices(ctx, { kind: 'radio', name: 'action', legend: t.settleAction, options: actions, state })}
${field(ctx, { name: 'dayId', label: t.settleDay, kind: 'select', options: dayOptions(ctx, plan), state, optional: true })}
${field(ctx, { name: 'category', label: t.settleCategory, kind: 'select', options: categories, state, optional: true })}
${field(ctx, { name: 'reason', label: t.settleReason, hint: t.settleReasonHint, state, optional: true })}`,
    }),
  });
}
