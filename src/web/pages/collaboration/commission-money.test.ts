import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneySums, sharedPosts } from './commission-money.ts';

const kr = (value: number, payer: string | null) => ({ value, currency: 'SEK', payer });

test('what each payer pays is summed by currency, and a sum without a payer stands beside', () => {
  const amounts = [
    kr(100, 'regionen'),
    kr(50, 'kommunerna'),
    kr(160, null),
    { value: 9, currency: 'EUR', payer: null },
  ];
  assert.deepEqual(moneySums({ amounts }), [
    { currency: 'SEK', parts: 150, named: [160] },
    { currency: 'EUR', parts: null, named: [9] },
  ]);
  assert.deepEqual(moneySums({ amounts: [] }), []);
});

test('posts are summed to the hundredth', () => {
  assert.equal(
    sharedPosts({
      shares: [
        { payer: 'a', fte: 0.1 },
        { payer: 'b', fte: 0.2 },
      ],
    }),
    0.3,
  );
  assert.equal(sharedPosts({ shares: [] }), null);
});
