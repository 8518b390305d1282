/**
 * The PostgreSQL server of the tests. `npm test` starts one for the whole run and names it in KANSLI_TEST_SERVER. A test file that is run alone
 * finds or starts a keeper: a small process that owns a server below the folder for temporary files and ends with it some seconds after the
 * last test let go. With DATABASE_URL set, that server is used instead.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { systemRuntime } from '../../src/kernel/runtime.ts';
import { connect } from '../../src/storage/database.ts';
import { ownerOf } from '../../src/storage/folder-lock.ts';
import { openFolder } from '../../src/storage/postgres-server.ts';

/** How to reach the server; the name of the database is added by who connects. */
export type TestServer = { readonly host: string; readonly user: string } | { readonly connectionString: string };

const root = fileURLToPath(new URL('../..', import.meta.url));
const keeperIdleMs = 4_000;
const readyFile = 'keeper.ready';

/** The server for this process: the given one, that of the run, or a keeper's. */
export async function findTestServer(): Promise<TestServer> {
  if (process.env.DATABASE_URL) return { connectionString: process.env.DATABASE_URL };
  if (process.env.KANSLI_TEST_SERVER) return JSON.parse(process.env.KANSLI_TEST_SERVER) as TestServer;
  return await findKeeper();
}

/** The connection to one database of the server. */
export function databaseOn(server: TestServer, database: string): pg.PoolConfig {
  if (!('connectionString' in server)) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

/** Runs a function with a connection to the server's own database, for creating and dropping others. */
export async function administer<T>(server: TestServer, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client('connectionString' in server ? server : databaseOn(server, 'postgres'));
  client.on('error', () => {});
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The name of the migrated database that test databases are copied from; it follows the text of the migrations. Made once, under a lock. */
export async function findTemplate(server: TestServer): Promise<string> {
  const name = templateName();
  await administer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [7_001]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const draft = `kansli_test_draft_${process.pid}`;
    // As the embedded database is made: sorted in Swedish, whatever the server's own language is.
    await client.query(
      `create database ${draft} template template0 encoding 'UTF8' locale_provider icu icu_locale 'sv-SE' locale 'C.UTF-8'`,
    );
    const database = connect(databaseOn(server, draft), { runtime: systemRuntime(), engine: 'server' });
    try {
      await database.migrate();
    } finally {
      await database.close();
    }
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** Drops what tests left on a server that goes on living, but not the template of these migrations unless told. */
export async function dropTestDatabases(server: TestServer, { keepTemplate = false } = {}): Promise<void> {
  const kept = keepTemplate ? templateName() : '';
  await administer(server, async (client) => {
    const found = await client.query<{ datname: string }>(
      `select datname from pg_database where datname ~ '^kansli_(test|template)_' and datname <> $1`,
      [kept],
    );
    for (const { datname } of found.rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

/** Starts a server in a new folder for a whole run; `stop` ends it and removes the folder. */
export async function startTestServer(): Promise<{ readonly server: TestServer; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-test-run-'));
  const { connection, stop } = await openFolder(folder, { mode: 'own', throwAway: true });
  return {
    server: { host: connection.host, user: connection.user },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The keeper's life: serve until no test has been connected for a while. Run by `test-server-keeper.ts`; the folder stays for the next. */
export async function keepServer(): Promise<void> {
  const folder = keeperFolder();
  const { connection, stop } = await openFolder(folder, { mode: 'own' });
  const server = { host: connection.host, user: connection.user };
  await dropTestDatabases(server, { keepTemplate: true });
  const ready = join(folder, readyFile);
  for (;;) {
    writeFileSync(ready, JSON.stringify(server));
    for (let idle = 0; idle < keeperIdleMs; ) {
      await sleep(500);
      idle = (await countClients(server)) > 0 ? 0 : idle + 500;
    }
    // Who read the file before it went is either connected by the next count, or looks again and finds it gone.
    rmSync(ready);
    await sleep(500);
    if ((await countClients(server)) === 0) break;
  }
  await stop();
}

/** Finds or starts the keeper's server. Two keepers started at once settle it by the lock of the folder. */
async function findKeeper(): Promise<TestServer> {
  const folder = keeperFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const server = readyServer(folder);
    if (server && (await holdOn(server)) && readyServer(folder)) return server;
    if (!ownerOf(folder) && attempt % 25 === 0) {
      const keeper = fileURLToPath(new URL('./test-server-keeper.ts', import.meta.url));
      spawn(process.execPath, [keeper], { detached: true, stdio: 'ignore' }).unref();
    }
    await sleep(100);
  }
  throw new Error(
    `The test server in ${folder} does not come up. Run "node test/support/test-server-keeper.ts" to see why.`,
  );
}

/** One connection for the life of this process tells the keeper that it is needed; it keeps no process alive. */
async function holdOn(server: { readonly host: string; readonly user: string }): Promise<boolean> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    (client as unknown as { connection: { stream: Socket } }).connection.stream.unref();
    return true;
  } catch {
    return false;
  }
}

function readyServer(folder: string): { readonly host: string; readonly user: string } | undefined {
  const file = join(folder, readyFile);
  if (!existsSync(file) || !ownerOf(folder)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as { host: string; user: string };
}

async function countClients(server: TestServer): Promise<number> {
  return await administer(server, async (client) => {
    const counted = await client.query<{ clients: number }>(
      `select count(*)::int as clients from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return counted.rows[0]!.clients;
  });
}

function keeperFolder(): string {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(tmpdir(), `kansli-test-${process.getuid?.() ?? 'user'}-${place}`);
}

function templateName(): string {
  const folder = join(root, 'src/storage/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return `kansli_template_${hash.digest('hex').slice(0, 12)}`;
}
