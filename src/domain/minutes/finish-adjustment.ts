import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Writer } from '../../storage/database.ts';
import { getMeeting, meetingStateAfter } from '../meetings/index.ts';
import { signLogAfter } from '../witnessing/index.ts';
import { type MinutesState, minutesStateAfter } from './minutes-transitions.ts';
import type { lockAdjustment } from './minutes-writer.ts';
import { moveMinutes } from './minutes-writer.ts';

type Locked = Awaited<ReturnType<typeof lockAdjustment>>;

/**
 * Makes an act of adjustment final on a day. When it is the whole, the minutes are adjusted, and the meeting with them once every body that keeps
 * minutes of it has adjusted its own.
 */
export async function finishAdjustment(
  w: Writer,
  { minutes, adjustment, on, by = 'finish' }: Locked & { readonly on: CivilDate; readonly by?: 'finish' | 'approve' },
): Promise<void> {
  await w.db
    .updateTable('adjustment')
    .set({ state: 'adjusted', adjusted_on: on, version: adjustment.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', adjustment.id)
    .execute();
  await w.log({
    noun: 'adjustment',
    recordId: adjustment.id,
    before: { state: adjustment.state },
    after: { state: 'adjusted', adjustedOn: on, contentHash: adjustment.content_hash },
  });
  await signLogAfter(w);
  if (adjustment.kind !== 'whole') return;
  await moveMinutes(w, minutes, minutesStateAfter(minutes.state as MinutesState, by));
  await adjustMeeting(w, minutes.meeting_id);
}

async function adjustMeeting(w: Writer, meetingId: string): Promise<void> {
  const open = await w.db
    .selectFrom('minutes')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['draft', 'commenting', 'signing'])
    .limit(1)
    .executeTakeFirst();
  const meeting = await getMeeting(w, meetingId);
  if (open || meeting.state === 'adjusted') return;
  // The right to sign is not the right to edit meetings, so the step is taken here and not through the meeting's own verb.
  const state = meetingStateAfter(meeting.state, 'adjust');
  await w.db
    .updateTable('meeting')
    .set({ state, version: meeting.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', meetingId)
    .execute();
  await w.log({ noun: 'meeting', recordId: meetingId, before: { state: meeting.state }, after: { state } });
}
