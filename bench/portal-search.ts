/**
 * The search of the open portal over a growing number of passages: the reader of the portal beside its own statement sent bare, and beside the least
 * statement that finds, ranks and pages the same hits without counts and groups; and whether the time of an address tells what exists but is not
 * published (Welch's t). `node bench/portal-search.ts [passages …]`
 */
import { randomUUID } from 'node:crypto';
import type { Config } from '../src/config.ts';
import type { Context } from '../src/context.ts';
import {
  mostCandidates,
  readQuestion,
  type SearchAsk,
  searchPublished,
  searchQuery,
} from '../src/domain/published/index.ts';
import { portalServices } from '../src/open-portal.ts';
import { sql } from '../src/storage/raw-query.ts';
import { portalApp } from '../src/web/portal/portal-app.ts';
import { portalRoutes } from '../src/web/portal/portal-routes.ts';
import { fillPublished } from '../test/support/bench-published.ts';
import { buildBody } from '../test/support/build-organisation.ts';
import { openTestDatabase } from '../test/support/database.ts';

const sizes = process.argv.slice(2).map(Number);
const world = await openTestDatabase();
const { db, tenantId } = world;
const authority = { tenantId };
const rounds = 200;
/** A word of a thousandth, of a hundredth and of a tenth of the passages, one of nearly all, two at once, and the same narrowed. */
const asks: readonly Omit<SearchAsk, 'after'>[] = [
  { words: 'särskildaord' },
  { words: 'ambulansen' },
  { words: 'hjälpmedelscentral' },
  { words: 'vård' },
  { words: 'plan avtal' },
  { words: 'vård', year: 2012 },
  { words: 'vård', noun: 'decision' },
];
const before = new Map<string, number>();
let filled = 0;
for (const passages of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  const started = performance.now();
  await fillPublished(world, { records: (passages - filled) / 10, passages: 10, from: filled / 10 });
  filled = passages;
  console.log(`${passages} passages after ${((performance.now() - started) / 1000).toFixed(0)} s`);
  for (const ask of asks) {
    const through: number[] = [];
    const bare: number[] = [];
    const least: number[] = [];
    let hits = '';
    for (let round = -10; round < rounds; round += 1) {
      const portal = () => db.readPublic((r) => searchPublished(r, authority, ask));
      const plain = () => db.readPublic((r) => leastQuestion(r, ask));
      const same = () =>
        db.readPublic((r) => searchQuery(tenantId, readQuestion(ask.words), ask).execute(r.db as never));
      // One after the other and the other way round, so that neither is always asked of a warmer database.
      const answers = [];
      for (const question of round % 2 === 0 ? [portal, plain] : [plain, portal]) {
        const at = performance.now();
        answers.push(await question());
        if (round >= 0) (question === portal ? through : least).push(performance.now() - at);
      }
      const started = performance.now();
      await same();
      if (round >= 0) bare.push(performance.now() - started);
      const [one, other] = answers.map((found) =>
        'hits' in found ? found.hits.map(({ title }) => title) : found.rows.map(({ title }) => title),
      );
      hits = `${one?.length} hits`;
      if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`${ask.words}: the two found other records`);
    }
    const lines = await db.readPublic((r) =>
      sql<{ 'QUERY PLAN': string }>`explain ${searchQuery(tenantId, readQuestion(ask.words), ask)}`.execute(
        r.db as never,
      ),
    );
    const looked = lines.rows.filter((row) => /Seq Scan on (passage|record)/.test(row['QUERY PLAN']));
    if (looked.length > 0) throw new Error(`${ask.words}: every passage or record is looked through`);
    const name = Object.values(ask).join(' ');
    const earlier = before.get(name);
    before.set(name, at(through, 0.99));
    console.log(
      `${name.padEnd(28)} ${hits}   portal p50 ${at(through, 0.5).toFixed(1)} p99 ${at(through, 0.99).toFixed(1)} ms   its statement bare p99 ${at(bare, 0.99).toFixed(1)} ms: ${ratio(through, bare)}   the least statement p99 ${at(least, 0.99).toFixed(1)} ms: ${ratio(through, least)}${earlier ? `   ${(at(through, 0.99) / earlier).toFixed(2)} × the size before` : ''}`,
    );
  }
}

// What answers an address of a record that is not published, through the whole portal: one that exists in the house, and one that does not.
const hidden = Array.from({ length: 20 }, () => '') as string[];
for (const [index] of hidden.entries()) hidden[index] = await buildBody(world);
const config = { publicUrl: 'http://localhost' } as Config;
const app = portalApp({
  services: portalServices({ runtime: world.runtime, db, blobs: {} as Context['blobs'], config }),
  site: { version: '0', demo: false },
  routes: portalRoutes,
  rate: { burst: 1e12, perMinute: 1e12 },
});
const times: Record<'hidden' | 'absent', number[]> = { hidden: [], absent: [] };
for (let round = 0; round < 4_000; round += 1) {
  const order = round % 2 === 0 ? (['hidden', 'absent'] as const) : (['absent', 'hidden'] as const);
  for (const which of order) {
    const id = which === 'hidden' ? hidden[round % hidden.length]! : randomUUID();
    const started = performance.now();
    const answer = await app.request(`/oppet/prov/organ/${id}`);
    await answer.text();
    times[which].push(performance.now() - started);
    if (answer.status !== 404) throw new Error(`${which} answers ${answer.status}`);
  }
}
const t = welch(trimmed(times.hidden), trimmed(times.absent));
console.log(
  `hidden p50 ${at(times.hidden, 0.5).toFixed(2)} ms, absent p50 ${at(times.absent, 0.5).toFixed(2)} ms: Welch t = ${t.toFixed(2)} (noise below 3)`,
);
await world.close();
process.exit(Math.abs(t) < 3 ? 0 : 1);

/** How much longer the portal takes, in the middle and at the slowest hundredth. */
function ratio(portal: readonly number[], beside: readonly number[]): string {
  const of = (share: number) => `${(at(portal, share) / at(beside, share)).toFixed(2)} ×`;
  return `p50 ${of(0.5)} p99 ${of(0.99)}`;
}

/** One statement that finds, ranks and pages the same hits, as somebody would write it who knows the tables: no counts, no groups, no marks. */
function leastQuestion(
  r: Parameters<Parameters<typeof db.readPublic>[0]>[0],
  { words, year, noun }: Omit<SearchAsk, 'after'>,
) {
  const narrowed = sql`${year === undefined ? sql`true` : sql`year = ${year}`} and ${noun === undefined ? sql`true` : sql`noun = ${noun}`}`;
  return sql<{
    title: string;
  }>`with matched as materialized (select noun collate "C" as noun, record_id, position, tsv from pub.passage
      where tenant_id = ${tenantId}::uuid and tsv @@ pub.words_query(${words}) and ${narrowed} order by filed desc limit ${mostCandidates}),
    ranked as (select noun, record_id, (max(weight) * 1000000)::integer as rank, (array_agg(position order by weight desc, position))[1:3] as positions
      from (select noun, record_id, position, ts_rank(tsv, pub.words_query(${words}), 1) as weight from matched) weighed group by record_id, noun)
    select r.title, r.summary, r.body_name, r.happened_on, r.registration_numbers, f.rank,
      (select json_agg(p.words) from pub.passage p where p.tenant_id = r.tenant_id and p.noun = r.noun and p.record_id = r.record_id and p.position = any(f.positions))
    from (select * from ranked order by rank desc, record_id desc limit 20) f
    join pub.record r on r.tenant_id = ${tenantId}::uuid and r.noun = f.noun and r.record_id = f.record_id
    order by f.rank desc, f.record_id desc`.execute(r.db as never);
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
