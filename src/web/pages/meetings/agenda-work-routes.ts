import * as z from 'zod';
import { disqualifiedItemsOf } from '../../../domain/attendance/index.ts';
import { recordDecision } from '../../../domain/decisions/index.ts';
import { freshenFollowUp } from '../../../domain/execution/index.ts';
import {
  chosenAdjustersOf,
  findAgendaVersion,
  freezeAgenda,
  getAgendaVersion,
  getMeeting,
  noteRaisedItem,
  putStandingItems,
  raisedItemsOf,
  renumberAgenda,
} from '../../../domain/meetings/index.ts';
import { bodyRulesOn } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import { idempotencyField, optionalText, versionField, wholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readAgenda } from './agenda-facts.ts';
import { agendaRaisedPage, raisedForm } from './agenda-raised-page.ts';
import { byItem, itemSample, ownItem } from './agenda-routes.ts';
import { texts } from './agenda-texts.ts';
import { agendaVersionPage } from './agenda-version-page.ts';
import { agendaWorkPage } from './agenda-work-page.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId, byId, ownMeeting } from './meeting-routes.ts';

const path = `${meetingListPath}/:id/dagordning` as const;
const onlyKey = z.object({ idempotencyKey: idempotencyField });
const freezeForm = z.object({
  version: versionField,
  lateReason: optionalText({ maximum: 2000 }),
  idempotencyKey: idempotencyField,
});
const workPath = (meetingId: string) => `${recordAddress('meeting', meetingId)}/dagordning`;

/** An agenda put together, sent, and read as it was sent. */
export const agendaWorkRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'meeting.edit',
    about: 'Visar sidan där dagordningen ställs samman och fryses som kallelse eller tilläggskallelse.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      await ownMeeting(ctx, ctx.input.params.id);
      const facts = await ctx.services.db.read(ctx.auth, (r) => readAgenda(r, ctx.input.params.id));
      return agendaWorkPage(ctx, facts, freshForm());
    },
  }),
  route({
    method: 'POST',
    path: `${path}/staende`,
    policy: 'meeting.edit',
    about: 'Lägger organets stående punkter på dagordningen, med de justerare som står i tur.',
    input: { params: byId, form: onlyKey },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const nobody = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'putStandingItems', idempotencyKey },
        async (w) => {
          for (const { itemId, title, clauses } of await putStandingItems(w, { meetingId: id }))
            await recordDecision(w, { agendaItemId: itemId, title, clauses, state: 'proposed' });
          const meeting = await getMeeting(w, id);
          const { adjusters } = await bodyRulesOn(w, meeting.body.id, meeting.heldOn);
          return adjusters === 'chairAndAdjusters' && (await chosenAdjustersOf(w, id)).length === 0;
        },
      );
      const t = texts[ctx.language];
      const flash = nobody
        ? ({ tone: 'warning', text: t.putNobody } as const)
        : ({ tone: 'success', text: t.putFlash } as const);
      return redirect(workPath(id), { flash });
    },
    onInvalid: async (ctx, state) =>
      agendaWorkPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readAgenda(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: `${path}/numrera`,
    policy: 'meeting.edit',
    about: 'Numrerar dagordningens punkter i deras ordning, innan kallelsen är skickad.',
    input: { params: byId, form: onlyKey },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'renumberAgenda', idempotencyKey }, (w) =>
        renumberAgenda(w, { meetingId: id }),
      );
      return redirect(workPath(id), { flash: { tone: 'success', text: texts[ctx.language].renumberedFlash } });
    },
    onInvalid: async (ctx, state) =>
      agendaWorkPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readAgenda(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: `${path}/frys`,
    policy: 'meeting.edit',
    about: 'Fryser dagordningen: första gången som kallelse, sedan som numrerad tilläggskallelse.',
    input: { params: byId, form: freezeForm },
    sample: { params: { id: anId }, form: { version: '0', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version, lateReason, idempotencyKey } = ctx.input.form;
      const number = await ctx.services.db.transact(ctx.auth, { verb: 'freezeAgenda', idempotencyKey }, async (w) => {
        await freshenFollowUp(w, { meetingId: id });
        return await freezeAgenda(w, { meetingId: id, expectedNumber: version, lateReason: lateReason ?? null });
      });
      const t = texts[ctx.language];
      return redirect(`${workPath(id)}#utskick`, {
        flash: { tone: 'success', text: t.frozenFlash(t.versionName(number)) },
      });
    },
    onInvalid: async (ctx, state) =>
      agendaWorkPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readAgenda(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: `${path}/versioner/:nummer`,
    policy: 'record.read',
    about: 'Visar en kallelse eller tilläggskallelse så som den skickades.',
    input: { params: byId.extend({ nummer: wholeNumber({ minimum: 1, maximum: 10_000 }) }) },
    sample: { params: { id: anId, nummer: '1' } },
    handler: async (ctx) => {
      const { id, nummer } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
        meeting: await getMeeting(r, id),
        version: await getAgendaVersion(r, id, nummer),
        before: await findAgendaVersion(r, id, nummer - 1),
        kept: await disqualifiedItemsOf(r, ctx.auth.accountId, id),
      }));
      return agendaVersionPage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: `${meetingListPath}/:id/punkter/:punkt/vackt`,
    policy: 'meeting.edit',
    about: 'Visar formuläret där det antecknas hur ett ärende som väcktes vid sammanträdet togs upp.',
    input: { params: byItem },
    sample: { params: itemSample },
    handler: async (ctx) => {
      const { meeting, item } = await ownItem(ctx);
      const { rule, raised } = await ctx.services.db.read(ctx.auth, async (r) => ({
        rule: (await bodyRulesOn(r, meeting.body.id, meeting.heldOn)).unannouncedMatters,
        raised: (await raisedItemsOf(r, [item.id])).get(item.id),
      }));
      const values = raised
        ? { raisedBy: raised.raisedBy, reason: raised.reason ?? '', consent: raised.consent }
        : undefined;
      return agendaRaisedPage(ctx, meeting, item, rule, freshForm(values));
    },
  }),
  route({
    method: 'POST',
    path: `${meetingListPath}/:id/punkter/:punkt/vackt`,
    policy: 'meeting.edit',
    about: 'Antecknar att ett ärende väcktes vid sammanträdet och vad organet sade.',
    input: { params: byItem, form: raisedForm },
    sample: { params: itemSample, form: { raisedBy: 'Ada Ek', consent: 'all', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { raisedBy, reason, consent, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteRaisedItem', idempotencyKey }, (w) =>
        noteRaisedItem(w, { itemId: punkt, raisedBy, reason: reason ?? null, consent }),
      );
      return redirect(workPath(id), { flash: { tone: 'success', text: texts[ctx.language].raisedFlash } });
    },
    onInvalid: async (ctx, state) => {
      const { meeting, item } = await ownItem(ctx);
      const rules = await ctx.services.db.read(ctx.auth, (r) => bodyRulesOn(r, meeting.body.id, meeting.heldOn));
      return agendaRaisedPage(ctx, meeting, item, rules.unannouncedMatters, state);
    },
  }),
];
