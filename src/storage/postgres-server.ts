/**
 * The database that comes with Kansli: PostgreSQL from npm, run as a child process on a private socket in the data folder. Nothing listens
 * on the network. One process owns a folder (`kansli.pid`) and keeps its server alive; others may join it, none may open it beside.
 *
 *     <data>/kansli.pid        who owns the folder, and where its server listens
 *     <data>/postgres/         the cluster; it gets this name only when initdb has finished, so a half one is never opened
 *     <data>/postgres.log      what the server says
 *     <data>/socket/           the private socket (a short folder for temporary files when this path is too long for a socket)
 */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../kernel/errors.ts';
import { type FolderLock, isRunning, lockFolder, ownerOf } from './folder-lock.ts';
import { type Binaries, findBinaries, initialise, refuseOtherVersion, superuser } from './postgres-cluster.ts';
import { answers, endServer, hasEnded, shortPlacePrefix, startServer, stopLeftBehind } from './postgres-process.ts';
import { chooseIdentity, handOver } from './server-identity.ts';

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
  /**
   * The folder is thrown away after use, so nothing need outlive a power cut: for the databases of tests, where waiting for the disk is most of what
   * making and dropping one takes. The product never says so.
   */
  readonly throwAway?: boolean;
};

const databaseName = 'kansli';
/** The path of a unix socket holds 107 bytes; the name of PostgreSQL's takes 14 of them. */
const longestSocketFolder = 90;

/** Opens the database of a data folder: makes it on the first call, recovers it after a crash, and keeps it running until `stop`. */
export async function openFolder(folder: string, options: OpenFolderOptions): Promise<FolderServer> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw isForbidden(error) ? closed(folder, error) : error;
  }
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
  let socketFolder = '';
  let lock: FolderLock;
  try {
    socketFolder = makeSocketFolder(home);
    lock = lockFolder(home, socketFolder);
  } catch (error) {
    removeTemporary(socketFolder, home);
    throw isForbidden(error) ? closed(home, error) : error;
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

  let child = await startServer(home, socketFolder, binaries, identity, { durable: !options.throwAway });
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
        child = await startServer(home, socketFolder, binaries, identity, { durable: !options.throwAway });
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

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );
}

/** The folder belongs to someone else, lies on a disk that takes no writing, or its place is no folder at all. */
function closed(folder: string, cause: unknown): AppError {
  const refusal = new AppError('storage.folderClosed', { folder });
  refusal.cause = cause;
  return refusal;
}

function makeSocketFolder(home: string): string {
  const inside = join(home, 'socket');
  if (Buffer.byteLength(inside) <= longestSocketFolder) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    return inside;
  }
  return mkdtempSync(shortPlacePrefix);
}

function isInside(home: string, folder: string): boolean {
  return folder.startsWith(join(home, '/'));
}

function removeTemporary(socketFolder: string, home: string): void {
  if (socketFolder !== '' && !isInside(home, socketFolder)) rmSync(socketFolder, { recursive: true, force: true });
}
