/**
 * A fresh, migrated database for a test file, on the real engine:
 *
 * ```ts
 * const { db, auth, close } = await openTestDatabase();
 * after(close);
 * await db.transact(auth('body.create'), { verb: 'createBody' }, async (writer) => …);
 * ```
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Authorized } from '../../src/kernel/authorized.ts';
import type { Id } from '../../src/kernel/id.ts';
import { type Runtime, runtimeAt } from '../../src/kernel/runtime.ts';
import { connect, type Database } from '../../src/storage/database.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { administer, databaseOn, findTemplate, findTestServer } from './test-server.ts';

export type TestDatabase = {
  readonly db: Database;
  /** The database's Runtime: its clock stands still until `clock.set`. */
  readonly runtime: Runtime;
  readonly clock: { readonly set: (instant: string) => void };
  /** The authority "Provregionen", made with the database. */
  readonly tenantId: Id<'tenant'>;
  /** A proof for an action in the tenant, by the operator. Tests of access make theirs with `authorize`. */
  readonly auth: <Action extends string = 'test'>(action?: Action) => Authorized<Action>;
  /** The same in another tenant. */
  readonly authIn: <Action extends string = 'test'>(tenantId: Id<'tenant'>, action?: Action) => Authorized<Action>;
  /** The PostgreSQL database, to reach it beside the product (as its owner). */
  readonly connection: ReturnType<typeof databaseOn>;
  readonly name: string;
  /** Ends the connections and drops the database. */
  readonly close: () => Promise<void>;
};

/** The moment at which the tests' clocks stand. */
export const testNow = '2026-03-02T09:00:00.000Z';

/** Copies the template into a database of its own and opens it. Another template has its authority already. */
export async function openTestDatabase({ copyOf }: { readonly copyOf?: string } = {}): Promise<TestDatabase> {
  const server = await findTestServer();
  const template = copyOf ?? (await findTemplate(server));
  const name = `kansli_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await administer(server, (client) => client.query(`create database ${name} template ${template}`));

  let now = new Date(testNow);
  const runtime = runtimeAt(() => new Date(now));
  const connection = databaseOn(server, name);
  // A test that forgets to close keeps no process alive.
  const db = connect(
    { ...connection, allowExitOnIdle: true },
    { runtime, engine: 'server', poolSize: 5, patience: 2_000 },
  );
  const tenantId = copyOf
    ? await theTenant(connection)
    : await createTenant(db, { slug: 'prov', name: 'Provregionen' });
  const authIn = <Action extends string = 'test'>(tenant: Id<'tenant'>, action = 'test' as Action) =>
    ({
      action,
      tenantId: tenant,
      accountId: null,
      actorName: 'Provaren',
      bodies: 'all',
      mayWrite: true,
    }) as unknown as Authorized<Action>;

  return {
    db,
    runtime,
    clock: {
      set: (instant) => {
        now = new Date(instant);
      },
    },
    tenantId,
    auth: (action) => authIn(tenantId, action),
    authIn,
    connection,
    name,
    close: async () => {
      await db.close();
      await administer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function theTenant(connection: ReturnType<typeof databaseOn>): Promise<Id<'tenant'>> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<{ id: Id<'tenant'> }>('select id from tenant order by created_at limit 1')).rows[0]!.id;
  } finally {
    await client.end();
  }
}
