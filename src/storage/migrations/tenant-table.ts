/**
 * Every table that holds records of an authority is made here, so that no migration can forget what keeps authorities apart: `tenant_id` leads
 * the primary key, each unique key, each foreign key and each index; row-level security is enabled and forced; the application role sees the
 * rows of its own tenant only, and an unset tenant is an error, never "all rows". `test/storage/catalogue.test.ts` checks the result.
 *
 * ```ts
 * await tenantTable(db, 'seat', (t) => t
 *   .addColumn('body_id', 'uuid', (c) => c.notNull())
 *   .addColumn('person_id', 'uuid')
 *   .addColumn('kind', 'text', (c) => c.notNull().check(oneOf('kind', ['member', 'deputy'])))
 *   .addColumn('seat_order', 'integer', (c) => c.notNull()), {
 *   versioned: true,
 *   foreignKeys: [{ columns: ['body_id'], table: 'body' }, { columns: ['person_id'], table: 'person', onDelete: 'set null' }],
 *   unique: [['body_id', 'kind', 'seat_order']],
 *   indexes: [['kind']],
 * });
 * ```
 *
 * A link table names the columns of its key instead of having an id: `{ key: ['meeting_id', 'body_id'] }`.
 */
import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';

/** A reference to another tenant table. `tenant_id` is put first on both sides, so that a row can never point into another authority. */
export type TenantForeignKey = {
  readonly columns: readonly string[];
  readonly table: string;
  /** The columns referred to, beside the tenant; `id` unless told. */
  readonly references?: readonly string[];
  /** What happens when the row referred to is deleted; refused unless told. `set null` empties the columns, never the tenant. */
  readonly onDelete?: 'cascade' | 'set null';
};

/** Columns of a unique key or index without the tenant, which is put first; `where` makes it partial. */
export type TenantKey = readonly string[] | { readonly columns: readonly string[]; readonly where: string };

export type TenantTableOptions = {
  /** The other columns of the primary key, for link tables; the table then has no `id`. */
  readonly key?: readonly string[];
  /** Adds `version` (counts the changes, see `expectVersion`) and `created_at`. */
  readonly versioned?: boolean;
  /** The application may add rows and never change or delete them: final is final. */
  readonly appendOnly?: boolean;
  /** Each gets an index of its own unless another key already begins with its columns. */
  readonly foreignKeys?: readonly TenantForeignKey[];
  readonly unique?: readonly TenantKey[];
  readonly indexes?: readonly TenantKey[];
};

/** Creates one table of tenant records with all its guards. */
export async function tenantTable(
  db: Kysely<unknown>,
  name: string,
  columns: (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>,
  options: TenantTableOptions = {},
): Promise<void> {
  if (options.appendOnly && options.foreignKeys?.some((foreignKey) => foreignKey.onDelete)) {
    throw new Error(
      `${name} is append-only: its rows can neither be emptied nor deleted with another. Leave onDelete out.`,
    );
  }
  const key = options.key ?? ['id'];
  let table: CreateTableBuilder<string, string> = db.schema
    .createTable(name)
    .addColumn('tenant_id', 'uuid', (column) => column.notNull().references('tenant.id'));
  if (!options.key) table = table.addColumn('id', 'uuid', (column) => column.notNull());
  table = columns(table);
  if (options.versioned) {
    table = table
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`));
  }
  await table.addPrimaryKeyConstraint(`${name}_pkey`, ['tenant_id', ...key]).execute();

  for (const unique of options.unique ?? []) await addKey(db, name, 'unique', unique);
  for (const index of options.indexes ?? []) await addKey(db, name, 'index', index);
  for (const foreignKey of options.foreignKeys ?? []) {
    await addForeignKey(db, name, foreignKey);
    if (!hasKeyFor(foreignKey.columns, key, options)) await addKey(db, name, 'index', foreignKey.columns);
  }
  await guardTenantTable(db, name, options);
}

/** A check that a text column holds one of the codes of an `as const` table. */
export function oneOf(column: string, codes: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (${sql.join(codes.map((code) => sql.lit(code)))})`;
}

/** Row-level security, grants and (when append-only) the trigger. Separate from the table for the few tables with columns of their own kind. */
export async function guardTenantTable(
  db: Kysely<unknown>,
  name: string,
  options: Pick<TenantTableOptions, 'appendOnly'> & { readonly tenantColumn?: string } = {},
): Promise<void> {
  const table = sql.table(name);
  const tenant = sql.ref(options.tenantColumn ?? 'tenant_id');
  const rights = sql.raw(options.appendOnly ? 'select, insert' : 'select, insert, update, delete');
  await sql`alter table ${table} enable row level security`.execute(db);
  await sql`alter table ${table} force row level security`.execute(db);
  // `current_setting` without its second argument fails when the setting was never made, and '' is no uuid: both ways fail closed.
  const own = sql`${tenant} = current_setting('kansli.tenant')::uuid`;
  await sql`create policy own_tenant on ${table} to kansli_app using (${own}) with check (${own})`.execute(db);
  // The system role serves the listed purposes of `system.ts`, which look across tenants; what it may write is granted table by table.
  await sql`create policy all_tenants on ${table} to kansli_system using (true) with check (true)`.execute(db);
  await sql`revoke all on ${table} from public`.execute(db);
  await sql`grant ${rights} on ${table} to kansli_app`.execute(db);
  await sql`grant select on ${table} to kansli_system`.execute(db);
  if (options.appendOnly) {
    const trigger = sql.ref(`${name}_append_only`);
    await sql`create trigger ${trigger} before update or delete or truncate on ${table}
      for each statement execute function kansli_refuse_change()`.execute(db);
  }
}

async function addKey(db: Kysely<unknown>, table: string, kind: 'unique' | 'index', key: TenantKey): Promise<void> {
  const { columns, where } = 'where' in key ? key : { columns: key, where: undefined };
  const name = keyName(table, columns, kind === 'unique' ? 'key' : 'idx');
  const refs = sql.join(['tenant_id', ...columns].map((column) => sql.ref(column)));
  if (kind === 'unique' && where === undefined) {
    // A constraint, not only an index, so that other tables can refer to it.
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} unique (${refs})`.execute(db);
    return;
  }
  const unique = sql.raw(kind === 'unique' ? 'unique ' : '');
  const partial = where === undefined ? sql`` : sql` where ${sql.raw(where)}`;
  await sql`create ${unique}index ${sql.ref(name)} on ${sql.table(table)} (${refs})${partial}`.execute(db);
}

async function addForeignKey(db: Kysely<unknown>, table: string, key: TenantForeignKey): Promise<void> {
  const columns = sql.join(key.columns.map((column) => sql.ref(column)));
  const references = sql.join((key.references ?? ['id']).map((column) => sql.ref(column)));
  const onDelete =
    key.onDelete === 'cascade'
      ? sql` on delete cascade`
      : key.onDelete === 'set null'
        ? sql` on delete set null (${columns})`
        : sql``;
  await sql`alter table ${sql.table(table)} add constraint ${sql.ref(keyName(table, key.columns, 'fkey'))}
    foreign key (tenant_id, ${columns}) references ${sql.table(key.table)} (tenant_id, ${references})${onDelete}`.execute(
    db,
  );
}

/** Whether some key already begins with these columns, so that deleting the row referred to does not scan the whole table. */
function hasKeyFor(columns: readonly string[], key: readonly string[], options: TenantTableOptions): boolean {
  const whole = [...(options.unique ?? []), ...(options.indexes ?? [])].flatMap((one) => ('where' in one ? [] : [one]));
  return [key, ...whole].some((one) => columns.every((column, position) => one[position] === column));
}

/** PostgreSQL cuts names at 63 bytes without a word; two keys cut to the same name would clash. */
function keyName(table: string, columns: readonly string[], suffix: string): string {
  const name = [table, ...columns, suffix].join('_');
  if (name.length <= 63) return name;
  return `${[table, ...columns.map((column) => column.slice(0, 8))].join('_').slice(0, 62 - suffix.length)}_${suffix}`;
}
