import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Attendance } from './attendance.ts';

/** The attendance of a meeting in the order of its minutes. */
export async function listAttendance(r: Reader, meetingId: Id<'meeting'>): Promise<readonly Attendance[]> {
  const rows = await r.db
    .selectFrom('meeting_attendance')
    .select(['id', 'name', 'organisation', 'party', 'role', 'present'])
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  return rows;
}
