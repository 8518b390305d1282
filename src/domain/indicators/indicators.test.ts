import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildIndicatorValue, buildPopulationRow } from '../../../test/support/build-indicators.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import {
  getIndicator,
  getSeries,
  listIndicatorHeads,
  listIndicators,
  listPopulationChanges,
  recordIndicatorValue,
  undivided,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'period.edit');

test('values of one name and unit are one indicator, in the order of time', async () => {
  const late = await buildIndicatorValue(t, { value: 47, asOf: '2025', unit: '%' });
  const early = await buildIndicatorValue(t, {
    value: 40.5,
    asOf: '2024',
    unit: '%',
    changePercent: 12,
    changedFrom: '2023',
  });
  assert.equal(early.indicatorId, late.indicatorId);
  assert.deepEqual([late.createdIndicator, early.createdIndicator], [true, false]);
  const count = await buildIndicatorValue(t, { value: 47, unit: 'antal' });
  assert.notEqual(count.indicatorId, late.indicatorId, 'another unit is another indicator');
  const { values } = await read((r) => getIndicator(r, late.indicatorId));
  assert.deepEqual(
    values.map(({ value, asOf, changePercent, changedFrom }) => [value, asOf, changePercent, changedFrom]),
    [
      [40.5, '2024', 12, '2023'],
      [47, '2025', null, null],
    ],
  );
});

test('the same value of the same day is not written twice', async () => {
  const figure = { name: 'väntetid', unit: 'dagar', value: 7, asOf: '2025' };
  const [first, again] = await write(async (w) => [
    await recordIndicatorValue(w, figure),
    await recordIndicatorValue(w, figure),
  ]);
  assert.equal(again!.valueId, first!.valueId);
  assert.deepEqual([again!.createdIndicator, again!.createdValue], [false, false]);
  await assert.rejects(
    write((w) => recordIndicatorValue(w, { name: '', unit: '', value: Number.NaN })),
    problemKeys('validation.required', 'validation.number'),
  );
});

test('a municipality has one row an age group and pair of years', async () => {
  await buildPopulationRow(t, 'Sjöberga', [100, 120], { printedChange: 20, printedPercent: 20 });
  await assert.rejects(buildPopulationRow(t, ' Sjöberga', [1, 2]), problemKeys('indicators.rowExists'));
  await assert.rejects(
    buildPopulationRow(t, '', [-1, 1.5]),
    problemKeys('validation.required', 'validation.number', 'validation.number'),
  );
  const [row, ...rest] = await read((r) => listPopulationChanges(r));
  assert.equal(rest.length, 0);
  assert.deepEqual(
    [row!.from, row!.to],
    [
      { year: 2020, count: 100 },
      { year: 2030, count: 120 },
    ],
  );
});

test('another authority sees none of it', async () => {
  const { indicatorId } = await buildIndicatorValue(t, { name: 'bara här' });
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listIndicators(r)), []);
  assert.deepEqual(await there((r) => listPopulationChanges(r)), []);
  await assert.rejects(
    there((r) => getIndicator(r, indicatorId)),
    { code: 'record.notFound' },
  );
});

test('a series has its points in the order of time, and what a text told is a claim', async () => {
  const name = 'vårdplatser';
  const { indicatorId } = await buildIndicatorValue(t, { name, value: 12, asOf: '2025' });
  await buildIndicatorValue(t, { name, value: 10, asOf: '2024-06' });
  const series = await read((r) => getSeries(r, indicatorId, undivided));
  assert.deepEqual(
    series.points.map(({ asOf, value, claimed }) => [asOf, value, claimed]),
    [
      ['2024-06', 10, true],
      ['2025', 12, true],
    ],
  );
  const older = await read((r) => getSeries(r, indicatorId, { to: '2024' }));
  assert.equal(older.points.length, 1);
  const { rows, total } = await read((r) => listIndicatorHeads(r, { words: 'vårdpl' }));
  assert.deepEqual([rows[0]?.latest?.value, rows[0]?.values, total], [12, 2, 1]);
});
