import { plainText, type Table } from '../tree/index.ts';

/**
 * How a column is set: `weight` is its share of the width, and a column of figures stands to the right so that its digits line up. The three
 * writers use the same columns, so that a table looks the same on paper, in Word and on the page.
 */
export type TableColumn = { readonly weight: number; readonly figures: boolean; readonly narrow: boolean };

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
    };
  });
}
