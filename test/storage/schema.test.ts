/**
 * The row types in `src/storage/schema` against the migrated database: the same tables, the same columns, of the same kind, empty where the type
 * says so. The types are read as text; they keep to the few forms that `rowTypes` knows, and another form fails here.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openTestDatabase } from '../support/database.ts';
import { tablesOfTheHouse } from './catalogue-rules.ts';

const { connection, close } = await openTestDatabase();
after(close);

const schemaFolder = fileURLToPath(new URL('../../src/storage/schema/', import.meta.url));

/** What a type of a column may be in SQL, by the word it begins with. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  string: ['text', 'uuid', 'numeric', 'bigint', 'date'],
  DateColumn: ['date'],
  number: ['integer', 'smallint', 'double precision', 'real'],
  boolean: ['boolean'],
  Date: ['timestamp with time zone'],
  Json: ['jsonb'],
  unknown: ['jsonb'],
  list: ['ARRAY'],
};

type Column = { readonly type: string; readonly nullable: boolean };
type Columns = ReadonlyMap<string, Column>;

function schemaText(): string {
  const files = readdirSync(schemaFolder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  return (
    files
      .map((name) => readFileSync(schemaFolder + name, 'utf8'))
      .join('\n')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
      // An object inside a JSON column has members, not columns.
      .replace(/\{[^{}]*\}(?=[[\]]*>)/g, 'object')
  );
}

/** Type name → its columns, with those of the types it extends. */
function rowTypes(text: string): ReadonlyMap<string, Columns> {
  const found = new Map<string, Columns>();
  const declarations = [...text.matchAll(/export type (\w+Row) = ((?:\w+(?:<[^>]*>)? & )*)\{([\s\S]*?)\};/g)];
  const byName = new Map(declarations.map((match) => [match[1]!, match]));
  const columnsOf = (name: string): Columns => {
    const known = found.get(name);
    if (known) return known;
    const match = byName.get(name);
    assert.ok(match, `the type ${name} is not written in a form this test can read`);
    const bases = match[2]!.split(' & ').filter((base) => base !== '');
    const columns = new Map(bases.flatMap((base) => [...columnsOf(base)]));
    for (const member of match[3]!.split(/;\s*/).filter((one) => one.trim() !== '')) {
      const [, column, type] = /^\s*(?:readonly )?(\w+): ([\s\S]+)$/.exec(member) ?? [];
      assert.ok(column && type, `${name}: "${member.trim()}" is not a column`);
      columns.set(column, columnOf(type));
    }
    found.set(name, columns);
    return columns;
  };
  for (const name of byName.keys()) columnsOf(name);
  return found;
}

/** `Generated<boolean>` → boolean, `ColumnType<string, …>` → string, `JsonOrNull<…>` → Json that may be empty, `'a' | 'b'` → string. */
function columnOf(written: string): Column {
  const type = written.trim();
  const generated = /^(?:Generated|GeneratedAlways|ColumnType)<([^<>,]+|[^<>,]*<.*>[^,]*)(?:,[\s\S]*)?>$/.exec(type);
  if (generated) return columnOf(generated[1]!);
  if (type.startsWith('JsonWithDefault<')) return { type: 'Json', nullable: false };
  if (type.startsWith('JsonOrNull<')) return { type: 'Json', nullable: true };
  const mayLack = /^NullByDefault<(\w+)>$/.exec(type);
  if (mayLack) return { ...columnOf(mayLack[1]!), nullable: true };
  if (/^\w+OrNull$/.test(type)) return { type: 'string', nullable: true };
  if (/^(?:readonly )?string\[\]$/.test(type)) return { type: 'list', nullable: false };
  const nullable = /\| null$/.test(type) || type === 'unknown';
  const first = /^\w+/.exec(type)?.[0] ?? 'string';
  return { type: first in kinds ? first : 'string', nullable };
}

function tableTypes(text: string): ReadonlyMap<string, string> {
  const bodies = [...text.matchAll(/export type \w+Tables = (?:\w+Tables & )*\{([\s\S]*?)\};/g)].map(
    (match) => match[1]!,
  );
  return new Map(
    bodies.flatMap((body) => [...body.matchAll(/(\w+): (\w+)/g)].map((match) => [match[1]!, match[2]!] as const)),
  );
}

test('the row types are the tables', async () => {
  const text = schemaText();
  const rows = rowTypes(text);
  const expected = [...tableTypes(text)].flatMap(([table, type]) =>
    [...(rows.get(type) ?? assert.fail(`${table} has the type ${type}, which is not there`))].map(
      ([column, { nullable }]) => `${table}.${column}${nullable ? ' may be empty' : ''}`,
    ),
  );
  const client = new pg.Client(connection);
  await client.connect();
  const { rows: columns } = await client.query<Record<'table' | 'column' | 'type' | 'nullable', string>>(
    `select table_name as table, column_name as column, data_type as type,
       case when is_generated = 'ALWAYS' then 'NO' else is_nullable end as nullable
     from information_schema.columns where table_schema = 'public'`,
  );
  const views = await client.query<{ name: string }>(
    `select table_name as name from information_schema.views where table_schema = 'public'`,
  );
  await client.end();
  // Of a view PostgreSQL says that any column may be empty; what its type says is for those who read it.
  const ofViews = new Set(views.rows.map(({ name }) => name));
  const bare = (one: string) => (ofViews.has(one.split('.')[0]!) ? one.replace(' may be empty', '') : one);
  const real = columns.filter(({ table }) => table === 'tenant' || !(table in tablesOfTheHouse));
  const actual = real.map(
    ({ table, column, nullable }) => `${table}.${column}${nullable === 'YES' ? ' may be empty' : ''}`,
  );
  assert.deepEqual(
    expected.map(bare).filter((one) => !actual.map(bare).includes(one)),
    [],
    'only in the types',
  );
  assert.deepEqual(
    actual.map(bare).filter((one) => !expected.map(bare).includes(one)),
    [],
    'only in the database',
  );

  const wrongKind = real.filter(({ table, column, type }) => {
    const written = rows.get(tableTypes(text).get(table) ?? '')?.get(column);
    return written && !kinds[written.type]!.includes(type);
  });
  assert.deepEqual(wrongKind, []);
});

test('the reader of types sees what it should (negative control)', () => {
  const columns = rowTypes(`
    export type BaseRow = { id: string };
    export type XRow = BaseRow & { a: string | null; b: Generated<Date>; c: ColumnType<unknown, string | null>; d: JsonOrNull<readonly X[]>; e: Json<Record<string, unknown>> };
  `).get('XRow');
  assert.deepEqual(Object.fromEntries(columns ?? []), {
    id: { type: 'string', nullable: false },
    a: { type: 'string', nullable: true },
    b: { type: 'Date', nullable: false },
    c: { type: 'unknown', nullable: true },
    d: { type: 'Json', nullable: true },
    e: { type: 'Json', nullable: false },
  });
});
