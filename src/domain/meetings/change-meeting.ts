import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type MeetingFields, meetingProblems } from './meeting.ts';
import { type MeetingAction, type MeetingState, meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';
import { deadlineFor, refuseSecondMeeting } from './plan-meeting.ts';

export type ChangeMeeting = {
  readonly meetingId: Id<'meeting'>;
  readonly expectedVersion: number;
  readonly changes: Partial<MeetingFields>;
};

/**
 * Changes the facts of a meeting. When the day moves and no other deadline is given, the deadline for adjusting the minutes moves with it.
 * What a report says about the old day is no longer proved: its page shows it (`sourceGone`).
 */
export async function changeMeeting(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  { meetingId, expectedVersion, changes }: ChangeMeeting,
): Promise<void> {
  const before = await lockMeeting(w, meetingId);
  expectVersion(before, expectedVersion, changes);
  meetingStateAfter(before.state, 'change');
  const after: MeetingFields = { ...before, ...changes };
  const moved = after.heldOn !== before.heldOn || after.kind !== before.kind;
  refuseProblems(meetingProblems(moved && changes.adjustBy === undefined ? { ...after, adjustBy: null } : after));
  if (moved) await refuseSecondMeeting(w, { ...after, bodyId: before.bodyIds[0]! }, meetingId);
  const row = {
    kind: after.kind,
    title: after.title?.trim() || null,
    held_on: after.heldOn,
    starts_at: after.startsAt ?? null,
    ends_at: after.endsAt ?? null,
    place: after.place?.trim() || null,
    mode: after.mode ?? null,
    last_day: after.lastDay ?? null,
    note: after.note?.trim() || null,
    adjust_by:
      moved && changes.adjustBy === undefined
        ? await deadlineFor(w, before.bodyIds[0]!, after)
        : (after.adjustBy ?? null),
  };
  await w.db
    .updateTable('meeting')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', meetingId)
    .execute();
  await w.log({ noun: 'meeting', recordId: meetingId, before, after: row });
}

export type MoveMeeting = {
  readonly meetingId: Id<'meeting'>;
  readonly action: Extract<MeetingAction, 'summon' | 'open' | 'adjourn' | 'resume' | 'close' | 'adjust' | 'cancel'>;
  readonly expectedVersion: number;
};

/** Takes a meeting to its next state by one of the actions of the table. */
export async function moveMeeting(
  w: Writer<'meeting.edit' | 'meeting.conduct' | 'intake.confirm'>,
  { meetingId, action, expectedVersion }: MoveMeeting,
): Promise<MeetingState> {
  const before = await lockMeeting(w, meetingId);
  expectVersion(before, expectedVersion);
  const state = meetingStateAfter(before.state, action);
  if ((action === 'open' || action === 'close') && before.heldOn > w.runtime.today())
    refuseProblems([{ path: 'heldOn', key: 'meeting.notHeldYet' }]);
  await w.db
    .updateTable('meeting')
    .set({ state, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', meetingId)
    .execute();
  await w.log({
    noun: 'meeting',
    recordId: meetingId,
    summary: action,
    before: { state: before.state },
    after: { state },
  });
  return state;
}
