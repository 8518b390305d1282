import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { ActivityPlan, PlannedItem } from './activity-plan.ts';
import { nextPosition } from './activity-plan-writer.ts';

/** What a day takes up under one category, as it is given: the items in their order, in words. */
export type GivenSlot = { readonly category: string; readonly items: readonly string[] };

/**
 * Which line of a slot is which item that was there before. The same words are the same item; what is left is taken by its place in the slot,
 * so that a corrected word does not cut an item off from its goal, its assignments and its history. The answer has the line's words with the
 * item, or undefined for a new one; items that nobody answers to are gone.
 */
export function matchItems(
  before: readonly { readonly category: string; readonly items: readonly PlannedItem[] }[],
  slots: readonly GivenSlot[],
): readonly (readonly { readonly text: string; readonly item: PlannedItem | undefined }[])[] {
  const left = new Set(before.flatMap(({ items }) => items));
  const take = (item: PlannedItem | undefined) => (item && left.delete(item) ? item : undefined);
  const lines = slots.map(({ category, items }) => ({
    category,
    items: items.map((text) => text.trim()).filter(Boolean),
  }));
  const bySameWords = lines.map(({ category, items }) =>
    items.map((text) => {
      const same = [...left].filter((one) => one.text === text);
      const here = before.find((one) => one.category === category)?.items ?? [];
      return take(same.find((one) => here.includes(one)) ?? same[0]);
    }),
  );
  return lines.map(({ category, items }, slot) => {
    const here = before.find((one) => one.category === category)?.items ?? [];
    return items.map((text, index) => ({ text, item: bySameWords[slot]![index] ?? take(here[index]) }));
  });
}

/** The slots with each category once. */
export function mergedSlots(given: readonly GivenSlot[]): readonly GivenSlot[] {
  return [...Map.groupBy(given, ({ category }) => category)].map(([category, same]) => ({
    category,
    items: same.flatMap(({ items }) => items),
  }));
}

/** Writes what a day takes up over what it took up before. */
export async function writeSlots(
  w: Writer,
  plan: ActivityPlan,
  day: { readonly id: Id<'plannedDay'>; readonly date: CivilDate },
  given: readonly GivenSlot[],
): Promise<void> {
  const before = plan.activities.filter(({ dayId }) => dayId === day.id);
  const slots = mergedSlots(given);
  const matched = matchItems(before, slots);
  for (const [index, { category }] of slots.entries()) {
    const known = before.find((one) => one.category === category);
    const slotId = known?.id ?? (await insertSlot(w, plan, day, category));
    await writeItems(w, slotId, matched[index]!);
  }
  const kept = new Set(matched.flat().flatMap(({ item }) => (item ? [item.id as string] : [])));
  const goneItems = before.flatMap(({ items }) => items).filter(({ id }) => !kept.has(id));
  await remove(w, 'planned_item', goneItems);
  await remove(
    w,
    'planned_activity',
    before.filter((one) => !slots.some(({ category }) => category === one.category)),
  );
  await w.db
    .updateTable('planned_activity')
    .set({ held_on: day.date })
    .where('tenant_id', '=', w.tenantId)
    .where('planned_day_id', '=', day.id)
    .execute();
}

async function insertSlot(
  w: Writer,
  plan: ActivityPlan,
  day: { readonly id: Id<'plannedDay'>; readonly date: CivilDate },
  category: string,
): Promise<Id<'plannedActivity'>> {
  const id: Id<'plannedActivity'> = w.runtime.newId();
  const position = await nextPosition(w, 'planned_activity', plan.id);
  await w.db
    .insertInto('planned_activity')
    .values({
      tenant_id: w.tenantId,
      id,
      activity_plan_id: plan.id,
      planned_day_id: day.id,
      position,
      held_on: day.date,
      category,
    })
    .execute();
  return id;
}

async function writeItems(
  w: Writer,
  slotId: Id<'plannedActivity'>,
  lines: readonly { readonly text: string; readonly item: PlannedItem | undefined }[],
): Promise<void> {
  for (const [index, { text, item }] of lines.entries()) {
    const place = { planned_activity_id: slotId, position: index + 1 };
    if (!item)
      await w.db
        .insertInto('planned_item')
        .values({ tenant_id: w.tenantId, id: w.runtime.newId(), topic: text, ...place })
        .execute();
    else
      await w.db
        .updateTable('planned_item')
        .set({
          ...place,
          ...(item.text === text ? {} : { topic: text, copied_from_year: null, version: item.version + 1 }),
        })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', item.id)
        .execute();
  }
}

async function remove(
  w: Writer,
  table: 'planned_item' | 'planned_activity',
  records: readonly { readonly id: string }[],
): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(({ id }) => id);
  await w.db.deleteFrom(table).where('tenant_id', '=', w.tenantId).where('id', 'in', ids).execute();
}
