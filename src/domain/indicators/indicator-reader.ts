import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Indicator, PopulationChange } from './indicator.ts';
import { undivided } from './series.ts';

export type IndicatorFilter = {
  readonly id?: Id<'indicator'>;
  readonly ids?: readonly Id<'indicator'>[];
  readonly name?: string;
  readonly unit?: string;
};

/** The indicators that fit a filter by name, each with its values for the whole, undivided, in the order of time: series in parts are `listSeries`. */
export async function listIndicators(r: Reader, filter: IndicatorFilter = {}): Promise<readonly Indicator[]> {
  let query = r.db.selectFrom('indicator').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.ids !== undefined) query = query.where((eb) => eb('id', '=', eb.fn.any(eb.val([...filter.ids!]))));
  if (filter.name !== undefined) query = query.where('name', '=', filter.name.trim());
  if (filter.unit !== undefined) query = query.where('unit', '=', filter.unit.trim());
  const rows = await query.orderBy('name').execute();
  if (rows.length === 0) return [];
  const values = await r.db
    .selectFrom('indicator_value')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where(
      'indicator_id',
      'in',
      rows.map((row) => row.id),
    )
    .where('replaced_by_id', 'is', null)
    .where('amount', 'is not', null)
    .where('place', '=', undivided.place)
    .where('sex', '=', undivided.sex)
    .where('age_group', '=', undivided.ageGroup)
    .orderBy('as_of', (order) => order.asc().nullsFirst())
    .orderBy('created_at')
    .execute();
  const ofIndicator = Map.groupBy(values, (one) => one.indicator_id);
  return rows.map(({ id, version, name, unit }) => ({
    id,
    version,
    name,
    unit,
    values: (ofIndicator.get(id) ?? []).map((one) => ({
      id: one.id,
      version: one.version,
      value: Number(one.amount),
      qualifier: one.qualifier,
      asOf: one.as_of,
      changePercent: one.change_percent === null ? null : Number(one.change_percent),
      changedFrom: one.changed_from,
    })),
  }));
}

/** One indicator. Throws `record.notFound`. */
export async function getIndicator(r: Reader, id: Id<'indicator'>): Promise<Indicator> {
  const [found] = await listIndicators(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** The population tables, one age group after another, municipalities in Swedish order. */
export async function listPopulationChanges(r: Reader): Promise<readonly PopulationChange[]> {
  const rows = await r.db
    .selectFrom('population_change')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('age_group')
    .orderBy('from_year')
    .orderBy('municipality')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    municipality: row.municipality,
    ageGroup: row.age_group,
    from: { year: row.from_year, count: row.from_count },
    to: { year: row.to_year, count: row.to_count },
    printedChange: row.printed_change,
    printedPercent: row.printed_percent === null ? null : Number(row.printed_percent),
  }));
}
