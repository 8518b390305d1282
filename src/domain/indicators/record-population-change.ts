import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { listPopulationChanges } from './indicator-reader.ts';

export type RecordPopulationChange = {
  readonly municipality: string;
  readonly ageGroup: string;
  readonly from: { readonly year: number; readonly count: number };
  readonly to: { readonly year: number; readonly count: number };
  readonly printedChange?: number | null;
  readonly printedPercent?: number | null;
};

/** Puts a row of a population table on record. One row a municipality, age group and pair of years. */
export async function recordPopulationChange(
  w: Writer<'period.edit' | 'intake.confirm'>,
  input: RecordPopulationChange,
): Promise<Id<'populationChange'>> {
  const whole = (path: string, value: number) =>
    Number.isInteger(value) && value >= 0 ? [] : [{ path, key: 'validation.number' }];
  const same = (await listPopulationChanges(w)).some(
    (one) =>
      one.municipality === input.municipality.trim() &&
      one.ageGroup === input.ageGroup.trim() &&
      one.from.year === input.from.year &&
      one.to.year === input.to.year,
  );
  refuseProblems([
    ...(input.municipality.trim() ? [] : [{ path: 'municipality', key: 'validation.required' }]),
    ...(input.ageGroup.trim() ? [] : [{ path: 'ageGroup', key: 'validation.required' }]),
    ...whole('from.count', input.from.count),
    ...whole('to.count', input.to.count),
    ...(same ? [{ path: 'municipality', key: 'indicators.rowExists' }] : []),
  ]);
  const id: Id<'populationChange'> = w.runtime.newId();
  const row = {
    municipality: input.municipality.trim(),
    age_group: input.ageGroup.trim(),
    from_year: input.from.year,
    from_count: input.from.count,
    to_year: input.to.year,
    to_count: input.to.count,
    printed_change: input.printedChange ?? null,
    printed_percent:
      input.printedPercent === undefined || input.printedPercent === null ? null : String(input.printedPercent),
  };
  await w.db
    .insertInto('population_change')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'populationChange', recordId: id, after: row });
  return id;
}
