import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { OfficialsItem, SubGroupReport } from './officials-item.ts';

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

/** What the sub-groups reported at some meetings, by meeting: for a look at who has reported and who has not. */
export async function officialsItemsOfMeetings(
  r: Reader,
  meetingIds: readonly Id<'meeting'>[],
): Promise<ReadonlyMap<string, readonly SubGroupReport[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('sub_group_report as report')
    .innerJoin('agenda_item as item', (join) =>
      join.onRef('item.tenant_id', '=', 'report.tenant_id').onRef('item.id', '=', 'report.agenda_item_id'),
    )
    .select(['item.meeting_id', 'report.sub_group', 'report.reporter', 'report.report'])
    .where('report.tenant_id', '=', r.tenantId)
    .where('item.meeting_id', 'in', meetingIds)
    .orderBy('report.agenda_item_id')
    .orderBy('report.position')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.meeting_id)].map(([id, those]) => [
      id,
      those.map(({ sub_group, reporter, report }) => ({ subGroup: sub_group, reporter, report })),
    ]),
  );
}
