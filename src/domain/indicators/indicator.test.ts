import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueBefore } from './indicator.ts';

test('the value before a stated change is computed, and none is invented', () => {
  assert.equal(Math.round(valueBefore({ value: 47_254, changePercent: 138 })!), 19_855);
  assert.equal(valueBefore({ value: 62, changePercent: -38 }), 100);
  assert.equal(valueBefore({ value: 5, changePercent: null }), undefined);
  assert.equal(valueBefore({ value: 0, changePercent: -100 }), undefined);
});
