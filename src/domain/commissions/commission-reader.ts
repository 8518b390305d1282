import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { CommissionRow } from '../../storage/schema/collaboration.ts';
import { itemPlaces } from '../collaboration/index.ts';
import type { Commission } from './commission.ts';

export type CommissionFilter = {
  readonly id?: Id<'commission'>;
  readonly ids?: readonly Id<'commission'>[];
  readonly agendaItemId?: Id<'agendaItem'>;
};

/** The commissions that fit a filter, the one that began last first, with what each payer pays. */
export async function listCommissions(r: Reader, filter: CommissionFilter = {}): Promise<readonly Commission[]> {
  let query = r.db.selectFrom('commission').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.ids !== undefined) query = query.where((eb) => eb('id', '=', eb.fn.any(eb.val([...filter.ids!]))));
  if (filter.agendaItemId !== undefined) query = query.where('agenda_item_id', '=', filter.agendaItemId);
  const rows = await query
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('created_at')
    .execute();
  return rows.length > 0 ? await toCommissions(r, rows) : [];
}

/** One commission. Throws `record.notFound`. */
export async function getCommission(r: Reader, id: Id<'commission'>): Promise<Commission> {
  const [found] = await listCommissions(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}

async function toCommissions(r: Reader, rows: readonly Selectable<CommissionRow>[]): Promise<readonly Commission[]> {
  const amounts = await r.db
    .selectFrom('commission_amount')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where(
      'commission_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute();
  const items = await itemPlaces(
    r,
    rows.map((row) => row.agenda_item_id),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    who: row.commissioned,
    what: row.task,
    fte: row.fte === null ? null : Number(row.fte),
    amounts: amounts.flatMap(({ commission_id, amount, currency, payer }) =>
      commission_id === row.id && amount !== null && currency !== null
        ? [{ value: Number(amount), currency, payer }]
        : [],
    ),
    shares: amounts.flatMap(({ commission_id, fte, payer }) =>
      commission_id === row.id && fte !== null ? [{ payer, fte: Number(fte) }] : [],
    ),
    from: row.starts_on,
    to: row.ends_on,
    fund: row.fund,
    decided: row.decided,
    item: (row.agenda_item_id && items.get(row.agenda_item_id)) || null,
  }));
}
