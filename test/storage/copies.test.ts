import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openBlobs } from '../../src/storage/blobs.ts';
import { copyRegister, restoreRegister, verifyCopy } from '../../src/storage/copy-register.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { verifyLog } from '../../src/storage/verify-log.ts';
import { buildBody } from '../support/build-organisation.ts';
import { openTestDatabase } from '../support/database.ts';

const here = await openTestDatabase();
const there = await openTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'kansli-copies-'));
after(async () => {
  await Promise.all([here.close(), there.close()]);
  rmSync(folder, { recursive: true });
});
const filesHere = join(folder, 'here');
const filesThere = join(folder, 'there');
const plan = { version: '0', filesFolder: filesHere };
// A register that has never been used: the test database comes with an authority.
await there.db.pool.query(
  'set session_replication_role = replica; delete from log_head; delete from tenant; reset session_replication_role',
);

test('what is taken out, put into an empty register and taken out again is the same, to the byte', async () => {
  const { db, tenantId, auth } = here;
  const hash = await openBlobs(filesHere, { maxBytes: 1_000 }).put(Buffer.from('Åtgärder'));
  await buildBody(here);
  const other = await createTenant(db, { slug: 'granne', name: 'Granne' });
  await db.transact(here.authIn(other), { verb: 'write' }, (w) =>
    w.log({ noun: 'trial', recordId: w.runtime.newId() }),
  );
  await db.transact(auth(), { verb: 'write' }, (w) =>
    w.log({
      noun: 'trial',
      recordId: w.runtime.newId(),
      after: { hash, number: 1.5, text: 'Rad ett\nrad två "citat" \\' },
    }),
  );
  const first = await copyRegister(db, { ...plan, folder: join(folder, 'backup') });
  const known = Object.keys(migrations);
  await restoreRegister(there.db, { folder: join(folder, 'backup'), filesFolder: filesThere, migrations: known });
  const second = await copyRegister(there.db, { ...plan, filesFolder: filesThere, folder: join(folder, 'again') });
  assert.deepEqual(second.files, first.files);
  assert.deepEqual(second.tables, first.tables);
  assert.ok(first.tables.some(({ name, rows }) => name === 'public.body' && rows > 0));
  assert.equal(first.logs.length, 2);
  const kept = first.logs.filter(({ tenant }) => tenant === tenantId);
  assert.equal((await there.db.read(there.authIn(tenantId), (r) => verifyLog(r, kept))).fault, undefined);

  // One authority alone: nothing of its neighbour, and only the files that it names.
  const alone = await copyRegister(db, { ...plan, folder: join(folder, 'alone'), tenantId: other });
  assert.deepEqual(
    alone.logs.map(({ name }) => name),
    ['Granne'],
  );
  assert.deepEqual(
    alone.files.filter(({ path }) => path.startsWith('files/')),
    [],
  );
  for (const { path } of alone.files)
    assert.ok(!readFileSync(join(folder, 'alone', path), 'utf8').includes(tenantId), path);
});

test('a register that is in use, a folder with something in it and another schema are refused', async () => {
  const known = Object.keys(migrations);
  const from = { folder: join(folder, 'backup'), filesFolder: join(folder, 'x') };
  await assert.rejects(restoreRegister(there.db, { ...from, migrations: known }), { code: 'copy.registerInUse' });
  await assert.rejects(restoreRegister(there.db, { ...from, migrations: known.slice(1) }), {
    code: 'copy.otherSchema',
  });
  await assert.rejects(copyRegister(here.db, { ...plan, folder: join(folder, 'backup') }), {
    code: 'copy.folderTaken',
  });
});

test('fifty random damages of a copy are found, and an untouched one passes', async () => {
  const whole = join(folder, 'backup');
  await verifyCopy(whole);
  const paths = readdirSync(whole, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(whole, path)).isFile(),
  );
  const damaged = join(folder, 'damaged');
  cpSync(whole, damaged, { recursive: true });
  for (let round = 0; round < 50; round += 1) {
    const path = join(damaged, paths[randomInt(paths.length)]!);
    const before = readFileSync(path);
    const kind = before.length === 0 ? 2 : round % 4;
    if (kind === 0) {
      const bytes = Buffer.from(before);
      const place = randomInt(bytes.length);
      bytes[place] = bytes[place]! ^ (1 << randomInt(8));
      writeFileSync(path, bytes);
    } else if (kind === 1) truncateSync(path, randomInt(before.length));
    else if (kind === 2) rmSync(path);
    else writeFileSync(`${path}.more`, 'x');
    await assert.rejects(verifyCopy(damaged), { code: 'copy.damaged' }, `${path} ${kind}`);
    rmSync(`${path}.more`, { force: true });
    writeFileSync(path, before);
  }
  await verifyCopy(damaged);
});
