import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inspectEngine } from '../../src/storage/describe-engine.ts';
import { openTestDatabase } from '../support/database.ts';

const { db, close } = await openTestDatabase();
after(close);

test('the tests run on the engine of the product, which sorts in Swedish; only what they leave is thrown away', async () => {
  const engine = await inspectEngine(db);
  assert.ok(Number.parseInt(engine.version, 10) >= 15, engine.version);
  assert.equal(engine.synchronousCommit, true);
  assert.equal(engine.swedishOrder, true);
});
