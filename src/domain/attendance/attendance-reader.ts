import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Attendance, AttendanceCapacity } from './attendance.ts';

/** The attendance of a meeting in the order of its minutes. */
export async function listAttendance(r: Reader, meetingId: Id<'meeting'>): Promise<readonly Attendance[]> {
  const rows = await r.db
    .selectFrom('meeting_attendance')
    .select(['id', 'name', 'organisation', 'party', 'role', 'present', 'capacity', 'seat_id', 'person_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  return rows.map(({ capacity, seat_id, person_id, ...row }) => ({
    ...row,
    capacity: capacity as AttendanceCapacity | null,
    seatId: seat_id,
    personId: person_id,
  }));
}
