/**
 * The search of the open portal over a growing number of passages: the reader of the portal beside the same question as bare SQL, and whether the time
 * of an address tells what exists but is not published (Welch's t). `node bench/portal-search.ts [passages …]`
 */
import { randomUUID } from 'node:crypto';
import { findPublished, searchPublished, wasWithdrawn } from '../src/domain/published/index.ts';
import { sql } from '../src/storage/raw-query.ts';
import { fillPublished } from '../test/support/bench-published.ts';
import { buildBody } from '../test/support/build-organisation.ts';
import { openTestDatabase } from '../test/support/database.ts';

const sizes = process.argv.slice(2).map(Number);
const world = await openTestDatabase();
const { db, tenantId } = world;
const authority = { tenantId };
const rounds = 200;
let filled = 0;
for (const passages of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  const started = performance.now();
  await fillPublished(world, { records: (passages - filled) / 10, passages: 10, from: filled / 10 });
  filled = passages;
  console.log(`${passages} passages after ${((performance.now() - started) / 1000).toFixed(0)} s`);
  for (const words of ['särskildaord', 'vård', 'plan avtal']) {
    const through: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      through.push(await timed(() => db.readPublic((r) => searchPublished(r, authority, { words }))));
      bare.push(await timed(() => db.readPublic((r) => bareQuestion(r, words))));
    }
    const ratio = at(through, 0.99) / at(bare, 0.99);
    console.log(
      `${words.padEnd(14)} portal p50 ${at(through, 0.5).toFixed(1)} p99 ${at(through, 0.99).toFixed(1)} ms   bare p50 ${at(bare, 0.5).toFixed(1)} p99 ${at(bare, 0.99).toFixed(1)} ms   ${ratio.toFixed(2)} ×`,
    );
  }
}

const hidden = await buildBody(world);
const times: Record<'hidden' | 'absent', number[]> = { hidden: [], absent: [] };
const look = (id: string) =>
  db.readPublic(
    async (r) => (await findPublished(r, authority, 'body', id)) ?? (await wasWithdrawn(r, authority, 'body', id)),
  );
for (let round = 0; round < 4_000; round += 1) {
  const order = round % 2 === 0 ? (['hidden', 'absent'] as const) : (['absent', 'hidden'] as const);
  for (const which of order) times[which].push(await timed(() => look(which === 'hidden' ? hidden : randomUUID())));
}
const t = welch(trimmed(times.hidden), trimmed(times.absent));
console.log(`hidden beside absent: Welch t = ${t.toFixed(2)} (noise below 3)`);
await world.close();

/** The question of the search as somebody would write it who knows the tables: matches, ranks, fetches, and nothing beside. */
async function bareQuestion(r: Parameters<Parameters<typeof db.readPublic>[0]>[0], words: string): Promise<void> {
  await sql`with matched as materialized (select noun, record_id, position, tsv from pub.passage
      where tenant_id = ${tenantId}::uuid and tsv @@ pub.words_query(${words}) limit 5000),
    ranked as materialized (select noun, record_id, max(ts_rank(tsv, pub.words_query(${words}), 1)) as rank, (array_agg(position))[1:3] as positions
      from matched group by noun, record_id),
    counted as (select noun, body_id, year, told, count(*) from ranked join pub.record r using (noun, record_id)
      where r.tenant_id = ${tenantId}::uuid group by 1, 2, 3, 4)
    select r.title, f.rank, (select json_agg(counted) from counted),
      (select json_agg(p.words) from pub.passage p where p.tenant_id = r.tenant_id and p.noun = r.noun and p.record_id = r.record_id and p.position = any(f.positions))
    from (select * from ranked order by rank desc limit 21) f
    join pub.record r on r.tenant_id = ${tenantId}::uuid and r.noun = f.noun and r.record_id = f.record_id`.execute(
    r.db as never,
  );
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}

/** Without the slowest tenth, which is the machine's and tells nothing of the question. */
function trimmed(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b).slice(0, Math.floor(values.length * 0.9));
}

function welch(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = (values: readonly number[]) => {
    const middle = mean(values);
    return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1) / values.length;
  };
  return (mean(a) - mean(b)) / Math.sqrt(spread(a) + spread(b));
}
