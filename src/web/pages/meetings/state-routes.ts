import * as z from 'zod';
import { callSeats, getMeeting, moveMeeting } from '../../../domain/meetings/index.ts';
import { minutesOfMeeting } from '../../../domain/minutes/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { idempotencyField, idField, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { pathAfterChange } from '../summons/summons-links.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId, byId, type Editing, ownMeeting } from './meeting-routes.ts';
import { actionOfSlug, actionSlugs, stateActions } from './state-actions.ts';
import { statePage } from './state-page.ts';
import { texts } from './texts.ts';

const slugs = stateActions.map((action) => actionSlugs[action]) as [string, ...string[]];
const byAction = z.object({ id: idField(), lage: z.enum(slugs) });
const pressed = z.object({ version: versionField, idempotencyKey: idempotencyField });

/** The states of a meeting, each step asked about on a page of its own, and the lists of those called. */
export const stateRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${meetingListPath}/:id/lage/:lage`,
    policy: 'meeting.edit',
    about: 'Visar vad som händer när ett sammanträde kallas, avslutas, justeras eller ställs in.',
    input: { params: byAction },
    sample: { params: { id: anId, lage: 'kalla' } },
    handler: (ctx) => drawState(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: `${meetingListPath}/:id/lage/:lage`,
    policy: 'meeting.edit',
    about: 'Kallar, avslutar, justerar eller ställer in ett sammanträde.',
    input: { params: byAction, form: pressed },
    sample: { params: { id: anId, lage: 'kalla' }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, lage } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      const action = actionNamed(lage);
      await ctx.services.db.transact(ctx.auth, { verb: 'moveMeeting', idempotencyKey }, async (w) => {
        const { called, notified } = await getMeeting(w, id);
        if (action === 'adjust' && (await minutesOfMeeting(w, id)).length > 0)
          throw new AppError('minutes.adjustedBySigning');
        if (action === 'summon' && called.length + notified.length === 0) await callSeats(w, { meetingId: id });
        await moveMeeting(w, { meetingId: id, action, expectedVersion: version });
      });
      const text = texts[ctx.language].moved[action];
      const to = action === 'cancel' ? await afterChange(ctx, id) : recordAddress('meeting', id);
      return redirect(to, { flash: { tone: 'success', text } });
    },
    onInvalid: drawState,
  }),
  route({
    method: 'POST',
    path: `${meetingListPath}/:id/kallade`,
    policy: 'meeting.edit',
    about: 'Hämtar listorna över kallade och underrättade ur organets platser på sammanträdets dag.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'callSeats' }, (w) =>
        callSeats(w, { meetingId: id }),
      );
      const text = texts[ctx.language].seatsCalled(count);
      return redirect(recordAddress('meeting', id), { flash: { tone: 'success', text } });
    },
  }),
];

async function drawState(
  ctx: Editing & Parameters<typeof statePage>[0] & { readonly input: { readonly params: z.output<typeof byAction> } },
  state: FormState,
) {
  const { id, lage } = ctx.input.params;
  return statePage(ctx, await ownMeeting(ctx, id), actionNamed(lage), state);
}

/** A cancelled meeting is told of: the next page is where the letters are sent. */
async function afterChange({ services, auth }: Editing, id: string): Promise<string> {
  return await services.db.read(auth, (r) => pathAfterChange(r, id, services.runtime.today()));
}

function actionNamed(slug: string) {
  const action = actionOfSlug(slug);
  if (!action) throw new AppError('record.notFound');
  return action;
}
