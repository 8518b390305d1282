import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rateLimit } from './rate-limit.ts';

const rates = {
  page: { burst: 2, perMinute: 60 },
  write: { burst: 1, perMinute: 1 },
  signIn: { burst: 1, perMinute: 1 },
  upload: { burst: 1, perMinute: 1 },
  ballot: { burst: 1, perMinute: 1 },
};

test('a bucket empties, says how long to wait, fills again, and belongs to one caller and one kind', () => {
  let now = 0;
  const limit = rateLimit(() => now, rates);
  assert.deepEqual([limit.take('page', 'a'), limit.take('page', 'a'), limit.take('page', 'a')], [0, 0, 1]);
  assert.equal(limit.take('page', 'b'), 0);
  assert.equal(limit.take('write', 'a'), 0);
  assert.equal(limit.take('write', 'a'), 60);
  now = 1000;
  assert.equal(limit.take('page', 'a'), 0);
  assert.equal(limit.take('page', 'a'), 1);
});

test('a clock that jumps back gives nothing away and breaks nothing', () => {
  let now = 1_000_000;
  const limit = rateLimit(() => now, rates);
  limit.take('write', 'a');
  now = 0;
  assert.equal(limit.take('write', 'a'), 60);
});
