import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { IndicatorDefinitionRow, IndicatorValueRow } from '../../storage/schema/indicators.ts';
import { type SourcePlace, sourcePlacesOf } from '../matters/index.ts';
import { compareAsOf } from './as-of.ts';
import { headOf, headsOf } from './indicator-head-reader.ts';
import type {
  Dimensions,
  IndicatorDefinition,
  MissingReason,
  Series,
  SeriesFilter,
  SeriesPoint,
  SeriesTarget,
  Sex,
  TargetBound,
  TargetKind,
  ValueOrigin,
} from './series.ts';

/** More points than a page draws or a file of one series needs; a larger series is asked for in parts. */
const mostPoints = 5_000;

type ValueRow = { readonly [K in keyof IndicatorValueRow]: unknown } & {
  readonly id: string;
  readonly indicator_id: string;
};

/** Some indicators as series, in the order of the ids, in a number of queries that does not grow. */
export async function listSeries(
  r: Reader,
  ids: readonly Id<'indicator'>[],
  filter: SeriesFilter = {},
): Promise<readonly Series[]> {
  if (ids.length === 0) return [];
  const limit = filter.limit ?? mostPoints;
  const heads = await headsOf(r, ids);
  const definitions = Map.groupBy(await definitionsOf(r, ids), (one) => one.indicator_id);
  const targets = Map.groupBy(await targetsOf(r, ids), (one) => one.indicator_id);
  const values = Map.groupBy(await valuesOf(r, ids, filter, limit + 1), (one) => one.indicator_id);
  const told = [...values.values()].flat().map(({ id }) => id);
  // Only values that somebody read in a paper have a passage; tables of many thousands have none, and are not asked about.
  const places = Map.groupBy(
    told.length > mostPoints ? [] : await placesOf(r, told),
    (place) => place.recordId as string,
  );
  return ids.flatMap((id) => {
    const head = heads.get(id);
    if (!head) return [];
    const own = values.get(id) ?? [];
    const versions = (definitions.get(id) ?? []).map(definitionOf);
    return {
      indicator: headOf(head, versions.at(-1) ?? null),
      points: own
        .slice(0, limit)
        .map((row) => pointOf(row, places.get(row.id)?.[0] ?? null))
        .toSorted((a, b) => compareAsOf(a.asOf, b.asOf)),
      targets: (targets.get(id) ?? []).map(targetOf),
      breaks: versions
        .filter((one) => one.breaksSeries && one.validFrom !== null)
        .map((one) => ({ asOf: one.validFrom!, note: one.breakNote })),
      definitions: versions,
      more: own.length > limit,
    };
  });
}

/** One indicator as a series. Throws `record.notFound`. */
export async function getSeries(r: Reader, id: Id<'indicator'>, filter: SeriesFilter = {}): Promise<Series> {
  const [found] = await listSeries(r, [id], filter);
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** One value with the indicator that it is of. Throws `record.notFound`, also for a value that another has replaced. */
export async function getValue(
  r: Reader,
  id: Id<'indicatorValue'>,
): Promise<{ readonly indicator: Series['indicator']; readonly point: SeriesPoint }> {
  const row = await r.db
    .selectFrom('indicator_value')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', id)
    .where('replaced_by_id', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  const { indicator } = await getSeries(r, row.indicator_id, { limit: 0 });
  return { indicator, point: pointOf(row, null) };
}

/** The places, sexes and ages for which an indicator has values. */
export async function dimensionsOf(r: Reader, id: Id<'indicator'>): Promise<Dimensions> {
  const rows = await r.db
    .selectFrom('indicator_value')
    .select(['place', 'sex', 'age_group'])
    .distinct()
    .where('tenant_id', '=', r.tenantId)
    .where('indicator_id', '=', id)
    .where('replaced_by_id', 'is', null)
    .execute();
  const distinct = (of: (row: (typeof rows)[number]) => string) =>
    [...new Set(rows.map(of))].toSorted((a, b) => a.localeCompare(b, 'sv', { numeric: true }));
  return {
    places: distinct(({ place }) => place),
    sexes: distinct(({ sex }) => sex) as readonly Sex[],
    ageGroups: distinct(({ age_group }) => age_group),
  };
}

/** The values of some indicators, the latest of each first and at most so many of each. */
function valuesOf(
  r: Reader,
  ids: readonly string[],
  filter: SeriesFilter,
  limit: number,
): Promise<readonly ValueRow[]> {
  let inner = r.db
    .selectFrom('indicator_value')
    .selectAll()
    .select(
      sql<string>`row_number() over (partition by indicator_id order by as_of desc nulls last, created_at desc)`.as(
        'place_in_line',
      ),
    )
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('indicator_id', '=', eb.fn.any(eb.val([...ids]))))
    .where('replaced_by_id', 'is', null);
  if (filter.place !== undefined) inner = inner.where('place', '=', filter.place);
  if (filter.sex !== undefined) inner = inner.where('sex', '=', filter.sex);
  if (filter.ageGroup !== undefined) inner = inner.where('age_group', '=', filter.ageGroup);
  if (filter.forecast !== undefined) inner = inner.where('forecast', '=', filter.forecast);
  if (filter.from !== undefined) inner = inner.where('as_of', '>=', filter.from);
  // A year takes its months and days with it, in whatever order the database puts letters.
  const { to } = filter;
  if (to !== undefined) inner = inner.where((eb) => eb.or([eb('as_of', '<=', to), eb('as_of', 'like', `${to}-%`)]));
  return r.db
    .selectFrom(inner.as('latest'))
    .selectAll()
    .where('place_in_line', '<=', String(limit))
    .orderBy('indicator_id')
    .orderBy('as_of', (order) => order.desc().nullsLast())
    .orderBy('created_at', 'desc')
    .execute() as Promise<readonly ValueRow[]>;
}

async function placesOf(r: Reader, ids: readonly string[]): Promise<readonly SourcePlace[]> {
  return ids.length === 0 ? [] : await sourcePlacesOf(r, ids);
}

function definitionsOf(r: Reader, ids: readonly string[]): Promise<readonly IndicatorDefinitionRow[]> {
  return r.db
    .selectFrom('indicator_definition')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('indicator_id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('number')
    .execute();
}

async function targetsOf(r: Reader, ids: readonly string[]) {
  return await r.db
    .selectFrom('indicator_target')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('indicator_id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('from_as_of', (order) => order.asc().nullsFirst())
    .orderBy('created_at')
    .execute();
}

function definitionOf(row: IndicatorDefinitionRow): IndicatorDefinition {
  const { number, definition, numerator, denominator, source, method } = row;
  return {
    ...{ number, definition, numerator, denominator, source, method },
    validFrom: row.valid_from,
    breaksSeries: row.breaks_series,
    breakNote: row.break_note,
    madeAt: row.made_at,
    madeBy: row.made_by,
  };
}

function targetOf(row: Awaited<ReturnType<typeof targetsOf>>[number]): SeriesTarget {
  const { id, version, denominator, place, note } = row;
  return {
    ...{ id, version, denominator, place, note },
    kind: row.kind as TargetKind,
    bound: row.bound as TargetBound,
    value: Number(row.amount),
    from: row.from_as_of,
    to: row.to_as_of,
  };
}

const numberOrNull = (value: string | null): number | null => (value === null ? null : Number(value));

function pointOf(values: ValueRow, sourcePassage: SourcePlace | null): SeriesPoint {
  const row = values as unknown as Record<keyof IndicatorValueRow, never>;
  return {
    id: row.id,
    version: row.version,
    asOf: row.as_of,
    value: numberOrNull(row.amount),
    missing: row.missing_reason as MissingReason | null,
    qualifier: row.qualifier,
    place: row.place,
    sex: row.sex as Sex,
    ageGroup: row.age_group,
    origin: row.origin as ValueOrigin,
    claimed: (row.origin as ValueOrigin) === 'told',
    forecast: row.forecast,
    preliminary: row.preliminary,
    of: numberOrNull(row.of_amount),
    to: numberOrNull(row.to_amount),
    changePercent: numberOrNull(row.change_percent),
    changedFrom: row.changed_from,
    comparable: row.comparable,
    note: row.note,
    definitionNumber: row.definition_number,
    correctionReason: row.correction_reason,
    sourcePassage,
  };
}
