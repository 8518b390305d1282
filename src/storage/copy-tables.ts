/**
 * The tables of the register as text and back: each a file of JSON Lines in the order of its primary key, so that the same records always give the same
 * bytes. PostgreSQL writes and reads the rows itself; no number or time passes through this program. Background work in hand is not copied: it is
 * queued anew by what asks for it.
 */
import type pg from 'pg';

/** A table as it is copied: its name with its schema, the columns that are written, and the order of the rows. */
export type CopiedTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** The column that says whose row it is; null where the table is of the installation. */
  readonly tenantColumn: string | null;
};

const batch = 2_000;
/** What is only of a moment: who is signed in, and the answers to repeated requests. An export of one authority leaves it out. */
const passing = ['public.session', 'public.idempotency'];

const tablesQuery = `
select n.nspname || '.' || c.relname as name,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  (select array_agg(a.attname::text order by k.place) from pg_index i, unnest(i.indkey) with ordinality as k(number, place), pg_attribute a
    where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number) as key
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('public', 'pub') and c.relkind = 'r' and c.relname not like 'kysely%'
order by 1`;

/** The tables, by name; those of one authority, or all. */
export async function listCopiedTables(
  client: pg.ClientBase,
  of: 'authority' | 'all',
): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(tablesQuery);
  const tables = rows.map(({ name, columns, key }) => ({
    name,
    columns,
    key: key ?? columns,
    tenantColumn: name === 'public.tenant' ? 'id' : columns.includes('tenant_id') ? 'tenant_id' : null,
  }));
  if (of === 'all') return tables;
  return tables.filter(({ name, tenantColumn }) => tenantColumn !== null && !passing.includes(name));
}

/** Begins one unchanging look at everything. Whoever may not see past the wall between authorities is refused, not shown less. */
export async function beginCopy(client: pg.ClientBase): Promise<void> {
  await client.query('begin transaction isolation level repeatable read read only');
  await client.query(`set local timezone = 'UTC'; set local row_security = off; set local extra_float_digits = 1`);
}

/** The rows of a table as lines, in pages. */
export async function* rowsOf(
  client: pg.ClientBase,
  table: CopiedTable,
  tenantId: string | undefined,
): AsyncGenerator<readonly string[]> {
  const columns = table.columns.map(quoted).join(', ');
  const order = table.key.map((column) => `${quoted(column)}`).join(', ');
  const where =
    tenantId === undefined || !table.tenantColumn ? '' : `where ${quoted(table.tenantColumn)} = '${tenantId}'`;
  await client.query(
    `declare copied no scroll cursor for select row_to_json(one)::text as line
     from (select ${columns} from ${quotedName(table.name)} ${where} order by ${order}) one`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${batch} from copied`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query('close copied');
}

/** Puts lines back as rows of a table; the transaction keeps triggers and references quiet until all tables are filled. */
export async function putRows(client: pg.ClientBase, table: CopiedTable, lines: readonly string[]): Promise<void> {
  const columns = table.columns.map(quoted).join(', ');
  const name = quotedName(table.name);
  await client.query(
    `insert into ${name} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${name}, $1::json)`,
    [`[${lines.join(',')}]`],
  );
}

function quotedName(name: string): string {
  return name.split('.').map(quoted).join('.');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
