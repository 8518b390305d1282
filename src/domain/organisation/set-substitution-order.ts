import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from './organisation-reader.ts';
import { partyDesignation } from './party.ts';
import { hasSeats } from './rulesets.ts';
import { type PartyOrder, substitutionProblems } from './substitution-order.ts';
import { listSubstitutionOrders } from './substitution-reader.ts';

export type SetSubstitutionOrder = {
  readonly bodyId: Id<'body'>;
  readonly orders: readonly PartyOrder[];
  readonly validFrom: CivilDate;
  /** The decision of the assembly or the document that says so. */
  readonly source?: string;
};

/** Records in which order deputies are called in from a day on (R-KL-20). What held before ends the day before; what begins later stays. */
export async function setSubstitutionOrder(w: Writer<'organisation.edit'>, input: SetSubstitutionOrder): Promise<void> {
  requireBody(w.auth, input.bodyId);
  await lockRow(w, 'body', input.bodyId);
  const { kind } = await getBody(w, input.bodyId);
  if (!hasSeats(kind)) refuseProblems([{ path: 'bodyId', key: 'seat.bodyHasNone' }]);
  if (input.orders.length === 0) refuseProblems([{ path: 'orders', key: 'validation.required' }]);
  const orders = input.orders.map(({ party, fallsBackOn }) => ({
    party: partyDesignation(party) ?? party,
    fallsBackOn: fallsBackOn.map((one) => partyDesignation(one) ?? one),
  }));
  refuseProblems(substitutionProblems(orders));
  const earlier = await listSubstitutionOrders(w, input.bodyId);
  const next = earlier.filter((one) => one.validFrom > input.validFrom).at(-1);
  const before = earlier.find((one) => one.validFrom <= input.validFrom);
  await w.db
    .deleteFrom('substitution_order')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', input.bodyId)
    .where('valid_from', '=', input.validFrom)
    .execute();
  if (before && before.validFrom < input.validFrom)
    await w.db
      .updateTable('substitution_order')
      .set({ valid_to: addDays(input.validFrom, -1) })
      .where('tenant_id', '=', w.tenantId)
      .where('body_id', '=', input.bodyId)
      .where('valid_from', '=', before.validFrom)
      .execute();
  await w.db
    .insertInto('substitution_order')
    .values(
      orders.map(({ party, fallsBackOn }) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        body_id: input.bodyId,
        party,
        falls_back_on: JSON.stringify(fallsBackOn),
        valid_from: input.validFrom,
        valid_to: next ? addDays(next.validFrom, -1) : null,
        source: input.source?.trim() || null,
      })),
    )
    .execute();
  await w.log({ noun: 'body', recordId: input.bodyId, summary: 'substitutionOrder', before, after: input });
}
