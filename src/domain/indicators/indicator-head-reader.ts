import type { Selectable } from 'kysely';

import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { IndicatorRow } from '../../storage/schema/indicators.ts';
import type { Direction, IndicatorDefinition, IndicatorHead } from './series.ts';

/** The row of an indicator as its head. */
export function headOf(row: Selectable<IndicatorRow>, definition: IndicatorDefinition | null): IndicatorHead {
  const { id, version, name, unit, area, code } = row;
  return {
    ...{ id, version, name, unit, area, code, definition },
    direction: row.direction as Direction,
    countedById: row.counted_by_id,
  };
}

/** The rows of some indicators by id. */
export async function headsOf(
  r: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Selectable<IndicatorRow>>> {
  const rows = await r.db
    .selectFrom('indicator')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** An indicator in the register: its latest value for the whole and how much there is of it. */
export type IndicatorListed = {
  readonly id: Id<'indicator'>;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly area: string | null;
  readonly latest: {
    readonly value: number | null;
    readonly qualifier: string | null;
    readonly asOf: string | null;
    readonly claimed: boolean;
    readonly changePercent: number | null;
    readonly changedFrom: string | null;
  } | null;
  readonly values: number;
  readonly places: number;
};

export type IndicatorListFilter = {
  readonly ids?: readonly Id<'indicator'>[];
  readonly words?: string;
  readonly area?: string;
  /** Those that have been measured, or those that only texts tell of. */
  readonly origin?: 'measured' | 'told';
  readonly limit?: number;
  readonly offset?: number;
};

/** The register of indicators by name, one page of it, and how many there are in all. */
export async function listIndicatorHeads(
  r: Reader,
  filter: IndicatorListFilter = {},
): Promise<{ readonly rows: readonly IndicatorListed[]; readonly total: number }> {
  const words = filter.words?.trim() ? `%${filter.words.trim().replace(/[%_\\]/gu, '\\$&')}%` : null;
  const measured = sql`exists (select 1 from indicator_value v where v.tenant_id = i.tenant_id and v.indicator_id = i.id
    and v.origin <> 'told' and v.replaced_by_id is null)`;
  const { rows } = await sql<ListedRow>`
    with page as (
      select i.*, count(*) over () as total from indicator i
      where i.tenant_id = ${r.tenantId}
        ${words === null ? sql`` : sql`and (i.name ilike ${words} or i.area ilike ${words} or i.code ilike ${words})`}
        ${filter.ids === undefined ? sql`` : sql`and i.id = any(${[...filter.ids]}::uuid[])`}
        ${filter.area === undefined ? sql`` : sql`and i.area = ${filter.area}`}
        ${filter.origin === undefined ? sql`` : filter.origin === 'measured' ? sql`and ${measured}` : sql`and not ${measured}`}
      order by i.name, i.unit limit ${filter.limit ?? 10_000} offset ${filter.offset ?? 0})
    select page.id, page.name, page.unit, page.direction, page.area, page.total::int as total,
      latest.id as value_id, latest.amount, latest.qualifier, latest.as_of, latest.origin, latest.change_percent, latest.changed_from,
      coalesce(counted.values, 0)::int as values, coalesce(counted.places, 0)::int as places
    from page
    left join lateral (
      select v.* from indicator_value v where v.tenant_id = page.tenant_id and v.indicator_id = page.id
        and v.replaced_by_id is null and v.place = '' and v.sex = 'all' and v.age_group = '' and not v.forecast
      order by v.as_of desc nulls last, v.created_at desc limit 1) latest on true
    left join (
      select v.indicator_id, count(*) as values, count(distinct v.place) filter (where v.place <> '') as places
      from indicator_value v where v.tenant_id = ${r.tenantId} and v.replaced_by_id is null
        and v.indicator_id in (select id from page) group by v.indicator_id) counted on counted.indicator_id = page.id
    order by page.name, page.unit`.execute(r.db as never);
  return { rows: rows.map(listedOf), total: rows[0]?.total ?? 0 };
}

type ListedRow = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: string;
  readonly area: string | null;
  readonly total: number;
  readonly value_id: string | null;
  readonly amount: string | null;
  readonly qualifier: string | null;
  readonly as_of: string | null;
  readonly origin: string | null;
  readonly change_percent: string | null;
  readonly changed_from: string | null;
  readonly values: number;
  readonly places: number;
};

function listedOf(row: ListedRow): IndicatorListed {
  const { id, name, unit, area, values, places } = row;
  return {
    ...{ id, name, unit, area, values, places },
    direction: row.direction as Direction,
    latest:
      row.value_id === null
        ? null
        : {
            value: row.amount === null ? null : Number(row.amount),
            qualifier: row.qualifier,
            asOf: row.as_of,
            claimed: row.origin === 'told',
            changePercent: row.change_percent === null ? null : Number(row.change_percent),
            changedFrom: row.changed_from,
          },
  };
}

/** The areas under which indicators are kept. */
export async function listIndicatorAreas(r: Reader): Promise<readonly string[]> {
  const rows = await r.db
    .selectFrom('indicator')
    .select('area')
    .distinct()
    .where('tenant_id', '=', r.tenantId)
    .where('area', 'is not', null)
    .execute();
  return rows.map(({ area }) => area!).toSorted((a, b) => a.localeCompare(b, 'sv'));
}
