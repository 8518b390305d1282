import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commonBands, countsIn, shownCount, smallestGroup } from './small-groups.ts';

const distributions = fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 4 })).chain(([steps, years]) =>
  fc.array(fc.array(fc.nat({ max: 14 }), { minLength: steps, maxLength: steps }), {
    minLength: years,
    maxLength: years,
  }),
);

/** Every group that can be counted from what is shown, by somebody who takes the own answer away: sums of shown figures, and what they leave of the whole. */
function smallestToCount(shown: readonly number[]): number {
  const groups = Array.from({ length: 2 ** shown.length - 1 }, (_, chosen) =>
    shown.reduce((sum, count, index) => sum + ((chosen + 1) & (1 << index) ? count : 0), 0),
  );
  return Math.min(...groups.filter((group) => group > 0).map((group) => group - 1));
}

test('no group under the bound is shown, nor can one be counted by difference', () => {
  fc.assert(
    fc.property(distributions, (all) => {
      const bands = commonBands(1, all);
      return bands === undefined || all.every((counts) => smallestToCount(countsIn(bands, 1, counts)) >= smallestGroup);
    }),
    { numRuns: 1000 },
  );
});

test('control: the check sees a small group when every step is shown', () => {
  assert.ok(smallestToCount([2, 9, 12]) < smallestGroup);
  assert.ok(smallestToCount([5, 9, 12]) < smallestGroup, 'whoever stands in the five can count four others');
});

test('bands part the scale, lose nobody, and are undefined only when a whole is too small', () => {
  fc.assert(
    fc.property(distributions, (all) => {
      const bands = commonBands(1, all);
      const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
      if (!bands) return all.some((counts) => sum(counts) <= smallestGroup);
      const steps = bands.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
      assert.deepEqual(
        steps,
        Array.from({ length: all[0]!.length }, (_, index) => index + 1),
      );
      return all.every((counts) => sum(countsIn(bands, 1, counts)) === sum(counts));
    }),
  );
});

test('the bands are as fine as they can be: enough on every step keeps every step', () => {
  assert.deepEqual(
    commonBands(1, [[6, 7, 8, 6]]),
    [1, 2, 3, 4].map((step) => ({ from: step, to: step })),
  );
  assert.deepEqual(commonBands(1, [[2, 5, 12, 3]]), [
    { from: 1, to: 2 },
    { from: 3, to: 4 },
  ]);
  assert.equal(commonBands(1, [[1, 2, 2, 0]]), undefined);
});

test('a figure of a whole hides what is few, and what its complement would tell', () => {
  assert.equal(shownCount(3, 60), null);
  assert.equal(shownCount(57, 60), null);
  assert.equal(shownCount(5, 60), 5);
  assert.equal(shownCount(0, 60), 0);
  assert.equal(shownCount(60, 60), 60);
  assert.equal(shownCount(2, 4), null);
  assert.equal(shownCount(0, 4), null);
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (a, b) => {
      const shown = shownCount(a, a + b);
      return shown === null || [a, b].every((group) => group === 0 || group >= smallestGroup);
    }),
  );
});
