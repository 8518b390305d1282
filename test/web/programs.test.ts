import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import fc from 'fast-check';
import { authorize, grantableScopes, listApiTokens } from '../../src/domain/access/index.ts';
import { listWebhooks } from '../../src/domain/webhooks/index.ts';
import { formFromJson } from '../../src/web/api/api-input.ts';
import { apiPath, apiRoutesOf } from '../../src/web/api/api-routes.ts';
import { openApiOf } from '../../src/web/api/openapi.ts';
import { samplePath } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { demoNow, demoOrigin, openDemoSite } from '../support/demo-site.ts';

const site = await openDemoSite();
after(site.close);
const routes = allRoutes({ development: false, demoLogins: [], authority: 'Prov' });
const programs = apiRoutesOf(routes);

const secretary = await site.signIn('sekreterare');
const admin = await site.signIn('admin');
const shown = (page: string, what: RegExp) =>
  what.exec(page)?.[0] ?? assert.fail(`no secret is shown:\n${page.slice(0, 1500)}`);
/** Makes a key by the form, as its owner does. */
async function keyWith(scopes: readonly string[], who = secretary): Promise<string> {
  const response = await who.post('/mitt-konto/nycklar', { name: 'Provprogram', scopes, days: '30' });
  return shown(await response.text(), /kansli_nyckel_[\w-]{43}/);
}
type Call = {
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly raw?: string;
};
/** Calls come some seconds apart, so that nobody is told to wait. */
let moment = Date.parse(demoNow) + 3_600_000;
const call = async (path: string, { key, headers = {}, body = {}, raw }: Call) => {
  moment += 4_000;
  site.database.clock.set(new Date(moment).toISOString());
  return await site.app.fetch(
    new Request(`${demoOrigin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }), ...headers },
      body: raw ?? JSON.stringify(body),
    }),
  );
};
type Told = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly problems?: readonly { readonly path: string; readonly code: string }[];
  readonly location?: string;
};
const told = async (response: Response) => (await response.json()) as Told;

suite('keys', () => {
  test('a key is shown once, kept as a hash, does what it was handed and no more, and ends at once', async () => {
    const key = await keyWith(['organisation.edit']);
    const page = await secretary.read('/mitt-konto/nycklar');
    assert.ok(page.includes('Provprogram') && !page.includes(key));
    const list = () => site.db.read(authorize(secretary.actor, 'apiToken.make'), listApiTokens);
    const [kept] = await list();
    assert.deepEqual(kept?.scopes, ['organisation.edit']);
    const handed = programs.find(({ policy, path }) => policy === 'organisation.edit' && !path.includes(':'))!;
    const other = programs.find(({ policy }) => policy === 'meeting.edit')!;
    assert.equal((await call(apiPath(handed), { key })).status, 422, 'the key is let in, and the fields are asked for');
    assert.equal((await told(await call(`/api/v1${samplePath(other)}`, { key }))).code, 'access.denied');
    // Control: a key that was handed the other action is let in there.
    const wider = await keyWith(['meeting.edit']);
    assert.notEqual((await call(`/api/v1${samplePath(other)}`, { key: wider })).status, 403);
    assert.ok((await list()).find(({ id }) => id === kept!.id)!.lastUsedAt);
    assert.equal((await secretary.post('/mitt-konto/nycklar/avsluta', { id: kept!.id })).status, 303);
    assert.equal((await told(await call(apiPath(handed), { key }))).code, 'api.keyUnknown');
  });

  test('no key is made for more than one may oneself, nor to give rights away, nor by a key', async () => {
    for (const scopes of ['account.administer', 'apiToken.make', 'system.operate', 'webhook.edit', ''])
      assert.equal(
        (await secretary.post('/mitt-konto/nycklar', { name: 'x', scopes, days: '30' })).status,
        422,
        scopes,
      );
    assert.equal(
      (await secretary.post('/mitt-konto/nycklar', { name: 'kvar det jag skrev', scopes: [], days: '30' })).status,
      422,
    );
    assert.ok(grantableScopes(secretary.actor).length > 10);
    assert.equal((await (await site.signIn('ledamot')).get('/mitt-konto/nycklar')).status, 403);
    assert.deepEqual(
      programs.filter(({ policy }) => ['apiToken.make', 'account.administer', 'system.operate'].includes(policy)),
      [],
    );
  });

  test('a cookie opens nothing here, nor does a key that is wrong in any way', async () => {
    const path = apiPath(programs.find((route) => !route.path.includes(':'))!);
    assert.equal((await call(path, { headers: { cookie: secretary.cookie } })).status, 401);
    for (const key of ['x', 'kansli_nyckel_', `kansli_nyckel_${'A'.repeat(43)}`])
      assert.equal((await call(path, { key })).status, 401);
    assert.equal((await site.app.fetch(new Request(`${demoOrigin}${path}`))).status, 404);
  });
});

suite('the API for writing', () => {
  test('writes what the form writes, with the version that was seen', async () => {
    const key = await keyWith(['webhook.edit'], admin);
    const edit = authorize(admin.actor, 'webhook.edit');
    const page = await admin.post('/webhookar', {
      address: 'https://exempel.example/prov',
      events: ['decision.published'],
    });
    shown(await page.text(), /whsec_[\w+/]{43}=/);
    const hooks = () => site.db.read(edit, listWebhooks);
    const hook = (await hooks()).find(({ address }) => address.endsWith('/prov'))!;
    const state = { key, body: { action: 'pause' }, headers: { 'if-match': `"${hook.version}"` } };
    const done = await call(`/api/v1/webhookar/${hook.id}/lage`, state);
    assert.deepEqual([done.status, (await told(done)).location], [200, `/webhookar/${hook.id}`]);
    assert.equal((await hooks()).find(({ id }) => id === hook.id)!.state, 'paused');
    const stale = await told(await call(`/api/v1/webhookar/${hook.id}/lage`, state));
    assert.deepEqual([stale.status, stale.code], [409, 'record.changedMeanwhile']);
    const missing = await told(await call(`/api/v1/webhookar/${hook.id}/lage`, { key, body: {} }));
    assert.deepEqual(missing.problems?.map(({ path }) => path).toSorted(), ['action', 'version']);
    assert.match(await admin.read(`/webhookar/${hook.id}`), /Starta igen/);
    assert.match(await admin.read('/webhookar'), /exempel\.example/);
    // What shows a secret asks for a person: no program registers an address.
    assert.equal((await call('/api/v1/webhookar', { key, body: {} })).status, 404);
    assert.equal((await secretary.get('/webhookar')).status, 403);
    const refused = await admin.post('/webhookar', { address: 'http://10.0.0.1/', events: ['decision.published'] });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /http:\/\/10\.0\.0\.1/);
  });

  test('what is sent may be anything: it is refused with a code, and never a fault of ours', async () => {
    const key = await keyWith([...grantableScopes(secretary.actor)]);
    const own = programs.filter(({ policy }) => grantableScopes(secretary.actor).includes(policy));
    const hostile = [
      '',
      '[]',
      'null',
      '"x"',
      '{',
      '{"__proto__":{"x":1}}',
      '['.repeat(50_000),
      `{"a":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`,
      '{"name":{"fileName":"x","base64":"!!"}}',
      '{"idempotencyKey":[1]}',
      '{"toString":1}',
    ];
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.constantFrom(...hostile)), async (raw) => {
        const route = own[turn++ % own.length]!;
        const response = await call(`/api/v1${samplePath(route)}`, {
          key,
          raw,
          headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' },
        });
        const text = await response.text();
        assert.ok(response.status < 500, `${route.path} answers ${response.status} to ${raw.slice(0, 200)}: ${text}`);
      }),
      { numRuns: 150 },
    );
    assert.equal(formFromJson(true), '1');
    assert.equal(({} as { x?: number }).x, undefined);
    assert.equal(
      (
        await call(`/api/v1${samplePath(own[0]!)}`, {
          key,
          raw: 'a=b',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        })
      ).status,
      415,
    );
  });

  test('its description tells of each route and of no other', async () => {
    const response = await site.app.fetch(new Request(`${demoOrigin}/api/openapi.json`));
    assert.equal(response.status, 200);
    const { openapi, paths } = (await response.json()) as {
      openapi: string;
      paths: Record<string, { post: Record<string, unknown> }>;
    };
    assert.equal(openapi, '3.1.0');
    const expected = programs.map((route) => apiPath(route).replace(/:(\w+)/g, '{$1}'));
    for (const path of expected) assert.ok(paths[path], path);
    assert.ok(Object.keys(paths).every((path) => path.startsWith('/api/v1/')));
    const ids = Object.values(paths).map(({ post }) => post.operationId);
    assert.equal(new Set(ids).size, ids.length);
    const state = paths['/api/v1/webhookar/{webhook}/lage']!.post as {
      parameters: { name: string }[];
      requestBody: { content: Record<string, { schema: { required: string[]; properties: object } }> };
    };
    assert.deepEqual(
      state.parameters.map(({ name }) => name),
      ['webhook', 'If-Match'],
    );
    assert.deepEqual(Object.keys(state.requestBody.content['application/json']!.schema.properties), ['action']);
    // Control: a route that is taken away is no longer told.
    const fewer = openApiOf(
      routes.slice(1).filter(({ path }) => !path.startsWith('/webhookar')),
      { site: '', version: '0' },
    ) as { paths: object };
    assert.equal('/api/v1/webhookar/{webhook}/lage' in fewer.paths, false);
  });
});
