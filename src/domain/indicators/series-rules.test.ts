import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkClaim,
  checkClaims,
  compareAsOf,
  comparePlaces,
  deliveryState,
  denominatorConflict,
  derivedBase,
  figureKey,
  type IndicatorHead,
  lastDayOf,
  nextAsOf,
  placeOfPrincipal,
  readAsOf,
  readFigureKey,
  type SeriesPoint,
  toDigits,
  wholeOf,
  yearOnYear,
  yearsFrom,
} from './index.ts';

function point(asOf: string, value: number | null, more: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    id: `${asOf} ${more.place ?? ''} ${value}`,
    version: 1,
    asOf,
    value,
    missing: value === null ? 'notMeasured' : null,
    ...{ qualifier: null, place: '', sex: 'all', ageGroup: '', origin: 'measured', claimed: false, forecast: false },
    ...{ preliminary: false, of: null, to: null, changePercent: null, changedFrom: null, comparable: null, note: null },
    ...{ definitionNumber: null, correctionReason: null, sourcePassage: null },
    ...more,
  };
}
const indicator: IndicatorHead = {
  ...{ id: 'i', version: 1, name: 'ärenden', unit: 'antal', direction: 'neutral' as const, area: null, code: null },
  ...{ countedById: null, definition: null },
};

test('a time is read as people write it, and what is no time is none', () => {
  const read = ['2024', '2024K3', 'kv 3 2024', '202412', '2024-12', '2024-12-31', 'dec 2024', '20241231'].map(readAsOf);
  assert.deepEqual(read, ['2024', '2024-K3', '2024-K3', '2024-12', '2024-12', '2024-12-31', '2024-12', '2024-12-31']);
  assert.deepEqual(['', '24', '2024-13', '2024-02-30', 'i fjol', '12345'].map(readAsOf), Array(6).fill(undefined));
});

test('a year stands at its end among its months, and a leap day has a year before', () => {
  assert.deepEqual(['2024', '2024-K2', '2024-02', '2024-02-03'].map(lastDayOf), [
    '2024-12-31',
    '2024-06-30',
    '2024-02-29',
    '2024-02-03',
  ]);
  assert.deepEqual(['2024-06', '2024', null, '2023'].toSorted(compareAsOf), [null, '2023', '2024-06', '2024']);
  assert.equal(yearsFrom('2024-02-29', -1), '2023-02-28');
  assert.deepEqual(['2024', '2024-K4', '2024-12', '2024-12-31'].map(nextAsOf), [
    '2025',
    '2025-K1',
    '2025-01',
    '2025-01-01',
  ]);
});

test('a change that is printed in whole percent of the two numbers always agrees, and one percent more never does', () => {
  const amounts = fc.integer({ min: 1, max: 200_000 });
  fc.assert(
    fc.property(amounts, amounts, (before, value) => {
      const exact = ((value - before) / before) * 100;
      const printed = Math.round(exact);
      assert.equal(checkClaim({ value, changePercent: printed }, before).kind, 'agrees');
      assert.equal(checkClaim({ value, changePercent: printed + 1.5 }, before).kind, 'differs');
      assert.equal(checkClaim({ value, changePercent: printed - 2 }, before).kind, 'differs');
    }),
  );
});

test('exactly half a percent may be rounded either way, and a decimal is held to its decimal', () => {
  assert.equal(checkClaim({ value: 333, changePercent: 66 }, 200).kind, 'agrees');
  assert.equal(checkClaim({ value: 333, changePercent: 67 }, 200).kind, 'agrees');
  assert.equal(checkClaim({ value: 333, changePercent: 66.5 }, 200).kind, 'agrees');
  assert.equal(checkClaim({ value: 333, changePercent: 66.4 }, 200).kind, 'differs');
});

test('the value before that a change implies lies within its own bounds, and gives the change back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: -99, max: 900 }), (value, changePercent) => {
      const base = derivedBase({ value, changePercent })!;
      assert.ok(base.lowest <= base.value && base.value <= base.highest);
      // A base below a thousand is itself rounded more coarsely than the percentage.
      if (base.value >= 1_000 && changePercent > -90)
        assert.equal(checkClaim({ value, changePercent }, base.value).kind === 'claimed', false);
      if (base.value >= 100_000 && changePercent < 400)
        assert.equal(checkClaim({ value, changePercent }, base.value).kind, 'agrees');
    }),
  );
  assert.equal(derivedBase({ value: 47_254, changePercent: 138 })?.value, 19_855);
  assert.equal(derivedBase({ value: 5, changePercent: -100 }), undefined);
});

test('claims are computed from a measured value before where there is one, and stay claims where there is none', () => {
  const claim = { changePercent: 138, changedFrom: '2023', origin: 'told', claimed: true } as const;
  const findings = (points: readonly SeriesPoint[], unit = 'antal') =>
    checkClaims({ indicator: { ...indicator, unit }, points }).map(({ finding }) => finding);
  const told = point('2024', 47_254, claim);
  assert.deepEqual(findings([told]), [
    { kind: 'claimed', why: 'noValueBefore', derived: { value: 19_855, lowest: 19_813, highest: 19_896 } },
  ]);
  assert.equal(findings([point('2023', 19_855), told])[0]?.kind, 'agrees');
  const wrong = findings([point('2023', 19_855, { claimed: true, origin: 'told' }), point('2023', 40_000), told])[0]!;
  assert.deepEqual([wrong.kind, wrong.kind === 'differs' && Math.round(wrong.by)], ['differs', -120]);
  assert.equal(findings([point('2023-12-31', 19_855), point('2024-12-31', 47_254, claim)])[0]?.kind, 'agrees');
  assert.equal(findings([point('2023', 7, { place: 'Granby' }), told])[0]?.kind, 'claimed');
  assert.equal(findings([point('2023', 0), told])[0]?.kind, 'claimed');
  const since = { ...claim, changedFrom: 'föregående år' };
  assert.equal(findings([point('2023', 19_855), point('2024', 47_254, since)])[0]?.kind, 'agrees');
  const alone = point('2024', -38, { ...claim, changePercent: -38 });
  assert.deepEqual(findings([alone], '%'), [{ kind: 'claimed', why: 'changeAlone' }]);
});

test('a change since last year is told unless the series is broken between or the value says that it cannot be compared', () => {
  const points = [point('2022', 50), point('2023', 100), point('2024', 150), point('2025', 75, { comparable: false })];
  const changes = (breaks: readonly { asOf: string; note: null }[]) => [...yearOnYear({ points, breaks }).values()];
  assert.deepEqual(changes([]), [100, 50]);
  assert.deepEqual(changes([{ asOf: '2024', note: null }]), [100]);
});

test('a count and its share give how many there are in all, within what rounding leaves room for', () => {
  const whole = wholeOf(140_441, 46)!;
  assert.equal(toDigits(whole.value), 305_300);
  assert.ok(whole.lowest < whole.value && whole.value < whole.highest);
  assert.equal(wholeOf(5, 0), undefined);
});

test('places stand in the order of the alphabet; equal values have equal rank, from the better end', () => {
  const points = [
    point('2025', 5, { place: 'Övre' }),
    point('2025', 9, { place: 'Granby' }),
    point('2025', 5, { place: 'Ängby' }),
    point('2025', null, { place: 'Sjö' }),
  ];
  const ranks = (direction: 'higher' | 'lower') =>
    comparePlaces(points, { unit: '%', direction }).map(({ place, rank, share }) => [place, rank, share]);
  assert.deepEqual(ranks('higher'), [
    ['Granby', 1, null],
    ['Sjö', null, null],
    ['Ängby', 2, null],
    ['Övre', 2, null],
  ]);
  assert.deepEqual(
    ranks('lower').map(([, rank]) => rank),
    [3, null, 1, 1],
  );
  const shares = comparePlaces(points, { unit: 'antal', direction: 'neutral' }).flatMap(({ share }) => share ?? []);
  assert.ok(Math.abs(shares.reduce((sum, one) => sum + one, 0) - 100) < 1e-9);
});

test('aims that are counted per different things are pointed out', () => {
  const target = {
    id: 't',
    version: 1,
    kind: 'own',
    bound: 'atMost',
    value: 1100,
    from: null,
    to: null,
    place: '',
    note: null,
  } as const;
  const both = (a: string | null, b: string | null) =>
    denominatorConflict({
      indicator,
      targets: [
        { ...target, denominator: a },
        { ...target, denominator: b },
      ],
    });
  assert.deepEqual(both('invånare', 'listade'), ['invånare', 'listade']);
  assert.deepEqual(both('per invånare', 'Invånare'), []);
  assert.deepEqual(both('invånare', null), []);
});

test('a delivery is late the day after its day', () => {
  const of = (deliveredOn: string | null, today: string, declinedReason: string | null = null) =>
    deliveryState({ dueOn: '2026-03-31', deliveredOn, declinedReason }, today);
  assert.deepEqual(
    [
      of(null, '2026-03-31'),
      of(null, '2026-04-01'),
      of('2026-03-31', '2026-05-01'),
      of('2026-04-01', '2026-05-01'),
      of(null, '2026-05-01', 'Mäts inte'),
    ],
    ['expected', 'late', 'delivered', 'deliveredLate', 'declined'],
  );
});

test('a figure that is asked for keeps its indicator and time in the key, and lands at the place that the series knows', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  for (const period of ['2026', '2026-K3', '2026-09', '2026-09-30'])
    assert.deepEqual(readFigureKey(figureKey(id, period)), { indicatorId: id, period });
  assert.deepEqual([id, `${id}_snart`, 'x_2026', ''].map(readFigureKey), Array(4).fill(undefined));
  const places = ['Granby', 'Sjöfors', 'Tallkommuns'];
  assert.deepEqual(
    ['Granbys kommun', 'Sjöfors kommun', 'Granby', 'Hedviks kommun'].map((name) => placeOfPrincipal(name, places)),
    ['Granby', 'Sjöfors', 'Granby', 'Hedviks kommun'],
  );
});
