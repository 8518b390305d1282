import type { PlacedLine } from '../../documents/tree/recognise.ts';
import {
  cellsOf,
  choiceOf,
  type PlacedCell,
  personOfCells,
  type VoteChoice,
  type VoteRow,
  type VoteSums,
} from './vote-rows-import.ts';

/** A column of a table of votes: the choice it stands for, and which of the votes that the table lists side by side. */
type VoteColumn = { readonly at: number; readonly choice?: VoteChoice; readonly vote: number };

/** The columns of a table in which a mark stands under Ja, Nej or Avstår. */
export type VoteColumns = {
  readonly inCells: boolean;
  readonly columns: readonly VoteColumn[];
  readonly votes: number;
};

/** The columns that a line heads: at least Ja and Nej, once for each vote. */
export function voteColumnsOf(line: PlacedLine): VoteColumns | undefined {
  const cells = cellsOf(line);
  const choices = cells.flatMap((cell) => choiceOf(cell.text) ?? []);
  if (!choices.includes('yes') || !choices.includes('no')) return undefined;
  let votes = 0;
  const columns = cells.map(({ text, at }) => {
    const choice = choiceOf(text);
    if (choice === 'yes') votes += 1;
    return { at, vote: Math.max(0, votes - 1), ...(choice && { choice }) };
  });
  return { inCells: line.cells !== undefined, columns, votes };
}

const markForm = /^(?:[xX×✓✔✗☒☑•*]|1)$/u;

/** Who a row is about and where the marks stand; none when the row has no name or no mark. */
export function markedRowsIn(line: PlacedLine, { columns, inCells }: VoteColumns): readonly VoteRow[] {
  if (inCells !== (line.cells !== undefined)) return [];
  const cells = cellsOf(line);
  const marks = cells.flatMap((cell) => {
    const column = markForm.test(cell.text) ? columnOf(cell, columns) : undefined;
    return column?.choice ? [{ cell, choice: column.choice, vote: column.vote }] : [];
  });
  const marked = new Set(marks.map(({ cell }) => cell));
  const person = personOfCells(cells.filter((cell) => !marked.has(cell)).map(({ text }) => text));
  return person ? marks.map(({ choice, vote }) => ({ person, choice, vote })) : [];
}

/** The sums below the columns, for each vote of the table. */
export function columnSumsIn(line: PlacedLine, { columns, votes }: VoteColumns): readonly VoteSums[] | undefined {
  const [first, ...cells] = cellsOf(line).filter(({ text }) => text !== '');
  if (!first || !/^(?:summa|totalt|antal(?: röster)?|resultat|s:a)\s*:?$/iu.test(first.text)) return undefined;
  const numbers = cells.flatMap((cell) => {
    const column = /^\d{1,3}$/.test(cell.text) ? columnOf(cell, columns) : undefined;
    return column?.choice ? [{ choice: column.choice, vote: column.vote, count: Number(cell.text) }] : [];
  });
  return Array.from({ length: votes }, (_, vote) =>
    Object.fromEntries(numbers.filter((one) => one.vote === vote).map(({ choice, count }) => [choice, count])),
  );
}

function columnOf(cell: PlacedCell, columns: readonly VoteColumn[]): VoteColumn | undefined {
  return columns.toSorted((a, b) => Math.abs(a.at - cell.at) - Math.abs(b.at - cell.at))[0];
}
