import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Table, text } from '../tree/index.ts';
import { columnsOf, columnWidths } from './table-columns.ts';

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  header: header.map((cell) => [text(cell)]),
  rows: rows.map((row) => row.map((cell) => [text(cell)])),
});

it('sets figures to the right, and a dash or an empty cell among them', () => {
  const columns = columnsOf(table(['Kommun', 'Antal', 'Andel'], ['Ålunda', '12 345', '3,5 %'], ['Ängsvik', '–', '']));
  assert.deepEqual(
    columns.map((column) => column.figures),
    [false, true, true],
  );
});

it('takes diary numbers, dates and paragraphs for text', () => {
  const columns = columnsOf(table(['Dnr', 'Dag', '§'], ['RS 2026-1', '2026-05-30', '§ 12']));
  assert.deepEqual(
    columns.map((column) => column.figures),
    [false, false, false],
  );
});

it('gives short columns what they need and the long one the rest', () => {
  const columns = columnsOf(
    table(['Nr', 'Uppdrag'], ['1', 'En lång mening om vad uppdraget går ut på och vem som gör det']),
  );
  const [number, assignment] = columnWidths(columns, 8000, 90, 300);
  assert.equal(number, 480);
  assert.equal(assignment, 7520);
});

it('never hands out more than there is', () => {
  const columns = columnsOf(
    table(['Femton tecken..', 'Femton tecken..', 'Femton tecken..', 'a'.repeat(60)], ['', '', '', '']),
  );
  assert.ok(columnWidths(columns, 3000, 90, 300).reduce((sum, width) => sum + width, 0) <= 3000);
});
