import { skeleton, tolerant } from '../../documents/tree/damage-tolerant.ts';
import type { Passage } from '../../documents/tree/passage.ts';
import { type PlacedLine, spanOfLines } from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { answerText, labelText } from './answer-text.ts';
import { partedRows } from './parted-lines.ts';
import type { AnswerReading } from './question-kinds.ts';
import { hasBox, type Mark, marksIn, marksOf, marksWithin } from './tick-marks.ts';

/** A row of a question with one answer a row. Without `answer` it is unknown. */
export type MatrixRow = {
  readonly label: string;
  readonly answer?: string;
  readonly answerConfidence?: number;
  readonly answerReading: AnswerReading;
  readonly marks?: string;
  /** What is written about the row below the table. */
  readonly comment?: string;
  /** The label does not look like those of the other rows: a scan damaged it. */
  readonly damaged?: boolean;
  readonly source: Span;
};

export type Matrix = {
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** Lines below the rows that belong to none of them. */
  readonly after: readonly PlacedLine[];
  /** All lines below the rows, those about a row included. */
  readonly below: readonly PlacedLine[];
};

const columnWord = '(?:Ja|Nej|Delvis|Vet ej|Vet inte|Ej aktuellt)';
const headForm = new RegExp(String.raw`^${columnWord}(?:\s+${columnWord})+$`, 'u');
const rowConditionForm = new RegExp(
  String.raw`^om\s+['’‘"”]?ja['’‘"”]?\s+${tolerant('på')}\s+(?<row>[^,]{3,60}),`,
  'iu',
);

type Row = {
  labels: Passage[];
  marks: Mark[];
  lines: PlacedLine[];
  dotted: boolean;
  complete: boolean;
  cells?: readonly string[];
};

/** The columns and rows of a question that is answered row by row; undefined when no line heads such columns. */
export function matrixIn(body: readonly PlacedLine[]): Matrix | undefined {
  const parted = partedRows(body);
  const head = parted.findIndex((line) => headForm.test(line.words.text.trim()));
  if (head < 0 || head > 4) return undefined;
  const columns = [...parted[head]!.words.text.matchAll(new RegExp(columnWord, 'gu'))].map(([word]) => word);
  const lines = parted.slice(head + 1);
  const dotted = lines.filter((line) => /^(?:\.{2,}|…)/u.test(line.words.text)).length >= 2;
  const { rows, used } = dotted ? dottedRows(lines) : plainRows(lines);
  if (rows.length === 0) return undefined;
  const { comments, after } = commentsOn(rows, lines.slice(used));
  return {
    columns,
    after,
    below: lines.slice(used),
    rows: rows.map((row, index) => rowOf(row, columns, comments[index], dotted)),
  };
}

/** Rows that begin with dots and end with a question mark. A row without its dots is one whose label was damaged. */
function dottedRows(lines: readonly PlacedLine[]) {
  const rows: Row[] = [];
  let used = 0;
  for (const line of lines) {
    const { label, marks } = marksWithin(line.words);
    const begins = /^(?:\.{2,}|…)/u.test(label.text);
    const last = rows.at(-1);
    if (begins) rows.push(rowFrom(line, true));
    else if (!last || label.text.length > 75) break;
    else if (label.text === '') last.marks.push(...marks);
    else if (!last.complete) last.labels.push(label) && last.marks.push(...marks);
    else if (/\?$/u.test(label.text) && !line.firstOfBlock) rows.push(rowFrom(line, false));
    else if (!line.firstOfBlock || !/^\p{Ll}/u.test(label.text) || last.marks.length === 0) {
      if (line.firstOfBlock || !/^\p{Ll}/u.test(label.text)) break;
      last.labels.push(label);
    } else break;
    const row = rows.at(-1)!;
    if (row.lines.at(-1) !== line) row.lines.push(line);
    row.complete = /\?$/u.test(row.labels.at(-1)!.text);
    used += 1;
  }
  return { rows, used };
}

/** Rows that begin with a capital; small letters and bare marks go on. The rows end with the last line that has marks. */
function plainRows(lines: readonly PlacedLine[]) {
  const long = lines.findIndex((line) => line.words.text.length > 70 && !line.cells);
  const short =
    long < 0
      ? lines
      : lines.slice(
          0,
          lines.findIndex((line) => line.block === lines[long]!.block),
        );
  let used = short.findLastIndex((line) => line.cells !== undefined || marksOf(line.words).marks.length > 0) + 1;
  while (used > 0 && used < short.length && /^\p{Ll}/u.test(short[used]!.words.text)) used += 1;
  const rows: Row[] = [];
  for (const line of short.slice(0, used)) {
    const { label, marks } = marksWithin(line.words);
    const last = rows.at(-1);
    if (last && !line.cells && /^(?:\p{Ll}|$)/u.test(label.text)) {
      if (label.text) last.labels.push(label);
      last.marks.push(...marks);
      last.lines.push(line);
    } else rows.push(rowFrom(line, false));
  }
  return { rows: rows.filter((row) => labelText(row.labels) !== ''), used };
}

function rowFrom(line: PlacedLine, dotted: boolean): Row {
  if (line.cells && line.cells.length > 2) {
    const [label, ...cells] = line.cells;
    const texts = cells.map((cell) => cell.text);
    return {
      labels: [label!],
      marks: [...marksIn(texts.join(' '))],
      lines: [line],
      dotted,
      complete: true,
      cells: texts,
    };
  }
  const { label, marks } = marksWithin(line.words);
  return { labels: [label], marks: [...marks], lines: [line], dotted, complete: /\?$/u.test(label.text) };
}

function rowOf(row: Row, columns: readonly string[], comment: string | undefined, dotted: boolean): MatrixRow {
  const label = labelText(row.labels)
    .replace(/^(?:\.{2,}|…)\s*/u, '')
    .replace(/\s*\?$/u, '');
  const marks = row.marks.map((mark) => mark.printed).join(' ');
  const known = answerOf(row, columns);
  const told =
    !known && comment ? { answer: 'Ja', answerConfidence: 0.7, answerReading: 'inferred' as const } : undefined;
  return {
    label,
    ...(known ?? told ?? { answerReading: isUnanswered(row) ? 'read' : 'unreadable' }),
    ...(marks && { marks }),
    ...(comment && { comment }),
    ...(dotted && !row.dotted && { damaged: true }),
    source: spanOfLines(row.lines),
  };
}

/**
 * The answer of a row: the column of the one ticked box, when every column has its mark on one line or in its cell. A lone mark tells that
 * something was ticked, and not in which column.
 */
function answerOf(row: Row, columns: readonly string[]) {
  const inCells = row.cells?.slice(-columns.length);
  if (inCells?.length === columns.length) {
    const ticked = inCells.flatMap((cell, index) =>
      marksIn(cell).some((mark) => mark.kind === 'ticked') ? [index] : [],
    );
    return ticked.length === 1 ? read(columns[ticked[0]!]!, 0.95) : undefined;
  }
  if (row.marks.length !== columns.length) return undefined;
  const ticked = row.marks.flatMap((mark, index) => (mark.kind === 'ticked' ? [index] : []));
  const printed = row.marks.map((mark) => mark.printed).join('');
  if (ticked.length !== 1 || row.marks.some((mark) => mark.kind === 'unclear')) return undefined;
  if (hasBox(printed)) return read(columns[ticked[0]!]!, 0.95);
  // Marks read as letters keep their order only when they stand side by side.
  const together = row.lines.some((line) => marksOf(line.words).marks.length === columns.length);
  return together
    ? { answer: columns[ticked[0]!]!, answerConfidence: 0.75, answerReading: 'inferred' as const }
    : undefined;
}

/** Whether the boxes of a row are there and empty: drawn boxes, or cells without a mark. */
function isUnanswered({ cells, marks }: Row): boolean {
  return cells ? cells.every((cell) => cell === '') : marks.length > 1 && marks.every((mark) => mark.kind === 'empty');
}

const read = (answer: string, answerConfidence: number) => ({
  answer,
  answerConfidence,
  answerReading: 'read' as const,
});

/** Texts below the table that belong to a row: under a line with its label, or after "Om 'Ja' på …, beskriv". */
function commentsOn(rows: readonly Row[], rest: readonly PlacedLine[]) {
  const labels = rows.map((row) => skeleton(labelText(row.labels)));
  const starts = rest.flatMap((line, at) => {
    const named = rowConditionForm.exec(line.words.text)?.groups?.row ?? line.words.text;
    const row = labels.findIndex((label) => label !== '' && label === skeleton(named));
    return row >= 0 ? [{ at, row }] : [];
  });
  const comments: string[] = [];
  starts.forEach(({ at, row }, index) => {
    const text = answerText(rest.slice(at + 1, starts[index + 1]?.at));
    if (text) comments[row] = text;
  });
  return { comments, after: rest.slice(0, starts[0]?.at) };
}
