import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * By what the published is found: vectors of Swedish words in which neuter forms and the heads of compounds are found too, the numbers of sections, and a
 * vocabulary for words that were misspelt. And who wants letters about what is new.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gin with schema pub`.execute(db);
  await sql`create extension if not exists pg_trgm with schema pub`.execute(db);
  await searchFunctions(db);
  await sql`alter table pub.record
    add column told text generated always as (coalesce(case when noun = 'assignment' then data ->> 'status' end, state)) stored`.execute(
    db,
  );
  // What a search is narrowed by stands at each passage, so that one index answers the whole question; `filed` is the order in which they were published.
  await sql`alter table pub.passage
    add column body_id uuid,
    add column year integer,
    add column told text,
    add column filed bigint generated always as identity,
    add column section text generated always as (substring(heading from '^§+\\s*([0-9]+)')) stored,
    add column tsv tsvector generated always as (pub.words_vector(coalesce(heading || ' ', '') || words)) stored`.execute(
    db,
  );
  await sql`create index pub_record_year on pub.record (tenant_id, year, noun, record_id)`.execute(db);
  await sql`create index pub_passage_words on pub.passage using gin (tenant_id, tsv, noun, year, body_id, told) with (fastupdate = off)`.execute(
    db,
  );
  // Common words are found by going through the newest passages until enough of them are found; so each thing that narrows has its order.
  for (const column of ['', 'noun', 'year', 'body_id'])
    await sql`create index ${sql.raw(`pub_passage_newest${column && `_${column}`}`)} on pub.passage
      (tenant_id, ${sql.raw(column && `${column}, `)}filed)`.execute(db);
  await sql`create index pub_passage_section on pub.passage (tenant_id, section, record_id) where section is not null`.execute(
    db,
  );
  await vocabulary(db);
  await asked(db);
}

/**
 * The stemmer of PostgreSQL leaves the ending of neuter words (`uppdraget` is not `uppdrag`) and knows no compounds. Each vector therefore also holds the
 * word without -et, and long words backwards after a tilde, so that the head of a compound is found by the beginning of the reversed word.
 */
async function searchFunctions(db: Kysely<unknown>): Promise<void> {
  // Grows when the functions below change: vectors of an older version, or of another stemmer, have to be made again.
  await sql`create function pub.search_version() returns integer language sql immutable parallel safe as $$ select 1 $$`.execute(
    db,
  );
  await sql`create function pub.without_et(word text) returns text language sql immutable parallel safe as $$
    select regexp_replace(word, '^([a-zåäöé]{4,})et$', '\\1') $$`.execute(db);
  await sql`create function pub.words_vector(t text) returns tsvector language sql immutable parallel safe as $$
    select v || coalesce((select array_to_tsvector(array_agg(distinct x)) from (
      select pub.without_et(lexeme) as x from unnest(v) where lexeme ~ '^[a-zåäöé]{4,}et$'
      union all
      select '~' || reverse(pub.without_et(lexeme)) from unnest(v)
        where length(lexeme) >= 7 and lexeme ~ '^[a-zåäöé-]+$') s), ''::tsvector)
    from (select to_tsvector('pg_catalog.swedish', t) as v) made $$`.execute(db);
  // Each word asked for: as it stands, without -et, or as the head of a compound. Nothing but letters and numbers gets into the query.
  await sql`create function pub.words_query(t text) returns tsquery language sql immutable parallel safe as $$
    select string_agg('(' || (select string_agg(distinct quote_literal(y), '|') from unnest(array[lexeme, pub.without_et(lexeme)]) y)
      || case when length(pub.without_et(lexeme)) >= 4 and lexeme ~ '^[a-zåäöé]+$'
           then '|' || quote_literal('~' || reverse(pub.without_et(lexeme))) || ':*' else '' end || ')', ' & ')::tsquery
    from unnest(to_tsvector('pg_catalog.swedish', t)) where lexeme !~ '[\\\\''"]' $$`.execute(db);
  // The stems by which the words asked for are recognised where they stand.
  await sql`create function pub.word_stems(t text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct pub.without_et(lexeme)), '{}') from unnest(to_tsvector('pg_catalog.swedish', t)) $$`.execute(
    db,
  );
  await sql`create function pub.plain_word(word text) returns text language sql immutable parallel safe as $$
    select translate(lower(word), 'åäöéèüáà', 'aaoeeuaa') $$`.execute(db);
}

/** The words of titles and headings, counted, so that a word is forgotten with the last record that says it. */
async function vocabulary(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .withSchema('pub')
    .createTable('word')
    .addColumn('tenant_id', 'uuid', (c) => c.notNull().references('pub.authority.tenant_id'))
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('plain', 'text', (c) => c.notNull())
    .addColumn('records', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pub_word_pkey', ['tenant_id', 'word'])
    .execute();
  await sql`create index pub_word_plain on pub.word using gin (tenant_id, plain pub.gin_trgm_ops)`.execute(db);
  await sql`alter table pub.word enable row level security`.execute(db);
  await sql`alter table pub.word force row level security`.execute(db);
  await sql`create policy own_tenant on pub.word to kansli_app using (tenant_id = current_setting('kansli.tenant')::uuid)
    with check (tenant_id = current_setting('kansli.tenant')::uuid)`.execute(db);
  await sql`create policy everybody on pub.word for select to kansli_public using (true)`.execute(db);
  await sql`create policy all_tenants on pub.word for select to kansli_system using (true)`.execute(db);
  await sql`revoke all on pub.word from public`.execute(db);
  await sql`grant select, insert, update, delete on pub.word to kansli_app`.execute(db);
  await sql`grant select on pub.word to kansli_public, kansli_system`.execute(db);
}

/** Who wants to be told by letter of what is new: an address and what is followed, nothing else of anybody, until the wish is ended. */
async function asked(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'portal_subscription',
    (t) =>
      t
        .addColumn('address', 'text', (c) => c.notNull())
        .addColumn('noun', 'text')
        .addColumn('body_id', 'uuid')
        .addColumn('words', 'text')
        .addColumn('language', 'text', (c) => c.notNull())
        .addColumn('asked_at', 'timestamptz', (c) => c.notNull())
        .addColumn('confirmed_at', 'timestamptz')
        .addColumn('letter_id', 'uuid', (c) => c.notNull())
        .addColumn('told_seq', 'bigint', (c) => c.notNull()),
    { indexes: [['address'], ['confirmed_at'], ['letter_id']] },
  );
  await tenantTable(
    db,
    'portal_subscription_link',
    (t) =>
      t
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('portal_subscription_id', 'uuid', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull()),
    {
      key: ['token_hash'],
      foreignKeys: [{ columns: ['portal_subscription_id'], table: 'portal_subscription', onDelete: 'cascade' }],
    },
  );
}
