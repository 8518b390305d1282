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
    await client.query(
      `insert into pub.passage (tenant_id, noun, record_id, position, anchor, heading, words)
       select $1, (array['decision','matter','minutes','document','assignment'])[1 + n % 5], md5(n::text)::uuid, p, 'del-' || p,
         '§ ' || (n * 7 + p) % 300 || ' ' || ($5::text[])[1 + (n + p) % 10],
         (select string_agg(($5::text[])[1 + floor(sqrt((abs(hashint4(n * 31 + p * 7 + k)) % 100)))::integer], ' ') from generate_series(1, 30) k)
           || case when (n + p) % 997 = 0 then ' särskildaord' else '' end
       from generate_series($2::integer, $3::integer) n, generate_series(1, $4::integer) p`,
      [tenantId, from + 1, from + records, passages, words],
    );
    await client.query('vacuum analyze pub.record');
    await client.query('vacuum analyze pub.passage');
  } finally {
    await client.end();
  }
}

/** The id of the n:th record that was filled in. */
export const filledIdQuery = 'select md5($1::text)::uuid as id';
