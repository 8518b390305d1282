import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Memo, MemoContent, MemoSection } from './memo.ts';
import type { MemoState } from './memo-transitions.ts';

/** The memo of an item, or undefined when none is begun. */
export async function findMemo(r: Reader, itemId: Id<'agendaItem'>): Promise<Memo | undefined> {
  return (await memosOfItems(r, [itemId])).get(itemId);
}

/** The memos of some items, by item. */
export async function memosOfItems(r: Reader, itemIds: readonly string[]): Promise<ReadonlyMap<string, Memo>> {
  if (itemIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('memo')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.agenda_item_id,
      {
        id: row.id,
        version: row.version,
        itemId: row.agenda_item_id,
        state: row.state as MemoState,
        unit: row.unit,
        officer: row.officer,
        sections: row.sections as MemoContent['sections'],
        noConsequences: row.no_consequences as readonly MemoSection[],
        basis: row.basis,
        signatures: row.signatures,
        recipients: row.recipients,
      },
    ]),
  );
}

/** What a memo says, without its record: what a notice freezes and a document prints. */
export function memoContentOf(memo: Memo): MemoContent {
  const { unit, officer, sections, noConsequences, basis, signatures, recipients } = memo;
  return { unit, officer, sections, noConsequences, basis, signatures, recipients };
}
