import * as z from 'zod';
import {
  type AreaNoun,
  areaNounCodes,
  getGoalArea,
  linkToArea,
  listAreaCandidates,
  unlinkFromArea,
} from '../../../domain/goalareas/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalChoice, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { choosePage } from './choose-page.ts';
import { areasHref } from './goal-area-view.ts';
import { whenOf } from './shown-year.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const byId = z.object({ id: idField() });
const nouns = areaNounCodes as Some<AreaNoun>;
const once = { idempotencyKey: idempotencyField };
const own = `${areasHref}/:id` as const;
const sample = { params: { id: anId } };
const link = { noun: choice(nouns), recordId: idField(), ...once };
const sampleLink = { noun: 'project', recordId: anId, idempotencyKey: 'prov' };

/** What is shown in a goal area: what can be chosen, chosen and taken out. */
export const goalAreaChoiceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${own}/valj`,
    policy: 'goalArea.edit',
    about: 'Visar vad som kan visas i ett målområde, med förslag och sökning.',
    input: {
      params: byId,
      query: z.object({ ord: optionalText({ maximum: 100 }), slag: optionalChoice(nouns) }),
    },
    sample,
    handler: (ctx) => pickPage(ctx, ctx.input.params.id, ctx.input.query),
  }),
  route({
    method: 'POST',
    path: `${own}/valj`,
    policy: 'goalArea.edit',
    about: 'Väljer något som ska visas i ett målområde.',
    input: { params: byId, form: z.object(link) },
    sample: { ...sample, form: sampleLink },
    handler: async (ctx) => {
      const { id: areaId } = ctx.input.params;
      const { idempotencyKey, ...given } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'linkToArea', idempotencyKey }, (w) =>
        linkToArea(w, { areaId, ...given, year: whenOf(ctx).year }),
      );
      return done(`${recordAddress('goalArea', areaId)}/valj`, texts[ctx.language].putDone);
    },
    onInvalid: (ctx) => pickPage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/ta-bort`,
    policy: 'goalArea.edit',
    about: 'Tar bort något ur ett målområde.',
    input: { params: byId, form: z.object(link) },
    sample: { ...sample, form: sampleLink },
    handler: async (ctx) => {
      const { id: areaId } = ctx.input.params;
      const { idempotencyKey, ...given } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'unlinkFromArea', idempotencyKey }, (w) =>
        unlinkFromArea(w, { areaId, ...given }),
      );
      return done(`${recordAddress('goalArea', areaId)}/valj`, texts[ctx.language].takenOut);
    },
    onInvalid: (ctx) => pickPage(ctx, ctx.input.params.id),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function pickPage(
  ctx: ReadingContext,
  id: string,
  { ord: words = '', slag: noun }: { readonly ord?: string | undefined; readonly slag?: AreaNoun | undefined } = {},
) {
  const facts = await ctx.services.db.read(ctx.auth, async (given) => {
    const r = given as Reader;
    return { area: await getGoalArea(r, id), candidates: await listAreaCandidates(r, whenOf(ctx)) };
  });
  return choosePage(ctx, { ...facts, words, noun });
}

function done(href: string, said: string) {
  return redirect(href, { flash: { tone: 'success', text: said } });
}
