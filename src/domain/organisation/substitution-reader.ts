import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { holdsOn } from './body.ts';
import type { SubstitutionOrder } from './substitution-order.ts';

/** Every order in which deputies of a body have been called in, the newest first. */
export async function listSubstitutionOrders(r: Reader, bodyId: Id<'body'>): Promise<readonly SubstitutionOrder[]> {
  const rows = await r.db
    .selectFrom('substitution_order')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', bodyId)
    .orderBy('valid_from', 'desc')
    .orderBy('party')
    .execute();
  const days = [...new Set(rows.map((row) => row.valid_from))];
  return days.map((validFrom) => {
    const set = rows.filter((row) => row.valid_from === validFrom);
    return {
      orders: set.map((row) => ({ party: row.party, fallsBackOn: row.falls_back_on })),
      validFrom,
      validTo: set[0]?.valid_to ?? null,
      source: set[0]?.source ?? null,
    };
  });
}

/** The order that holds on a day, or undefined when none is recorded: then deputies of the same party serve first, and after them anybody. */
export async function findSubstitutionOrder(
  r: Reader,
  bodyId: Id<'body'>,
  date: CivilDate,
): Promise<SubstitutionOrder | undefined> {
  return (await listSubstitutionOrders(r, bodyId)).find((one) => holdsOn(one, date));
}
