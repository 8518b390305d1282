import { sql, type Transaction } from 'kysely';
import type { Schema } from './schema/index.ts';

/** Waits until no other transaction holds this name, and holds it until the end of this one. */
export async function lockName(db: Transaction<Schema>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}
