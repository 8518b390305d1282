import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Action, type Actor, roleMay, roleNames, type Session } from '../../src/domain/access/index.ts';
import { webApp } from '../../src/web/app.ts';
import type { Policy } from '../../src/web/contracts.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { type Route, rateClasses, samplePath } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { type DemoSite, demoOrigin, openDemoSite } from '../support/demo-site.ts';

/**
 * Every route × every role and nobody, on the demonstration region. What is expected follows from the policy of the route and the table of
 * actions; a route is in the matrix because it is in the registry, so a new one cannot be forgotten.
 */
const routes = allRoutes({ development: true, demoLogins: [] });
const callers = [...roleNames.filter((role) => role !== 'operator'), 'nobody'] as const;
type Caller = (typeof callers)[number];

let site: DemoSite;
before(async () => {
  site = await openDemoSite();
});
after(() => site.close());

function actorOf(role: Exclude<Caller, 'nobody'>): Actor {
  return {
    tenantId: site.database.tenantId,
    accountId: '00000000-0000-4000-8000-00000000000a',
    name: role,
    language: 'sv',
    grants: [{ role, bodyId: null, validFrom: '2020-01-01', validTo: null }],
  };
}

function appWith(served: readonly Route[], log: (line: string) => void = () => {}): ReturnType<typeof webApp> {
  const generous = Object.fromEntries(rateClasses.map((name) => [name, { burst: 1e9, perMinute: 1e9 }]));
  const find = async (token: string): Promise<Session | undefined> =>
    token === 'nobody'
      ? undefined
      : { actor: actorOf(token as Exclude<Caller, 'nobody'>), csrfToken: `secret of ${token}` };
  return webApp({
    services: site.services,
    sessions: { find, end: async () => {} },
    site: { name: 'Region Fjällmark', version: '0', demo: true },
    routes: served,
    rates: generous as NonNullable<Parameters<typeof webApp>[0]['rates']>,
    log,
  });
}

async function ask(app: ReturnType<typeof webApp>, route: Route, caller: Caller): Promise<Response> {
  const headers = { cookie: `__Host-kansli=${caller}`, origin: demoOrigin, 'sec-fetch-site': 'same-origin' };
  const url = `${demoOrigin}${samplePath(route)}`;
  if (route.method === 'GET') return app.fetch(new Request(url, { headers }));
  const body = new URLSearchParams({ csrf: csrfToken(`secret of ${caller}`, 'nonce'), ...route.sample.form });
  return app.fetch(new Request(url, { method: 'POST', headers, body }));
}

/** What the policy lets a caller do: come in, be refused, or be asked to sign in. */
function expected(policy: Policy, caller: Caller): 'in' | 'refused' | 'signIn' {
  if (policy === 'public') return 'in';
  if (caller === 'nobody') return 'signIn';
  return policy === 'signedIn' || roleMay(caller, policy as Action) ? 'in' : 'refused';
}

/** The cells of the matrix in which the product does something else than the policy says; a bug page counts as one. */
async function wrongCells(served: readonly Route[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const app = appWith(served, (line) => faults.push(line));
  const wrong: string[] = [];
  for (const [index, route] of routes.entries())
    for (const caller of callers) {
      const response = await ask(app, served[index]!, caller);
      const want = expected(route.policy, caller);
      const toSignIn = response.status === 303 && response.headers.get('location')?.startsWith('/logga-in?till=');
      const got = response.status === 403 ? 'refused' : response.status === 401 || toSignIn ? 'signIn' : 'in';
      // A form of nobody carries no proof of a session, so it is refused before anybody asks who sends it.
      const refusedForm = caller === 'nobody' && route.method === 'POST' && got === 'refused';
      if (response.status === 500)
        wrong.push(`${route.method} ${route.path} as ${caller}: a bug page. ${faults.at(-1)}`);
      else if (got !== want && !refusedForm)
        wrong.push(`${route.method} ${route.path} as ${caller}: ${got} (${response.status}), the policy says ${want}`);
    }
  return wrong;
}

test('every route lets in and refuses exactly whom its policy says', async () => {
  assert.ok(routes.length >= 5, 'the registry has routes');
  assert.deepEqual(await wrongCells(routes), []);
});

test('control: a route whose policy is opened for all who are signed in is found', async () => {
  const opened = routes.map((route) => ({ ...route, policy: 'signedIn' as const }));
  const narrow = routes.filter(
    ({ policy }) => policy !== 'public' && policy !== 'signedIn' && policy !== 'record.read',
  );
  assert.ok(narrow.length > 0, 'there are routes that not everybody may use');
  assert.notDeepEqual(await wrongCells(opened), []);
});

test('control: a route that forgets to ask who comes is found', async () => {
  const forgotten = routes.map((route) => ({ ...route, policy: 'public' as const }));
  assert.notDeepEqual(await wrongCells(forgotten), []);
});
