import pg from 'pg';
import type { TestDatabase } from './database.ts';

/** Words of which invented minutes are made; the tenth is rare, the first stands in nearly every passage. */
const words = [
  'nämnden',
  'vården',
  'uppdrag',
  'avtalet',
  'primärvården',
  'plan',
  'kommunerna',
  'samverkan',
  'köerna',
  'hemsjukvården',
];

/** Fills the portal of the test's authority with so many records of one passage or more each, by statements that the database runs by itself. */
export async function fillPublished(
  { connection, tenantId }: Pick<TestDatabase, 'connection' | 'tenantId'>,
  options: { readonly records: number; readonly passages?: number; readonly from?: number },
): Promise<void> {
  const { records, passages = 1, from = 0 } = options;
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(
      `insert into pub.authority (tenant_id, slug, name, opened_at) values ($1, 'prov', 'Provregionen', now()) on conflict do nothing`,
      [tenantId],
    );
    await client.query(
      `insert into pub.record (tenant_id, noun, record_id, title, summary, body_id, body_name, happened_on, year, state,
         registration_numbers, tree, data, content_hash, edition, first_published_at, published_at)
       select $1, (array['decision','matter','minutes','document','assignment'])[1 + n % 5],
         md5(n::text)::uuid, 'Handling ' || n || ' om ' || ($4::text[])[1 + n % 10], 'En påhittad handling.',
         md5('organ' || n % 40)::uuid, 'Nämnd ' || n % 40, date '2000-01-01' + n % 9500, 2000 + (n % 9500) / 366, 'made',
         array[lpad((n % 26)::text, 2, '0') || 'RS' || n],
         jsonb_build_object('title', 'Handling ' || n, 'author', 'Provregionen', 'language', 'sv', 'blocks', jsonb_build_array(
           jsonb_build_object('kind', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('kind', 'text', 'text', repeat('Nämnden antar planen för vården. ', 20)))))),
         jsonb_build_object('openedOn', null, 'closed', false), md5(n::text), 1, now(), now()
       from generate_series($2::integer, $3::integer) n`,
      [tenantId, from + 1, from + records, words],
    );
    await fillPassages(client, tenantId, from, records, passages);
    await client.query('vacuum analyze pub.record');
    await client.query('vacuum analyze pub.passage');
  } finally {
    await client.end();
  }
}

/** How many different texts the passages are made of at most. Vectors of a million texts would take longer to make than everything that is measured. */
const mostTexts = 5_000;

/** The passages of filled records: copies of some thousand texts with their vectors, with the indexes made when all have been put in. */
async function fillPassages(
  client: pg.Client,
  tenantId: string,
  from: number,
  records: number,
  passages: number,
): Promise<void> {
  const texts = Math.min(mostTexts, records);
  // Each passage has a record: the constraint is kept by what is filled in, and not asked for each of a million rows.
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`);
  await client.query('alter table pub.passage alter column tsv drop expression if exists');
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid = 'pub.passage'::regclass and not indisprimary`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(
    `create temp table said as
     select n, heading, words, pub.words_vector(heading || ' ' || words) as tsv from generate_series(0, $1::integer - 1) n
     cross join lateral (select '§ ' || n % 300 || ' ' || ($2::text[])[1 + n % 10] as heading,
       (select string_agg(($2::text[])[1 + floor(sqrt(abs(hashint4(n * 37 + k)) % 100))::integer], ' ') from generate_series(1, 30) k)
         || case when n % 10 = 3 then ' hjälpmedelscentralen' else '' end || case when n % 100 = 7 then ' ambulansen' else '' end
         || case when n % 1000 = 11 then ' särskildaord' else '' end as words) made`,
    [texts, words],
  );
  await client.query('create unique index on said (n)');
  await client.query('analyze said');
  await client.query(
    `insert into pub.passage (tenant_id, noun, record_id, position, anchor, heading, words, tsv, body_id, year, told)
     select $1, r.noun, r.record_id, p, 'del-' || p, s.heading, s.words, s.tsv, r.body_id, r.year, r.told
     from generate_series($2::integer, $3::integer) g(n)
     join pub.record r on r.tenant_id = $1 and r.noun = (array['decision','matter','minutes','document','assignment'])[1 + g.n % 5]
       and r.record_id = md5(g.n::text)::uuid
     cross join generate_series(1, $4::integer) p
     join said s on s.n = abs(hashint4(g.n * 31 + p)::bigint) % $5::integer`,
    [tenantId, from + 1, from + records, passages, texts],
  );
  for (const { made } of indexes) await client.query(made);
  await client.query('drop table said');
  await client.query('set session_replication_role = origin');
}
