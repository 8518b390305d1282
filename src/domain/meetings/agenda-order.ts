import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';

/** What of an item its place depends on. */
export type OrderedItem = { readonly id: Id<'agendaItem'>; readonly parentId: Id<'agendaItem'> | null };

/** The items in groups: each with the points under it, in the order of the agenda. */
function groupsOf<Item extends OrderedItem>(items: readonly Item[]): readonly (readonly Item[])[] {
  const heads = items.filter(({ parentId }) => parentId === null);
  return heads.map((head) => [head, ...items.filter(({ parentId }) => parentId === head.id)]);
}

/** The order after an item has changed places with the one before or after it on its level, points under it following; undefined at an end. */
export function movedOrder(
  items: readonly OrderedItem[],
  id: Id<'agendaItem'>,
  direction: 'earlier' | 'later',
): readonly Id<'agendaItem'>[] | undefined {
  const moved = items.find((item) => item.id === id);
  const level = groupsOf(items).map((group) => group.map((item) => item.id));
  const units = moved?.parentId
    ? items.filter(({ parentId }) => parentId === moved.parentId).map((item) => [item.id])
    : level;
  const at = units.findIndex(([head]) => head === id);
  const to = at + (direction === 'earlier' ? -1 : 1);
  const [unit, other] = [units[at], units[to]];
  if (!unit || !other) return undefined;
  const swapped = units.with(at, other).with(to, unit).flat();
  if (!moved?.parentId) return swapped;
  return level.flatMap((group) => (group[0] === moved.parentId ? [moved.parentId, ...swapped] : group));
}

/** The order after an item is put before another of the top level, or last under its parent, or last of all. */
export function orderWith(
  items: readonly OrderedItem[],
  added: OrderedItem,
  before: Id<'agendaItem'> | null,
): readonly Id<'agendaItem'>[] {
  const groups = groupsOf(items).flatMap((group) => {
    const ids = group.map((item) => item.id);
    if (ids[0] === added.parentId) return [[...ids, added.id]];
    return before !== null && ids[0] === before ? [[added.id], ids] : [ids];
  });
  return [...groups.flat(), ...(added.parentId === null && before === null ? [added.id] : [])];
}

/** The numbers of an agenda that is counted anew: 1, 2, 3 …, and 6.1, 6.2 for the points under 6. */
export function agendaNumbers(items: readonly OrderedItem[]): ReadonlyMap<Id<'agendaItem'>, string> {
  return new Map(
    groupsOf(items).flatMap((group, index) =>
      group.map((item, point) => [item.id, point === 0 ? String(index + 1) : `${index + 1}.${point}`] as const),
    ),
  );
}

/** Writes the order of an agenda. A place belongs to one item at every moment, so those that move wait at places that no agenda has. */
export async function writeOrder(
  w: Writer,
  meetingId: Id<'meeting'>,
  order: readonly Id<'agendaItem'>[],
): Promise<void> {
  const rows = await w.db
    .selectFrom('agenda_item')
    .select(['id', 'position'])
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .execute();
  const before = new Map(rows.map(({ id, position }) => [id, position]));
  const moved = order.flatMap((id, index) => (before.get(id) === index + 1 ? [] : [{ id, position: index + 1 }]));
  if (moved.length === 0) return;
  await w.db
    .updateTable('agenda_item')
    .set((eb) => ({ position: eb.neg(eb.ref('position')) }))
    .where('tenant_id', '=', w.tenantId)
    .where(
      'id',
      'in',
      moved.map(({ id }) => id),
    )
    .execute();
  for (const { id, position } of moved)
    await w.db
      .updateTable('agenda_item')
      .set({ position })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
}

/** The items of an agenda in their order, with what their places depend on. */
export async function itemOrder(w: Writer, meetingId: Id<'meeting'>): Promise<readonly OrderedItem[]> {
  const rows = await w.db
    .selectFrom('agenda_item')
    .select(['id', 'parent_id'])
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ id: row.id, parentId: row.parent_id }));
}
