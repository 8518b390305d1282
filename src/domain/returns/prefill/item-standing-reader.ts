import type { Reader } from '../../../storage/database.ts';
import { isWithheld } from '../../secrecy/index.ts';

/** What an agenda item adds to what was made in it: the § of its minutes, and whether the matter is open to be told of. */
export type ItemStanding = { readonly id: string; readonly section: number | null; readonly secret: boolean };

/** The standing of some items, by id: one query. */
export async function itemStandings(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ItemStanding>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .leftJoin('section_number as section', (join) =>
      join.onRef('section.agenda_item_id', '=', 'item.id').onRef('section.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['item.id', 'matter.secrecy_level', 'section.number'])
    .where('item.tenant_id', '=', r.tenantId)
    .where((eb) => eb('item.id', '=', eb.fn.any(eb.val([...new Set(ids)]))))
    .execute();
  return new Map(
    rows.map(({ id, number, secrecy_level }) => [id, { id, section: number, secret: isWithheld(secrecy_level) }]),
  );
}
