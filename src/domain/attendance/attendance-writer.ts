import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';

/** The place after the last on the attendance list of a meeting. */
export async function nextPosition(w: Writer, meetingId: Id<'meeting'>): Promise<number> {
  const row = await w.db
    .selectFrom('meeting_attendance')
    .select('position')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.position ?? 0) + 1;
}
