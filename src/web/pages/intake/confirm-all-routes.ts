import * as z from 'zod';
import { askDecideMany, questionsOf, recordPlaces } from '../../../domain/intake/index.ts';
import { choice, idempotencyField, idField, manyOf, optionalChoice, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { confirmAllPage } from './confirm-all-page.ts';
import { mostWaiting, resultPage } from './result-page.ts';
import { readScene, reviewFacts } from './review-data.ts';
import { reviewPage } from './review-page.ts';
import { anId, byId, pageSize, reviewHref, reviewQuery } from './review-query.ts';

const wanted = z.object({
  minst: optionalChoice(['0.95', '0.9', '0.75', '0']),
  typ: optionalText({ maximum: 40 }),
});

/** Confirming many at once, and what came of it. */
export const confirmAllRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/las-in/:id/bekrafta',
    policy: 'intake.confirm',
    about: 'Säger vad som händer när flera förslag bekräftas på en gång.',
    input: { params: byId, query: wanted },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const scene = await ctx.services.db.read(ctx.auth, (r) => readScene(ctx, r, ctx.input.params.id));
      return confirmAllPage(ctx, scene, ctx.input.query);
    },
  }),
  route({
    method: 'POST',
    path: '/las-in/:id/bekrafta',
    policy: 'intake.confirm',
    about: 'Låter alla förslag i en fil bekräftas som är säkra nog och saknar öppna frågor.',
    input: { params: byId, form: wanted.extend({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: fileId } = ctx.input.params;
      const { minst = '0.9', typ, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'askDecideMany', idempotencyKey }, (w) =>
        askDecideMany(w, {
          fileId,
          action: 'confirm',
          minConfidence: Number(minst),
          ...(typ !== undefined && { type: typ }),
        }),
      );
      return redirect(`/las-in/${fileId}/resultat`);
    },
    onInvalid: async (ctx, state) => {
      const scene = await ctx.services.db.read(ctx.auth, (r) => readScene(ctx, r, ctx.input.params.id));
      return confirmAllPage(ctx, scene, {}, state);
    },
  }),
  route({
    method: 'POST',
    path: '/las-in/:id/flera',
    policy: 'intake.confirm',
    about: 'Låter de markerade förslagen bekräftas eller avvisas.',
    input: {
      params: byId,
      query: reviewQuery,
      form: z.object({
        idempotencyKey: idempotencyField,
        gor: choice(['confirm', 'reject']),
        vald: manyOf(idField(), { minimum: 1, maximum: pageSize }),
      }),
    },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov', gor: 'confirm', vald: anId } },
    handler: async (ctx) => {
      const { params, query, form } = ctx.input;
      const { idempotencyKey, gor: action, vald: ids } = form;
      await ctx.services.db.transact(ctx.auth, { verb: 'askDecideMany', idempotencyKey }, (w) =>
        askDecideMany(w, { fileId: params.id, action, ids }),
      );
      return redirect(reviewHref(params.id, query));
    },
    onInvalid: async (ctx, state) => {
      const { params, query } = ctx.input;
      return reviewPage(ctx, await reviewFacts(ctx, params.id, query), state);
    },
  }),
  route({
    method: 'GET',
    path: '/las-in/:id/resultat',
    policy: 'intake.handIn',
    about: 'Visar posterna som en fil har blivit, och vad som väntar på vad.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      await ctx.services.db.read(ctx.auth, async (r) => {
        const scene = await readScene(ctx, r, ctx.input.params.id);
        const open = scene.proposals.filter((one) => one.state === 'open').slice(0, mostWaiting);
        const waiting = [];
        for (const proposal of open) waiting.push({ proposal, questions: await questionsOf(r, proposal, scene) });
        const records = scene.proposals.flatMap((one) => (one.record ? [one.record] : []));
        return resultPage(ctx, { ...scene, waiting, places: await recordPlaces(r, records) });
      }),
  }),
];
