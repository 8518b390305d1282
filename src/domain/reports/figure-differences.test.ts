import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureDifferences, type KnownSeries } from './figure-differences.ts';

const visits: KnownSeries = {
  id: 'besök',
  name: 'digitala besök',
  unit: 'antal',
  values: [
    { id: '1', value: 19_855, asOf: '2022' },
    { id: '2', value: 47_254, asOf: '2023' },
  ],
};
const compare = (text: string, series: readonly KnownSeries[] = [visits], year = 2023) =>
  figureDifferences(text, series, year).map(({ of, stated, inSeries, difference, asOf }) => ({
    of,
    stated,
    inSeries,
    difference,
    asOf,
  }));

test('the figure of the series is no remark', () => {
  assert.deepEqual(compare('Antalet digitala besök var 47 254.'), []);
});

test('another figure is, with the difference', () => {
  assert.deepEqual(compare('Antalet digitala besök var 47 524.'), [
    { of: 'value', stated: 47_524, inSeries: 47_254, difference: 270, asOf: '2023' },
  ]);
});

test('the change in percent is computed again', () => {
  assert.deepEqual(compare('Antalet digitala besök var 47 254 (+138 % jämfört med 2022).'), []);
  const [wrong] = compare('Antalet digitala besök var 47 254 (+183 % jämfört med 2022).');
  assert.deepEqual([wrong?.of, wrong?.stated, wrong?.inSeries], ['change', 183, 138]);
});

test('a figure of no series, or of two that could be meant, is compared with nothing', () => {
  assert.deepEqual(compare('Antalet fysiska besök var 12 000.'), []);
  assert.deepEqual(compare('Antalet digitala besök var 12.', [{ ...visits, name: 'besök' }]), [], 'a wider series');
  assert.deepEqual(compare('Antalet digitala besök var 1.', []), []);
});
