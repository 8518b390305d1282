import type { Reader } from '../../storage/database.ts';

/** The number of the definition that holds now, for each of some indicators that have one. */
export async function listDefinitionNumbers(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('indicator_definition')
    .select(['indicator_id', (eb) => eb.fn.max('number').as('number')])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('indicator_id', '=', eb.fn.any(eb.val([...ids]))))
    .groupBy('indicator_id')
    .execute();
  return new Map(rows.map(({ indicator_id, number }) => [indicator_id, Number(number)]));
}
