import { createRequire } from 'node:module';
import { sql } from 'kysely';
import { operatorOf } from '../../src/domain/access/index.ts';
import { openServices } from '../../src/serve.ts';
import { type WebOptions, webApp } from '../../src/web/app.ts';
import type { Services } from '../../src/web/contracts.ts';
import { rateClasses } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { listen } from './browser.ts';
import { buildDocument } from './build-matters.ts';
import { buildBody } from './build-organisation.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** The product on a listening server with someone signed in and no limit of rates, over a database of its own that a bench fills. */
export type BenchSite = {
  readonly origin: string;
  readonly cookie: string;
  /** Replaces the assignments by so many, spread over 25 years, each with a performing body; one in fifty speaks of "vårdkontakt". */
  readonly fill: (assignments: number) => Promise<void>;
  /** Makes an assignment that so many agenda items dealt with, each read from its own passage, and one without any. Answers both ids. */
  readonly fillThread: (items: number) => Promise<readonly [rich: string, bare: string]>;
  readonly close: () => Promise<void>;
};

/** The web over a database of tests, without limits of rates: a bench asks more often than any person may. */
export function benchApp(
  { db, runtime, tenantId }: TestDatabase,
  sessions: WebOptions['sessions'],
  services: Partial<Services> = {},
): ReturnType<typeof webApp> {
  const unlimited = { burst: 1e12, perMinute: 1e12 };
  return webApp({
    services: {
      runtime,
      db,
      blobs: { put: () => Promise.reject(new Error('no files')), get: () => Promise.reject(new Error('no files')) },
      drawPage: () => Promise.reject(new Error('no pages')),
      askPackage: () => Promise.reject(new Error('no packages')),
      publicUrl: 'http://localhost',
      ...openServices(db, tenantId, 'http://localhost'),
      ...services,
    },
    sessions,
    site: { name: 'Mätregionen', version: '0', demo: false },
    routes: allRoutes({ development: false, demoLogins: [] }),
    rates: Object.fromEntries(rateClasses.map((name) => [name, unlimited])) as Record<
      (typeof rateClasses)[number],
      typeof unlimited
    >,
  });
}

export async function openBenchSite(): Promise<BenchSite> {
  const t = await openTestDatabase();
  const { db, runtime, tenantId } = t;
  const bodies: string[] = [];
  for (let count = 0; count < 10; count += 1) bodies.push(await buildBody(t));
  const actor = { ...operatorOf(tenantId), accountId: runtime.newId() };
  const app = benchApp(t, { find: async () => ({ actor, csrfToken: 'bench' }), end: async () => {} });
  const server = await listen(app);

  const fill = (assignments: number) =>
    db.system('bench', async (q) => {
      await sql`delete from assignment where tenant_id = ${tenantId}`.execute(q);
      await sql`insert into assignment (tenant_id, id, year, number, position, title, full_text, state)
        select ${tenantId}, gen_random_uuid(), 2001 + g % 25, g / 25 + 1, g / 25 + 1, 'Följa sak ' || g,
          'Att följa sak ' || g || case when g % 50 = 0 then ' om fast vårdkontakt' else ' i länets vård' end, 'given'
        from generate_series(0, ${assignments - 1}::int) g`.execute(q);
      await sql`insert into assignment_party (tenant_id, assignment_id, body_id, role, position)
        select tenant_id, id, (${bodies}::uuid[])[1 + number % 10], 'performer', 1 from assignment
        where tenant_id = ${tenantId}`.execute(q);
      await sql`analyze assignment, assignment_party`.execute(q);
    });

  const fillThread = async (items: number) => {
    const lines = Array.from({ length: items }, (_, index) => `Punkt ${String(index + 1).padStart(6, '0')}`).join('\n');
    const documentId = await buildDocument(t, { title: 'Protokoll', sourceText: `${lines}\n` });
    await fill(2);
    const ids = await db.system('bench', async (q) => {
      const { rows } = await sql<{ id: string }>`select id from assignment where tenant_id = ${tenantId}
        order by year`.execute(q);
      const [rich, bare] = rows.map(({ id }) => id) as [string, string];
      await sql`insert into meeting (tenant_id, id, kind, body_id, held_on, state)
        select ${tenantId}, gen_random_uuid(), 'meeting', ${bodies[0]}::uuid, date '2001-01-01' + g * 7, 'closed'
        from generate_series(1, ${Math.ceil(items / 8)}::int) g`.execute(q);
      await sql`insert into agenda_item (tenant_id, id, meeting_id, position, number, title, category, presenters)
        select tenant_id, gen_random_uuid(), meeting.id, n, n::text, 'Föredragning ' || n || ' ' || held_on, 'information', '[]'
        from meeting, generate_series(1, 8) as item(n) where tenant_id = ${tenantId} order by held_on, item.n limit ${items}`.execute(
        q,
      );
      await sql`insert into agenda_item_assignment (tenant_id, agenda_item_id, assignment_id)
        select tenant_id, id, ${rich}::uuid from agenda_item where tenant_id = ${tenantId}`.execute(q);
      await sql`insert into source_passage (tenant_id, id, noun, record_id, document_id, span_start, span_end, line,
          passage_hash, rule, confidence, fields)
        select tenant_id, gen_random_uuid(), 'agendaItem', id, ${documentId}::uuid, (n - 1) * 13, n * 13 - 1, n, '', 'bench', 1, '[]'
        from (select tenant_id, id, (row_number() over ())::int n from agenda_item where tenant_id = ${tenantId}) item`.execute(
        q,
      );
      return [rich, bare] as const;
    });
    await t.db.pool.query('analyze');
    return ids;
  };

  return {
    origin: server.origin,
    cookie: '__Host-kansli=bench',
    fill,
    fillThread,
    close: async () => {
      await server.close();
      await t.close();
    },
  };
}

type Pressure = {
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly requests: { readonly average: number };
  readonly non2xx: number;
  readonly errors: number;
};
const autocannon = createRequire(import.meta.url)('autocannon') as (options: object) => Promise<Pressure>;
const connections = 2;

/**
 * Calls a page for some seconds over two connections from a thread of its own and answers the latencies. One connection after the other would
 * measure the pause between them; many would measure the queue. Anything but 200 is a fault of the bench.
 */
export async function pressed(
  site: BenchSite,
  path: string,
  seconds = 3,
): Promise<{ readonly p50: number; readonly p99: number; readonly perSecond: number }> {
  const call = { url: `${site.origin}${path}`, headers: { cookie: site.cookie }, connections, workers: 1 };
  await autocannon({ ...call, duration: 1 });
  const { latency, requests, non2xx, errors } = await autocannon({ ...call, duration: seconds });
  if (non2xx + errors > 0)
    throw new Error(`${path} answered ${non2xx} times with something else than 200, and failed ${errors} times.`);
  return { p50: latency.p50, p99: latency.p99, perSecond: requests.average };
}
