import {
  type Draft,
  linesOf,
  type PlacedLine,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import type { ProposedAssignment } from './assignment-import.ts';

/** A row of a table of assignments in an interim report: what was given, and the comment beside it, with the heading the table stands under. */
export type AssignmentTableRow = {
  readonly heading?: string;
  readonly headingLine?: PlacedLine;
  readonly text: string;
  readonly comment: readonly string[];
  readonly period: string;
  readonly lines: readonly PlacedLine[];
};

const tableHead =
  /^(?:centrala |nämndens |fullmäktiges |givna )?uppdrag\s{2,}(?:kommentar(?:er)?|svar|uppföljning|status)$/iu;
const periodForm = /^(?:(?:hel|halv)år|kvartal|tertial|delår)(?:\s+\d)?\s+\d{4}(?=\s|$)/iu;
const headingForm = /^\d+(?:\.\d+)+\.?\s+(?<title>\p{Lu}.*)$/u;
/** How far the cells of one column may stand from each other. */
const slack = 3;

type TwoCells = { readonly left: string; readonly right: string };

/**
 * The rows of the tables "uppdrag | kommentar". A row begins where the comment states its period; its text may go on over the turn of a page,
 * where the head of the table is printed again. In text the columns are told by where the words begin.
 */
export function assignmentTableRows(reading: Reading): readonly AssignmentTableRow[] {
  const rows: (Omit<AssignmentTableRow, 'text' | 'comment' | 'lines'> & {
    left: string[];
    right: string[];
    lines: PlacedLine[];
  })[] = [];
  let heading: PlacedLine | undefined;
  let column: number | undefined;
  for (const line of linesOf(reading.blocks)) {
    const words = line.words.text;
    const cells = line.cells?.map((cell) => cell.text.trim()).filter(Boolean);
    const numbered = headingForm.exec(words);
    if (cells ? tableHead.test(cells.join('  ')) : tableHead.test(words)) {
      column = line.indent + words.search(/\S+$/u);
      continue;
    }
    if (numbered && line.indent < 4) {
      heading = line;
      column = undefined;
      continue;
    }
    // A row with cells of its own needs no head: readers of tables may have set the head apart.
    const stated = line.cells?.length === 2 && periodForm.test(line.cells[1]!.text.trim());
    if (stated) column ??= line.indent;
    if (column === undefined) continue;
    const { left, right } = twoCells(line, column);
    const period = periodForm.exec(right)?.[0];
    // In lines the period stands alone; a cell has the comment behind it.
    if (period !== undefined && (line.cells || period === right)) {
      const title = heading && headingForm.exec(heading.words.text)?.groups?.title;
      rows.push({
        ...(title && { heading: title, headingLine: heading! }),
        period,
        left: left ? [left] : [],
        right: period === right ? [] : [right.slice(period.length).trim()],
        lines: [line],
      });
    } else if (rows.length > 0 && !isNote(line, column)) {
      const row = rows.at(-1)!;
      if (left) row.left.push(left);
      if (right) row.right.push(right);
      row.lines.push(line);
    }
  }
  return rows.map(({ left, right, ...row }) => ({ ...row, text: joined(left), comment: paragraphs(right) }));
}

/** A note below the table begins at its left edge with an asterisk or an abbreviation and runs over both columns. */
const isNote = (line: PlacedLine, column: number) =>
  /^(?:\*\p{Lu}{2,}|\p{Lu}{2,6})\s+-\s/u.test(line.words.text) && line.indent < column / 2;

/** The two cells of a line. Without a wide gap a line stands wholly in the column it begins in. */
function twoCells(line: PlacedLine, column: number): TwoCells {
  if (line.cells)
    return {
      left: line.cells[0]?.text.trim() ?? '',
      right: line.cells
        .slice(1)
        .map((cell) => cell.text.trim())
        .join(' ')
        .trim(),
    };
  const words = `${line.marker?.kind === 'bullet' ? '- ' : ''}${line.words.text}`;
  if (line.indent >= column - slack) return { left: '', right: words };
  const gap = [...line.words.text.matchAll(/\s{2,}/gu)].find(
    (match) => line.indent + match.index + match[0].length >= column - slack,
  );
  if (gap) return { left: line.words.text.slice(0, gap.index).trim(), right: line.words.text.slice(gap.index).trim() };
  // One space parts the columns where the left one is full: it stands right before the column.
  const at = column - line.indent;
  if (line.words.text.length > at && line.words.text[at - 1] === ' ')
    return { left: line.words.text.slice(0, at).trim(), right: line.words.text.slice(at).trim() };
  return { left: line.words.text.trim(), right: '' };
}

/** Wrapped lines as running text; a hyphen at the end of a line stays where a list of words shares its ending ("inköps-, leasing-"). */
const joined = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ').trim();

/** The comment in paragraphs: a dash begins a point, a full stop at the end of a line a new paragraph when a capital follows. */
function paragraphs(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (found.length === 0 || /^-\s/u.test(line)) found.push(line);
    else found[found.length - 1] += ` ${line}`;
  }
  return found;
}

const given = /^(?<who>\p{Lu}.*?)\s+får i uppdrag(?:,? att)?(?!\p{L})/u;

/** Assignments that an interim report follows up in a table. Who got them stands in their own sentence, or is the reporting body itself. */
export const assignmentTableImport: Recogniser<ProposedAssignment> = {
  name: 'assignmentTable',
  appliesTo: ['interimReport'],
  recognise(reading) {
    const records = assignmentTableRows(reading).map((row): Draft<ProposedAssignment> => {
      const who = given.exec(row.text)?.groups?.who;
      const year = Number(/\d{4}$/.exec(row.period)![0]);
      return {
        type: 'assignment',
        source: spanOfLines(row.lines),
        ...(row.headingLine && { alsoAt: [row.headingLine.span] }),
        confidence: row.text.length > 20 && who ? 0.9 : 0.75,
        rule: 'assignment-in-table',
        year,
        text: row.text,
        recipients: who ? [who] : reading.body ? [reading.body] : [],
        consulted: [],
        ...(row.heading && { heading: row.heading }),
      };
    });
    return { records, problems: [] };
  },
};
