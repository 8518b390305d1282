import type { Reader } from '../../storage/database.ts';
import { type NewValue, valueKey } from './figure-input.ts';
import type { Sex } from './series.ts';

/** What is kept of measured values, by the key of each: for saying whether a value is new, the same or a correction. */
export async function listKeptValues(r: Reader, values: readonly Pick<NewValue, 'indicatorId' | 'asOf'>[]) {
  const indicators = [...new Set(values.map(({ indicatorId }) => indicatorId as string))];
  const times = [...new Set(values.map(({ asOf }) => asOf))];
  if (indicators.length === 0) return new Map<string, never>();
  const rows = await r.db
    .selectFrom('indicator_value')
    .select(['id', 'version', 'indicator_id', 'as_of', 'place', 'sex', 'age_group', 'forecast'])
    .select(['amount', 'missing_reason', 'preliminary'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('indicator_id', '=', eb.fn.any(eb.val(indicators))))
    .where((eb) => eb('as_of', '=', eb.fn.any(eb.val(times))))
    .where('origin', '<>', 'told')
    .where('replaced_by_id', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      valueKey({
        indicatorId: row.indicator_id,
        asOf: row.as_of!,
        place: row.place,
        sex: row.sex as Sex,
        ageGroup: row.age_group,
        forecast: row.forecast,
      }),
      row,
    ]),
  );
}
