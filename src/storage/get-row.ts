import type { Selectable } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import { type Id, isId } from '../kernel/id.ts';
import type { RecordRow } from './schema/columns.ts';
import type { Schema } from './schema/index.ts';
import type { Reader, Writer } from './transaction.ts';

/** The tables whose rows are records with an id of their own. */
export type RecordTable = { [Name in keyof Schema]: Schema[Name] extends RecordRow ? Name : never }[keyof Schema];

/** The row of a record by its id, in the reader's tenant. Throws `record.notFound`, also for a text that is no id at all. */
export async function getRow<Table extends RecordTable>(
  r: Reader,
  table: Table,
  id: Id<string>,
): Promise<Selectable<Schema[Table]>> {
  return existing<Table>(isId(id) ? await rowById(r, table, id).executeTakeFirst() : undefined);
}

/**
 * The same for change: whoever comes second waits here until the transaction of the first has ended, and then sees what that one did. Check the
 * right to the record before its lock where the right is known without the row, and its version after.
 */
export async function lockRow<Table extends RecordTable>(
  w: Writer,
  table: Table,
  id: Id<string>,
): Promise<Selectable<Schema[Table]>> {
  return existing<Table>(isId(id) ? await rowById(w, table, id).forUpdate().executeTakeFirst() : undefined);
}

/** Kysely types a query by one name of a table, so all record tables pass as one here; the callers' types say which row comes out. */
function rowById(by: Writer | Reader, table: RecordTable, id: string) {
  const { db } = by as Writer;
  return db
    .selectFrom(table as 'body')
    .selectAll()
    .where('tenant_id', '=', by.tenantId)
    .where('id', '=', id);
}

function existing<Table extends RecordTable>(row: unknown): Selectable<Schema[Table]> {
  if (row === undefined) throw new AppError('record.notFound');
  return row as Selectable<Schema[Table]>;
}
