import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stockholmInstant } from './stockholm-instant.ts';

test('a clock time of Stockholm is an instant, in winter and in summer', () => {
  assert.equal(stockholmInstant('2026-12-03', '09:00').toISOString(), '2026-12-03T08:00:00.000Z');
  assert.equal(stockholmInstant('2026-06-11', '09:00').toISOString(), '2026-06-11T07:00:00.000Z');
  assert.equal(stockholmInstant('2026-06-11').toISOString(), '2026-06-10T22:00:00.000Z');
});

test('the nights of the change: an hour that is left out, and one that comes twice', () => {
  assert.equal(stockholmInstant('2026-03-29', '01:30').toISOString(), '2026-03-29T00:30:00.000Z');
  assert.equal(
    stockholmInstant('2026-03-29', '02:30').toISOString(),
    '2026-03-29T01:30:00.000Z',
    'the clocks show 03:30',
  );
  assert.equal(stockholmInstant('2026-03-29', '03:00').toISOString(), '2026-03-29T01:00:00.000Z');
  assert.equal(
    stockholmInstant('2026-10-25', '02:30').toISOString(),
    '2026-10-25T00:30:00.000Z',
    'the first of the two',
  );
  assert.equal(stockholmInstant('2026-10-25', '03:00').toISOString(), '2026-10-25T02:00:00.000Z');
});
