import assert from 'node:assert/strict';
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { AppError } from '../../src/kernel/errors.ts';
import { systemRuntime } from '../../src/kernel/runtime.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { inspectEngine } from '../../src/storage/describe-engine.ts';
import { isRunning } from '../../src/storage/folder-lock.ts';
import { type FolderServer, openFolder } from '../../src/storage/postgres-server.ts';
import { createTenant, listTenants } from '../../src/storage/tenant.ts';
import { verifyLog } from '../../src/storage/verify-log.ts';

const product = fileURLToPath(new URL('../..', import.meta.url));
const parent = mkdtempSync(join(tmpdir(), 'kansli-folder-'));
chmodSync(parent, 0o755);
after(() => rmSync(parent, { recursive: true, force: true }));

const children = new Set<ChildProcess>();
const servers = new Set<FolderServer>();
afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const child of children) child.kill('SIGTERM');
  servers.clear();
  children.clear();
});

const isRoot = process.getuid?.() === 0;
let folders = 0;
function newFolder(): string {
  folders += 1;
  return join(parent, `data-${folders}`);
}

async function opened(folder: string, options: Partial<Parameters<typeof openFolder>[1]> = {}): Promise<FolderServer> {
  const server = await openFolder(folder, { mode: 'own', ...options });
  servers.add(server);
  return server;
}

async function ask(server: FolderServer, question: string): Promise<string> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(question);
    return String(Object.values(rows[0] ?? {})[0]);
  } finally {
    await client.end();
  }
}

type Said = { readonly engine?: string; readonly line?: string; readonly error?: string };

/** Another process on the folder, and the first thing it says. */
async function startOwner(folder: string, mode: 'own' | 'join' = 'own', options: SpawnOptions = {}) {
  const file = fileURLToPath(new URL('./folder-owner.ts', import.meta.url));
  const child = spawn(process.execPath, [file, folder, mode], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const said = await new Promise<Said>((done, fail) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (text.includes('\n')) done(JSON.parse(text) as Said);
    });
    child.once('exit', () => fail(new Error('It ended without a word.')));
  });
  return { pid: child.pid!, said, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}

function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

test('a new folder gets a durable, Swedish, private server', async () => {
  const folder = newFolder();
  const server = await opened(folder);
  assert.equal(await ask(server, 'show fsync'), 'on');
  assert.equal(await ask(server, 'show full_page_writes'), 'on');
  assert.equal(await ask(server, 'show synchronous_commit'), 'on');
  assert.equal(await ask(server, 'show data_checksums'), 'on');
  assert.equal(await ask(server, 'show server_encoding'), 'UTF8');
  assert.equal(await ask(server, 'show listen_addresses'), '');
  const sorted = `select string_agg(w, ' ' order by w) from unnest(array['öl','apa','ärta','zon','å','Ål']) w`;
  assert.equal(await ask(server, sorted), 'apa zon å Ål ärta öl');
  assert.equal(statSync(server.connection.host).mode & 0o777, 0o700);
  assert.equal(statSync(join(folder, 'postgres')).mode & 0o777, 0o700);
});

test('no part of the product asks for a server whose records may be lost', () => {
  const asks = globSync('src/**/*.ts', { cwd: product }).filter((file) =>
    readFileSync(join(product, file), 'utf8').includes('throwAway: true'),
  );
  assert.deepEqual(asks, []);
});

test('the engine says how safe it is', async () => {
  const db = await openDatabase({ dataFolder: newFolder(), runtime: systemRuntime() });
  try {
    assert.deepEqual(await inspectEngine(db), {
      engine: 'own',
      version: (await inspectEngine(db)).version,
      fsync: true,
      synchronousCommit: true,
      checksums: true,
      swedishOrder: true,
    });
    assert.deepEqual(await listTenants(db), []);
  } finally {
    await db.close();
  }
});

test('a second process is refused, and told which process has the folder', async () => {
  const folder = newFolder();
  const owner = await startOwner(folder);
  assert.equal(owner.said.engine, 'own');
  assert.match(
    owner.said.line ?? '',
    /^PostgreSQL 18\.\d.* \(embedded, own server process\), fsync on, .*checksums on, Swedish order on$/,
  );
  await assert.rejects(opened(folder), (error) => {
    assert.ok(error instanceof AppError && error.code === 'storage.folderInUse');
    assert.equal(error.values.pid, owner.pid);
    return true;
  });
});

test('a command joins the running server, and leaves it running', async () => {
  const folder = newFolder();
  const owner = await startOwner(folder);
  const guest = await startOwner(folder, 'join');
  assert.equal(guest.said.engine, 'join');
  guest.kill('SIGTERM');
  assert.equal(await guest.ended, 0);
  const other = await opened(folder, { mode: 'join' });
  assert.equal(other.role, 'join');
  assert.equal(await ask(other, 'select 1'), '1');
  owner.kill('SIGTERM');
  await owner.ended;
});

test('of two that open a new folder at the same moment one wins; of two that would join, both work', async () => {
  const folder = newFolder();
  const both = await Promise.all([startOwner(folder), startOwner(folder)]);
  const said = both.map((one) => one.said.engine ?? one.said.error ?? '').sort();
  assert.equal(said[1], 'own');
  assert.match(said[0]!, /already used by process \d+/);

  const shared = newFolder();
  const joined = await Promise.all([startOwner(shared, 'join'), startOwner(shared, 'join')]);
  assert.deepEqual(joined.map((one) => one.said.engine).sort(), ['join', 'own']);
});

test('SIGTERM shuts the database down cleanly and leaves nothing running', async () => {
  const folder = newFolder();
  const owner = await startOwner(folder);
  const pid = serverPid(folder);
  owner.kill('SIGTERM');
  assert.equal(await owner.ended, 0);
  assert.equal(isRunning({ pid }), false);
  assert.match(readFileSync(join(folder, 'postgres.log'), 'utf8'), /database system is shut down\n$/);
  assert.equal(existsSync(join(folder, 'kansli.pid')), false);
});

test('a server left behind by kill -9 of its owner is stopped, and its folder opened', async () => {
  const folder = newFolder();
  const owner = await startOwner(folder);
  const left = serverPid(folder);
  owner.kill('SIGKILL');
  await owner.ended;
  assert.equal(isRunning({ pid: left }), true, 'the server outlives its owner');
  const notices: string[] = [];
  const server = await opened(folder, { onNotice: (text) => notices.push(text) });
  assert.equal(isRunning({ pid: left }), false);
  assert.match(notices.join(), new RegExp(`process ${left}`));
  assert.equal(await ask(server, 'select 1'), '1');
});

test('a lock whose process id now belongs to somebody else is taken over', async () => {
  const folder = newFolder();
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(
    join(folder, 'kansli.pid'),
    JSON.stringify({ pid: process.ppid, startedAt: '1', socketFolder: '/nowhere' }),
  );
  assert.equal((await opened(folder)).role, 'own');
});

test('a half-written lock is taken over', async () => {
  const folder = newFolder();
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, 'kansli.pid'), '{"pid":');
  assert.equal((await opened(folder)).role, 'own');
});

test('an initdb that was killed is done again', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18\n');
  const server = await opened(folder);
  assert.equal(await ask(server, 'select 1'), '1');
  assert.equal(existsSync(join(folder, 'postgres.new')), false);
});

test('a folder of another PostgreSQL is refused and left alone', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'postgres'), { recursive: true });
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n');
  await assert.rejects(opened(folder), /made by PostgreSQL 15.*Nothing has been changed/);
  assert.equal(existsSync(join(folder, 'kansli.pid')), false, 'the lock is given back');
});

test('a database that dies is started again, and a keyed verb does not notice', async () => {
  const folder = newFolder();
  const notices: string[] = [];
  const db = await openDatabase({
    dataFolder: folder,
    runtime: systemRuntime(),
    onNotice: (text) => notices.push(text),
  });
  try {
    const tenantId = await createTenant(db, { slug: 'prov', name: 'Prov' });
    const proof = { action: 'test', tenantId, accountId: null, actorName: 'Prov', mayWrite: true } as never;
    const recordId = db.runtime.newId();
    process.kill(serverPid(folder), 'SIGKILL');
    await db.transact(proof, { verb: 'write', idempotencyKey: 'one' }, (writer) =>
      writer.log({ noun: 'trial', recordId }),
    );
    assert.deepEqual(await db.read(proof, verifyLog), { entries: 1, fault: undefined });
    assert.match(notices.join('\n'), /started again/);
  } finally {
    await db.close();
  }
});

test('a path too long for a socket gets a short place, which is removed afterwards', async () => {
  const folder = join(newFolder(), 'x'.repeat(100));
  const server = await openFolder(folder, { mode: 'own' });
  const place = server.connection.host;
  assert.ok(!place.startsWith(folder));
  assert.equal(statSync(place).mode & 0o777, 0o700);
  assert.equal(await ask(server, 'select 1'), '1');
  const guest = await openFolder(folder, { mode: 'join' });
  assert.equal(await ask(guest, 'select 1'), '1');
  await server.stop();
  assert.equal(existsSync(place), false);

  // What a killed owner left there goes with the next start.
  const owner = await startOwner(folder);
  const left = JSON.parse(readFileSync(join(folder, 'kansli.pid'), 'utf8')) as { socketFolder: string };
  owner.kill('SIGKILL');
  await owner.ended;
  assert.equal(existsSync(left.socketFolder), true);
  await opened(folder);
  assert.equal(existsSync(left.socketFolder), false);
});

test('a path with a space, a comma and a quotation mark works', async () => {
  assert.equal(await ask(await opened(join(newFolder(), 'Nämnd, "vård"')), 'select 1'), '1');
});

test('as root, below a folder that only root may enter', { skip: !isRoot && 'only root can try this' }, async () => {
  const closed = newFolder();
  mkdirSync(closed, { mode: 0o700 });
  assert.equal(await ask(await opened(join(closed, 'data')), 'select 1'), '1');
});

test('as root where user namespaces are forbidden', { skip: !isRoot && 'only root can try this' }, async () => {
  const folder = newFolder();
  const server = await opened(folder, { mayNamespace: () => false });
  assert.equal(await ask(server, 'select 1'), '1');
  assert.notEqual(statSync(join(folder, 'postgres')).uid, 0);
  await server.stop();
  // What belongs to that user stays with it, also when namespaces are allowed again.
  assert.equal(await ask(await opened(folder), 'select 1'), '1');

  const closed = newFolder();
  mkdirSync(closed, { mode: 0o700 });
  await assert.rejects(opened(join(closed, 'data'), { mayNamespace: () => false }), /must be able to pass through/);
});

/** The first folder above the project that an ordinary user may not pass, if any. */
function barrier(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== '/'; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return folder;
  }
  accessSync(process.execPath, constants.X_OK);
  return undefined;
}

const whyNot = isRoot
  ? barrier() && 'the project lies where other users may not go'
  : 'the other tests run as an ordinary user already';
test('as an ordinary user', { skip: whyNot }, async () => {
  const folder = newFolder();
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, 65_534, 65_534);
  const owner = await startOwner(folder, 'own', { uid: 65_534, gid: 65_534 });
  assert.equal(owner.said.error, undefined);
  assert.equal(owner.said.engine, 'own');
  owner.kill('SIGTERM');
  assert.equal(await owner.ended, 0);

  const foreign = newFolder();
  mkdirSync(foreign, { mode: 0o755 });
  const refused = await startOwner(foreign, 'own', { uid: 65_534, gid: 65_534 });
  assert.match(refused.said.error ?? '', /cannot be written by this user/);
  // The operator may later start the same folder as root.
  assert.equal(await ask(await opened(folder), 'select 1'), '1');
});
