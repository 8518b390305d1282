import type { ChartData } from './chart-data.ts';

/** Every number that a chart draws. */
export function numbersOf(data: ChartData): readonly number[] {
  switch (data.kind) {
    case 'line':
      return [...data.series.flatMap(valuesIn), ...(data.targets ?? []).map(({ value }) => value)];
    case 'smallMultiples':
      return [...data.panels.flatMap(valuesIn), ...(data.targets ?? []).map(({ value }) => value)];
    case 'bars':
      return data.bars.map(({ value }) => value);
    case 'shares':
      return data.rows.flatMap(({ values }) => values);
    case 'ranks':
      return [
        ...data.rows.flatMap(({ value }) => (value === null ? [] : [value])),
        ...(data.reference ? [data.reference.value] : []),
      ];
    case 'ranges':
      return [];
  }
}

/** Whether a chart has anything to show; one that has not is left out of documents. */
export function showsSomething(data: ChartData): boolean {
  return data.kind === 'ranges' ? data.rows.length > 0 : numbersOf(data).length > 0;
}

/** Whether a picture says more than its sentence: a single number at a single time is no development to draw. */
export function worthDrawing(data: ChartData): boolean {
  if (!showsSomething(data)) return false;
  if (data.kind !== 'line' && data.kind !== 'smallMultiples') return true;
  const series = data.kind === 'line' ? data.series : data.panels;
  const times = series.flatMap(({ points }) => points.flatMap(({ time, value }) => (value === null ? [] : [time])));
  return new Set(times).size > 1;
}

function valuesIn({ points }: { readonly points: readonly { readonly value: number | null }[] }): readonly number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]));
}
