import { linesOf } from '../../../../documents/tree/recognise.ts';
import type { SourceBlock, SourceLine } from '../../../../documents/tree/source.ts';
import type { Check } from './check-bundle.ts';

/**
 * A last row that is nearly, but not exactly, the sum of the rows above it (E-11): each figure was rounded for itself, or one of them is wrong.
 * A column whose last value is far from the sum is no column of parts (years, percentages) and says nothing.
 */
export const tableSumProblems: Check = (readings) =>
  readings.flatMap((reading) => reading.blocks.filter((block) => block.kind === 'table').flatMap(sumProblems));

const tolerance = 0.005;

function sumProblems(block: SourceBlock) {
  const rows = linesOf([block]).filter((line) => line.cells?.some((cell) => numberIn(cell.text) !== undefined));
  const total = rows.at(-1);
  const parts = rows.slice(0, -1).filter((row) => row.cells?.[0]?.text);
  if (!total?.cells || parts.length < 3) return [];
  return total.cells.flatMap((cell, column) => {
    const printed = numberIn(cell.text);
    const values = parts.map((row) => numberIn(row.cells?.[column]?.text ?? ''));
    if (printed === undefined || values.some((value) => value === undefined)) return [];
    const sum = values.reduce<number>((whole, value) => whole + value!, 0);
    if (sum === printed || Math.abs(sum - printed) > Math.abs(printed) * tolerance) return [];
    return [{ code: 'sumDiffers', message: sumMessage(total, column, sum, cell.text), source: total.span }];
  });
}

function sumMessage(total: SourceLine, column: number, sum: number, printed: string): string {
  return `Raden ”${total.cells?.[0]?.text}”, kolumn ${column + 1}: delarna blir ${sum.toLocaleString('sv-SE')}, men ${printed} står som summa.`;
}

/** "1 190" and "-187" are numbers; "71%" is none that sums. */
function numberIn(text: string): number | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  return /^-?\d+$/.test(digits) ? Number(digits) : undefined;
}
