import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { MeetingEventRow } from '../../storage/schema/attendance.ts';
import { sectionNumbersOf } from '../meetings/index.ts';
import { bodyRulesOn, listSeats } from '../organisation/index.ts';
import { listAttendance } from './attendance-reader.ts';
import { type AttendanceRecord, attendanceRecord } from './attendance-record.ts';
import { type Course, courseOf } from './course.ts';
import type { CourseScene } from './course-state.ts';
import type { EventFact, LeaveReason, MeetingEvent, PresenceMode } from './meeting-event.ts';
import { itemSpans } from './presence.ts';
import { courseRulesOf } from './scene-rules.ts';

/** The course of a meeting as it stands, for pages and for whoever asks who is present, serves or may vote. */
export async function readCourse(r: Reader, meetingId: Id<'meeting'>): Promise<Course> {
  const meeting = await getRow(r, 'meeting', meetingId);
  const joint = await r.db
    .selectFrom('meeting_body')
    .select('body_id')
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .execute();
  const bodyIds = [meeting.body_id, ...joint.map((one) => one.body_id)];
  return courseOf(await sceneOf(r, meetingId, bodyIds, meeting.held_on), await listEvents(r, meetingId));
}

/** Who is on the list, which seats the bodies have that day, and by which rules they meet. */
export async function sceneOf(
  r: Reader,
  meetingId: Id<'meeting'>,
  bodyIds: readonly Id<'body'>[],
  heldOn: CivilDate,
): Promise<CourseScene> {
  const rules = [];
  const seats = [];
  for (const bodyId of bodyIds) {
    rules.push(courseRulesOf(bodyId, await bodyRulesOn(r, bodyId, heldOn)));
    seats.push(...(await listSeats(r, bodyId, heldOn)).filter((seat) => seat.kind === 'member'));
  }
  return { people: await listAttendance(r, meetingId), seats, rules };
}

/** What happened in a meeting and was not withdrawn, in the order in which it was noted. */
export async function listEvents(r: Reader, meetingId: Id<'meeting'>): Promise<readonly MeetingEvent[]> {
  const rows = await r.db
    .selectFrom('meeting_event')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('withdrawn', '=', false)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ id: row.id, seq: row.seq, day: row.day, at: row.at, ...factOf(row) }));
}

/** The columns of an event; what a kind does not have is null. */
export function columnsOf(fact: EventFact) {
  return {
    kind: fact.kind,
    attendance_id: 'attendanceId' in fact ? fact.attendanceId : null,
    agenda_item_id: 'itemId' in fact ? fact.itemId : null,
    seat_id: 'seatId' in fact ? fact.seatId : null,
    mode: fact.kind === 'arrived' ? fact.mode : null,
    reason:
      fact.kind === 'left'
        ? fact.reason
        : fact.kind === 'arrived' && fact.seenAndHeard
          ? 'seenAndHeard'
          : fact.kind === 'resumed' && fact.nextDay
            ? 'nextDay'
            : null,
  };
}

function factOf(row: Omit<MeetingEventRow, 'tenant_id'>): EventFact {
  const attendanceId = row.attendance_id!;
  const itemId = row.agenda_item_id!;
  const kind = row.kind as EventFact['kind'];
  switch (kind) {
    case 'resumed':
      return { kind, nextDay: row.reason === 'nextDay' };
    case 'itemBegan':
    case 'itemEnded':
      return { kind, itemId };
    case 'arrived':
      return { kind, attendanceId, mode: row.mode as PresenceMode, seenAndHeard: row.reason === 'seenAndHeard' };
    case 'left':
      return { kind, attendanceId, reason: row.reason as LeaveReason };
    case 'beganServing':
      return { kind, attendanceId, seatId: row.seat_id! };
    case 'stoppedServing':
      return { kind, attendanceId };
    case 'disqualified':
    case 'excluded':
    case 'returned':
      return { kind, attendanceId, itemId };
    default:
      return { kind };
  }
}

/** The attendance of a meeting in the groups of its minutes, with the §§ of one of its bodies (the first unless told). */
export async function attendanceOf(
  r: Reader,
  meetingId: Id<'meeting'>,
  bodyId?: Id<'body'>,
): Promise<AttendanceRecord> {
  const course = await readCourse(r, meetingId);
  const own = bodyId ?? course.scene.rules[0]?.bodyId;
  const itemIds = itemSpans(course).map((span) => span.itemId);
  const numbers = (await sectionNumbersOf(r, itemIds)).filter((one) => one.bodyId === own);
  return attendanceRecord(
    await listAttendance(r, meetingId),
    course,
    new Map(numbers.map((one) => [one.itemId, one.number])),
  );
}
