import * as z from 'zod';
import { requireBody } from '../../../domain/access/index.ts';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { getBudgetInput, listBudgetInputs, takeUpPoint } from '../../../domain/inputs/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader } from '../../../storage/database.ts';
import { idempotencyField, idField, optionalId } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { budgetInputListPage, budgetInputPage } from './budget-input-pages.ts';
import { anId } from './sample-id.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });

/** Input to the next plan: all of it, one with its points, and what became of them. */
export const budgetInputRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/inspel',
    policy: 'record.read',
    about: 'Visar organens inspel till planerna och hur många punkter som togs upp.',
    sample: {},
    handler: async (ctx) => budgetInputListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listBudgetInputs(r))),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/inspel/:id',
    policy: 'record.read',
    about: 'Visar ett inspel med dess punkter och vad de blev.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      budgetInputPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherInput(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id',
    policy: 'report.edit',
    about: 'Anger vilka uppdrag som tog upp punkterna i ett inspel.',
    input: {
      params: byId,
      form: z.object({ points: z.array(optionalId()).default([]), idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { 'points.1': '', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { points: chosen, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeUpPoints', idempotencyKey }, async (w) => {
        const { body, points } = await getBudgetInput(w, id);
        requireBody(w.auth, body.id);
        // The questions come in the order of the points.
        for (const [index, { id: pointId, assignments }] of points.entries()) {
          const assignmentId = chosen[index] ?? null;
          if (assignmentId !== (assignments[0]?.id ?? null)) await takeUpPoint(w, { pointId, assignmentId });
        }
      });
      return redirect(recordAddress('budgetInput', id), {
        flash: { tone: 'success', text: texts[ctx.language].takenUpSaved },
      });
    },
    onInvalid: async (ctx, state) =>
      budgetInputPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherInput(r, ctx.input.params.id)), state),
  }),
];

async function gatherInput(r: Reader, id: string) {
  const input = await getBudgetInput(r, id);
  const { rows } = await listAssignments(r, { year: input.forYear, sort: 'oldest', pageSize: 200 });
  return {
    input,
    assignments: rows,
    connections: await readConnections(r, [id, ...input.points.map((point) => point.id)]),
    sources: await sourcesOf(r, 'budgetInput', id),
  };
}
