import * as z from 'zod';
import {
  changeMeasure,
  getMeasure,
  type MeasureMove,
  measureMoves,
  measureStateAfter,
  measureStates,
  moveMeasure,
  tellMeasure,
} from '../../../domain/measures/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalText, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { measureFormPage } from './measure-form-page.ts';
import { amountField, measureForm } from './measure-input.ts';
import { measurePage, monthName } from './measure-page.ts';
import { gatherMeasureChoices } from './measure-plan-routes.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const moves = measureMoves as readonly [MeasureMove, ...MeasureMove[]];

/** One measure: read, told of, moved and changed. */
export const measureRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/atgarder/:id',
    policy: 'record.read',
    about: 'Visar en åtgärd månad för månad, med ekonomiska och verksamhetsmässiga konsekvenser.',
    input: { params: byId, query: z.object({ manad: optionalText({ maximum: 7 }) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      measurePage(ctx, await ctx.services.db.read(ctx.auth, (r) => getMeasure(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/atgarder/:id/folj-upp',
    policy: 'assessment.write',
    about: 'Sparar uppföljningen av en åtgärd för en månad.',
    input: {
      params: byId,
      form: z.object({
        month: text({ maximum: 7 }),
        effect: amountField(),
        forecast: amountField(),
        financial: optionalText({ maximum: 5_000 }),
        operational: optionalText({ maximum: 5_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: {
        month: '2026-01',
        effect: '0',
        forecast: '0',
        financial: 'Inga.',
        operational: 'Inga.',
        version: '0',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { id: measureId } = ctx.input.params;
      const { idempotencyKey, version, financial = '', operational = '', ...told } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'tellMeasure', idempotencyKey }, (w) =>
        tellMeasure(w, { measureId, ...told, financial, operational, expectedVersion: version }),
      );
      return redirect(recordAddress('measure', measureId), {
        flash: { tone: 'success', text: texts[ctx.language].toldSaved(monthName(ctx, told.month)) },
      });
    },
    onInvalid: async (ctx, state) =>
      measurePage(ctx, await ctx.services.db.read(ctx.auth, (r) => getMeasure(r, ctx.input.params.id)), {
        which: 'tell',
        state,
      }),
  }),
  route({
    method: 'POST',
    path: '/atgarder/:id/lage',
    policy: 'assessment.write',
    about: 'Påbörjar, avslutar, avbryter eller återupptar en åtgärd.',
    input: {
      params: byId,
      form: z.object({
        move: choice(moves),
        reason: optionalText({ maximum: 1_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { move: 'start', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: measureId } = ctx.input.params;
      const { idempotencyKey, version, move, reason = '' } = ctx.input.form;
      const state = await ctx.services.db.transact(ctx.auth, { verb: 'moveMeasure', idempotencyKey }, async (w) => {
        const before = await getMeasure(w, measureId);
        await moveMeasure(w, { measureId, expectedVersion: version, move, reason });
        return measureStateAfter(before.state, move);
      });
      return redirect(recordAddress('measure', measureId), {
        flash: { tone: 'success', text: texts[ctx.language].moved(measureStates[state][ctx.language]) },
      });
    },
    onInvalid: async (ctx, state) =>
      measurePage(ctx, await ctx.services.db.read(ctx.auth, (r) => getMeasure(r, ctx.input.params.id)), {
        which: 'move',
        state,
      }),
  }),
  route({
    method: 'GET',
    path: '/atgarder/:id/andra',
    policy: 'plan.edit',
    about: 'Visar formuläret där en åtgärd ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      measureFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherMeasure(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/atgarder/:id/andra',
    policy: 'plan.edit',
    about: 'Sparar en ändrad åtgärd.',
    input: { params: byId, form: measureForm.extend({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: {
      params: { id: anId },
      form: {
        title: 'Färre hyrkonsulter',
        kind: 'costReduction',
        responsibleBodyId: anId,
        planned: '600 000',
        plannedFullYear: '1 mkr',
        startsOn: '2026-01-01',
        version: '1',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { id: measureId } = ctx.input.params;
      const {
        idempotencyKey,
        version,
        assignmentId = null,
        goalId = null,
        description = '',
        ...fields
      } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeMeasure', idempotencyKey }, (w) =>
        changeMeasure(w, { measureId, expectedVersion: version, ...fields, description, assignmentId, goalId }),
      );
      return redirect(recordAddress('measure', measureId), {
        flash: { tone: 'success', text: texts[ctx.language].measureSaved },
      });
    },
    onInvalid: async (ctx, state) =>
      measureFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherMeasure(r, ctx.input.params.id)), state),
  }),
];

async function gatherMeasure(r: Reader, id: string) {
  const measure = await getMeasure(r, id);
  return { plan: measure.plan, measure, ...(await gatherMeasureChoices(r, measure.plan.year)) };
}
