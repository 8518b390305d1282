import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkChange, type PopulationChange, populationTables } from './index.ts';

function row(
  municipality: string,
  from: number,
  to: number,
  printed: Partial<PopulationChange> = {},
): PopulationChange {
  return {
    id: municipality,
    version: 1,
    municipality,
    ageGroup: '80+ år',
    from: { year: 2017, count: from },
    to: { year: 2030, count: to },
    printedChange: null,
    printedPercent: null,
    ...printed,
  };
}

test('a printed change is compared with what the two numbers come to', () => {
  const right = checkChange(row('Granby', 696, 1190, { printedChange: 494, printedPercent: 71 }));
  assert.deepEqual([right.change, right.percent, right.changeDiffers, right.percentDiffers], [494, 71, false, false]);
  const wrong = checkChange(row('Granby', 696, 1190, { printedChange: 949, printedPercent: 61 }));
  assert.deepEqual([wrong.changeDiffers, wrong.percentDiffers], [true, true]);
  const silent = checkChange(row('Granby', 696, 1190));
  assert.deepEqual([silent.changeDiffers, silent.percentDiffers], [false, false]);
  assert.equal(checkChange(row('Granby', 0, 5, { printedPercent: 5 })).percent, undefined);
});

test('the row of the whole county stands apart and is checked against the sum of the others', () => {
  const [table] = populationTables([row('Granby', 10, 20), row('Sjöberga', 5, 6), row('Fjällmarks län', 15, 27)]);
  assert.equal(table!.rows.length, 2);
  assert.deepEqual([table!.total!.sumFrom, table!.total!.sumTo], [15, 26]);
  assert.equal(table!.total!.row.to.count, 27);
});

test('a table without such a row has no total, and each age group is a table of its own', () => {
  const tables = populationTables([row('Granby', 10, 20), row('Granby', 30, 31, { ageGroup: '20–64 år' })]);
  assert.deepEqual(
    tables.map(({ ageGroup, rows, total }) => [ageGroup, rows.length, total]),
    [
      ['80+ år', 1, undefined],
      ['20–64 år', 1, undefined],
    ],
  );
});

test('a change printed from the numbers never differs, whatever the numbers', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), (from, to) => {
      const printedPercent = from === 0 ? null : Math.round(((to - from) / from) * 100);
      const checked = checkChange(row('Granby', from, to, { printedChange: to - from, printedPercent }));
      return !checked.changeDiffers && !checked.percentDiffers;
    }),
  );
});
