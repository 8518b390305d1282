import * as z from 'zod';
import { confirmAll, questionsOf, recordPlaces } from '../../../domain/intake/index.ts';
import type { RequestContext } from '../../contracts.ts';
import { idempotencyField, optionalChoice, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { confirmAllPage } from './confirm-all-page.ts';
import { labelOf } from './proposal-words.ts';
import { mostWaiting, resultPage } from './result-page.ts';
import { readScene } from './review-data.ts';
import { anId, byId } from './review-query.ts';
import { texts } from './texts.ts';

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
    about: 'Bekräftar alla förslag i en fil som är säkra nog och saknar öppna frågor.',
    input: { params: byId, form: wanted.extend({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { minst = '0.9', typ } = ctx.input.form;
      await ctx.services.db.read(ctx.auth, (r) => readScene(ctx, r, id));
      // Confirming again finds nothing open, so that a form sent twice needs no key to count once.
      const { confirmed, open } = await confirmAll(ctx.services.db, ctx.auth, {
        fileId: id,
        minConfidence: Number(minst),
        ...(typ !== undefined && { type: typ }),
      });
      return redirect(`/las-in/${id}/resultat`, { flash: flashOf(ctx, confirmed, open.length) });
    },
    onInvalid: async (ctx, state) => {
      const scene = await ctx.services.db.read(ctx.auth, (r) => readScene(ctx, r, ctx.input.params.id));
      return confirmAllPage(ctx, scene, {}, state);
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

function flashOf(ctx: RequestContext, confirmed: Readonly<Record<string, number>>, open: number) {
  const t = texts[ctx.language];
  const list = Object.entries(confirmed).map(
    ([type, count]) => `${ctx.format.number(count)} ${labelOf(ctx, type, count)}`,
  );
  const sentences = [
    list.length > 0 ? t.manyConfirmed(ctx.format.list(list)) : t.noneConfirmed,
    open > 0 && t.someStay(open),
  ];
  return { tone: list.length > 0 ? 'success' : 'warning', text: sentences.filter(Boolean).join(' ') } as const;
}
