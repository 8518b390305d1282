import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('an empty environment gives a product that starts on this machine only', () => {
  const config = readConfig({});
  assert.equal(config.port, 3000);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.publicUrl, 'http://localhost:3000');
  assert.equal(config.databaseUrl, undefined);
});

test('a value that cannot be used is refused with its name and an example', () => {
  assert.throws(() => readConfig({ PORT: 'åtta' }), /PORT ska vara ett heltal/);
  assert.throws(() => readConfig({ DATABASE_URL: 'mysql://x' }), /DATABASE_URL ska vara en adress som postgres:/);
});
