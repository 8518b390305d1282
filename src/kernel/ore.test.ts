import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divideExactly, kronorOf, oreOf, parseOre } from './ore.ts';

test('amounts are read to the öre, in every unit that papers use, and nothing is rounded', () => {
  assert.equal(parseOre('144 000'), 14_400_000);
  assert.equal(parseOre('1 200,50 kr'), 120_050);
  assert.equal(parseOre('1,2 mkr'), 120_000_000);
  assert.equal(parseOre('−300 tkr'), -30_000_000);
  assert.equal(parseOre('0,005'), undefined, 'parts of an öre');
  assert.equal(parseOre('tolv'), undefined);
  assert.equal(parseOre('99999999999999'), undefined, 'more than any budget');
});

test('a division over any weights makes up the whole, each part within one of its exact share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
      fc
        .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 13 })
        .filter((all) => all.some(Boolean)),
      (whole, weights) => {
        const parts = divideExactly(whole, weights);
        const sum = weights.reduce((all, one) => all + one, 0);
        assert.equal(parts.length, weights.length);
        assert.equal(
          parts.reduce((all, one) => all + one, 0),
          whole,
        );
        parts.forEach((part, index) => {
          const off = BigInt(part) * BigInt(sum) - BigInt(whole) * BigInt(weights[index]!);
          assert.ok(off < BigInt(sum) && off > -BigInt(sum), `part ${index}`);
          if (weights[index] === 0) assert.equal(part, 0, 'who has no share pays nothing');
        });
      },
    ),
  );
});

test('what is left over goes to those that lost most, and of equals to the first', () => {
  assert.deepEqual(divideExactly(100, [1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(divideExactly(-100, [1, 1, 1]), [-34, -33, -33]);
  assert.deepEqual(divideExactly(10, [0, 3, 1]), [0, 8, 2], 'of two that lost half each, the first');
  assert.throws(() => divideExactly(10, [0, 0]), /Nothing can be divided/);
});

test('kronor and öre are the same money', () => {
  fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (ore) => oreOf(kronorOf(ore)) === ore));
});
