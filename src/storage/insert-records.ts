import { sql, type Transaction } from 'kysely';
import type { Schema } from './schema/index.ts';

/** The columns of a table that rows are written in, each with its type in the database. */
export type ColumnTypes = Readonly<Record<string, 'uuid' | 'text' | 'integer' | 'boolean' | 'date'>>;

/**
 * Inserts many rows in one statement; what is there already stays. The rows cross as one value, because a statement has room for 65 535 values and
 * a thousand rows of eight columns take the builder longer to write than the database to store.
 */
export async function insertRecords<Columns extends ColumnTypes>(
  db: Transaction<Schema>,
  table: keyof Schema & string,
  columns: Columns,
  rows: readonly Readonly<Record<keyof Columns, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  const typed = sql.join(Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  await sql`insert into ${sql.table(table)} (${names})
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as record (${typed}) on conflict do nothing`.execute(
    db,
  );
}
