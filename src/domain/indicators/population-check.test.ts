import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkChange,
  forecastOutcomes,
  type PopulationChange,
  populationChart,
  populationConflicts,
  populationFigures,
  populationTables,
} from './index.ts';

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

test('what had not come when the paper was written is a forecast, and the whole county is the place without a name', () => {
  const kinds = (knownYear: number) => populationFigures(row('Granby', 10, 20), knownYear).map(({ kind }) => kind);
  assert.deepEqual([2016, 2017, 2029, 2030].map(kinds), [
    ['forecast', 'forecast'],
    ['outcome', 'forecast'],
    ['outcome', 'forecast'],
    ['outcome', 'outcome'],
  ]);
  const places = ['Granby', 'Fjällmarks län', 'Hela länet'].map((name) => populationFigures(row(name, 1, 2), 2020)[0]!);
  assert.deepEqual(
    places.map(({ place, asOf, value }) => [place, asOf, value]),
    [
      ['Granby', '2017', 1],
      ['', '2017', 1],
      ['', '2017', 1],
    ],
  );
});

test('a forecast is compared with the outcome of the same place, age and year, and never with what a text claims', () => {
  const point = (place: string, value: number | null, claimed = false) =>
    ({ place, value, claimed, sex: 'all', ageGroup: '80+ år', asOf: '2030' }) as const;
  const compared = forecastOutcomes(
    [point('Sjöberga', 200), point('Granby', 100), point('Ängby', 50), point('Övre', 7), point('Å', 0)],
    [point('Granby', 110), point('Sjöberga', 190), point('Ängby', null), point('Övre', 9, true), point('Å', 4)],
  );
  assert.deepEqual(
    compared.map(({ place, difference, percent }) => [place, difference, percent]),
    [
      ['Granby', 10, 10],
      ['Sjöberga', -10, -5],
      ['Å', 4, undefined],
    ],
  );
});

test('small pictures lie on one scale from the first year, and tables that contradict each other are told', () => {
  const rows = [row('Sjöberga', 200, 300), row('Granby', 10, 12), row('Fjällmarks län', 210, 312)];
  const drawn = populationChart(rows, '80+ år', 'sv')!;
  assert.deepEqual(
    drawn.panels.map(({ name, points }) => [name, points.map(({ value }) => value)]),
    [
      ['Granby', [100, 120]],
      ['Sjöberga', [100, 150]],
    ],
  );
  assert.equal(populationChart(rows, '0–19 år', 'sv'), undefined);
  assert.deepEqual(populationConflicts(rows), []);
  const later = { ...row('Granby', 11, 15), from: { year: 2019, count: 11 } };
  assert.deepEqual(populationConflicts([...rows, later]), [
    { municipality: 'Granby', ageGroup: '80+ år', year: 2030, counts: [12, 15] },
  ]);
});

test('the change of the whole county is checked against the changes of the rows', () => {
  const county = row('Fjällmarks län', 15, 27, { printedChange: 12 });
  const [table] = populationTables([row('Granby', 10, 20, { printedChange: 10 }), row('Sjöberga', 5, 6), county]);
  assert.deepEqual([table!.total!.row.printedChange, table!.total!.sumChange], [12, 11]);
});
