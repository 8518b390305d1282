import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';

/**
 * Which of some items have a § that is adjusted, and so became an official document (R-TF-1, TF 2:10): with its meeting, or by itself at once. Before
 * that, what was decided in them is a draft that nobody outside reads.
 */
export async function finalSections(
  r: Reader,
  itemIds: readonly Id<'agendaItem'>[],
): Promise<ReadonlySet<Id<'agendaItem'>>> {
  if (itemIds.length === 0) return new Set();
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'item.tenant_id').onRef('meeting.id', '=', 'item.meeting_id'),
    )
    .select('item.id')
    .where('item.tenant_id', '=', r.tenantId)
    .where('item.id', 'in', itemIds)
    .where((eb) =>
      eb.or([
        eb('meeting.state', '=', 'adjusted'),
        eb.exists(
          eb
            .selectFrom('adjustment')
            .innerJoin('minutes', (join) =>
              join
                .onRef('minutes.tenant_id', '=', 'adjustment.tenant_id')
                .onRef('minutes.id', '=', 'adjustment.minutes_id'),
            )
            .select('adjustment.id')
            .where('adjustment.tenant_id', '=', r.tenantId)
            .where('adjustment.state', '=', 'adjusted')
            .whereRef('minutes.meeting_id', '=', 'meeting.id')
            .where(sql<boolean>`adjustment.item_ids ? item.id::text`),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
