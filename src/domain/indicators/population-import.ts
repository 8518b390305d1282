import type { Draft, Proposed, Recogniser } from '../../documents/tree/recognise.ts';
import { rowsOf, type TableRow } from '../../documents/tree/table-rows.ts';
import type { Span } from '../../documents/tree/tree.ts';

/** A row of a table of population by municipality and age group, at two years, with the printed change (IND-05). */
export type ProposedPopulationRow = Proposed<
  'populationRow',
  {
    readonly municipality: string;
    readonly group: string;
    readonly from: YearCount;
    readonly to: YearCount;
    readonly change: number;
    readonly percent: number;
  }
>;
export type YearCount = { readonly year: number; readonly value: number };

/** What the head of a table says: whom it counts and at which two years. */
type TableHead = { readonly group: string; readonly years: readonly [number, number]; readonly spans: readonly Span[] };

/** A line that is longer than this is prose. */
const longestRow = 300;

const groupForm = /(?<group>\d{1,3}\s?(?:\+|[-–]\s?\d{1,3})\s?år|\d{1,3}\s+år och äldre)/iu;

/**
 * Reads tables of population change. A row is one only when its figures agree with each other: the change is the difference of the counts, and the
 * share follows from it. That also tells where one number ends and the next begins when a conversion has lost the cells.
 */
export const populationImport: Recogniser<ProposedPopulationRow> = {
  name: 'population',
  appliesTo: ['goalDocument', 'activityPlan', 'interimReport', 'memo', 'other'],
  recognise(reading) {
    const records: Draft<ProposedPopulationRow>[] = [];
    let head: TableHead | undefined;
    let group: { readonly text: string; readonly span: Span } | undefined;
    for (const row of rowsOf(reading.blocks)) {
      const text = row.line.words.text;
      if (text.length > longestRow || !/\d/u.test(text)) continue;
      const named = groupIn(text);
      const yearsHere = yearsIn(row);
      if (named && /folkmängd|befolkning|invånare/iu.test(text)) group = { text: named, span: row.line.span };
      if (yearsHere && group) head = { group: group.text, years: yearsHere, spans: [group.span, row.line.span] };
      const figures = head && figuresOf(row);
      if (!head || !figures) continue;
      const [from, to, change, percent] = figures.numbers;
      records.push({
        type: 'populationRow',
        source: row.line.span,
        ...(head.spans.length > 0 && { alsoAt: head.spans }),
        confidence: row.drawn ? 0.97 : 0.9,
        rule: 'population-row-that-adds-up',
        municipality: figures.name,
        group: head.group,
        from: { year: head.years[0], value: from },
        to: { year: head.years[1], value: to },
        change,
        percent,
      });
      head = { ...head, spans: [] };
    }
    return { records, problems: [] };
  },
};

/** An age group by its one name: a hyphen between the ages, typed or seen by OCR, is the dash of a range. */
const groupIn = (text: string) => groupForm.exec(text)?.groups?.group?.replace(/(?<=\d)-(?=\s?\d)/u, '–');

/** A line whose figures are two years, and perhaps the words over the other columns. */
function yearsIn({ line }: TableRow): readonly [number, number] | undefined {
  const match =
    /^(?:\p{L}[\p{L}\s]*?)?\s*(?<from>(?:19|20)\d{2})\s+(?<to>(?:19|20)\d{2})(?:\s+\p{L}[\p{L}\s,()%]*)?$/u.exec(
      line.words.text.trim(),
    );
  const [from, to] = [Number(match?.groups?.from), Number(match?.groups?.to)];
  return from < to ? [from, to] : undefined;
}

type Figures = {
  readonly name: string;
  readonly numbers: readonly [from: number, to: number, change: number, percent: number];
};

const rowForm = /^(?<name>\p{Lu}[\p{L}\s-]*?)\s+(?<figures>[\d\s+−–-]+?)\s+(?<percent>[+−–-]?\s?\d{1,4})\s?%$/u;

/** The figures of a row, whatever parts them: every way to read the digits as three numbers is tried, and only one that adds up is taken. */
function figuresOf(row: TableRow): Figures | undefined {
  const match = rowForm.exec(row.line.words.text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim());
  if (!match) return undefined;
  const percent = numberOf(match.groups!.percent!);
  const tokens = match.groups!.figures!.trim().split(' ');
  const ways = waysOf(tokens, 3).filter(([from, to, change]) => addsUp(from!, to!, change!, percent));
  const [way] = ways;
  return way && ways.length === 1
    ? { name: match.groups!.name!, numbers: [way[0]!, way[1]!, way[2]!, percent] }
    : undefined;
}

/** All ways to join groups of digits to so many numbers: "1 190" is one number or two, "11 90" is two. */
function waysOf(tokens: readonly string[], numbers: number): readonly (readonly number[])[] {
  if (numbers === 0) return tokens.length === 0 ? [[]] : [];
  return tokens.flatMap((_, index) => {
    const taken = tokens.slice(0, index + 1);
    const whole = /^[+−–-]?\d{1,3}$/u.test(taken[0]!) || taken.length === 1;
    if (!whole || !taken.slice(1).every((group) => /^\d{3}$/u.test(group))) return [];
    return waysOf(tokens.slice(index + 1), numbers - 1).map((rest) => [numberOf(taken.join('')), ...rest]);
  });
}

function addsUp(from: number, to: number, change: number, percent: number): boolean {
  // Printed figures are rounded one by one, so a total may be off by one, and a share by one percent.
  return from > 0 && Math.abs(to - from - change) <= 1 && Math.abs((change / from) * 100 - percent) <= 1;
}

const numberOf = (text: string) => Number(text.replace(/\s/gu, '').replace(/[−–]/u, '-'));
