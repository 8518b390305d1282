import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { CommissionRow } from '../../storage/schema/commissions.ts';
import { itemPlaces } from '../collaboration/index.ts';
import type { Commission, CommissionPart, EmploymentForm, ExtentKind } from './commission.ts';
import type { PayerGroup } from './payer.ts';

export type CommissionFilter = {
  readonly id?: Id<'commission'>;
  readonly ids?: readonly Id<'commission'>[];
  readonly agendaItemId?: Id<'agendaItem'>;
  readonly fundId?: Id<'fund'>;
};

/** The commissions that fit a filter, the one that began last first, with what each payer pays. */
export async function listCommissions(r: Reader, filter: CommissionFilter = {}): Promise<readonly Commission[]> {
  if (filter.id !== undefined && !isId(filter.id)) return [];
  let query = commissionRows(r);
  if (filter.id !== undefined) query = query.where('commission.id', '=', filter.id);
  if (filter.ids !== undefined)
    query = query.where((eb) => eb('commission.id', '=', eb.fn.any(eb.val([...filter.ids!]))));
  if (filter.agendaItemId !== undefined) query = query.where('commission.agenda_item_id', '=', filter.agendaItemId);
  if (filter.fundId !== undefined) query = query.where('commission.fund_id', '=', filter.fundId);
  const rows = await query
    .orderBy('commission.starts_on', (order) => order.desc().nullsLast())
    .orderBy('commission.created_at')
    .orderBy('commission.id')
    .execute();
  return rows.length > 0 ? await toCommissions(r, rows) : [];
}

/** One commission. Throws `record.notFound`. */
export async function getCommission(r: Reader, id: Id<'commission'>): Promise<Commission> {
  const [found] = await listCommissions(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** A commission with all that it extends and all that extends it, the first first; alone when it stands alone. */
export async function commissionChain(r: Reader, id: Id<'commission'>): Promise<readonly Commission[]> {
  const linked = await r.db
    .selectFrom('commission')
    .select(['id', 'extends_id'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb.or([
        eb('extends_id', 'is not', null),
        eb(
          'id',
          'in',
          eb
            .selectFrom('commission as later')
            .select('later.extends_id')
            .where('later.tenant_id', '=', r.tenantId)
            .where('later.extends_id', 'is not', null),
        ),
      ]),
    )
    .execute();
  const before = new Map(linked.map((one) => [one.id, one.extends_id]));
  const after = new Map(linked.flatMap((one) => (one.extends_id ? [[one.extends_id, one.id] as const] : [])));
  const ids = new Set<string>([id]);
  for (let at = before.get(id); at && !ids.has(at); at = before.get(at)) ids.add(at);
  for (let at = after.get(id); at && !ids.has(at); at = after.get(at)) ids.add(at);
  const found = new Map((await listCommissions(r, { ids: [...ids] })).map((one) => [one.id, one]));
  const first = [...found.values()].find((one) => !one.extends || !found.has(one.extends.id));
  const chain: Commission[] = [];
  for (let at = first; at && !chain.includes(at); at = found.get(after.get(at.id) ?? '')) chain.push(at);
  return chain;
}

type Row = Selectable<CommissionRow> & {
  body_name: string | null;
  fund_name: string | null;
  before_id: string | null;
  before_ends_on: string | null;
  before_ended_on: string | null;
  after_id: string | null;
  after_starts_on: string | null;
  after_decided: boolean | null;
};

function commissionRows(r: Reader) {
  return r.db
    .selectFrom('commission')
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'commission.tenant_id').onRef('body.id', '=', 'commission.body_id'),
    )
    .leftJoin('fund', (join) =>
      join.onRef('fund.tenant_id', '=', 'commission.tenant_id').onRef('fund.id', '=', 'commission.fund_id'),
    )
    .leftJoin('commission as before', (join) =>
      join.onRef('before.tenant_id', '=', 'commission.tenant_id').onRef('before.id', '=', 'commission.extends_id'),
    )
    .leftJoin('commission as after', (join) =>
      join.onRef('after.tenant_id', '=', 'commission.tenant_id').onRef('after.extends_id', '=', 'commission.id'),
    )
    .selectAll('commission')
    .select([
      'body.name as body_name',
      'fund.name as fund_name',
      'before.id as before_id',
      'before.ends_on as before_ends_on',
      'before.ended_on as before_ended_on',
      'after.id as after_id',
      'after.starts_on as after_starts_on',
      'after.decided as after_decided',
    ])
    .where('commission.tenant_id', '=', r.tenantId);
}

async function toCommissions(r: Reader, rows: readonly Row[]): Promise<readonly Commission[]> {
  const parts = await partsOf(
    r,
    rows.map((row) => row.id),
  );
  const items = await itemPlaces(
    r,
    rows.map((row) => row.agenda_item_id),
  );
  return rows.map((row) => {
    const own = parts.get(row.id) ?? [];
    return {
      id: row.id,
      version: row.version,
      who: row.commissioned,
      what: row.task,
      orderedBy: row.body_id && row.body_name !== null ? { id: row.body_id, name: row.body_name } : null,
      fte: row.fte === null ? null : Number(row.fte),
      extentKind: row.extent_kind as ExtentKind | null,
      employmentForm: row.employment_form as EmploymentForm | null,
      personnelNote: row.personnel_note,
      amounts: own.flatMap(({ money, payer }) => (money ? [{ ...money, payer: payer?.name ?? null }] : [])),
      shares: own.flatMap(({ fte, payer }) => (fte === null ? [] : [{ payer: payer?.name ?? null, fte }])),
      parts: own,
      from: row.starts_on,
      to: row.ends_on,
      fund: row.fund,
      fundRecord: row.fund_id && row.fund_name !== null ? { id: row.fund_id, name: row.fund_name } : null,
      decided: row.decided,
      endedOn: row.ended_on,
      endReason: row.end_reason,
      extends: row.before_id ? { id: row.before_id, lastDay: row.before_ended_on ?? row.before_ends_on } : null,
      extendedBy: row.after_id
        ? { id: row.after_id, from: row.after_starts_on, decided: row.after_decided ?? false }
        : null,
      item: (row.agenda_item_id && items.get(row.agenda_item_id)) || null,
    };
  });
}

async function partsOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly CommissionPart[]>> {
  const rows = await r.db
    .selectFrom('commission_amount')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('commission_id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('position')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.commission_id);
  return new Map(
    [...grouped].map(([id, own]) => [
      id,
      own.map((row) => ({
        payer:
          row.payer === null
            ? null
            : { name: row.payer, bodyId: row.payer_body_id, group: row.payer_group as PayerGroup | null },
        money:
          row.amount === null || row.currency === null ? null : { value: Number(row.amount), currency: row.currency },
        fte: row.fte === null ? null : Number(row.fte),
        year: row.year,
      })),
    ]),
  );
}
