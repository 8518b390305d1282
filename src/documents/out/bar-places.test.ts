import assert from 'node:assert/strict';
import { it } from 'node:test';
import { barPlaces } from './bar-places.ts';

const placesOf = (...values: readonly number[]) =>
  barPlaces({ bars: values.map((value) => ({ label: 'x', value, text: String(value) })) });

it('draws from nothing to the amount, on one scale', () => {
  assert.deepEqual(placesOf(50, 100), [
    { from: 0, to: 0.5 },
    { from: 0, to: 1 },
  ]);
});

it('draws what is below nothing to the left of it', () => {
  assert.deepEqual(placesOf(-25, 75), [
    { from: 0, to: 0.25 },
    { from: 0.25, to: 1 },
  ]);
});

it('draws nothing of nothing', () => {
  assert.deepEqual(placesOf(0, 0), [
    { from: 0, to: 0 },
    { from: 0, to: 0 },
  ]);
});
