import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { FigureDelivery } from './deliveries.ts';

export type DeliveryFilter = {
  readonly id?: Id<'indicatorDelivery'>;
  readonly indicatorId?: Id<'indicator'>;
  readonly bodyId?: Id<'body'>;
  readonly period?: string;
  /** Those that are still to come, late ones among them. */
  readonly open?: boolean;
  /** Those whose day has gone by without figures. */
  readonly lateOn?: CivilDate;
  readonly limit?: number;
  readonly offset?: number;
};

/** Who delivers what when: the nearest day first among those to come, the latest first when all are asked for. */
export async function listDeliveries(
  r: Reader,
  filter: DeliveryFilter = {},
): Promise<{ readonly rows: readonly FigureDelivery[]; readonly total: number }> {
  let query = r.db
    .selectFrom('indicator_delivery as delivery')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.id', '=', 'delivery.indicator_id').onRef('indicator.tenant_id', '=', 'delivery.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'delivery.body_id').onRef('body.tenant_id', '=', 'delivery.tenant_id'),
    )
    .where('delivery.tenant_id', '=', r.tenantId);
  const { id, indicatorId, bodyId, period, lateOn } = filter;
  if (id !== undefined) query = query.where('delivery.id', '=', id);
  if (period !== undefined) query = query.where('delivery.period', '=', period);
  if (indicatorId !== undefined) query = query.where('delivery.indicator_id', '=', indicatorId);
  if (bodyId !== undefined) query = query.where('delivery.body_id', '=', bodyId);
  if (filter.open || lateOn !== undefined)
    query = query.where('delivery.delivered_on', 'is', null).where('delivery.declined_reason', 'is', null);
  if (lateOn !== undefined) query = query.where('delivery.due_on', '<', lateOn);
  const rows = await query
    .select(['delivery.id', 'delivery.version', 'delivery.indicator_id', 'delivery.body_id', 'delivery.period'])
    .select(['delivery.due_on', 'delivery.delivered_on', 'delivery.declined_reason'])
    .select(['indicator.name as indicator_name', 'body.name as body_name'])
    .select((eb) => eb.fn.countAll<string>().over().as('total'))
    .orderBy('delivery.due_on', filter.open || lateOn !== undefined ? 'asc' : 'desc')
    .orderBy('indicator.name')
    .orderBy('body.name')
    .orderBy('delivery.id')
    .limit(filter.limit ?? 500)
    .offset(filter.offset ?? 0)
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      version: row.version,
      indicatorId: row.indicator_id,
      indicatorName: row.indicator_name,
      bodyId: row.body_id,
      bodyName: row.body_name,
      period: row.period,
      dueOn: row.due_on,
      deliveredOn: row.delivered_on,
      declinedReason: row.declined_reason,
    })),
    total: Number(rows[0]?.total ?? 0),
  };
}
