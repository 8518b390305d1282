import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  inUnit,
  isKronor,
  type MoneyUnit,
  moneyUnits,
  mostKronor,
  parseKronor,
  printedColumn,
  sumKronor,
} from './money.ts';

const amount = fc.integer({ min: -mostKronor, max: mostKronor });
const unit = fc.constantFrom(...(Object.keys(moneyUnits) as MoneyUnit[]));

test('the printed total is the rounded exact sum, and the parts with the rounding make it up', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 60 }), unit, (amounts, one) => {
      const { parts, total, rounding } = printedColumn(amounts, one);
      assert.equal(total, inUnit(sumKronor(amounts), one));
      assert.equal(sumKronor(parts) + rounding, total);
      // Each part is off by half a unit at most, so that a larger difference would be a fault of ours.
      assert.ok(Math.abs(rounding) <= amounts.length / 2 + 0.5);
    }),
  );
});

test('rounding does not depend on the order, nor on the sign', () => {
  fc.assert(fc.property(amount, unit, (one, of) => assert.equal(inUnit(one, of) + inUnit(-one, of), 0)));
  assert.equal(inUnit(-500, 'tkr'), -1);
  assert.equal(inUnit(499, 'tkr'), 0);
  assert.ok(Object.is(inUnit(-499, 'tkr'), 0), 'nothing is printed without a sign');
});

test('three parts of a third of a thousand: what rounding does is said', () => {
  assert.deepEqual(printedColumn([1_400, 1_400, 1_400], 'tkr'), { parts: [1, 1, 1], total: 4, rounding: 1 });
});

test('only whole kronor are money', () => {
  assert.ok(isKronor(0) && isKronor(-5) && isKronor(mostKronor));
  assert.ok(!isKronor(0.5) && !isKronor(mostKronor + 1) && !isKronor(Number.NaN));
});

test('an amount is read as people write it, and never rounded', () => {
  const read: readonly (readonly [string, number | undefined])[] = [
    ['1 200 000', 1_200_000],
    ['1.200.000 kr', 1_200_000],
    ['300 tkr', 300_000],
    ['1,1 mkr', 1_100_000],
    ['−50 tkr', -50_000],
    ['0', 0],
    ['1,5', undefined],
    ['1,2345 tkr', undefined],
    ['12 34', undefined],
    ['', undefined],
    ['mkr', undefined],
    ['10–20 mkr', undefined],
    ['999999999999999 mkr', undefined],
  ];
  for (const [written, amount] of read) assert.equal(parseKronor(written), amount, written);
});

test('what is printed in kronor is read as the same amount', () => {
  fc.assert(
    fc.property(amount, (one) => {
      assert.equal(parseKronor(new Intl.NumberFormat('sv-SE').format(one)), one);
      assert.equal(parseKronor(String(one)), one);
    }),
  );
});
