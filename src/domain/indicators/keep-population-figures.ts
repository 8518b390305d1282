import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type NewValue, valueKey } from './figure-input.ts';
import type { PopulationChange } from './indicator.ts';
import { keepValues } from './keep-values.ts';
import { listKeptValues } from './kept-value-reader.ts';
import { populationFigures, populationIndicators } from './population-figures.ts';
import { enterIndicator } from './record-indicator-value.ts';

export type KeepPopulationFigures = Pick<PopulationChange, 'municipality' | 'ageGroup' | 'from' | 'to'> & {
  /** The year of the paper that the row stands in; what it says of later years is a forecast. */
  readonly toldIn?: number;
};
export type KeptPopulationFigure = { readonly valueId: Id<'indicatorValue'>; readonly created: boolean };

/**
 * Keeps the numbers of a population row as values of *folkmängd* and *befolkningsprognos*, so that they can be read, compared and drawn as every other
 * series. A number that is there already stays: where two tables differ the page of the population says so, and a person corrects with a reason.
 */
export async function keepPopulationFigures(
  w: Writer<'intake.confirm' | 'indicator.edit' | 'period.edit'>,
  { toldIn, ...row }: KeepPopulationFigures,
): Promise<readonly KeptPopulationFigure[]> {
  const thisYear = Number(w.runtime.today().slice(0, 4));
  const values: NewValue[] = [];
  for (const { kind, ...figure } of populationFigures(row, Math.min(toldIn ?? thisYear, thisYear)))
    values.push({ ...figure, indicatorId: await indicatorOf(w, kind), forecast: kind === 'forecast' });
  const before = await listKeptValues(w, values);
  const fresh = values.filter((value) => !before.has(valueKey(value)));
  if (fresh.length > 0) await keepValues(w, { values: fresh, origin: 'imported' });
  const kept = await listKeptValues(w, values);
  return values.flatMap((value) => {
    const key = valueKey(value);
    const found = kept.get(key);
    // A value that says something else than this row does is not read in this row.
    return found && Number(found.amount) === value.value ? [{ valueId: found.id, created: !before.has(key) }] : [];
  });
}

/** The ids of the two indicators, where population tables have been read. */
export async function populationSeriesIds(
  r: Reader,
): Promise<Partial<Readonly<Record<keyof typeof populationIndicators, Id<'indicator'>>>>> {
  const { outcome, forecast } = populationIndicators;
  const rows = await r.db
    .selectFrom('indicator')
    .select(['id', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where('name', 'in', [outcome.name, forecast.name])
    .where('unit', '=', outcome.unit)
    .execute();
  const of = (name: string) => rows.find((row) => row.name === name)?.id;
  const ids = { outcome: of(outcome.name), forecast: of(forecast.name) };
  return { ...(ids.outcome && { outcome: ids.outcome }), ...(ids.forecast && { forecast: ids.forecast }) };
}

async function indicatorOf(w: Writer, kind: keyof typeof populationIndicators): Promise<Id<'indicator'>> {
  const { name, unit } = populationIndicators[kind];
  return (await populationSeriesIds(w))[kind] ?? (await enterIndicator(w, name, unit));
}
