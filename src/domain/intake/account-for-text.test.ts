import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { accountForText, remarksOn } from './account-for-text.ts';

const at = (start: number, end: number) => ({ start, end, line: 1 });
const read = (...places: readonly (readonly [number, number])[]) =>
  places.map(([start, end]) => ({ source: at(start, end), alsoAt: [] }));

test('recognised, without place and furniture are the whole text', () => {
  const file = {
    unplaced: [{ ...at(10, 14), text: 'text' }],
    furniture: [{ ...at(14, 20), reason: 'blank' as const }],
  };
  const account = accountForText(20, file, [{ source: at(0, 6), alsoAt: [at(4, 10)] }]);
  assert.deepEqual(account, { total: 20, recognised: 10, unplaced: 4, furniture: 6, lost: 0 });
});

test('a stretch that nobody accounts for is told', () => {
  const account = accountForText(20, { unplaced: [], furniture: [] }, read([0, 5], [8, 20]));
  assert.equal(account.lost, 3);
});

test('overlapping passages are counted once, however many there are', () => {
  const stretch = fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(fc.array(stretch), (stretches) => {
      const counted = new Set(stretches.flatMap(([a, b]) => Array.from({ length: b - a }, (_, i) => a + i)));
      const { recognised, lost } = accountForText(200, { unplaced: [], furniture: [] }, read(...stretches));
      assert.deepEqual([recognised, lost], [counted.size, 200 - counted.size]);
    }),
  );
});

test('a remark belongs to the proposals whose passages it touches', () => {
  const inside = { code: 'a', message: '', source: at(12, 13) };
  const beside = { code: 'b', message: '', source: at(20, 25) };
  const whole = { code: 'c', message: '' };
  const proposal = { source: at(0, 5), alsoAt: [at(10, 20)] };
  assert.deepEqual(remarksOn(proposal, [inside, beside, whole]), [inside]);
});
