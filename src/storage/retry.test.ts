import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '../kernel/errors.ts';
import { isConnectionError, withRetries } from './retry.ts';

const withCode = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

test('errors of the way to the database are told from errors of the question', () => {
  const ofTheWay = [
    withCode('ECONNREFUSED'),
    withCode('57P01'),
    withCode('08006'),
    withCode('ENOENT', { syscall: 'connect' }),
    new Error('Connection terminated unexpectedly'),
    new Error('cannot set transaction read-write mode during recovery'),
  ];
  for (const error of ofTheWay) assert.equal(isConnectionError(error), true, error.message);
  const others = [withCode('ENOENT', { syscall: 'open' }), withCode('23505'), new Error('no'), undefined, 'text'];
  for (const error of others) assert.equal(isConnectionError(error), false, String(error));
});

test('patience ends with storage.unavailable, and keeps the cause', async () => {
  const cause = withCode('ECONNREFUSED');
  let runs = 0;
  const failing = withRetries(150, async () => {
    runs += 1;
    throw cause;
  });
  await assert.rejects(failing, (error) => {
    assert.ok(error instanceof AppError && error.code === 'storage.unavailable');
    assert.equal(error.cause, cause);
    return true;
  });
  assert.ok(runs > 1);
});

test('a rule that says no is not tried again', async () => {
  let runs = 0;
  const refused = withRetries(10_000, async () => {
    runs += 1;
    throw new AppError('access.denied');
  });
  await assert.rejects(refused, AppError);
  assert.equal(runs, 1);
});

test('a deadlock that comes back every time ends', async () => {
  let runs = 0;
  const failing = withRetries(0, async () => {
    runs += 1;
    throw withCode('40P01');
  });
  await assert.rejects(failing, /40P01/);
  assert.equal(runs, 6);
});

test('a unique key that was taken at the same instant is tried once more, so that the verb can say so itself', async () => {
  let runs = 0;
  const second = await withRetries(0, async () => {
    runs += 1;
    if (runs === 1) throw withCode('23505');
    return 'the sentence of the verb';
  });
  assert.equal(second, 'the sentence of the verb');
  await assert.rejects(
    withRetries(0, async () => {
      runs += 1;
      throw withCode('23505');
    }),
    /23505/,
  );
  assert.equal(runs, 4);
});
