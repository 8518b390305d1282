import { plainText, type Table } from '../tree/index.ts';

/**
 * How a column is set: `weight` is its share of the width, and a column of figures stands to the right so that its digits line up. The three
 * writers use the same columns, so that a table looks the same on paper, in Word and on the page.
 */
export type TableColumn = {
  readonly weight: number;
  readonly figures: boolean;
  /** So short that it takes what it needs and no line of it is broken. */
  readonly narrow: boolean;
  /** Characters of the longest cell. */
  readonly longest: number;
};

const figure = /^[−+–-]?\d[\d\s\u00a0\u202f]*([.,]\d+)?\s?(%|kr|tkr|mnkr)?$/;
const narrowLength = 22;

/** Chooses the columns of a table from the texts in it: short ones take what they need, long ones share the rest by how much they say. */
export function columnsOf(table: Table): readonly TableColumn[] {
  return table.header.map((header, index) => {
    const head = plainText(header).trim();
    const cells = table.rows.map((row) => plainText(row[index] ?? []).trim()).filter((cell) => cell !== '');
    const longest = Math.max(head.length, ...cells.map((cell) => cell.length));
    const average = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(cells.length, 1);
    return {
      weight: Math.round(Math.min(Math.max(average, head.length, longest / 3, 6), 60)),
      figures: cells.length > 0 && cells.every((cell) => figure.test(cell) || cell === '–'),
      narrow: longest <= narrowLength,
      longest,
    };
  });
}

/**
 * The width of each column where a format wants to know it beforehand: narrow ones get room for their longest cell (`perCharacter` and `padding`
 * in the units of the total), the others share the rest by weight. When all is narrow, or narrow ones would take too much, weight alone decides.
 */
export function columnWidths(
  columns: readonly TableColumn[],
  total: number,
  perCharacter: number,
  padding: number,
): readonly number[] {
  const wanted = columns.map((column) => (column.narrow ? column.longest * perCharacter + padding : 0));
  const taken = wanted.reduce((sum, width) => sum + width, 0);
  const sharing = columns.filter((column) => !column.narrow).reduce((sum, column) => sum + column.weight, 0);
  const all = columns.reduce((sum, column) => sum + column.weight, 0);
  return sharing === 0 || taken > total * 0.7
    ? columns.map((column) => Math.floor((total * column.weight) / all))
    : columns.map((column, index) => wanted[index] || Math.floor(((total - taken) * column.weight) / sharing));
}
