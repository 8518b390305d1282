import { sql, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Authorized } from '../kernel/authorized.ts';
import type { Id } from '../kernel/id.ts';
import type { Runtime } from '../kernel/runtime.ts';
import type { LogNote } from './log.ts';
import type { Schema } from './schema/index.ts';
import type { PublishedTables } from './schema/published.ts';

/** The queries that only look. What a reader may do shows in its type; the read-only transaction is the second net. */
export type ReadQueries = Pick<
  ReadonlyKysely<Schema>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'case'
>;

/** All queries of a transaction. It can be handed to whoever asks for ReadQueries. */
export type WriteQueries = Transaction<Schema> & ReadQueries;

/** The same object in both roles: Kysely's reading type describes fewer methods, but does not follow from its writing type. */
export function queriesOf(transaction: Transaction<Schema>): WriteQueries {
  return transaction as WriteQueries;
}

/**
 * The power to look at the records of one authority, at one moment: every query of a reader sees the same state. `Action` names what was
 * proved to be allowed, so that a function can say in its type with which proofs it may be called.
 */
export type Reader<Action extends string = string> = {
  readonly auth: Authorized<Action>;
  readonly tenantId: Id<'tenant'>;
  readonly db: ReadQueries;
};

/** The power to change records; it exists only inside `transact`. A function that takes a Reader takes a Writer too. */
export type Writer<Action extends string = string> = Omit<Reader<Action>, 'db'> & {
  readonly db: WriteQueries;
  readonly runtime: Runtime;
  /** Notes what was done in the tenant's log. Every transaction notes something, else it is refused. */
  readonly log: (note: LogNote) => Promise<void>;
  /** Lays a message in the outbox; it leaves after the commit, at least once. Answers with its id there. */
  readonly post: (topic: string, payload: Record<string, unknown>) => Promise<string>;
  /** Queues background work that starts after the commit. With `jobKey`, a waiting job with the same key is replaced. */
  readonly addJob: (task: string, payload: Record<string, unknown>, jobKey?: string) => Promise<void>;
};

/**
 * The power of anybody at all: to look at what is published, and at nothing else. Its connections act as a role of the database that has no right to
 * anything but the schema `pub`.
 */
export type PublicReader = {
  readonly db: Pick<
    ReadonlyKysely<PublishedTables>,
    'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'case'
  >;
};

/** The roles a transaction can act as. No one acts as the owner of the tables but migrations. */
export type DatabaseRole = 'kansli_app' | 'kansli_system';

/**
 * Turns the transaction into one of the application role, within one tenant and with a limit of time. All three end with the transaction, so
 * that no setting can leak to the next user of the connection, nor through a pooler.
 */
export async function enter(
  transaction: Transaction<Schema>,
  role: DatabaseRole,
  tenantId: string,
  statementTimeout: number,
): Promise<void> {
  await sql`select set_config('role', ${role}, true), set_config('kansli.tenant', ${tenantId}, true),
    set_config('statement_timeout', ${String(statementTimeout)}, true),
    set_config('idle_in_transaction_session_timeout', '60000', true)`.execute(transaction);
}
