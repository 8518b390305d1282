import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { DiscussionGroup } from './theme.ts';

/** The questions to discuss under some items, by item, in order. */
export async function questionsOf(
  r: Reader,
  itemIds: readonly Id<'agendaItem'>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('theme_question')
    .select(['agenda_item_id', 'question'])
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .orderBy('agenda_item_id')
    .orderBy('position')
    .execute();
  const byItem = Map.groupBy(rows, (row) => row.agenda_item_id);
  return new Map([...byItem].map(([id, those]) => [id, those.map(({ question }) => question)]));
}

/** The groups of a meeting in order. */
export async function groupsOf(r: Reader, meetingId: Id<'meeting'>): Promise<readonly DiscussionGroup[]> {
  return await r.db
    .selectFrom('discussion_group')
    .select(['name', 'people'])
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
}
