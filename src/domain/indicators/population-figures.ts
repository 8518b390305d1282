import type { SmallMultiples } from '../../documents/tree/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { PopulationChange } from './indicator.ts';
import { isWholeCounty } from './population-check.ts';
import type { SeriesPoint } from './series.ts';

/** The two indicators that population tables feed: how many there are, and how many there are thought to be. */
export const populationIndicators = {
  outcome: { name: 'folkmängd', unit: 'antal' },
  forecast: { name: 'befolkningsprognos', unit: 'antal' },
} as const;

/** One number of a population table as a value of one of the two indicators. */
export type PopulationFigure = {
  readonly kind: keyof typeof populationIndicators;
  /** A municipality; empty for the whole county, which the table names in many ways. */
  readonly place: string;
  readonly ageGroup: string;
  readonly asOf: string;
  readonly value: number;
};

/**
 * The two numbers of a row as values. What had not come when the table was told is a forecast: a year after that of the paper, or after today when the
 * paper does not say its year.
 */
export function populationFigures(
  { municipality, ageGroup, from, to }: Pick<PopulationChange, 'municipality' | 'ageGroup' | 'from' | 'to'>,
  knownYear: number,
): readonly PopulationFigure[] {
  const place = isWholeCounty(municipality) ? '' : municipality.trim();
  return [from, to].map(({ year, count }) => ({
    kind: year > knownYear ? 'forecast' : 'outcome',
    ...{ place, ageGroup: ageGroup.trim(), asOf: String(year), value: count },
  }));
}

/** A forecast beside what became of it. */
export type ForecastOutcome = {
  readonly place: string;
  readonly ageGroup: string;
  readonly asOf: string;
  readonly forecast: number;
  readonly outcome: number;
  /** How many more there were than was thought, and in percent of the forecast; undefined for a forecast of nobody. */
  readonly difference: number;
  readonly percent: number | undefined;
};

type Measured = Pick<SeriesPoint, 'place' | 'sex' | 'ageGroup' | 'asOf' | 'value' | 'claimed'>;

/** The forecasts whose year has got its outcome, for the same place, sex and age: by year and age, the places in the order of the alphabet. */
export function forecastOutcomes(
  forecasts: readonly Measured[],
  outcomes: readonly Measured[],
): readonly ForecastOutcome[] {
  const keyOf = ({ place, sex, ageGroup, asOf }: Measured) => JSON.stringify([place, sex, ageGroup, asOf]);
  const known = new Map(outcomes.filter(({ claimed }) => !claimed).map((one) => [keyOf(one), one.value]));
  return forecasts
    .flatMap((one): readonly ForecastOutcome[] => {
      const outcome = known.get(keyOf(one)) ?? null;
      if (one.value === null || one.asOf === null || outcome === null) return [];
      const difference = outcome - one.value;
      return [
        {
          ...{ place: one.place, ageGroup: one.ageGroup, asOf: one.asOf, forecast: one.value, outcome, difference },
          percent: one.value === 0 ? undefined : (difference / one.value) * 100,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        a.asOf.localeCompare(b.asOf) ||
        a.ageGroup.localeCompare(b.ageGroup, 'sv', { numeric: true }) ||
        a.place.localeCompare(b.place, 'sv'),
    );
}

/** The same year of the same people told with different numbers, by two tables. */
export type PopulationConflict = {
  readonly municipality: string;
  readonly ageGroup: string;
  readonly year: number;
  readonly counts: readonly number[];
};

/** Where tables contradict each other: the first number told is the value, and the others wait for somebody to decide. */
export function populationConflicts(rows: readonly PopulationChange[]): readonly PopulationConflict[] {
  const told = rows.flatMap(({ municipality, ageGroup, from, to }) =>
    [from, to].map(({ year, count }) => ({ municipality, ageGroup, year, count })),
  );
  const groups = Map.groupBy(told, ({ municipality, ageGroup, year }) =>
    JSON.stringify([municipality, ageGroup, year]),
  );
  return [...groups.values()].flatMap((own) => {
    const counts = [...new Set(own.map(({ count }) => count))];
    const { municipality, ageGroup, year } = own[0]!;
    return counts.length > 1 ? [{ municipality, ageGroup, year, counts }] : [];
  });
}

/**
 * How one age group grows in each municipality, a small picture each, with the first year as a hundred: a small municipality and a large one can then be
 * read on one scale. Undefined where no municipality has two years.
 */
export function populationChart(
  rows: readonly PopulationChange[],
  ageGroup: string,
  language: Language,
): SmallMultiples | undefined {
  const own = rows.filter((row) => row.ageGroup === ageGroup && !isWholeCounty(row.municipality) && row.from.count > 0);
  if (own.length === 0) return undefined;
  const first = Math.min(...own.map(({ from }) => from.year));
  const panels = [...Map.groupBy(own, ({ municipality }) => municipality)].flatMap(([name, tables]) => {
    const counts = new Map(tables.flatMap(({ from, to }) => [from, to]).map(({ year, count }) => [year, count]));
    const base = counts.get(first);
    if (base === undefined) return [];
    const points = [...counts]
      .toSorted(([a], [b]) => a - b)
      .map(([year, count]) => ({ time: String(year), value: Math.round((count / base) * 1_000) / 10 }));
    return [{ name, points }];
  });
  return {
    kind: 'smallMultiples',
    title: language === 'sv' ? `Folkmängd ${ageGroup}, ${first} = 100` : `Population ${ageGroup}, ${first} = 100`,
    unit: 'index',
    panels: panels.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
  };
}
