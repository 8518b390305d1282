import * as z from 'zod';
import {
  closeMeeting,
  disqualifiedItemsOf,
  endItem,
  openMeeting,
  prepareRollCall,
  readCourse,
} from '../../../domain/attendance/index.ts';
import { getMeeting, listSummonses } from '../../../domain/meetings/index.ts';
import { carryItem, carryQuestions, changesSince, decideItem } from '../../../domain/proceedings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { checkbox, idempotencyField, idField, optionalText } from '../../input.ts';
import { json, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId, byId } from '../meetings/meeting-routes.ts';
import { closePage } from './close-page.ts';
import { missingAtClose } from './closing.ts';
import { conductPath, deskPath } from './conduct-address.ts';
import { type Conducting, timeNow } from './conduct-route.ts';
import { type DeskFacts, mayConduct, readDesk } from './desk-facts.ts';
import { deskPage } from './desk-page.ts';
import { mayDo } from './desk-view.ts';
import { expectedAnswers } from './expected-answers.ts';
import { presentOf, servingOf } from './roll-call.ts';
import { rollCallPage, typedRollCall } from './roll-call-page.ts';
import { texts } from './texts.ts';

type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };
const pressed = z.object({ idempotencyKey: idempotencyField });
const answersOf = z.record(idField() as z.ZodType<string, string>, z.string()).default({});
const rollCall = z.object({
  answer: answersOf,
  serving: answersOf,
  seenAndHeard: checkbox(),
  act: optionalText(),
  at: optionalText({ maximum: 10 }),
  idempotencyKey: idempotencyField,
});
const closing = z.object({
  notTreated: checkbox(),
  carry: checkbox(),
  carryQuestions: checkbox(),
  at: optionalText({ maximum: 10 }),
  idempotencyKey: idempotencyField,
});

/** The screen itself, the roll call that opens a meeting, what is new on the screen, and the close. */
export const meetingActsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: conductPath,
    policy: 'meeting.conduct',
    about: 'Visar skärmen där ett sammanträde genomförs: upprop, sedan punkt för punkt.',
    input: { params: byId, query: z.object({ punkt: optionalText({ maximum: 40 }) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ownDesk(ctx, id);
      if (mayDo(facts.meeting.state, 'open')) {
        const summonses = await ctx.services.db.read(ctx.auth, (r) => listSummonses(r, id));
        return rollCallPage(ctx, facts, freshForm(expectedAnswers(facts.course.scene, summonses)));
      }
      return deskPage(ctx, facts, { asked: ctx.input.query.punkt });
    },
  }),
  route({
    method: 'GET',
    path: `${conductPath}/nytt`,
    policy: 'meeting.conduct',
    about: 'Svarar vad andra har gjort i sammanträdet sedan sist.',
    input: { params: byId, query: z.object({ sedan: optionalText({ maximum: 20 }) }) },
    sample: { params: { id: anId }, query: { sedan: '0' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const news = await changesSince(r, id, ctx.input.query.sedan ?? '');
        if (news.changes.length === 0) return { news, hidden: [] };
        if (!mayConduct(ctx.actor, await getMeeting(r, id))) throw new AppError('access.denied');
        return { news, hidden: await disqualifiedItemsOf(r, ctx.actor.accountId, id) };
      });
      const { marker, more, changes } = facts.news;
      return json({
        marker,
        more,
        changes: changes
          .filter(({ itemId }) => itemId === null || !facts.hidden.includes(itemId))
          .map(({ itemId, what, field, by, byAccountId }) => ({
            itemId,
            what,
            field,
            by,
            own: byAccountId === ctx.actor.accountId,
          })),
      });
    },
  }),
  route({
    method: 'POST',
    path: `${conductPath}/upprop`,
    policy: 'meeting.conduct',
    about: 'Hämtar uppropslistan ur kallelsen.',
    input: { params: byId, form: pressed },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'prepareRollCall', idempotencyKey }, (w) =>
        prepareRollCall(w, id),
      );
      return redirect(deskPath(id), { flash: { tone: 'success', text: texts[ctx.language].prepared } });
    },
    onInvalid: async (ctx, state) => rollCallPage(ctx, await ownDesk(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${conductPath}/oppna`,
    policy: 'meeting.conduct',
    about: 'Räknar uppropet och föreslår ersättare, eller öppnar sammanträdet.',
    input: { params: byId, form: rollCall },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { act, at, idempotencyKey, ...typed } = ctx.input.form;
      const state = freshForm(valuesOf(typed, at));
      if (act === 'count') return rollCallPage(ctx, await ownDesk(ctx, id), state);
      await ctx.services.db.transact(ctx.auth, { verb: 'openMeeting', idempotencyKey }, async (w) => {
        const { scene } = await readCourse(w, id);
        const called = typedRollCall(scene, state);
        await openMeeting(w, {
          meetingId: id,
          at: at ?? (await timeNow(w, ctx, id)),
          present: presentOf(scene.people, called),
          serving: servingOf(scene.people, called),
        });
      });
      return redirect(deskPath(id), { flash: { tone: 'success', text: texts[ctx.language].opened } });
    },
    onInvalid: async (ctx, state) => rollCallPage(ctx, await ownDesk(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: `${conductPath}/avsluta`,
    policy: 'meeting.conduct',
    about: 'Visar vad som saknas innan ett sammanträde avslutas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      closePage(
        ctx,
        await ownDesk(ctx, ctx.input.params.id),
        freshForm({ notTreated: 'on', carry: 'on', carryQuestions: 'on' }),
      ),
  }),
  route({
    method: 'POST',
    path: `${conductPath}/avsluta`,
    policy: 'meeting.conduct',
    about: 'Avslutar sammanträdet och för vidare det som blev kvar.',
    input: { params: byId, form: closing },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, at, ...wishes } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'closeMeeting', idempotencyKey }, async (w) =>
        close(w, id, at ?? (await timeNow(w, ctx, id)), wishes),
      );
      return redirect(deskPath(id), { flash: { tone: 'success', text: texts[ctx.language].closed } });
    },
    onInvalid: async (ctx, state) => closePage(ctx, await ownDesk(ctx, ctx.input.params.id), state),
  }),
];

/** Brings to an end what was left open, as far as the secretary wished it, and closes the meeting. */
async function close(
  w: Conducting,
  meetingId: string,
  at: string,
  wishes: { readonly notTreated: boolean; readonly carry: boolean; readonly carryQuestions: boolean },
): Promise<void> {
  const facts = await readDesk(w, meetingId, w.runtime.today());
  if (facts.course.state.itemId !== null) await endItem(w, { meetingId, at });
  for (const { itemId, lacks } of missingAtClose(facts)) {
    const untouched = lacks.includes('notTreated');
    if (untouched && wishes.notTreated)
      await decideItem(w, {
        itemId,
        outcome: 'notTreated',
        expectedVersion: facts.proceedings.get(itemId)!.outcome.version,
      });
    if (wishes.carry && (lacks.includes('tabledNotCarried') || (untouched && wishes.notTreated)))
      await carryItem(w, { itemId });
  }
  await closeMeeting(w, { meetingId, at });
  if (wishes.carryQuestions && facts.questions.some(({ state }) => state === 'announced'))
    await carryQuestions(w, { fromMeetingId: meetingId });
}

function valuesOf(
  typed: {
    readonly answer: Record<string, string>;
    readonly serving: Record<string, string>;
    readonly seenAndHeard: boolean;
  },
  at: string | undefined,
): FormState['values'] {
  return {
    ...Object.fromEntries(Object.entries(typed.answer).map(([id, value]) => [`answer.${id}`, value])),
    ...Object.fromEntries(Object.entries(typed.serving).map(([id, value]) => [`serving.${id}`, value])),
    ...(typed.seenAndHeard && { seenAndHeard: 'on' }),
    ...(at !== undefined && { at }),
  };
}

async function ownDesk(ctx: Reading, id: string): Promise<DeskFacts> {
  return await ctx.services.db.read(ctx.auth, (r) => ownedDesk(ctx, r, id));
}

/** The meeting, for whoever conducts it in one of its bodies. */
async function ownedDesk(ctx: RequestContext, r: Parameters<typeof readDesk>[0], id: string): Promise<DeskFacts> {
  const facts = await readDesk(r, id, ctx.services.runtime.today());
  if (!mayConduct(ctx.actor, facts.meeting)) throw new AppError('access.denied');
  return facts;
}
