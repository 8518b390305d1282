import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import {
  changeMeeting,
  getMeeting,
  listMeetings,
  listMeetingYears,
  type MeetingState,
  meetingStateCodes,
  planMeeting,
} from '../../../domain/meetings/index.ts';
import { type BodyKind, hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import { idField, optionalChoice, optionalId, optionalWholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { pathAfterChange } from '../summons/summons-links.ts';
import { readMeeting, requireFor } from './meeting-facts.ts';
import { changeForm, changeMeetingPage, meetingValues, planForm, planMeetingPage } from './meeting-form-page.ts';
import { meetingListPage, meetingListPath } from './meeting-list-page.ts';
import { meetingPage } from './meeting-page.ts';
import { texts } from './texts.ts';

export const anId = '00000000-0000-4000-8000-000000000000';
export const byId = z.object({ id: idField() });
const pageSize = 25;
/** More meetings than any authority plans ahead; the list of what is to come is not paged. */
const mostUpcoming = 200;

/** The list, the page of a meeting, planning and facts. */
export const meetingPageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: meetingListPath,
    policy: 'record.read',
    about: 'Visar sammanträden: kommande först, sedan de som har varit, med urval på år, organ och läge.',
    input: {
      query: z.object({
        ar: optionalWholeNumber({ minimum: 1900, maximum: 2200 }),
        organ: optionalId(),
        lage: optionalChoice(meetingStateCodes as readonly [MeetingState, ...MeetingState[]]),
        sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
      }),
    },
    sample: { query: { ar: '2026' } },
    handler: async (ctx) => {
      const { ar, organ, lage, sida: pageNumber = 1 } = ctx.input.query;
      const today = ctx.services.runtime.today();
      const [first, last] = ar === undefined ? [undefined, undefined] : [`${ar}-01-01`, `${ar}-12-31`];
      const fits = { ...(organ && { bodyId: organ }), ...(lage && { states: [lage] }) };
      const yesterday = addDays(today, -1);
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const upcoming = await listMeetings(r, {
          ...fits,
          from: first && first > today ? first : today,
          ...(last && { to: last }),
          order: 'oldest',
          limit: mostUpcoming,
        });
        const earlier = await listMeetings(r, {
          ...fits,
          ...(first && { from: first }),
          to: last && last < yesterday ? last : yesterday,
          limit: pageSize,
          offset: (pageNumber - 1) * pageSize,
        });
        const bodies = await listBodies(r);
        return {
          upcoming: upcoming.meetings,
          earlier: earlier.meetings,
          earlierTotal: earlier.total,
          pageNumber,
          pageSize,
          years: await listMeetingYears(r),
          bodies: bodies.filter(({ kind }) => meets(kind)),
        };
      });
      return meetingListPage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: `${meetingListPath}/planera`,
    policy: 'meeting.edit',
    about: 'Visar formuläret där ett sammanträde planeras.',
    input: { query: z.object({ organ: optionalId() }) },
    sample: {},
    handler: async (ctx) => {
      const bodyId = ctx.input.query.organ ?? '';
      return planMeetingPage(ctx, freshForm({ kind: 'meeting', bodyId }), ...(await bodiesToPlan(ctx)));
    },
  }),
  route({
    method: 'POST',
    path: `${meetingListPath}/planera`,
    policy: 'meeting.edit',
    about: 'Planerar ett sammanträde.',
    input: { form: planForm },
    sample: { form: { bodyId: anId, kind: 'meeting', heldOn: '2027-01-15', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'planMeeting', idempotencyKey }, (w) =>
        planMeeting(w, fields),
      );
      const text = texts[ctx.language].planned;
      return redirect(recordAddress('meeting', id), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => planMeetingPage(ctx, state, ...(await bodiesToPlan(ctx))),
  }),
  route({
    method: 'GET',
    path: `${meetingListPath}/:id`,
    policy: 'record.read',
    about: 'Visar ett sammanträde: dagordning, beslut, tidplan, kallade och källor.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      meetingPage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => readMeeting(r, ctx.input.params.id, ctx.services.runtime.today())),
      ),
  }),
  route({
    method: 'GET',
    path: `${meetingListPath}/:id/andra`,
    policy: 'meeting.edit',
    about: 'Visar formuläret där uppgifterna om ett sammanträde ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const meeting = await ownMeeting(ctx, ctx.input.params.id);
      return changeMeetingPage(ctx, meeting, freshForm(meetingValues(meeting)));
    },
  }),
  route({
    method: 'POST',
    path: `${meetingListPath}/:id/andra`,
    policy: 'meeting.edit',
    about: 'Ändrar dag, tid, plats och form för ett sammanträde.',
    input: { params: byId, form: changeForm },
    sample: {
      params: { id: anId },
      form: { kind: 'meeting', heldOn: '2027-01-15', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version, idempotencyKey, adjustBy, ...form } = ctx.input.form;
      const before = await ownMeeting(ctx, id);
      const fields = {
        ...form,
        startsAt: form.startsAt ?? null,
        endsAt: form.endsAt ?? null,
        place: form.place ?? null,
        mode: form.mode ?? null,
        title: form.title ?? null,
        lastDay: form.lastDay ?? null,
        note: form.note ?? null,
      };
      // A day that the form only sent back is not one that the person chose: when the meeting moves it is counted again.
      const chosen = (adjustBy ?? null) !== before.adjustBy;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeMeeting', idempotencyKey }, (w) =>
        changeMeeting(w, {
          meetingId: id,
          expectedVersion: version,
          changes: chosen ? { ...fields, adjustBy: adjustBy ?? null } : fields,
        }),
      );
      const today = ctx.services.runtime.today();
      const to = await ctx.services.db.read(ctx.auth, (r) => pathAfterChange(r, id, today));
      return redirect(to, { flash: { tone: 'success', text: texts[ctx.language].changed } });
    },
    onInvalid: async (ctx, state) => changeMeetingPage(ctx, await ownMeeting(ctx, ctx.input.params.id), state),
  }),
];

/** Whether a kind of body holds meetings: those that are no administration, municipality or region. */
function meets(kind: BodyKind): boolean {
  return kind === 'officialsGroup' || hasSeats(kind);
}

export type Editing = Pick<HandlerContext<'meeting.edit'>, 'services' | 'auth'> & { readonly actor: Actor };

/** The bodies for which the actor may plan, and all that could take part. */
async function bodiesToPlan({ services, auth, actor }: Editing) {
  const bodies = (await services.db.read(auth, (r) => listBodies(r, { onDate: services.runtime.today() }))).filter(
    ({ kind }) => meets(kind),
  );
  return [bodies.filter(({ id }) => may(actor, 'meeting.edit', id)), bodies] as const;
}

/** The meeting of a form, for those who may change it. */
export async function ownMeeting({ services, auth, actor }: Editing, id: string) {
  const meeting = await services.db.read(auth, (r) => getMeeting(r, id));
  requireFor(actor, 'meeting.edit', meeting);
  return meeting;
}
