import type { LineChart, SmallMultiples } from '../../documents/tree/index.ts';
import type { Language } from '../../kernel/language.ts';
import { missingReasons, type Series, type SeriesPoint, targetKinds } from './series.ts';

/** A series over time with its targets and breaks, as a chart that pages, reports and files draw from. */
export function seriesChart(series: Series, language: Language, name?: string): LineChart {
  return {
    ...frameOf(series, language),
    kind: 'line',
    series: [{ name: name ?? sentence(series.indicator.name), points: chartPoints(series.points, language) }],
  };
}

/** The same indicator of many places, each a small picture on one scale, in the order of the alphabet. */
export function placesChart(series: Series, language: Language): SmallMultiples {
  const places = Map.groupBy(
    series.points.filter(({ place }) => place !== ''),
    ({ place }) => place,
  );
  return {
    ...frameOf(series, language),
    kind: 'smallMultiples',
    panels: [...places]
      .toSorted(([a], [b]) => a.localeCompare(b, 'sv'))
      .map(([name, points]) => ({ name, points: chartPoints(points, language) })),
  };
}

function frameOf({ indicator, targets, breaks }: Series, language: Language) {
  const source = indicator.definition?.source;
  const label = language === 'sv' ? 'Källa' : 'Source';
  return {
    title: sentence(indicator.name),
    unit: indicator.unit,
    targets: targets
      .filter(({ place }) => place === '')
      .map(({ kind, denominator, value, from, to }) => ({
        name: denominator ? `${targetKinds[kind][language]}, ${denominator}` : targetKinds[kind][language],
        value,
        ...(from && { from }),
        ...(to && { to }),
      })),
    breaks: breaks.map(({ asOf, note }) => ({
      at: asOf,
      text: note ?? (language === 'sv' ? 'Ny definition' : 'New definition'),
    })),
    ...(source && { note: `${label}: ${source}` }),
  };
}

/** Points with a time, one a time: a measured value goes before what a text told of the same day. */
function chartPoints(points: readonly SeriesPoint[], language: Language) {
  const byTime = new Map<string, SeriesPoint>();
  for (const point of points) {
    if (point.asOf === null) continue;
    const before = byTime.get(point.asOf);
    if (!before || before.claimed || !point.claimed) byTime.set(point.asOf, point);
  }
  return [...byTime].map(([time, point]) => ({
    time,
    value: point.value,
    ...(point.qualifier &&
      point.value !== null && { text: `${point.qualifier} ${point.value.toLocaleString('sv-SE')}` }),
    ...(point.missing && { missing: missingReasons[point.missing][language] }),
    ...(point.claimed && { claimed: true }),
  }));
}

/** The name as it begins a line. */
function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
