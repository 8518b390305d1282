import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { ensureBody } from '../../src/domain/organisation/index.ts';
import { tiePrincipal } from '../../src/domain/releases/index.ts';
import { html } from '../../src/web/html.ts';
import { page } from '../../src/web/reply.ts';
import { route, samplePath } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { carryAll } from '../support/build-releases.ts';
import { routeOf } from '../support/crawl.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';
import { isolationRequests, openVisitors, type Visitors } from '../support/isolation-requests.ts';
import {
  canaryOf,
  idOf,
  movedTo,
  openIsolationWorld,
  type Principal,
  principalCount,
  releasedCanary,
  releaseTo,
  strangeCanaries,
} from '../support/isolation-world.ts';
import { isLongRun } from '../support/long-run.ts';

/**
 * Isolation (R-OSL-7): thirteen principals, six roles in each, and random requests with each other's ids in the address and in the forms. Whoever asks sees
 * what is their own and what was released to them, and nothing they send changes another's register. 2 000 requests in `npm test`, 100 000 in the long suite.
 */
const routes = allRoutes({ development: false, demoLogins: [] });
let site: DemoSite;
let principals: readonly Principal[];
let visitors: Visitors;

before(async () => {
  site = await openDemoSite();
  principals = await openIsolationWorld(site);
  visitors = openVisitors(site, principals, [...routes, ...holes]);
});
after(() => site.close());

/** What no door of the product does: each is a hole that the test must find. */
const holes = [
  route({
    method: 'GET',
    path: '/kontroll/alla',
    policy: 'record.read',
    about: 'Läser utan myndighet, som systemet.',
    sample: {},
    handler: async (ctx) => {
      const rows = await ctx.services.db.system('findTenant', (r) => r.selectFrom('body').select('name').execute());
      return page({ title: 'Alla', body: html`${rows.map(({ name }) => name).join(', ')}` });
    },
  }),
  route({
    method: 'GET',
    path: '/kontroll/fil/:hash',
    policy: 'record.read',
    about: 'Lämnar en fil till den som kan dess kontrollsumma.',
    sample: { params: { hash: '0' } },
    handler: async (ctx) => {
      const bytes = await ctx.services.blobs.get(ctx.path.split('/').at(-1)!);
      return page({ title: 'Fil', body: html`${new TextDecoder().decode(bytes)}` });
    },
  }),
];

suite('isolation', () => {
  test('R-OSL-7: random requests of thirteen principals in six roles show nothing that is another’s, and change nothing there', async () => {
    const count = isLongRun ? 100_000 : 2_000;
    const { shown, strange, faults, changed, routesMet } = await isolationRequests(site, visitors, routes, {
      count,
      seed: 20261122,
    });
    assert.deepEqual(
      { strange: strange.slice(0, 5), changed: changed.slice(0, 5), faults: faults.slice(0, 5) },
      { strange: [], changed: [], faults: [] },
      'somebody was shown or changed what is another’s, or came to a bug page',
    );
    assert.ok(
      shown > count / 20,
      `only ${shown} of ${count} answers showed anything of one’s own: the requests miss the records`,
    );
    assert.ok(routesMet > routes.length / 2, `only ${routesMet} of ${routes.length} routes were asked`);
  });

  test('positive control: everybody sees their own, and what was released to them and by them', async () => {
    for (const { number } of [principals[0]!, principals[6]!]) {
      const before = ((number + principalCount - 2) % principalCount) + 1;
      const next = (number % principalCount) + 1;
      const secretary = visitors.of(number, 'committeeSecretary');
      assert.match(await secretary.read('/organ'), new RegExp(canaryOf(number)));
      assert.match(await secretary.read('/mottaget'), new RegExp(releasedCanary(before, number)));
      assert.match(await secretary.read('/utlamnat'), new RegExp(releasedCanary(number, next)));
    }
  });

  test('control: a reader that asks as the system, without an authority, is found', async () => {
    const text = await visitors.of(3, 'member').read('/kontroll/alla');
    assert.ok(strangeCanaries(text, 3).length >= principalCount - 1);
  });

  test('control: a file that is handed to whoever knows its hash is found, and no route of ours takes a hash', async () => {
    const hash = await site.services.blobs.put(new TextEncoder().encode(`En fil ${canaryOf(4)}`));
    await site.database.db.transact(
      authorize(operatorOf(principals[3]!.tenantId), 'matter.edit'),
      { verb: 'test' },
      async (w) => {
        const { id } = await w.db
          .selectFrom('document')
          .select('id')
          .where('tenant_id', '=', w.tenantId)
          .executeTakeFirstOrThrow();
        await w.db
          .updateTable('document')
          .set({ sha256: hash })
          .where('tenant_id', '=', w.tenantId)
          .where('id', '=', id)
          .execute();
        await w.log({ noun: 'document', recordId: id });
      },
    );
    const text = await visitors.of(5, 'committeeSecretary').read(`/kontroll/fil/${hash}`);
    assert.deepEqual(strangeCanaries(text, 5), [canaryOf(4)]);
    for (const one of routes.filter(({ method }) => method === 'GET')) {
      const path = one.path.replace(/:\w+/g, hash);
      if (!one.path.includes(':')) continue;
      const response = await visitors.of(5, 'committeeSecretary').get(path);
      assert.deepEqual(strangeCanaries(await response.text(), 5), [], `${one.path} gave a file by its hash`);
    }
  });

  test('control: what is released to the wrong principal is found where it came', async () => {
    const [from, meant, wrong] = [principals[0]!, principals[7]!, principals[9]!];
    const tieTo = (at: Principal, name: string, other: Principal) =>
      site.db.transact(authorize(operatorOf(at.tenantId), 'organisation.edit'), { verb: 'tie' }, async (w) => {
        const { id } = await ensureBody(w, name, { kind: 'municipality' });
        await tiePrincipal(w, { bodyId: id, authority: { id: other.tenantId, name: other.name } });
      });
    // The body that is called the one stands for the other: only both sides together can do this.
    await tieTo(from, meant.name, wrong);
    await tieTo(wrong, from.name, from);
    await releaseTo(site, from, meant);
    await carryAll(site.db);
    const text = await visitors.of(wrong.number, 'committeeSecretary').read('/mottaget');
    assert.deepEqual(strangeCanaries(text, wrong.number), [releasedCanary(from.number, meant.number)]);
    const right = await visitors.of(meant.number, 'committeeSecretary').read('/mottaget');
    assert.doesNotMatch(right, new RegExp(releasedCanary(from.number, meant.number)));
  });

  test('an id of another is a page that is not there, for every kind of record that the walk met', async () => {
    const own = visitors.of(2, 'committeeSecretary');
    const seen = await own.read('/organ');
    const [, id] = /href="\/organ\/([0-9a-f-]{36})"/.exec(seen)!;
    assert.equal((await own.get(`/organ/${id}`)).status, 200);
    assert.equal((await own.get(`/organ/${idOf(3, id!)}`)).status, 404);
  });

  test('what is another’s and what is nobody’s are answered with the same bytes, one page of each route', async () => {
    const own = visitors.of(2, 'committeeSecretary');
    const found = new Map<string, string>();
    for (const route of routes) {
      if (route.method === 'POST' || route.path.includes(':') || route.policy !== 'record.read') continue;
      const text = await (await own.get(samplePath(route))).text();
      for (const [, href] of text.matchAll(/<a [^>]*href="(\/[^"#?]*[0-9a-f]{8}-[^"#?]*)"/g)) {
        const to = routeOf(routes, 'GET', href!);
        if (to && to.policy !== 'public') found.set(to.path, href!);
      }
    }
    assert.ok(found.size >= 20, String(found.size));
    const nobody = 255;
    const answerOf = async (path: string): Promise<string> => {
      const response = await own.get(path);
      const told = [...response.headers].filter(([name]) => name !== 'x-request-id');
      const text = (await response.text()).replaceAll(path, '').replaceAll(encodeURIComponent(path), '');
      return [response.status, ...told, text.replace(/(name="(?:csrf|idempotencyKey)" value=")[^"]*/g, '$1')].join(
        '\n',
      );
    };
    const told: string[] = [];
    for (const [route, path] of found) {
      const [others, absent] = [await answerOf(movedTo(3, path)), await answerOf(movedTo(nobody, path))];
      if (others !== absent || !others.startsWith('404'))
        told.push(`${route}: ${others.slice(0, 3)} ${absent.slice(0, 3)}`);
    }
    assert.deepEqual(told, []);
    const [, known] = [...found][0]!;
    assert.notEqual(await answerOf(known), await answerOf(movedTo(nobody, known)), 'control: what is there is seen');
  });
});
