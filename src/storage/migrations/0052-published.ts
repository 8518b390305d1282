import { type Kysely, sql } from 'kysely';
import { makeRole } from './make-role.ts';

/**
 * What is published lies in a schema of its own, `pub`, as copies. The role `kansli_public` may look there and nowhere else, so that the open portal
 * cannot show what was never published, whatever a page of it asks for. The application writes there within its own authority.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeRole(db, 'kansli_public');
  await sql`create schema pub`.execute(db);
  await sql`grant usage on schema pub to kansli_app, kansli_system, kansli_public`.execute(db);

  await db.schema
    .withSchema('pub')
    .createTable('authority')
    .addColumn('tenant_id', 'uuid', (c) => c.primaryKey().references('public.tenant.id'))
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('organisation_number', 'text')
    .addColumn('opened_at', 'timestamptz', (c) => c.notNull())
    .execute();

  await db.schema
    .withSchema('pub')
    .createTable('record')
    .addColumn('tenant_id', 'uuid', (c) => c.notNull().references('pub.authority.tenant_id'))
    .addColumn('noun', 'text', (c) => c.notNull())
    .addColumn('record_id', 'uuid', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('summary', 'text')
    .addColumn('body_id', 'uuid')
    .addColumn('body_name', 'text')
    .addColumn('happened_on', 'date')
    .addColumn('year', 'integer')
    .addColumn('state', 'text')
    .addColumn('registration_numbers', sql`text[]`, (c) => c.notNull())
    .addColumn('tree', 'jsonb', (c) => c.notNull())
    .addColumn('data', 'jsonb', (c) => c.notNull())
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('edition', 'integer', (c) => c.notNull())
    .addColumn('first_published_at', 'timestamptz', (c) => c.notNull())
    .addColumn('published_at', 'timestamptz', (c) => c.notNull())
    .addPrimaryKeyConstraint('pub_record_pkey', ['tenant_id', 'noun', 'record_id'])
    .execute();
  await sql`create index pub_record_day on pub.record (tenant_id, noun, happened_on desc nulls last, record_id)`.execute(
    db,
  );
  await sql`create index pub_record_news on pub.record (tenant_id, published_at desc, record_id)`.execute(db);
  await sql`create index pub_record_body on pub.record (tenant_id, body_id, noun, happened_on desc nulls last, record_id)`.execute(
    db,
  );
  await sql`create index pub_record_numbers on pub.record using gin (registration_numbers)`.execute(db);

  await db.schema
    .withSchema('pub')
    .createTable('link')
    .addColumn('tenant_id', 'uuid', (c) => c.notNull())
    .addColumn('noun', 'text', (c) => c.notNull())
    .addColumn('record_id', 'uuid', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('relation', 'text', (c) => c.notNull())
    .addColumn('to_noun', 'text', (c) => c.notNull())
    .addColumn('to_record_id', 'uuid', (c) => c.notNull())
    .addPrimaryKeyConstraint('pub_link_pkey', ['tenant_id', 'noun', 'record_id', 'position'])
    .execute();
  await sql`create index pub_link_back on pub.link (tenant_id, to_noun, to_record_id, noun)`.execute(db);

  await db.schema
    .withSchema('pub')
    .createTable('file')
    .addColumn('tenant_id', 'uuid', (c) => c.notNull())
    .addColumn('noun', 'text', (c) => c.notNull())
    .addColumn('record_id', 'uuid', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('accessible', 'boolean', (c) => c.notNull())
    .addPrimaryKeyConstraint('pub_file_pkey', ['tenant_id', 'noun', 'record_id', 'position'])
    .execute();

  await db.schema
    .withSchema('pub')
    .createTable('passage')
    .addColumn('tenant_id', 'uuid', (c) => c.notNull())
    .addColumn('noun', 'text', (c) => c.notNull())
    .addColumn('record_id', 'uuid', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('anchor', 'text')
    .addColumn('heading', 'text')
    .addColumn('words', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('pub_passage_pkey', ['tenant_id', 'noun', 'record_id', 'position'])
    .execute();

  // What happened to what is published, in order, without a word of it: feeds, copies kept by others and subscriptions follow it.
  await db.schema
    .withSchema('pub')
    .createTable('change')
    .addColumn('tenant_id', 'uuid', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('published', 'changed', 'withdrawn')`))
    .addColumn('noun', 'text', (c) => c.notNull())
    .addColumn('record_id', 'uuid', (c) => c.notNull())
    .addPrimaryKeyConstraint('pub_change_pkey', ['tenant_id', 'seq'])
    .execute();
  await sql`create index pub_change_record on pub.change (tenant_id, noun, record_id, seq desc)`.execute(db);

  for (const table of ['link', 'file', 'passage'])
    await sql`alter table ${sql.table(`pub.${table}`)} add foreign key (tenant_id, noun, record_id)
      references pub.record (tenant_id, noun, record_id) on delete cascade`.execute(db);
  for (const table of ['authority', 'record', 'link', 'file', 'passage', 'change'] as const)
    await guardPublished(db, table);
}

/** Anybody looks, an authority writes its own. What happened is added to and never rewritten. */
async function guardPublished(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(`pub.${name}`);
  const own = sql`tenant_id = current_setting('kansli.tenant')::uuid`;
  const rights = sql.raw(
    name === 'change' || name === 'authority' ? 'select, insert' : 'select, insert, update, delete',
  );
  await sql`alter table ${table} enable row level security`.execute(db);
  await sql`alter table ${table} force row level security`.execute(db);
  await sql`create policy own_tenant on ${table} to kansli_app using (${own}) with check (${own})`.execute(db);
  await sql`create policy everybody on ${table} for select to kansli_public using (true)`.execute(db);
  await sql`create policy all_tenants on ${table} for select to kansli_system using (true)`.execute(db);
  await sql`revoke all on ${table} from public`.execute(db);
  await sql`grant ${rights} on ${table} to kansli_app`.execute(db);
  await sql`grant select on ${table} to kansli_public, kansli_system`.execute(db);
}
