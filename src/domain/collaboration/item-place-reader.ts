import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ItemPlace } from './item-place.ts';

/** The meetings and titles of agenda items, by the id of the item. */
export async function itemPlaces(
  r: Reader,
  ids: readonly (Id<'agendaItem'> | null)[],
): Promise<ReadonlyMap<string, ItemPlace>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['item.id', 'item.number', 'item.title', 'item.meeting_id', 'meeting.held_on', 'body.name'])
    .where('item.tenant_id', '=', r.tenantId)
    .where('item.id', 'in', wanted)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: row.number ? `${row.number}. ${row.title}` : row.title,
        meetingId: row.meeting_id,
        heldOn: row.held_on,
        bodyName: row.name,
      },
    ]),
  );
}

/** More items than the meetings of a year hold, for a choice of where something was said. */
const mostItems = 80;

/** The latest items of a body's meetings up to a day, the newest meeting first: where an appointment or a word of support can have been given. */
export async function latestItemsOf(r: Reader, bodyId: Id<'body'>, day: CivilDate): Promise<readonly ItemPlace[]> {
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .select('item.id')
    .where('item.tenant_id', '=', r.tenantId)
    .where('meeting.body_id', '=', bodyId)
    .where('meeting.held_on', '<=', day)
    .where('meeting.state', '<>', 'cancelled')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('item.position')
    .orderBy('item.id')
    .limit(mostItems)
    .execute();
  const ids = rows.map(({ id }) => id as Id<'agendaItem'>);
  const places = await itemPlaces(r, ids);
  return ids.flatMap((id) => places.get(id) ?? []);
}
