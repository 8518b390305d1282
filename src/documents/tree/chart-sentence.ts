import type { ChartData, ChartSeries } from './chart-data.ts';
import { timesOf } from './chart-table.ts';
import { timePlace, timeWords } from './chart-time.ts';
import type { ChartWords } from './chart-words.ts';

/** What a chart shows, in words, for who cannot see it: its own text where it has one, else made from the numbers and from nothing else. */
export function chartSentence(data: ChartData, words: ChartWords): string {
  return data.alt?.trim() || made(data, words);
}

function made(data: ChartData, words: ChartWords): string {
  const { own } = words;
  const amount = (value: number) => words.amount(value, data.unit);
  switch (data.kind) {
    case 'line':
      return joined([
        ...data.series.map((one) => courseOf(one, data.unit, words)),
        ...remarksOf(data.series, words),
        ...frameRemarks(data, words),
      ]);
    case 'smallMultiples': {
      const latest = timesOf(data.panels).at(-1);
      const rows = data.panels.flatMap(({ name, points }) => {
        const value = points.find(({ time }) => time === latest)?.value;
        return value === null || value === undefined ? [] : [{ label: name, value }];
      });
      return joined([
        ...(latest === undefined ? [] : [`${data.title}, ${timeWords(latest, words.language)}.`]),
        ...spreadOf(rows, data.unit, words),
        ...frameRemarks(data, words),
      ]);
    }
    case 'bars':
      return `${data.title}: ${words.list(data.bars.map(({ label, value, text }) => own.each(label, text ?? amount(value))))}.`;
    case 'shares':
      return joined(
        data.rows.map(({ label, values }) => {
          const sum = values.reduce((total, one) => total + one, 0);
          const parts = data.parts.flatMap((part, at) =>
            (values[at] ?? 0) > 0 ? [`${part} ${words.percent((values[at] ?? 0) / sum)}`] : [],
          );
          return parts.length > 0 ? `${label}: ${words.list(parts)}.` : `${label}: –.`;
        }),
      );
    case 'ranks':
      return joined([
        ...spreadOf(
          data.rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
          data.unit,
          words,
        ),
        ...(data.reference ? [own.targetIs(data.reference.name, amount(data.reference.value))] : []),
      ]);
    case 'ranges':
      return joined(
        data.rows.map(({ label, from, to }) => {
          const begins = timeWords(from, words.language);
          return `${label}: ${to === null ? own.since(begins) : own.until(begins, timeWords(to, words.language))}.`;
        }),
      );
  }
}

function courseOf({ name, points }: ChartSeries, unit: string, words: ChartWords): string {
  const { own, language } = words;
  const known = points
    .filter(({ time, value }) => value !== null && timePlace(time) !== undefined)
    .toSorted((a, b) => timePlace(a.time)! - timePlace(b.time)!);
  const said = (point: (typeof known)[number]) => point.text ?? words.amount(point.value!, unit);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return own.noPoint(name);
  const [from, to] = [timeWords(first.time, language), timeWords(last.time, language)];
  if (known.length === 1) return own.onePoint(name, said(first), from);
  if (first.value === last.value) return own.unchanged(name, said(last), from, to);
  return own.fromTo(name, last.value! > first.value! ? own.rose : own.fell, from, said(first), to, said(last));
}

/** Which numbers nobody measured, and which there are none of. */
function remarksOf(series: readonly ChartSeries[], words: ChartWords): readonly string[] {
  const named = (some: ChartSeries['points'], name: string) =>
    some.map(({ time }) =>
      series.length > 1 ? `${name} ${timeWords(time, words.language)}` : timeWords(time, words.language),
    );
  const claimed = series.flatMap(({ name, points }) =>
    named(
      points.filter((one) => one.claimed && one.value !== null),
      name,
    ),
  );
  const missing = series.flatMap(({ name, points }) =>
    named(
      points.filter((one) => one.value === null),
      name,
    ),
  );
  return [
    ...(claimed.length > 0 ? [words.own.claimedPoints(words.list(claimed))] : []),
    ...(missing.length > 0 ? [words.own.missingPoints(words.list(missing))] : []),
  ];
}

function frameRemarks(
  { targets = [], breaks = [], unit }: Pick<Extract<ChartData, { kind: 'line' }>, 'targets' | 'breaks' | 'unit'>,
  words: ChartWords,
): readonly string[] {
  return [
    ...targets.map(({ name, value }) => words.own.targetIs(name, words.amount(value, unit))),
    ...breaks.map(({ at, text }) => words.own.breakAt(timeWords(at, words.language), text)),
  ];
}

function spreadOf(
  rows: readonly { readonly label: string; readonly value: number }[],
  unit: string,
  words: ChartWords,
): readonly string[] {
  const sorted = rows.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high) return [];
  const said = (value: number) => words.amount(value, unit);
  return [words.own.spread(rows.length, said(low.value), low.label, said(high.value), high.label)];
}

function joined(sentences: readonly string[]): string {
  return sentences.join(' ');
}
