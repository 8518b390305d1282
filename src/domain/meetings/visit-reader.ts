import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Visit } from './visit.ts';

/** What a study visit or workshop gave, or undefined while nobody has written it. */
export async function findVisit(r: Reader, meetingId: Id<'meeting'>): Promise<Visit | undefined> {
  const row = await r.db
    .selectFrom('visit')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  if (!row) return undefined;
  const focusAreas = await r.db
    .selectFrom('visit_focus_area as link')
    .innerJoin('focus_area', (join) =>
      join.onRef('focus_area.id', '=', 'link.focus_area_id').onRef('focus_area.tenant_id', '=', 'link.tenant_id'),
    )
    .select(['focus_area.id', 'focus_area.area'])
    .where('link.tenant_id', '=', r.tenantId)
    .where('link.meeting_id', '=', meetingId)
    .orderBy('focus_area.position')
    .execute();
  return {
    meetingId: row.meeting_id,
    version: row.version,
    itemId: row.agenda_item_id,
    purpose: row.purpose,
    hostedBy: row.hosted_by,
    learnt: row.learnt,
    focusAreas,
  };
}
