/**
 * The patterns of deviations over time (build 5). A deviation names no patient, but a figure of one or two in a small municipality can still be known by
 * those who were there. Therefore counts below the bound are hidden, and so is every further cell that a sum would let somebody reckon them out by.
 *
 * Worked example, bound 5: the row `3 | 9 | 12 → 24` hides the 3, but 24 − 9 − 12 gives it back; so the next smallest, 9, is hidden too. With `3 | 0 | 0 → 3`
 * there is nothing else to hide, and the sum goes as well.
 */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { smallestGroup } from '../../kernel/small-groups.ts';
import {
  type CareChainStep,
  careChainSteps,
  type DeviationKind,
  type DeviationLevel,
  type DeviationRelation,
  deviationKinds,
  deviationLevels,
  deviationRelations,
} from './deviation.ts';

/** What a pattern is counted from. */
export type CountedDeviation = {
  readonly startsOn: CivilDate;
  readonly kind: DeviationKind;
  readonly relation: DeviationRelation;
  readonly chainStep: CareChainStep;
  readonly level: DeviationLevel;
  readonly principal: string;
};

/** What deviations can be counted by. */
export const patternSides = {
  kind: { sv: 'slag', en: 'kind' },
  relation: { sv: 'relation', en: 'relation' },
  chainStep: { sv: 'var i vårdkedjan', en: 'where in the care chain' },
  level: { sv: 'nivå', en: 'level' },
  principal: { sv: 'berörd huvudman', en: 'principal concerned' },
} as const satisfies Record<string, Localized>;
export type PatternSide = keyof typeof patternSides;
export const patternSideCodes = Object.keys(patternSides) as readonly PatternSide[];

/** How long each column of a pattern is. */
export const patternSteps = {
  month: { sv: 'månad', en: 'month' },
  quarter: { sv: 'kvartal', en: 'quarter' },
  year: { sv: 'år', en: 'year' },
} as const satisfies Record<string, Localized>;
export type PatternStep = keyof typeof patternSteps;
export const patternStepCodes = Object.keys(patternSteps) as readonly PatternStep[];

const tables: Readonly<Record<Exclude<PatternSide, 'principal'>, Readonly<Record<string, Localized>>>> = {
  kind: deviationKinds,
  relation: deviationRelations,
  chainStep: careChainSteps,
  level: deviationLevels,
};

/** What a row of a pattern is called; a principal has its own name. */
export function patternRowLabel(side: PatternSide, key: string): Localized | string {
  return side === 'principal' ? key : (tables[side][key] ?? key);
}

/** The counts of a pattern, null where they may not be shown. `periods` are `2026-03`, `2026-K1` or `2026`. */
export type Pattern = {
  readonly side: PatternSide;
  readonly periods: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly counts: readonly (number | null)[];
    readonly sum: number | null;
  }[];
  readonly sums: readonly (number | null)[];
  readonly total: number | null;
  /** Whether anything was hidden. */
  readonly hides: boolean;
};

/** The period that a day lies in. */
export function periodOf(day: CivilDate, step: PatternStep): string {
  const year = day.slice(0, 4);
  if (step === 'year') return year;
  const month = day.slice(5, 7);
  return step === 'month' ? `${year}-${month}` : `${year}-K${Math.ceil(Number(month) / 3)}`;
}

/** All periods from one day to another, also those in which nothing happened. */
export function periodsBetween(from: CivilDate, to: CivilDate, step: PatternStep): readonly string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return [
    ...new Set(
      months.map((month) => {
        const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
        return periodOf(`${year}-${String(inYear).padStart(2, '0')}-01`, step);
      }),
    ),
  ];
}

/** Deviations counted by a side and by period, with what may not be shown hidden. */
export function patternOf(
  deviations: readonly CountedDeviation[],
  options: {
    readonly side: PatternSide;
    readonly step: PatternStep;
    readonly from: CivilDate;
    readonly to: CivilDate;
  },
): Pattern {
  const { side, step, from, to } = options;
  const periods = periodsBetween(from, to, step);
  const within = deviations.filter(({ startsOn }) => from <= startsOn && startsOn <= to);
  const present = new Set(within.map((one) => one[side]));
  const order =
    side === 'principal' ? [...present].toSorted((a, b) => a.localeCompare(b, 'sv')) : Object.keys(tables[side]);
  const keys = order.filter((key) => present.has(key as never));
  const counts = keys.map((key) =>
    periods.map(
      (period) => within.filter((one) => one[side] === key && periodOf(one.startsOn, step) === period).length,
    ),
  );
  const shown = hideSmall(counts);
  return {
    side,
    periods,
    rows: keys.map((key, row) => ({
      key,
      counts: shown[row]!.slice(0, periods.length),
      sum: shown[row]![periods.length]!,
    })),
    sums: shown[keys.length]!.slice(0, periods.length),
    total: shown[keys.length]![periods.length]!,
    hides: shown.some((row) => row.includes(null)),
  };
}

/**
 * A table of counts with its sums to the right and below, null where a count may not be shown: it is small itself, or with it shown a hidden one could be
 * reckoned out from its row or column.
 */
export function hideSmall(
  counts: readonly (readonly number[])[],
  bound = smallestGroup,
): readonly (readonly (number | null)[])[] {
  const width = counts[0]?.length ?? 0;
  const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);
  const whole = [...counts, Array.from({ length: width }, (_, at) => sumOf(counts.map((row) => row[at]!)))].map(
    (row) => [...row, sumOf(row)],
  );
  const hidden = whole.map((row) => row.map((count) => count > 0 && count < bound));
  const height = whole.length;
  const lines = [
    ...whole.map((_, row) => Array.from({ length: width + 1 }, (_, column) => [row, column] as const)),
    ...Array.from({ length: width + 1 }, (_, column) => whole.map((_, row) => [row, column] as const)),
  ];
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      if (isSafe(line, whole, hidden, bound)) continue;
      const [row, column] = nextToHide(line, whole, hidden, { height, width });
      hidden[row]![column] = true;
      changed = true;
    }
  }
  return whole.map((row, at) => row.map((count, column) => (hidden[at]![column] ? null : count)));
}

type Cell = readonly [row: number, column: number];

/** Whether nothing hidden in a line can be reckoned out: at least two are hidden, and together they are not a small group themselves. */
function isSafe(
  line: readonly Cell[],
  whole: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  bound: number,
): boolean {
  const gone = line.filter(([row, column]) => hidden[row]![column]);
  if (gone.length === 0 || gone.length === line.length) return true;
  if (gone.length === 1) return false;
  const [lastRow, lastColumn] = line.at(-1)!;
  // With its sum hidden, a line tells nothing of the parts; with it shown, it tells what the hidden parts are together.
  if (hidden[lastRow]![lastColumn]) return true;
  return gone.reduce((sum, [row, column]) => sum + whole[row]![column]!, 0) >= bound;
}

/**
 * What is hidden next in a line: the smallest that is shown, where the line across already hides something before one where it would begin to; nothings
 * last, and a sum when only nothings are left.
 */
function nextToHide(
  line: readonly Cell[],
  whole: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  { height, width }: { readonly height: number; readonly width: number },
): Cell {
  const shown = line.filter(([row, column]) => !hidden[row]![column]);
  const isRow = line[0]![0] === line.at(-1)![0];
  const weight = ([row, column]: Cell) => {
    const count = whole[row]![column]!;
    if (count === 0) return Number.POSITIVE_INFINITY;
    const across = isRow ? hidden.some((one) => one[column]) : hidden[row]!.includes(true);
    const isSum = row === height - 1 || column === width;
    return count + (across ? 0 : 1e6) + (isSum ? 1e9 : 0);
  };
  return shown.toSorted((a, b) => weight(a) - weight(b))[0]!;
}

function monthNumber(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
