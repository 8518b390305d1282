import type { ChartData, ChartPoint, ChartSeries } from './chart-data.ts';
import { timePlace, timeStart, timeWords } from './chart-time.ts';
import type { ChartWords } from './chart-words.ts';

/** The figures of a chart as rows and columns: one source for the table in the page, in the document and in the file. */
export type ChartTable = {
  readonly caption: string;
  readonly columns: readonly { readonly text: string; readonly number: boolean }[];
  /** The first cell names its row. `value` is the bare number, for files that are counted on. */
  readonly rows: readonly (readonly ChartCell[])[];
};
export type ChartCell = { readonly text: string; readonly value?: number; readonly remark?: string };

/** The table with its remarks in a column of their own, so that the figures stand under each other; without remarks it is the same table. */
export function withRemarkColumn(table: ChartTable, words: ChartWords): ChartTable {
  const { columns, rows } = table;
  if (!rows.some((cells) => cells.some(({ remark }) => remark))) return table;
  const many = columns.length > 2;
  return {
    ...table,
    columns: [...columns, name(words.own.note)],
    rows: rows.map((cells) => [
      ...cells.map(({ remark: _, ...cell }) => cell),
      {
        text: cells
          .flatMap(({ remark }, at) => (remark ? [many && at > 0 ? `${columns[at]!.text}: ${remark}` : remark] : []))
          .join('; '),
      },
    ]),
  };
}

/** The same figures as the picture shows, none more and none less. */
export function chartTable(data: ChartData, words: ChartWords): ChartTable {
  const { own } = words;
  const unit = data.unit ? ` (${data.unit})` : '';
  const frame = { caption: data.title };
  switch (data.kind) {
    case 'line':
      return { ...frame, ...overTime(data.series, data, words) };
    case 'smallMultiples':
      return { ...frame, ...overTime(data.panels, data, words) };
    case 'bars':
      return {
        ...frame,
        columns: [name(own.name), number(`${own.value}${unit}`)],
        rows: data.bars.map(({ label, value, text }) => [
          { text: label },
          { text: text ?? words.number(value), value },
        ]),
      };
    case 'shares':
      return {
        ...frame,
        columns: [name(own.name), ...data.parts.map((part) => number(`${part}${unit}`))],
        rows: data.rows.map(({ label, values }) => [
          { text: label },
          ...data.parts.map((_, at): ChartCell => {
            const value = values[at] ?? 0;
            const sum = values.reduce((total, one) => total + one, 0);
            const share = sum > 0 && data.unit !== 'procent' ? ` (${words.percent(value / sum)})` : '';
            return { text: `${words.number(value)}${share}`, value };
          }),
        ]),
      };
    case 'ranks':
      return {
        ...frame,
        columns: [name(own.name), number(`${own.value}${unit}`)],
        rows: [
          ...data.rows.map(({ label, value, text, missing }) => [
            { text: label },
            cell({ value, text, missing }, words),
          ]),
          ...(data.reference ? [[{ text: data.reference.name }, cell({ value: data.reference.value }, words)]] : []),
        ],
      };
    case 'ranges':
      return {
        ...frame,
        columns: [name(own.name), name(own.from), name(own.to), name(own.note)],
        rows: data.rows.map(({ label, from, to, text }) => [
          { text: label },
          { text: timeWords(from, words.language) },
          { text: to === null ? own.open : timeWords(to, words.language) },
          { text: text ?? '' },
        ]),
      };
  }
}

const name = (text: string) => ({ text, number: false });
const number = (text: string) => ({ text, number: true });

/** A row a time and a column a series; many series stand on end instead, a row each, so that the table fits where the picture does. */
function overTime(
  series: readonly ChartSeries[],
  { unit, targets = [], breaks = [] }: Pick<Extract<ChartData, { kind: 'line' }>, 'unit' | 'targets' | 'breaks'>,
  words: ChartWords,
): Pick<ChartTable, 'columns' | 'rows'> {
  const { own, language } = words;
  const times = timesOf(series);
  // The remark on a break stands at the first time that is counted otherwise.
  const broken = (time: string) =>
    breaks.find(
      ({ at }) => times.find((one) => timePlace(one)! > (timeStart(at) ?? Number.POSITIVE_INFINITY)) === time,
    );
  const timeCell = (time: string): ChartCell => {
    const remark = broken(time)?.text;
    return { text: timeWords(time, language), ...(remark ? { remark } : {}) };
  };
  const points = series.map((one) => new Map(one.points.map((point) => [point.time, point])));
  const suffix = unit ? ` (${unit})` : '';
  if (series.length > 3)
    return {
      columns: [name(own.name), ...times.map((time) => number(headOf(timeCell(time))))],
      rows: [
        ...series.map((one, at) => [{ text: one.name }, ...times.map((time) => cell(points[at]!.get(time), words))]),
        ...targets.map((one) => [{ text: one.name }, ...times.map((time) => targetCell(one, time, words))]),
      ],
    };
  return {
    columns: [
      name(own.time),
      ...series.map((one) => number(`${one.name}${suffix}`)),
      ...targets.map((one) => number(one.name)),
    ],
    rows: times.map((time) => [
      timeCell(time),
      ...points.map((one) => cell(one.get(time), words)),
      ...targets.map((one) => targetCell(one, time, words)),
    ]),
  };
}

function headOf({ text, remark }: ChartCell): string {
  return remark ? `${text}: ${remark}` : text;
}

/** The times of some series, each once, in order. */
export function timesOf(series: readonly ChartSeries[]): readonly string[] {
  const times = new Set(series.flatMap(({ points }) => points.map(({ time }) => time)));
  return [...times].filter((time) => timePlace(time) !== undefined).toSorted((a, b) => timePlace(a)! - timePlace(b)!);
}

function cell(point: Partial<ChartPoint> | undefined, words: ChartWords): ChartCell {
  if (!point) return { text: '–' };
  const { value, text, missing, claimed } = point;
  if (value === null || value === undefined) return { text: '–', remark: missing ?? words.own.missing };
  return { text: text ?? words.number(value), value, ...(claimed ? { remark: words.own.claimed } : {}) };
}

function targetCell(
  target: { readonly value: number; readonly from?: string; readonly to?: string },
  time: string,
  words: ChartWords,
): ChartCell {
  return holdsAt(target, time) ? { text: words.number(target.value), value: target.value } : { text: '–' };
}

/** Whether a target holds at a time. Its last year holds to its end. */
export function holdsAt({ from, to }: { readonly from?: string; readonly to?: string }, time: string): boolean {
  const at = timePlace(time) ?? 0;
  const begins = from === undefined ? Number.NEGATIVE_INFINITY : (timeStart(from) ?? Number.NEGATIVE_INFINITY);
  return at > begins && (to === undefined || at <= (timePlace(to) ?? Number.POSITIVE_INFINITY) + 1e-9);
}
