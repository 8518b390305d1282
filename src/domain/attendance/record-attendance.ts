import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockMeeting, meetingStateAfter } from '../meetings/index.ts';
import type { Attendance } from './attendance.ts';

export type RecordAttendance = { readonly meetingId: Id<'meeting'> } & Partial<
  Pick<Attendance, 'organisation' | 'party' | 'role'>
> &
  Pick<Attendance, 'name' | 'present'>;

/** Notes that a person was at a meeting, or was expected and absent. Nobody is noted twice in the same capacity: a deputy who serves for some §§ and sits by for the rest stands on two lines. */
export async function recordAttendance(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  input: RecordAttendance,
): Promise<Id<'attendance'>> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'change');
  const others = await w.db
    .selectFrom('meeting_attendance')
    .select(['position', 'name', 'organisation', 'role'])
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', input.meetingId)
    .execute();
  const name = input.name.trim();
  const organisation = input.organisation?.trim() || null;
  const role = input.role?.trim() || null;
  refuseProblems([
    ...(name ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(others.some((one) => one.name === name && one.organisation === organisation && one.role === role)
      ? [{ path: 'name', key: 'meeting.attendanceTwice', values: { name } }]
      : []),
  ]);
  const id: Id<'attendance'> = w.runtime.newId();
  const row = {
    meeting_id: input.meetingId,
    position: Math.max(0, ...others.map((one) => one.position)) + 1,
    name,
    organisation,
    party: input.party?.trim() || null,
    role,
    present: input.present,
  };
  await w.db
    .insertInto('meeting_attendance')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'attendance', recordId: id, after: row });
  return id;
}
