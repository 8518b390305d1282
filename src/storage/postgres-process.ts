/** One run of the server program: started until it answers, ended cleanly, and cleared away when a killed owner left it behind. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isRunning } from './folder-lock.ts';
import { type Binaries, superuser } from './postgres-cluster.ts';
import { identityHint, runAs, type ServerIdentity } from './server-identity.ts';

/** Where sockets go whose own path is too long; a random ending is added. */
export const shortPlacePrefix = join(resolve(tmpdir()), 'kansli-socket-');

/** Starts the server of a data folder and waits until it answers, through recovery if need be. */
export async function startServer(
  home: string,
  socketFolder: string,
  binaries: Binaries,
  identity: ServerIdentity,
  { durable }: { readonly durable: boolean } = { durable: true },
): Promise<ChildProcess> {
  const connection = { host: socketFolder, user: superuser, database: 'postgres' };
  const settings = {
    listen_addresses: '',
    // A list: quoted, so that commas and spaces belong to the path.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...identity.prefix, binaries.postgres, '-D', join(home, 'postgres'), ...options];
  const logFile = join(home, 'postgres.log');
  const deadline = performance.now() + 20_000;
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
    if (!helpersRemain || performance.now() > deadline) {
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
export async function endServer(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.ref();
  child.kill('SIGINT');
  const hurry = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(hurry);
}

/** Whether a child process is over. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * Stops a server whose owner was killed. It could be adopted, but a stopped one can be watched as our own child, and what it had not yet
 * committed has no client left. A `postmaster.pid` whose process is gone stays: the server compares it with the shared memory itself.
 */
export async function stopLeftBehind(
  cluster: string,
  socketFolder: string,
  notice: (text: string) => void,
): Promise<void> {
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
  removeShortPlace(lines[4], socketFolder);
  if (!existsSync(file)) return;
  // A zombie, or a number that was given to another process, looks alive to PostgreSQL. Our own number does not: it knows its parent.
  lines[0] = String(process.pid);
  writeFileSync(file, lines.join('\n'));
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socketFolder, name), { force: true });
}

/** The short folder that a killed owner used because its path was too long for a socket. */
function removeShortPlace(place: string | undefined, ours: string): void {
  if (!place || place === ours || !place.startsWith(shortPlacePrefix)) return;
  rmSync(place, { recursive: true, force: true });
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

/** Whether a database can be asked something now. */
export async function answers(connection: pg.ClientConfig): Promise<boolean> {
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

/** The log is kept to two files of some megabytes. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
