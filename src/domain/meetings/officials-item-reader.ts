import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { OfficialsItem } from './officials-item.ts';

/** The reports of sub-groups and the places of slides of some items, by item; items without either are left out. */
export async function officialsItemsOf(
  r: Reader,
  itemIds: readonly Id<'agendaItem'>[],
): Promise<ReadonlyMap<string, OfficialsItem>> {
  if (itemIds.length === 0) return new Map();
  const reports = await r.db
    .selectFrom('sub_group_report')
    .select(['agenda_item_id', 'sub_group', 'reporter', 'report'])
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .orderBy('agenda_item_id')
    .orderBy('position')
    .execute();
  const slides = await r.db
    .selectFrom('shown_slides')
    .select(['agenda_item_id', 'kept_in'])
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .execute();
  const ids = new Set([...reports, ...slides].map((row) => row.agenda_item_id));
  return new Map(
    [...ids].map((id) => [
      id,
      {
        reports: reports
          .filter((row) => row.agenda_item_id === id)
          .map(({ sub_group, reporter, report }) => ({ subGroup: sub_group, reporter, report })),
        slidesIn: slides.find((row) => row.agenda_item_id === id)?.kept_in ?? null,
      },
    ]),
  );
}
