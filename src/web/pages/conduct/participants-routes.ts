import * as z from 'zod';
import { invitePerson, listAttendance } from '../../../domain/attendance/index.ts';
import { getMeeting } from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { choice, idempotencyField, text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId, byId } from '../meetings/meeting-routes.ts';
import { conductPath } from './conduct-address.ts';
import { mayConduct } from './desk-facts.ts';
import { invitedCapacities, participantsListPath, participantsPage, peopleIn } from './participants-page.ts';
import { participantsTexts } from './participants-texts.ts';

/** The list of those who take part without a seat, many at a time. */
export const participantsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${conductPath}/deltagare`,
    policy: 'meeting.conduct',
    about: 'Visar vilka som deltar utan plats i organet, och formuläret där de läggs till.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => drawList(ctx, freshForm({ capacity: invitedCapacities[0] })),
  }),
  route({
    method: 'POST',
    path: `${conductPath}/deltagare`,
    policy: 'meeting.conduct',
    about: 'Lägger till deltagare utan plats, en på varje rad.',
    input: {
      params: byId,
      form: z.object({
        capacity: choice(invitedCapacities),
        people: text({ maximum: 20_000 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { capacity: 'guest', people: 'Prov Provsson; Region Exempel', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id: meetingId } = ctx.input.params;
      const { capacity, people, idempotencyKey } = ctx.input.form;
      const named = peopleIn(people);
      await ctx.services.db.transact(ctx.auth, { verb: 'invitePeople', idempotencyKey }, async (w) => {
        for (const person of named) await invitePerson(w, { meetingId, capacity, ...person });
      });
      const said = participantsTexts[ctx.language].added(named.length);
      return redirect(participantsListPath(meetingId), { flash: { tone: 'success', text: said } });
    },
    onInvalid: (ctx, state) => drawList(ctx, aboutLines(state)),
  }),
];

/** What is wrong with one of the people is wrong in the field in which all were written. */
function aboutLines(state: FormState): FormState {
  const problems = state.problems.map((one) => (one.path === 'capacity' ? one : { ...one, path: 'people' }));
  return { ...state, problems };
}

async function drawList(ctx: HandlerContext<'meeting.conduct', { params: typeof byId }>, state: FormState) {
  const { id } = ctx.input.params;
  const { meeting, listed } = await ctx.services.db.read(ctx.auth, async (r) => ({
    meeting: await getMeeting(r, id),
    listed: await listAttendance(r, id),
  }));
  if (!mayConduct(ctx.actor, meeting)) throw new AppError('access.denied');
  return participantsPage(ctx, meeting, listed, state);
}
