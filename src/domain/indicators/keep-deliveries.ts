import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { getBody } from '../organisation/index.ts';
import { asOfKind } from './as-of.ts';

export type PlanDeliveries = {
  readonly indicatorId: Id<'indicator'>;
  readonly bodyIds: readonly Id<'body'>[];
  readonly period: string;
  readonly dueOn: CivilDate;
};

/** Agrees that some principals deliver the figures of a period by a day. Those that are agreed already keep their row, and get the new day. */
export async function planDeliveries(w: Writer<'indicator.edit'>, input: PlanDeliveries): Promise<number> {
  const indicator = await lockRow(w, 'indicator', input.indicatorId);
  refuseProblems([
    ...(input.bodyIds.length > 0 ? [] : [{ path: 'bodyIds', key: 'validation.choose' }]),
    ...(asOfKind(input.period) ? [] : [{ path: 'period', key: 'indicators.asOf' }]),
    ...(isCivilDate(input.dueOn) ? [] : [{ path: 'dueOn', key: 'validation.date' }]),
  ]);
  for (const bodyId of new Set(input.bodyIds)) {
    await getBody(w, bodyId);
    const row = { indicator_id: indicator.id, body_id: bodyId, period: input.period, due_on: input.dueOn };
    const { id } = await w.db
      .insertInto('indicator_delivery')
      .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'indicator_id', 'body_id', 'period'])
          .doUpdateSet((eb) => ({ due_on: input.dueOn, version: eb('indicator_delivery.version', '+', 1) })),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    await w.log({ noun: 'indicatorDelivery', recordId: id, after: row });
  }
  return new Set(input.bodyIds).size;
}

/** Notes that the figures of a period came, or why they cannot come. */
export async function closeDelivery(
  w: Writer<'indicator.edit' | 'indicator.deliver' | 'release.receive'>,
  input: {
    readonly deliveryId: Id<'indicatorDelivery'>;
    readonly on: CivilDate;
    readonly declinedReason?: string | null;
  },
): Promise<void> {
  const before = await lockRow(w, 'indicator_delivery', input.deliveryId);
  const declined = input.declinedReason?.trim() || null;
  const row = { delivered_on: declined === null ? input.on : null, declined_reason: declined };
  await w.db
    .updateTable('indicator_delivery')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'indicatorDelivery', recordId: before.id, before, after: row });
}
