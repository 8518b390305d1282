import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTables } from './find-tables.ts';
import { linesOf } from './lines.ts';
import type { PageContent, TextRun } from './page-content.ts';
import { gridsOf } from './ruled-grids.ts';
import { rowsOfTable } from './table-rows.ts';
import { wholeGrids } from './whole-grids.ts';

/** A word as OCR gives it: a run of its own. */
const word = (text: string, x: number, y: number): TextRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  bold: false,
  italic: false,
  struck: false,
  spaceBefore: true,
  spaceAfter: true,
  turns: 0,
  page: 1,
  box: { x, y: y - 8, width: text.length * 5, height: 10 },
});
const ruled = (...at: readonly number[]): PageContent['rules'] =>
  at.map((y) => ({ x0: 58, x1: 400, y0: y, y1: y + 1 }));

/** Three rows, the second with two lines in one cell, and the same words again and again in the last column. */
const lines = linesOf([
  ...[word('Alva', 60, 100), word('Region', 200, 100), word('Norr', 235, 100)],
  ...[word('Bo', 60, 118), word('Region', 200, 118), word('Norr', 235, 118), word('vård', 200, 130)],
  ...[word('Cia', 60, 148), word('Region', 200, 148), word('Norr', 235, 148)],
]);

test('the grid of a scan parts rows when it is whole, and words that come again make no column', () => {
  const grids = wholeGrids(gridsOf(ruled(88, 105, 136, 154)), lines);
  const [table, ...others] = findTables(lines, grids);
  assert.equal(others.length, 0);
  assert.ok(table?.kind === 'table');
  assert.deepEqual(
    rowsOfTable(table, 400).map((row) => row.length),
    [2, 2, 2],
  );
});

test('the grid of a scan that lacks a line between two rows is left', () => {
  assert.equal(wholeGrids(gridsOf(ruled(88, 105, 154)), lines).length, 0);
});
