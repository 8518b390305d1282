import type { Reader } from '../../storage/database.ts';
import type { BodyName } from './meeting.ts';

/** The further bodies of joint meetings, by meeting; the first body stands on the meeting itself. */
export async function jointBodiesOf(r: Reader, meetingIds: readonly string[]): Promise<Map<string, BodyName[]>> {
  const found = new Map<string, BodyName[]>();
  if (meetingIds.length === 0) return found;
  const rows = await r.db
    .selectFrom('meeting_body')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting_body.body_id').onRef('body.tenant_id', '=', 'meeting_body.tenant_id'),
    )
    .select(['meeting_body.meeting_id', 'body.id', 'body.name'])
    .where('meeting_body.tenant_id', '=', r.tenantId)
    .where('meeting_body.meeting_id', 'in', meetingIds)
    .orderBy('body.name')
    .execute();
  for (const row of rows)
    found.set(row.meeting_id, [...(found.get(row.meeting_id) ?? []), { id: row.id, name: row.name }]);
  return found;
}
