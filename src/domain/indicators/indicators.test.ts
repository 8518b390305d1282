import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildIndicatorValue, buildPopulationRow } from '../../../test/support/build-indicators.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import {
  addDefinition,
  correctValue,
  defineIndicator,
  denominatorConflict,
  dimensionsOf,
  getIndicator,
  getSeries,
  keepPopulationFigures,
  keepValues,
  listIndicatorHeads,
  listIndicators,
  listPopulationChanges,
  planDeliveries,
  populationSeriesIds,
  recordIndicatorValue,
  setTarget,
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

test('a value is kept once, corrected with a reason, and what it corrected stays', async () => {
  const { read: look, write: edit } = runVerbs(t, 'indicator.edit');
  const indicatorId = await edit((w) =>
    defineIndicator(w, {
      ...{ name: 'andel med fast läkarkontakt', unit: '%', direction: 'higher', definition: 'Andel av invånarna.' },
      ...{ denominator: 'invånare', validFrom: '2024', breaksSeries: true, breakNote: 'Ny mätmetod' },
    }),
  );
  const value = (asOf: string, amount: number | null) => ({
    ...{ indicatorId, asOf, place: 'Granby', value: amount },
    missing: amount === null ? ('cannotBeStated' as const) : null,
  });
  const keep = (values: Parameters<typeof keepValues>[1]['values'], correctionReason?: string) =>
    edit((w) => keepValues(w, { values, origin: 'imported', ...(correctionReason && { correctionReason }) }));
  assert.deepEqual(await keep([value('2023', 40), value('2024', null)]), { added: 2, corrected: 0, unchanged: 0 });
  assert.deepEqual(await keep([value('2023', 40), value('2024', null)]), { added: 0, corrected: 0, unchanged: 2 });
  await assert.rejects(keep([value('2023', 41)]), problemKeys('indicators.reasonToCorrect'));
  assert.deepEqual(await keep([value('2023', 41), value('2024', 46)], 'Ny fil'), {
    added: 0,
    corrected: 2,
    unchanged: 0,
  });
  const series = await look((r) => getSeries(r, indicatorId));
  assert.deepEqual(
    series.points.map((one) => [one.asOf, one.value, one.correctionReason, one.definitionNumber, one.claimed]),
    [
      ['2023', 41, 'Ny fil', 1, false],
      ['2024', 46, 'Ny fil', 1, false],
    ],
  );
  assert.deepEqual(series.breaks, [{ asOf: '2024', note: 'Ny mätmetod' }]);
  const [first] = series.points;
  const correct = { valueId: first!.id, expectedVersion: first!.version, value: 42, reason: 'Räknat om' };
  await edit((w) => correctValue(w, correct));
  await assert.rejects(
    edit((w) => correctValue(w, { ...correct, expectedVersion: 2 })),
    problemKeys('indicators.alreadyCorrected'),
  );
  assert.deepEqual(await look((r) => dimensionsOf(r, indicatorId)), {
    places: ['Granby'],
    sexes: ['all'],
    ageGroups: [''],
  });
});

test('a definition, a target and a delivery are refused with what is wrong with them', async () => {
  const { read: look, write: edit } = runVerbs(t, 'indicator.edit');
  const fields = { name: 'invånare per specialist', unit: 'antal', direction: 'lower' } as const;
  const indicatorId = await edit((w) => defineIndicator(w, fields));
  await assert.rejects(
    edit((w) => defineIndicator(w, fields)),
    problemKeys('indicators.nameTaken'),
  );
  await assert.rejects(
    edit((w) => addDefinition(w, { indicatorId, definition: 'Ny', breaksSeries: true })),
    problemKeys('indicators.breakNeedsTime'),
  );
  const target = { indicatorId, kind: 'nationalReference', bound: 'atMost', value: 1100 } as const;
  await assert.rejects(
    edit((w) => setTarget(w, target)),
    problemKeys('indicators.referenceNeedsDenominator'),
  );
  await edit((w) => setTarget(w, { ...target, denominator: 'invånare' }));
  await edit((w) => setTarget(w, { ...target, kind: 'own', denominator: 'listade' }));
  assert.deepEqual(denominatorConflict(await look((r) => getSeries(r, indicatorId))), ['invånare', 'listade']);
  await assert.rejects(
    edit((w) => planDeliveries(w, { indicatorId, bodyIds: [], period: 'i år', dueOn: '2026-02-30' })),
    problemKeys('validation.choose', 'indicators.asOf', 'validation.date'),
  );
});

test('the numbers of a population row are values of two series, and one that is there already is left as it is', async () => {
  const row = {
    ...{ municipality: 'Ängby', ageGroup: '85+ år', toldIn: 2021 },
    from: { year: 2020, count: 70 },
    to: { year: 2025, count: 91 },
  };
  const kept = await write((w) => keepPopulationFigures(w, row));
  assert.deepEqual(
    kept.map(({ created }) => created),
    [true, true],
  );
  const contrary = { ...row, from: { year: 2019, count: 69 }, to: { year: 2025, count: 95 } };
  const again = await write((w) => keepPopulationFigures(w, contrary));
  assert.deepEqual(
    again.map(({ created }) => created),
    [true],
    'another number of the same year is not read in that row',
  );
  const { outcome, forecast } = await read(populationSeriesIds);
  const pointsOf = async (id: string) =>
    (await read((r) => getSeries(r, id, { place: 'Ängby', ageGroup: '85+ år' }))).points;
  const told = [...(await pointsOf(outcome!)), ...(await pointsOf(forecast!))];
  assert.deepEqual(
    told.map(({ asOf, value, forecast, claimed }) => [asOf, value, forecast, claimed]),
    [
      ['2019', 69, false, false],
      ['2020', 70, false, false],
      ['2025', 91, true, false],
    ],
  );
});
