import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run } from '../source-builder.ts';
import { plain } from './page-blocks.ts';
import { joinedOverPages } from './source-of-pages.ts';

/** Words on a page from `x` until `end`, in points. */
function words(text: string, page: number, x: number, end: number): readonly Run[] {
  return [{ text, place: { page, box: { x, y: 0, width: end - x, height: 10 } } }];
}

/** The rows of tables on two pages that follow each other, when the last cell of the first page ends at `end`. */
function rowsWhenLastEndsAt(end: number): readonly (readonly string[])[] {
  const [joined] = joinedOverPages([
    [
      {
        kind: 'table',
        page: 1,
        rows: [
          [words('egen regi', 1, 60, 180), words('den som söker får svar inom en vecka', 1, 200, 400)],
          [words('entreprenad', 1, 60, 180), words('den som söker får svar', 1, 200, end)],
        ],
      },
    ],
    [{ kind: 'table', page: 2, rows: [[words('upphandlad', 2, 60, 120), words('inom en månad', 2, 200, 270)]] }],
  ]);
  assert.ok(typeof joined === 'object' && joined.kind === 'table');
  return joined.rows.map((row) => row.map(plain));
}

test('a row that the page cut is made whole, and one that had ended is not joined with the next', () => {
  assert.deepEqual(rowsWhenLastEndsAt(390).slice(1), [
    ['entreprenad upphandlad', 'den som söker får svar inom en månad'],
  ]);
  assert.deepEqual(rowsWhenLastEndsAt(310).slice(1), [
    ['entreprenad', 'den som söker får svar'],
    ['upphandlad', 'inom en månad'],
  ]);
});
