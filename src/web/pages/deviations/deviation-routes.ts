import * as z from 'zod';
import {
  answerComment,
  askComment,
  type DeviationMove,
  deviationMoves,
  deviationStates,
  getDeviation,
  listDeviationFunctions,
  moveDeviation,
} from '../../../domain/deviations/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import { checkbox, choice, idempotencyField, idField, optionalText, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { deviationPage, type SentDeviation } from './deviation-page.ts';
import { deviationsHref } from './deviation-view.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const byId = z.object({ id: idField() });
const own = `${deviationsHref}/:id` as const;
const sample = { params: { id: anId } };
const once = { idempotencyKey: idempotencyField };

/** One deviation, and what is done with it. */
export const deviationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar en avvikelse: vad som hände, vad som har gjorts och vad funktioner tycker.',
    input: { params: byId },
    sample,
    handler: (ctx) => ownPage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/lage`,
    policy: 'deviation.handle',
    about: 'Tar en avvikelse till nästa steg.',
    input: {
      params: byId,
      form: z.object({
        move: choice(deviationMoves as Some<DeviationMove>),
        note: optionalText({ maximum: 5_000 }),
        acknowledged: checkbox(),
        version: versionField,
        ...once,
      }),
    },
    sample: { ...sample, form: { move: 'receive', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: deviationId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'moveDeviation', idempotencyKey }, (w) =>
        moveDeviation(w, { deviationId, expectedVersion: version, ...fields }),
      );
      const { state } = await ctx.services.db.read(ctx.auth, (r) => getDeviation(r as Reader, deviationId));
      return redirect(recordAddress('deviation', deviationId), {
        flash: { tone: 'success', text: texts[ctx.language].moved(deviationStates[state][ctx.language]) },
      });
    },
    onInvalid: (ctx, state) => ownPage(ctx, ctx.input.params.id, { which: 'move', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/synpunkt`,
    policy: 'deviation.handle',
    about: 'Frågar en utpekad funktion om en avvikelse.',
    input: {
      params: byId,
      form: z.object({
        functionId: idField(),
        question: text({ maximum: 2_000 }),
        acknowledged: checkbox(),
        ...once,
      }),
    },
    sample: { ...sample, form: { functionId: anId, question: 'Prov', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: deviationId } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'askComment', idempotencyKey }, (w) =>
        askComment(w, { deviationId, ...fields }),
      );
      return redirect(recordAddress('deviation', deviationId), {
        flash: { tone: 'success', text: texts[ctx.language].asked },
      });
    },
    onInvalid: (ctx, state) => ownPage(ctx, ctx.input.params.id, { which: 'ask', state }),
  }),
  route({
    method: 'POST',
    path: `${own}/synpunkt/:commentId`,
    policy: 'deviation.report',
    about: 'Sparar vad en funktion svarade om en avvikelse.',
    input: {
      params: z.object({ id: idField(), commentId: idField() }),
      form: z.object({
        answer: text({ maximum: 5_000 }),
        acknowledged: checkbox(),
        version: versionField,
        ...once,
      }),
    },
    sample: {
      params: { id: anId, commentId: anId },
      form: { answer: 'Prov', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id, commentId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'answerComment', idempotencyKey }, (w) =>
        answerComment(w, { commentId, expectedVersion: version, ...fields }),
      );
      return redirect(recordAddress('deviation', id), {
        flash: { tone: 'success', text: texts[ctx.language].answered },
      });
    },
    onInvalid: (ctx, state) =>
      ownPage(ctx, ctx.input.params.id, { which: 'answer', id: ctx.input.params.commentId, state }),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function ownPage(ctx: ReadingContext, id: string, sent?: SentDeviation) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
    deviation: await getDeviation(r as Reader, id),
    functions: await listDeviationFunctions(r as Reader),
  }));
  return deviationPage(ctx, facts, sent);
}
