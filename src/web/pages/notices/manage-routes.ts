import * as z from 'zod';
import {
  confirmPosted,
  noteAppeal,
  noteInterruption,
  noteRestored,
  postAnew,
  settleAppeal,
  stateGap,
  takeDownNotice,
} from '../../../domain/notices/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { civilDateField, idempotencyField, text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { boardPath } from './board-page.ts';
import { anId, byId, readNotice } from './board-routes.ts';
import { noticePage } from './notice-page.ts';
import { texts } from './texts.ts';

const key = { idempotencyKey: idempotencyField };

/** What those who look after the board note of an entry. Each is a line in its proof. */
export const manageRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${boardPath}/:id/uppsatt`,
    policy: 'notice.post',
    about: 'Antecknar att en deltagare i en gemensam nämnd har satt upp anslaget.',
    input: { params: byId, form: z.object({ postedOn: civilDateField(), ...key }) },
    sample: { params: { id: anId }, form: { postedOn: '2026-01-01', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { postedOn, idempotencyKey } = ctx.input.form;
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'confirmPosted', idempotencyKey }, (w) =>
        confirmPosted(w, { noticeId, postedOn }),
      );
      return back(noticeId, texts[ctx.language].confirmed);
    },
    onInvalid: async (ctx, state) => noticePage(ctx, await readNotice(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${boardPath}/:id/avbrott`,
    policy: 'notice.post',
    about: 'Antecknar att anslaget inte har varit synligt.',
    input: { params: byId, form: z.object({ reason: text({ maximum: 1000 }), ...key }) },
    sample: { params: { id: anId }, form: { reason: 'Driftstopp', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { reason, idempotencyKey } = ctx.input.form;
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteInterruption', idempotencyKey }, (w) =>
        noteInterruption(w, { noticeId, reason }),
      );
      return back(noticeId, texts[ctx.language].interruptNoted);
    },
    onInvalid: async (ctx, state) => noticePage(ctx, await readNotice(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${boardPath}/:id/styrkt`,
    policy: 'notice.post',
    about: 'Antecknar vad som styrker att anslaget satt uppe under ett avbrott i kontrollen.',
    input: { params: byId, form: z.object({ statement: text({ maximum: 1000 }), ...key }) },
    sample: { params: { id: anId }, form: { statement: 'Webbserverns logg', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { statement, idempotencyKey } = ctx.input.form;
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'stateGap', idempotencyKey }, (w) =>
        stateGap(w, { noticeId, statement }),
      );
      return back(noticeId, texts[ctx.language].stated);
    },
    onInvalid: async (ctx, state) => noticePage(ctx, await readNotice(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${boardPath}/:id/synligt`,
    policy: 'notice.post',
    about: 'Antecknar att anslaget är synligt igen.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteRestored' }, (w) => noteRestored(w, { noticeId }));
      return back(noticeId, texts[ctx.language].restored);
    },
  }),
  route({
    method: 'POST',
    path: `${boardPath}/:id/pa-nytt`,
    policy: 'notice.post',
    about: 'Anslår på nytt efter ett avbrott, så att en ny överklagandetid börjar.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'postAnew' }, (w) => postAnew(w, { noticeId }));
      return back(noticeId, texts[ctx.language].postedAnew);
    },
  }),
  route({
    method: 'POST',
    path: `${boardPath}/:id/ta-ned`,
    policy: 'notice.post',
    about: 'Tar ned ett anslag när överklagandetiden har löpt ut.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeDownNotice' }, (w) => takeDownNotice(w, { noticeId }));
      return back(noticeId, texts[ctx.language].takenDownNow);
    },
  }),
  route({
    method: 'POST',
    path: `${boardPath}/:id/overklagat`,
    policy: 'notice.post',
    about: 'Antecknar att det anslagna har överklagats.',
    input: { params: byId, form: z.object({ caseNumber: text(), ...key }) },
    sample: { params: { id: anId }, form: { caseNumber: '1234-26', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { caseNumber, idempotencyKey } = ctx.input.form;
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteAppeal', idempotencyKey }, (w) =>
        noteAppeal(w, { noticeId, caseNumber }),
      );
      return back(noticeId, texts[ctx.language].appealNoted);
    },
    onInvalid: async (ctx, state) => noticePage(ctx, await readNotice(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${boardPath}/:id/avgjort`,
    policy: 'notice.post',
    about: 'Antecknar hur ett överklagande avgjordes.',
    input: { params: byId, form: z.object({ outcome: text({ maximum: 1000 }), ...key }) },
    sample: { params: { id: anId }, form: { outcome: 'Avslag', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { outcome, idempotencyKey } = ctx.input.form;
      const noticeId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'settleAppeal', idempotencyKey }, (w) =>
        settleAppeal(w, { noticeId, outcome }),
      );
      return back(noticeId, texts[ctx.language].settled);
    },
    onInvalid: async (ctx, state) => noticePage(ctx, await readNotice(ctx, ctx.input.params.id), state),
  }),
];

function back(noticeId: string, said: string) {
  return redirect(recordAddress('boardNotice', noticeId), { flash: { tone: 'success', text: said } });
}
