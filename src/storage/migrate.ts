import { runMigrations } from 'graphile-worker';
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type pg from 'pg';
import { AppError } from '../kernel/errors.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema/index.ts';

/** Any number; it must be the same in every process that may migrate the same database. */
const migrationLock = 8_204_610_317;

/**
 * Brings the database to the schema of this program and answers with the names of the migrations it ran. Processes that start together wait for
 * each other under a lock that ends with its transaction. A database from a newer program is refused and left as it is.
 */
export async function migrate(db: Kysely<Schema>, pool: pg.Pool): Promise<readonly string[]> {
  return await db.transaction().execute(async (lock) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(lock);
    await runMigrations({ pgPool: pool });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
    const { error, results } = await migrator.migrateToLatest();
    const failed = results?.find((result) => result.status === 'Error');
    if (failed)
      throw new Error(`Migration ${failed.migrationName} failed; the database is as it was before.`, { cause: error });
    if (error) {
      // It names migrations that this program does not know.
      const refusal = new AppError('storage.otherSchema');
      refusal.cause = error;
      throw refusal;
    }
    return (results ?? []).map((result) => result.migrationName);
  });
}
