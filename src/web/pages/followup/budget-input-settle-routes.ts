import * as z from 'zod';
import { getBudgetInput, pointOutcomeCodes, settlePoints } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import {
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalId,
  optionalText,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { gatherSettling } from './budget-input-facts.ts';
import { requireInputRight } from './budget-input-look.ts';
import { settlePage } from './budget-input-settle-page.ts';
import { inputTexts } from './budget-input-texts.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const sample = { params: { id: anId } };

/** What the plan made of the points: the receiver says it. */
export const budgetInputSettleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id/utfall',
    policy: 'plan.edit',
    about: 'Frågar vad planen gjorde av varje punkt i ett inspel.',
    input: { params },
    sample,
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, (r) => gatherSettling(r, ctx.input.params.id));
      requireInputRight(ctx.actor, facts.input, 'settle');
      return settlePage(ctx, facts);
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/utfall',
    policy: 'plan.edit',
    about: 'Anger vad planen gjorde av punkterna i ett inspel, med uppdrag, beslut och skäl.',
    input: {
      params,
      form: z.object({
        points: z
          .array(
            z.object({
              outcome: optionalChoice(['open', ...pointOutcomeCodes]),
              assignmentIds: manyOf(optionalId()).optional(),
              another: optionalId(),
              decisionId: optionalId(),
              reason: optionalText({ maximum: 4_000 }),
            }),
          )
          .default([]),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { 'points.1.outcome': 'open', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: inputId } = ctx.input.params;
      const { points: said, version, idempotencyKey } = ctx.input.form;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'settlePoints', idempotencyKey }, async (w) => {
        const { points } = await getBudgetInput(w, inputId);
        return await settlePoints(w, {
          inputId,
          expectedVersion: version,
          // The questions come in the order of the points.
          points: points.flatMap(({ id: pointId }, index) => {
            const answer = said[index];
            if (!answer) return [];
            const { outcome = 'open', assignmentIds = [], another, decisionId = null, reason = null } = answer;
            return [
              {
                pointId,
                outcome: outcome === 'open' ? null : (outcome as (typeof pointOutcomeCodes)[number]),
                assignmentIds: [...assignmentIds, another].filter((one) => one !== undefined),
                decisionId,
                reason,
              },
            ];
          }),
        });
      });
      return redirect(recordAddress('budgetInput', inputId), {
        flash: { tone: count === 0 ? 'info' : 'success', text: inputTexts[ctx.language].settled(count) },
      });
    },
    onInvalid: async (ctx, state) =>
      settlePage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherSettling(r, ctx.input.params.id)), state),
  }),
];
