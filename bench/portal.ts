/**
 * The open portal over a hundred thousand published records: lists, records and searches a second and the slowest of a hundred, beside a server of one
 * file and a page made of bare SQL in the same run. `node bench/portal.ts [records] [seconds]`
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import type { Config } from '../src/config.ts';
import type { Context } from '../src/context.ts';
import { portalServices } from '../src/open-portal.ts';
import { portalApp } from '../src/web/portal/portal-app.ts';
import { portalRoutes } from '../src/web/portal/portal-routes.ts';
import { fillPublished } from '../test/support/bench-published.ts';
import { openTestDatabase } from '../test/support/database.ts';

type Fired = {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly non2xx: number;
  readonly errors: number;
};
/** The library brings no types. */
const { default: autocannon } = (await import('autocannon' as string)) as {
  readonly default: (options: object) => Promise<Fired>;
};

const records = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 10);
const world = await openTestDatabase();
const started = performance.now();
await fillPublished(world, { records });
console.log(`${records} published records in ${((performance.now() - started) / 1000).toFixed(1)} s`);

const unlimited = { burst: 1e12, perMinute: 1e12 };
const config = { publicUrl: 'http://localhost:4978' } as Config;
const blobs = { get: () => Promise.reject(new Error('no files')) } as unknown as Context['blobs'];
const app = portalApp({
  services: portalServices({ runtime: world.runtime, db: world.db, blobs, config }),
  site: { version: '0', demo: false },
  routes: portalRoutes,
  rate: unlimited,
});
const portal = serve({ fetch: app.fetch, port: 4978 });
const idOf = (n: number) =>
  createHash('md5')
    .update(String(n))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const still = Buffer.from(await (await fetch('http://localhost:4978/oppet/prov/beslut')).arrayBuffer());
const file = createServer((_, response) => response.setHeader('content-type', 'text/html').end(still)).listen(4979);
const bare = createServer(async (request, response) => {
  const n = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('n'));
  const title = await world.db.readPublic((r) =>
    r.db
      .selectFrom('pub.record')
      .select(['title', 'tree'])
      .where('tenant_id', '=', world.tenantId)
      .where('noun', '=', 'decision')
      .where('record_id', '=', idOf(n))
      .executeTakeFirst(),
  );
  response
    .setHeader('content-type', 'text/html')
    .end(`<h1>${title?.title}</h1><pre>${JSON.stringify(title?.tree)}</pre>`);
}).listen(4980);

// A number in the address makes each question a new one, so that nothing is answered from what was said before.
let asked = 0;
const fresh = () => {
  asked += 1;
  return asked;
};
let turn = 0;
const next = () => {
  turn = (turn + 7_919) % records;
  return turn;
};
const decision = () => Math.floor(next() / 5) * 5 || 5;
const seen: readonly (readonly [string, number, () => string])[] = [
  ['one file', 4979, () => '/'],
  ['bare SQL page', 4980, () => `/?n=${decision()}`],
  [
    'list, other each time',
    4978,
    () =>
      `/oppet/prov/beslut?organ=${createHash('md5')
        .update(`organ${next() % 40}`)
        .digest('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}&ar=${2000 + (next() % 26)}&n=${fresh()}`,
  ],
  ['list, the same', 4978, () => '/oppet/prov/beslut'],
  ['record, other each time', 4978, () => `/oppet/prov/beslut/${idOf(decision())}`],
  ['search, rare word', 4978, () => `/oppet/prov/sok?q=s%C3%A4rskildaord&ar=${2000 + (next() % 26)}&n=${fresh()}`],
  ['search, common word', 4978, () => `/oppet/prov/sok?q=v%C3%A5rd&ar=${2000 + (next() % 26)}&n=${fresh()}`],
];
for (const [name, port, path] of seen) {
  const result = await autocannon({
    url: `http://localhost:${port}`,
    connections: 8,
    duration: seconds,
    requests: [{ method: 'GET', setupRequest: (request: object) => ({ ...request, path: path() }) }],
  });
  const { requests, latency, non2xx, errors } = result;
  console.log(
    `${name.padEnd(26)} ${requests.average.toFixed(0).padStart(7)} a second   p50 ${latency.p50} ms   p99 ${latency.p99} ms   other than 200: ${non2xx + errors}`,
  );
}
// What was asked when the time was out is answered before the database goes.
await new Promise((resolve) => setTimeout(resolve, 3_000));
portal.close();
file.close();
bare.close();
await world.close();
process.exit(0);
