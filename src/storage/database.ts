import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Authorized } from '../kernel/authorized.ts';
import type { Runtime } from '../kernel/runtime.ts';
import { claimKey, keepAnswer } from './idempotency.ts';
import { addJob } from './jobs.ts';
import { appendLog, type LogNote } from './log.ts';
import { migrate } from './migrate.ts';
import { post } from './outbox.ts';
import { openFolder } from './postgres-server.ts';
import { refuseTaken, withRetries } from './retry.ts';
import type { Schema } from './schema/index.ts';
import type { PublishedTables } from './schema/published.ts';
import { type ReadingPurpose, type SystemPurpose, systemPurposes, type WritingPurpose } from './system.ts';
import {
  enter,
  type PublicReader,
  queriesOf,
  type Reader,
  type ReadQueries,
  type WriteQueries,
  type Writer,
} from './transaction.ts';

export type { Schema } from './schema/index.ts';
export type { PublicReader, Reader, ReadQueries, WriteQueries, Writer } from './transaction.ts';

/** Where the records lie, and how long to wait for them. */
export type DatabaseConfig = {
  /** Folder of the database that comes with Kansli; not used when `databaseUrl` is given. */
  readonly dataFolder?: string;
  /** A PostgreSQL server to use instead. */
  readonly databaseUrl?: string;
  /** `own` (the server process) refuses a folder in use; `join` (commands) uses the running server of that folder. */
  readonly mode?: 'own' | 'join';
  readonly runtime: Runtime;
  readonly poolSize?: number;
  /** Milliseconds during which a keyed transaction is tried again while the database cannot be reached: a failover takes up to 20 s. */
  readonly patience?: number;
  /** What the operator should know: an earlier server was stopped, the database is started again. */
  readonly onNotice?: (text: string) => void;
};

/** What a transaction is called in the log, and the client's key that makes a repeated request harmless. */
export type Intent = { readonly verb: string; readonly idempotencyKey?: string };

/** The register's database. Records are reached by `read` and `transact` only, within the authority that the proof names. */
export type Database = {
  readonly runtime: Runtime;
  /** How the database is reached: a server of our own, another process's, or one given by its address. */
  readonly engine: 'own' | 'join' | 'server';
  /** Runs a function on one unchanging state of the tenant's records; nothing can be written. */
  readonly read: <T, A extends string>(auth: Authorized<A>, run: (reader: Reader<A>) => Promise<T>) => Promise<T>;
  /**
   * Runs a verb: its changes, log entries, messages and jobs are committed together or not at all. The function may run again after a
   * rollback or (with a key) a lost connection, so it does nothing outside the writer. With a key, a repeat gets the stored answer as JSON.
   */
  readonly transact: <T, A extends string>(
    auth: Authorized<A>,
    intent: Intent,
    run: (writer: Writer<A>) => Promise<T>,
  ) => Promise<T>;
  /**
   * Looks at what is published, as anybody may, on connections that can reach nothing else. No transaction is opened: each query sees the newest state,
   * and a page that asks one question goes to the database once.
   */
  readonly readPublic: <T>(run: (reader: PublicReader) => Promise<T>) => Promise<T>;
  /** The door past the wall between authorities, for the purposes listed in `system.ts`. */
  readonly system: {
    <T>(purpose: ReadingPurpose, run: (db: ReadQueries) => Promise<T>): Promise<T>;
    <T>(purpose: WritingPurpose, run: (db: WriteQueries) => Promise<T>): Promise<T>;
  };
  /** Called after each commit that laid something in the outbox. */
  readonly onPosted: (listener: () => void) => void;
  /** The owner's connections, for the parts of storage that run beside transactions: background work and the start-up check. */
  readonly pool: pg.Pool;
  /** Ends the connections, and the server when it is ours. */
  readonly close: () => Promise<void>;
};

type ConnectOptions = Pick<DatabaseConfig, 'runtime' | 'poolSize' | 'patience' | 'onNotice'> & {
  readonly engine: Database['engine'];
  readonly stop?: () => Promise<void>;
};

const statementTimeout = 30_000;
const noTenant = '';
/** What every connection of the open portal is from its first moment: a role that can see what is published, in a session that cannot write. */
const publicOptions = '-c role=kansli_public -c default_transaction_read_only=on -c statement_timeout=5000';

/** Opens the database and brings it to the schema of this program. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  if (config.databaseUrl) {
    return await migrated(connect({ connectionString: config.databaseUrl }, { ...config, engine: 'server' }));
  }
  if (!config.dataFolder)
    throw new Error('openDatabase needs a dataFolder or a databaseUrl: pass what readConfig gives.');
  const server = await openFolder(config.dataFolder, { mode: config.mode ?? 'own', onNotice: config.onNotice });
  return await migrated(connect(server.connection, { ...config, engine: server.role, stop: server.stop }));
}

async function migrated(database: Database & { readonly migrate: () => Promise<unknown> }): Promise<Database> {
  try {
    await withRetries(5_000, database.migrate);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A Database on a connection that exists already, for tests and for `openDatabase`; it is not migrated. */
export function connect(
  connection: pg.PoolConfig,
  options: ConnectOptions,
): Database & { readonly migrate: () => Promise<readonly string[]> } {
  const { runtime, patience = 25_000 } = options;
  const pool = makePool(connection, options);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const listeners: (() => void)[] = [];

  const read: Database['read'] = (auth, run) =>
    withRetries(Math.min(patience, 5_000), () =>
      alone('read', () =>
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute(async (transaction) => {
            await enter(transaction, 'kansli_app', auth.tenantId, statementTimeout);
            return await run({ auth, tenantId: auth.tenantId, db: queriesOf(transaction) });
          }),
      ),
    );

  const transact: Database['transact'] = async (auth, intent, run) => {
    if (!auth.mayWrite)
      throw new Error(
        `The verb ${intent.verb} was given a proof of ${auth.action}, which only looks. Authorise the action that changes the record.`,
      );
    let posted = false;
    const attempt = () =>
      alone('transact', () =>
        db
          .transaction()
          .setAccessMode('read write')
          .execute(async (transaction) => {
            posted = false;
            await enter(transaction, 'kansli_app', auth.tenantId, statementTimeout);
            return await runVerb(transaction, auth, intent, runtime, run, () => {
              posted = true;
            });
          }),
      );
    const result = await withRetries(intent.idempotencyKey === undefined ? 0 : patience, attempt).catch(refuseTaken);
    if (posted) for (const listener of listeners) listener();
    return result;
  };

  const system = <T>(purpose: SystemPurpose, run: (db: WriteQueries) => Promise<T>): Promise<T> => {
    const power = systemPurposes[purpose];
    // What only looks may be done twice; who writes is told that the database cannot be reached.
    return withRetries(power === 'read' ? Math.min(patience, 5_000) : 0, () =>
      alone(`system('${purpose}')`, () =>
        db
          .transaction()
          .setAccessMode(power === 'read' ? 'read only' : 'read write')
          .execute(async (transaction) => {
            if (power !== 'owner') await enter(transaction, 'kansli_system', noTenant, statementTimeout);
            return await run(queriesOf(transaction));
          }),
      ),
    );
  };

  let open: Kysely<PublishedTables> | undefined;
  const readPublic: Database['readPublic'] = (run) => {
    open ??= new Kysely<PublishedTables>({
      dialect: new PostgresDialect({ pool: makePool({ ...connection, options: publicOptions }, options) }),
    });
    const reader: PublicReader = { db: open as unknown as PublicReader['db'] };
    return withRetries(Math.min(patience, 5_000), () => run(reader));
  };

  let closed: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([db.destroy(), open?.destroy()]);
    await options.stop?.();
  };
  return {
    runtime,
    engine: options.engine,
    read,
    transact,
    readPublic,
    system: system as Database['system'],
    onPosted: (listener) => void listeners.push(listener),
    pool,
    close: () => (closed ??= close()),
    migrate: () => migrate(db, pool),
  };
}

async function runVerb<T, A extends string>(
  db: Transaction<Schema>,
  auth: Authorized<A>,
  { verb, idempotencyKey: key }: Intent,
  runtime: Runtime,
  run: (writer: Writer<A>) => Promise<T>,
  onPost: () => void,
): Promise<T> {
  const at = runtime.now();
  const claim = key === undefined ? undefined : await claimKey(db, auth, { verb, key }, at);
  // What was answered before has been through JSON; verbs that take a key give answers that survive it.
  if (claim?.answered) return claim.result as T;
  const notes: LogNote[] = [];
  const writer: Writer<A> = {
    auth,
    tenantId: auth.tenantId,
    db: queriesOf(db),
    runtime,
    log: async (note) => void notes.push(note),
    post: async (topic, payload) => {
      const id = await post(db, auth.tenantId, runtime, topic, payload);
      onPost();
      return id;
    },
    addJob: (task, payload, jobKey) => addJob(db, task, payload, jobKey),
  };
  const result = await run(writer);
  if (notes.length === 0)
    throw new Error(`The verb ${verb} wrote nothing in the log. Call writer.log with what it did.`);
  if (key !== undefined) await keepAnswer(db, auth, { verb, key }, result);
  await appendLog(db, auth, verb, at, notes, runtime);
  return result;
}

const current = new AsyncLocalStorage<{ readonly what: string; open: boolean }>();

/** One transaction at a time in one line of calls: a second would wait for a connection that the first holds, and would not see its changes. */
async function alone<T>(what: string, run: () => Promise<T>): Promise<T> {
  const outer = current.getStore();
  if (outer?.open) throw new Error(`${what} was called inside ${outer.what}. Hand the reader or writer on instead.`);
  const mark = { what, open: true };
  try {
    return await current.run(mark, run);
  } finally {
    mark.open = false;
  }
}

function makePool(connection: pg.PoolConfig, options: ConnectOptions): pg.Pool {
  const types = new pg.TypeOverrides();
  const asText = (value: string) => value;
  types.setTypeParser(pg.types.builtins.DATE, asText);
  const pool = new pg.Pool({
    ...connection,
    types,
    // Migrating takes three: the lock, the changes, and the tables of background work.
    max: Math.max(options.poolSize ?? 10, 3),
    connectionTimeoutMillis: 5_000,
    application_name: 'kansli',
  });
  // A connection that dies while nobody asks anything of it is only a notice; whoever asks next gets another one.
  const notice = (error: Error) => options.onNotice?.(`A connection to the database ended: ${error.message}`);
  pool.on('error', notice);
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
