import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  chooseComments,
  commentsOf,
  getPoll,
  makePollKeys,
  mostKeys,
  movePoll,
  pollMoves,
  resultOf,
  usedKeys,
} from '../../../domain/polls/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, manyOf, optionalChoice, versionField, wholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { pollPage } from './poll-page.ts';
import { anId, byId } from './poll-routes.ts';
import { pollsPath } from './poll-words.ts';
import { codesPage, posterPage, screenPage } from './poster-pages.ts';
import { resultSheet } from './result-sheet.ts';
import { texts } from './texts.ts';

const one = `${pollsPath}/:id` as const;
const params = { id: anId };

/** One poll: its page, its steps, its address on a wall and a screen, and its result. */
export const pollRunRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: one,
    policy: 'record.read',
    about: 'Visar en omröstning: frågorna, adressen att svara på, resultatet och vad som går att göra nu.',
    input: { params: byId },
    sample: { params },
    handler: (ctx) => draw(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${one}/steg`,
    policy: 'poll.edit',
    about: 'Öppnar, stänger eller publicerar en omröstning.',
    input: {
      params: byId,
      form: z.object({ steg: choice(pollMoves), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params, form: { steg: 'open', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const pollId = ctx.input.params.id;
      const { idempotencyKey, version, steg } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'movePoll', idempotencyKey }, (w) =>
        movePoll(w, { pollId, expectedVersion: version, move: steg }),
      );
      return back(pollId, texts[ctx.language].moved[steg]);
    },
    onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${one}/koder`,
    policy: 'poll.edit',
    about: 'Skapar koder att dela ut, ett svar var, och visar dem en enda gång.',
    input: {
      params: byId,
      form: z.object({ count: wholeNumber({ minimum: 1, maximum: mostKeys }), idempotencyKey: idempotencyField }),
    },
    sample: { params, form: { count: '10', idempotencyKey: 'exempel' } },
    // The codes are shown by the answer itself: a page to go to would have to keep them. A second press makes further codes.
    handler: async (ctx) => {
      const pollId = ctx.input.params.id;
      const { count } = ctx.input.form;
      const keys = await ctx.services.db.transact(ctx.auth, { verb: 'makePollKeys' }, (w) =>
        makePollKeys(w, { pollId, count }),
      );
      const poll = await ctx.services.db.read(ctx.auth, (r) => getPoll(r, pollId));
      return codesPage(ctx, poll, keys);
    },
    onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${one}/kommentarer`,
    policy: 'poll.edit',
    about: 'Väljer vilka kommentarer som visas med resultatet.',
    input: {
      params: byId,
      form: z.object({ valda: manyOf(idField()), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const pollId = ctx.input.params.id;
      const { idempotencyKey, version, valda } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'chooseComments', idempotencyKey }, (w) =>
        chooseComments(w, { pollId, expectedVersion: version, chosen: valda }),
      );
      return back(pollId, texts[ctx.language].commentsChosen);
    },
    onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${one}/affisch`,
    policy: 'record.read',
    about: 'Visar omröstningens adress som QR-kod att skriva ut eller visa på en vägg.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) =>
      posterPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getPoll(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: `${one}/skarm`,
    policy: 'record.read',
    about: 'Visar en omröstning på mötets skärm: adressen, hur många som har svarat och hur svaren faller.',
    input: { params: byId, query: z.object({ folj: optionalChoice(['nej']) }) },
    sample: { params },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const poll = await getPoll(r, ctx.input.params.id);
        return { poll, results: await resultOf(r, poll) };
      });
      return screenPage(ctx, facts, ctx.input.query.folj === undefined);
    },
  }),
  route({
    method: 'GET',
    path: `${one}/resultat/:format`,
    policy: 'record.read',
    about: 'Lämnar ut resultatet av en omröstning som tabell. Det som sidan inte visar finns inte i filen.',
    input: { params: byId.extend({ format: choice(tableFormats) }) },
    sample: { params: { ...params, format: 'csv' } },
    handler: async (ctx) => {
      const { poll, results } = await ctx.services.db.read(ctx.auth, async (r) => {
        const found = await getPoll(r, ctx.input.params.id);
        return { poll: found, results: await resultOf(r, found) };
      });
      if (poll.state === 'draft') throw new AppError('record.notFound');
      return tableFile(resultSheet(ctx, poll, results), `omrostning-${poll.code}`, ctx.input.params.format);
    },
  }),
];

/** The page as it is now. Comments that are not chosen are read only for those who run the poll. */
async function draw(
  ctx: RequestContext & Pick<HandlerContext<'record.read' | 'poll.edit'>, 'services' | 'auth'>,
  id: string,
  state?: FormState,
) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => {
    const poll = await getPoll(r, id);
    const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'poll.edit', poll.body.id);
    const chosenOnly = !mayEdit || poll.state === 'published';
    return {
      poll,
      results: await resultOf(r, poll),
      comments: await commentsOf(r, poll.id, { chosenOnly }),
      used: poll.access === 'links' ? await usedKeys(r, poll.id) : 0,
    };
  });
  return pollPage(ctx, facts, state);
}

function back(pollId: string, message: string) {
  return redirect(recordAddress('poll', pollId), { flash: { tone: 'success', text: message } });
}
