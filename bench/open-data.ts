/**
 * How long a copy of everything that is published takes, beside what the database alone needs to write the same rows as JSON: `node bench/open-data.ts [records]`.
 */
import pg from 'pg';
import { listAuthorities } from '../src/domain/published/index.ts';
import { dumpOf } from '../src/web/portal/open-data/dump.ts';
import { aPublishedMatter, publishAll } from '../test/support/build-published.ts';
import { openTestDatabase } from '../test/support/database.ts';

const records = Number(process.argv[2] ?? 100_000);
const database = await openTestDatabase();
const client = new pg.Client(database.connection);
try {
  await publishAll(database, [aPublishedMatter()]);
  await client.connect();
  // The rows lie before, so that the database and not the gate is measured.
  await client.query(
    `insert into pub.record select tenant_id, noun, gen_random_uuid(), title, summary, body_id, body_name, happened_on, year, state,
       registration_numbers, tree, data, content_hash, edition, first_published_at, published_at
     from pub.record, generate_series(2, $1)`,
    [records],
  );
  await client.query('analyze');
  const bare = await seconds(async () => {
    const { rows } = await client.query<{ size: string }>(
      `select sum(octet_length(row_to_json(record)::text)) as size from (select tenant_id, noun, record_id, title, data from pub.record) record`,
    );
    console.log(`the database alone writes ${rows[0]?.size} bytes of JSON`);
  });
  const [authority] = await database.db.readPublic(listAuthorities);
  let bytes = 0;
  const source = { readPublic: database.db.readPublic, publicUrl: 'https://kansli.region.example' };
  for (const format of ['jsonl', 'csv'] as const) {
    bytes = 0;
    const whole = await seconds(async () => {
      for await (const piece of dumpOf(source, authority!, 'matter', format)) bytes += Buffer.byteLength(piece);
    });
    console.log(
      `${format.padEnd(6)} ${Math.round(records / whole)} records/s (${whole.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB, ${(whole / bare).toFixed(1)} times the database alone)`,
    );
  }
} finally {
  await client.end();
  await database.close();
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
