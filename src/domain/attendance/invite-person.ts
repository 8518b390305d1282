import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { type AttendanceCapacity, attendanceCapacities, canServe } from './attendance.ts';
import { nextPosition } from './attendance-writer.ts';
import { addEvents, lockCourse } from './course-writer.ts';
import type { PresenceMode } from './meeting-event.ts';

export type InvitePerson = {
  readonly meetingId: Id<'meeting'>;
  readonly name: string;
  /** Members and deputies come onto the list by their seats (`prepareRollCall`). */
  readonly capacity: Exclude<AttendanceCapacity, 'member' | 'deputy'>;
  readonly organisation?: string | null;
  readonly role?: string | null;
  readonly personId?: Id<'person'> | null;
  /** When the person came, if the meeting is under way. */
  readonly arrived?: { readonly at: string; readonly mode?: PresenceMode };
};

/**
 * Puts somebody beside the members on the list: officials, presenters, who was called in to inform (KL 6:26, R-KL-07), representatives of the staff
 * where the body has them (KL 7:10, R-KL-08), and in an officials' group whoever speaks for a principal, who is named by the principal (R-ORG-3).
 */
export async function invitePerson(w: Writer<'meeting.conduct'>, input: InvitePerson): Promise<Id<'attendance'>> {
  const open = await lockCourse(w, input.meetingId, 'change');
  const { scene } = open.course;
  const [name, organisation] = [input.name.trim(), input.organisation?.trim() || null];
  refuseProblems([
    ...(name ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(input.capacity in attendanceCapacities && !canServe(input.capacity)
      ? []
      : [{ path: 'capacity', key: 'validation.choose' }]),
    ...(input.capacity === 'principal' && !organisation ? [{ path: 'organisation', key: 'validation.required' }] : []),
    ...(scene.people.some((one) => one.name === name && one.organisation === organisation && !canServe(one.capacity))
      ? [{ path: 'name', key: 'meeting.attendanceTwice', values: { name } }]
      : []),
  ]);
  if (input.capacity === 'staffRepresentative' && !scene.rules.some((rules) => rules.staffRepresentatives))
    throw new AppError('course.noStaffRepresentatives');
  if (input.capacity === 'invited' && !scene.rules.some((rules) => rules.informants))
    throw new AppError('course.noInformants');
  const id: Id<'attendance'> = w.runtime.newId();
  const row = {
    name,
    organisation,
    party: null,
    role: input.role?.trim() || null,
    capacity: input.capacity,
    seat_id: null,
    person_id: input.personId ?? null,
  };
  await w.db
    .insertInto('meeting_attendance')
    .values({
      tenant_id: w.tenantId,
      id,
      meeting_id: input.meetingId,
      position: await nextPosition(w, input.meetingId),
      present: false,
      ...row,
    })
    .execute();
  await w.log({ noun: 'attendance', recordId: id, after: row });
  if (!input.arrived) return id;
  await addEvents(w, await lockCourse(w, input.meetingId, 'writeDown'), input.arrived.at, [
    { kind: 'arrived', attendanceId: id, mode: input.arrived.mode ?? 'inRoom', seenAndHeard: false },
  ]);
  return id;
}
