import type { Reader } from '../../../storage/database.ts';
import { type Indicator, listIndicators, listPopulationChanges } from '../../indicators/index.ts';
import type { KnownSeries } from '../../reports/index.ts';
import { ageGroupIn, type Population } from './population-share.ts';
import { isCount } from './source-passages.ts';

/** What the figures of answers are judged against. */
export type WarningScene = { readonly series: readonly KnownSeries[]; readonly populations: readonly Population[] };

/** Reads all series and populations: three queries, whatever is judged. */
export async function warningScene(r: Reader): Promise<WarningScene> {
  const indicators = await listIndicators(r);
  const changes = await listPopulationChanges(r);
  const fromTables = changes
    .filter(({ municipality }) => wholeCounty.test(municipality.trim()))
    .flatMap(({ municipality, ageGroup, from, to }) => {
      const group = everybody.test(ageGroup) ? null : ageGroupIn(ageGroup);
      if (group === null && !everybody.test(ageGroup)) return [];
      const label = `Folkmängden ${ageGroup} i ${municipality}`;
      return [from, to].map(({ year, count }) => ({ label, group, year, count }));
    });
  return { series: indicators.map(seriesOf), populations: [...indicators.flatMap(populationsIn), ...fromTables] };
}

const wholeCounty = /(?:^|\s)(?:totalt|summa|samtliga|hela|länet)(?:\s|$)|\slän$/iu;
const everybody = /^(?:alla|samtliga|totalt|hela befolkningen|alla åldrar)$/iu;
/** A series that is how many live in the county, all or of an age; one that says more ("per 1 000 invånare") is not. */
const populationName = /^(?:folkmängd|befolkning|antal invånare|invånare)(?:en)?(?=$|\s)/iu;

function populationsIn({ name, unit, values }: Indicator): readonly Population[] {
  if (!populationName.test(name.trim()) || !(isCount(unit) || /invånare|personer/iu.test(unit))) return [];
  return values.flatMap(({ value, asOf }) =>
    asOf === null ? [] : [{ label: name, group: ageGroupIn(name), year: Number(asOf.slice(0, 4)), count: value }],
  );
}

function seriesOf({ id, name, unit, values }: Indicator): KnownSeries {
  return { id, name, unit, values: values.map(({ id: valueId, value, asOf }) => ({ id: valueId, value, asOf })) };
}
