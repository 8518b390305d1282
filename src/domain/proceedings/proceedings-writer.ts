import type { Updateable } from 'kysely';
import type { Writer } from '../../storage/database.ts';
import type { ItemOutcomeRow } from '../../storage/schema/proceedings.ts';
import type { ItemOutcome } from './item-outcome.ts';

type OutcomeColumns = Omit<Updateable<ItemOutcomeRow>, 'tenant_id' | 'agenda_item_id' | 'version'>;

/** Writes something about how an item ends, as its next version; the row is made when there was none. Call it with the meeting locked. */
export async function writeOutcome(w: Writer, before: ItemOutcome, columns: OutcomeColumns): Promise<void> {
  if (before.version === 0)
    await w.db
      .insertInto('item_outcome')
      .values({ tenant_id: w.tenantId, agenda_item_id: before.itemId, ...columns })
      .execute();
  else
    await w.db
      .updateTable('item_outcome')
      .set({ ...columns, version: before.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('agenda_item_id', '=', before.itemId)
      .execute();
}
