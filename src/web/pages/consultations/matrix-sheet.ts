import type { Sheet } from '../../../documents/out/index.ts';
import { type Consultation, lastCell, matrixColumns, matrixOf } from '../../../domain/consultations/index.ts';

/** The matrix of seed 001 as a table for a spreadsheet: the same columns, everybody who was asked, empty cells where nobody answered. */
export function matrixSheet(consultation: Consultation): Sheet {
  const [received, from, supports, opposes, words] = matrixColumns;
  return {
    title: 'Remissvar',
    language: 'sv',
    columns: [
      { head: 'Remissinstans', kind: 'text', width: 28 },
      { head: received, kind: 'date' },
      { head: from, kind: 'text', width: 28 },
      { head: supports, kind: 'text' },
      { head: opposes, kind: 'text' },
      { head: words, kind: 'text', width: 80 },
    ],
    rows: matrixOf(consultation).map((row) => [
      row.respondent,
      row.received,
      row.from,
      row.supports ? 'X' : null,
      row.opposes ? 'X' : null,
      lastCell(row) || null,
    ]),
  };
}
