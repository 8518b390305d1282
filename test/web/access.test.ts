import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import {
  type Actor,
  accountsWhoMay,
  authorize,
  changeAccountState,
  createAccount,
  endRole,
  findActor,
  findSession,
  giveStandIn,
  grantRole,
  keyringOf,
  operatorOf,
  signIn,
  signInDelay,
  signOut,
  tieAccountToPerson,
} from '../../src/domain/access/index.ts';
import { openIdentityProviders } from '../../src/identity-providers.ts';
import { openServices } from '../../src/serve.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { webApp } from '../../src/web/app.ts';
import type { Services, SignInSetup } from '../../src/web/contracts.ts';
import { html } from '../../src/web/html.ts';
import { page } from '../../src/web/reply.ts';
import { rateClasses, route } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { type PlainBrowser, plainBrowser } from '../support/browser-without-script.ts';
import { buildBody, buildPerson, buildSeat } from '../support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { lies, startLiar } from '../support/lying-provider.ts';
import {
  inventedNumber,
  type RunningProvider,
  setting,
  startProvider,
  throughProvider,
} from '../support/oidc-provider.ts';

const origin = 'http://localhost:3000';
const password = 'en lång mening om hösten';
const session = '__Host-kansli';

let t: TestDatabase;
let honest: RunningProvider;
let low: RunningProvider;
let liar: Awaited<ReturnType<typeof startLiar>>;
let setup: SignInSetup;
let app: ReturnType<typeof webApp>;
const waits: number[] = [];
const lines: string[] = [];
const accounts = new Map<string, string>();

before(async () => {
  t = await openTestDatabase();
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const jwk = openIdentityProviders([setting('x', 'http://127.0.0.1:1')], key, () => {}).publicKeys[0]!;
  const back = (code: string) => `${origin}/logga-in/svar/${code}`;
  honest = await startProvider({ jwk, redirectUris: [back('riktig'), back('annan')] });
  low = await startProvider({ jwk, redirectUris: [back('lag')], acr: 'http://id.elegnamnden.se/loa/1.0/loa2' });
  liar = await startLiar();
  const settings = [
    setting('riktig', honest.issuer),
    setting('annan', honest.issuer),
    setting('lag', low.issuer),
    setting('ljugare', liar.issuer),
  ];
  const { providers, publicKeys } = openIdentityProviders(settings, key, (line) => void lines.push(line));
  setup = {
    keyring: keyringOf(new Uint8Array(32).fill(7), t.runtime),
    policy: 'optional',
    tenantId: t.tenantId,
    providers,
    publicKeys,
    delay: signInDelay(() => t.runtime.now().getTime()),
    wait: async (milliseconds) => void waits.push(milliseconds),
  };
  app = appWith(setup);
  for (const login of ['admin', 'anna', 'bertil', 'cecilia', 'david'])
    await as('account.administer', async (w) => {
      const id = await createAccount(w, { login, name: `${login} Prov`, password });
      accounts.set(login, id);
      if (login === 'admin') await grantRole(w, { accountId: id, role: 'administrator', validFrom: '2026-01-01' });
      if (login === 'anna') await grantRole(w, { accountId: id, role: 'committeeSecretary', validFrom: '2026-01-01' });
    });
});
after(async () => {
  await Promise.all([honest.close(), low.close(), liar.close(), t.close()]);
});

const secret = route({
  method: 'POST',
  path: '/prov/hemligt',
  policy: 'signedIn',
  freshProof: true,
  about: 'Ett prov på det som kräver ett nytt bevis.',
  sample: {},
  handler: () => page({ title: 'Prov', body: html`<p>utfört</p>` }),
});

function appWith(signIn: SignInSetup): ReturnType<typeof webApp> {
  const generous = Object.fromEntries(rateClasses.map((name) => [name, { burst: 1e9, perMinute: 1e9 }]));
  return webApp({
    services: {
      runtime: t.runtime,
      db: t.db,
      publicUrl: origin,
      ...openServices(t.db, t.tenantId, origin, signIn),
    } as unknown as Services,
    sessions: { find: (token) => findSession(t.db, token, signIn.policy), end: (token) => signOut(t.db, token) },
    site: { name: 'Provregionen', tenantId: t.tenantId, version: '0', demo: false },
    routes: [...allRoutes({ development: false, demoLogins: [] }), secret],
    rates: generous as NonNullable<Parameters<typeof webApp>[0]['rates']>,
    log: (line) => void lines.push(line),
  });
}

async function as<T>(action: 'account.administer' | 'delegation.give', run: (w: never) => Promise<T>): Promise<T> {
  return await t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'test' }, run as never);
}

async function signedIn(login: string, on = app): Promise<PlainBrowser> {
  const browser = plainBrowser(on, origin);
  await browser.get('/logga-in');
  const answer = await browser.post('/logga-in', { login, password });
  assert.equal(answer.status, 303, `${login} comes in`);
  return browser;
}

/** Out to a service and back to the address that the service sends one to. */
async function outAndBack(browser: PlainBrowser, code: string): Promise<string> {
  const left = await browser.get(`/logga-in/extern/${code}`);
  assert.equal(left.status, 303);
  const answer = await throughProvider(left.headers.get('location')!, `${origin}/logga-in/svar/`);
  return answer.slice(origin.length);
}

suite('electronic identities', () => {
  test('somebody unknown gets a code, an administrator ties it, and then the same identity opens the account', async () => {
    const browser = plainBrowser(app, origin);
    const unknown = await browser.get(await outAndBack(browser, 'riktig'));
    const text = await unknown.text();
    assert.equal(unknown.status, 200);
    const code = /<code translate="no">([A-Z2-9-]{14})<\/code>/.exec(text)?.[1];
    assert.ok(code, text.slice(0, 2000));
    assert.equal(browser.cookies.has(session), false);

    const admin = await signedIn('admin');
    const anna = `/konton/${accounts.get('anna')}`;
    await admin.get(anna);
    const wrong = await admin.post(`${anna}/legitimation`, { code: 'ABCD-EFGH-JKMN', idempotencyKey: 'a' });
    assert.equal(wrong.status, 422);
    const tied = await admin.post(`${anna}/legitimation`, { code: code.toLowerCase(), idempotencyKey: 'b' });
    assert.equal(tied.status, 303);
    const twice = await admin.post(`${anna}/legitimation`, { code, idempotencyKey: 'c' });
    assert.equal(twice.status, 422, 'the code counts once');

    const again = await browser.get(await outAndBack(browser, 'riktig'));
    assert.equal(again.status, 303);
    assert.match(await (await browser.get('/mitt-konto')).text(), /anna Prov/);
    const out = await browser.post('/logga-ut');
    assert.equal(out.headers.get('location'), '/logga-in?utloggad=riktig');
    const there = await browser.get('/logga-ut/extern/riktig');
    assert.ok(there.headers.get('location')?.startsWith(honest.issuer));
  });

  test('no identity number is kept anywhere, nor written in the log of the server', async () => {
    const tables = await t.db.pool.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await t.db.pool.query(`select * from "${name}"`);
      if (JSON.stringify(rows.rows).includes(inventedNumber.slice(2))) found.push(name);
    }
    assert.deepEqual(found, []);
    assert.equal(lines.join().includes(inventedNumber.slice(2)), false);
    const kept = await t.db.pool.query<{ subject_hash: string }>('select subject_hash from account_identity');
    assert.match(kept.rows[0]?.subject_hash ?? '', /^[\da-f]{64}$/, 'control: something is kept');
  });

  test('an account that is closed is answered as somebody unknown', async () => {
    const change = (action: 'suspend' | 'reinstate') =>
      as('account.administer', (w) =>
        changeAccountState(w, { accountId: accounts.get('anna')!, action, reason: 'prov' }),
      );
    await change('suspend');
    const browser = plainBrowser(app, origin);
    const closed = await browser.get(await outAndBack(browser, 'riktig'));
    const other = plainBrowser(app, origin);
    const unknown = await other.get(await outAndBack(other, 'annan'));
    const plain = async (answer: Response) =>
      (await answer.text())
        .replace(/<code translate="no">[^<]+/, '')
        .replace(/name="csrf" value="[^"]+"/g, '')
        .replaceAll('annan', 'riktig')
        .replace(/href="\/sprak[^"]*"/g, '');
    assert.equal(closed.status, unknown.status);
    assert.equal(await plain(closed), await plain(unknown));
    await change('reinstate');
  });

  test('the public key stands where services look for it, and the private half does not', async () => {
    const keys = (await (await app.request(`${origin}/logga-in/nycklar.json`)).json()) as { keys: object[] };
    assert.deepEqual(Object.keys(keys.keys[0]!).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });
});

suite('hostile answers', () => {
  /** A journey to the liar; the address back is made by the test. */
  async function journey(): Promise<{ browser: PlainBrowser; state: string; nonce: string }> {
    const browser = plainBrowser(app, origin);
    const left = await browser.get('/logga-in/extern/ljugare');
    const { searchParams } = new URL(left.headers.get('location')!);
    assert.equal(searchParams.get('code_challenge_method'), 'S256');
    return { browser, state: searchParams.get('state')!, nonce: searchParams.get('nonce')! };
  }
  const back = (fields: Readonly<Record<string, string>>) =>
    `/logga-in/svar/ljugare?${new URLSearchParams({ iss: liar.issuer, code: 'x', ...fields })}`;

  async function accepted({ browser, state }: Awaited<ReturnType<typeof journey>>, path = back({ state })) {
    const answer = await browser.get(path);
    const text = await answer.text();
    return browser.cookies.has(session) || /<code translate="no">[A-Z2-9-]{14}/.test(text);
  }

  test('control: the same journey without a lie is believed', async () => {
    const way = await journey();
    liar.tell({}, way.nonce);
    assert.equal(await accepted(way), true);
  });

  for (const [name, lie] of lies)
    test(`not believed: ${name}`, async () => {
      const way = await journey();
      liar.tell(lie, way.nonce);
      assert.equal(await accepted(way), false);
    });

  const bent: readonly (readonly [string, (state: string) => string])[] = [
    ['another state', () => back({ state: 'x'.repeat(43) })],
    ['no state', () => `/logga-in/svar/ljugare?${new URLSearchParams({ iss: liar.issuer, code: 'x' })}`],
    ['the state twice', (state) => `${back({ state })}&state=${state}`],
    ['another issuer beside the code', (state) => back({ state, iss: 'https://evil.example' })],
    ['no issuer beside the code', (state) => `/logga-in/svar/ljugare?${new URLSearchParams({ state, code: 'x' })}`],
    ['no code', (state) => `/logga-in/svar/ljugare?${new URLSearchParams({ state, iss: liar.issuer })}`],
    ['an error and a code', (state) => back({ state, error: 'access_denied' })],
    ['the answer at the address of another service', (state) => back({ state }).replace('ljugare', 'riktig')],
  ];
  for (const [name, path] of bent)
    test(`not believed: ${name}`, async () => {
      const way = await journey();
      liar.tell({}, way.nonce);
      assert.equal(await accepted(way, path(way.state)), false);
    });

  test('not believed: the answer in another browser, a second time, or too late', async () => {
    const way = await journey();
    liar.tell({}, way.nonce);
    const stranger = plainBrowser(app, origin);
    assert.equal(await accepted({ ...way, browser: stranger }), false, 'a browser that never left');
    const other = await journey();
    assert.equal(await accepted({ ...way, browser: other.browser }), false, 'a browser on a journey of its own');
    const cookies = new Map(way.browser.cookies);
    assert.equal(await accepted(way), true);
    const replay = plainBrowser(app, origin);
    for (const [name, value] of cookies) replay.cookies.set(name, value);
    assert.equal(await accepted({ ...way, browser: replay }), false, 'the same answer again');
    const late = await journey();
    liar.tell({}, late.nonce);
    const instant = t.runtime.now();
    t.clock.set(new Date(instant.getTime() + 11 * 60_000).toISOString());
    assert.equal(await accepted(late), false, 'after eleven minutes');
    t.clock.set(instant.toISOString());
  });

  test('not believed: a real service that vouches at too low a level', async () => {
    const browser = plainBrowser(app, origin);
    const answer = await browser.get(await outAndBack(browser, 'lag'));
    assert.equal(browser.cookies.has(session), false);
    assert.doesNotMatch(await answer.text(), /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/);
  });

  test('not believed: a real code that was used before', async () => {
    const first = plainBrowser(app, origin);
    const answer = await outAndBack(first, 'riktig');
    const kept = new Map(first.cookies);
    assert.equal((await first.get(answer)).status, 303);
    const second = plainBrowser(app, origin);
    for (const [name, value] of kept) second.cookies.set(name, value);
    await second.get(answer);
    assert.equal(second.cookies.has(session), false);
  });

  test('an identity opens accounts of its own authority and of its own service only', async () => {
    const elsewhere = plainBrowser(
      appWith({ ...setup, tenantId: await createTenant(t.db, { slug: 'annan', name: 'En annan myndighet' }) }),
      origin,
    );
    const answer = await elsewhere.get(await outAndBack(elsewhere, 'riktig'));
    assert.equal(answer.status, 200, 'somebody unknown there');
    assert.equal(elsewhere.cookies.has(session), false);
    const other = plainBrowser(app, origin);
    assert.equal((await other.get(await outAndBack(other, 'annan'))).status, 200, 'unknown by another service');
  });

  test('one comes back to a page of ours only', async () => {
    for (const till of ['//evil.example', 'https://evil.example/x', '/\\evil.example']) {
      const browser = plainBrowser(app, origin);
      const left = await browser.get(`/logga-in/extern/riktig?${new URLSearchParams({ till })}`);
      const answer = await throughProvider(left.headers.get('location')!, `${origin}/logga-in/svar/`);
      const to = (await browser.get(answer.slice(origin.length))).headers.get('location')!;
      assert.equal(new URL(to, origin).origin, origin);
    }
  });

  test('control: a client that does not ask for the level of assurance lets the low one in, and the test sees it', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const careless = openIdentityProviders(
      [{ ...setting('ljugare', liar.issuer), acrValues: [] }],
      privateKey,
      () => {},
    );
    const browser = plainBrowser(appWith({ ...setup, providers: careless.providers }), origin);
    const left = await browser.get('/logga-in/extern/ljugare');
    const { searchParams } = new URL(left.headers.get('location')!);
    liar.tell({ claims: (c) => ({ ...c, acr: 'low' }) }, searchParams.get('nonce')!);
    assert.equal(await accepted({ browser, state: searchParams.get('state')!, nonce: '' }), true);
  });
});

suite('second factor', () => {
  const codeAt = (secret: string, instant: Date) =>
    new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) }).generate({
      timestamp: instant.getTime(),
    });
  let shared = '';
  let recovery: readonly string[] = [];

  test('an app is tied by a code of it, and recovery codes are shown once', async () => {
    const browser = await signedIn('bertil');
    await browser.get('/mitt-konto/skydd');
    assert.equal((await browser.post('/mitt-konto/skydd/kod')).status, 303);
    const setupPage = await (await browser.get('/mitt-konto/skydd/kod')).text();
    assert.match(setupPage, /<svg role="img"/);
    shared = (/<code translate="no">([A-Z2-7 ]+)<\/code>/.exec(setupPage)?.[1] ?? '').replaceAll(' ', '');
    assert.equal((await browser.post('/mitt-konto/skydd/kod/bekrafta', { code: '000000' })).status, 422);
    const done = await browser.post('/mitt-konto/skydd/kod/bekrafta', { code: codeAt(shared, t.runtime.now()) });
    recovery = [...(await done.text()).matchAll(/<code translate="no">([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)].map(
      ([, code]) => code!,
    );
    assert.equal(recovery.length, 8);
    const stored = await t.db.pool.query('select sealed_secret from code_factor');
    assert.equal(JSON.stringify(stored.rows).includes(shared), false, 'the secret is sealed');
  });

  async function withCode(code: string): Promise<Response> {
    const browser = plainBrowser(app, origin);
    await browser.get('/logga-in');
    const first = await browser.post('/logga-in', { login: 'bertil', password });
    assert.equal(first.headers.get('location'), '/logga-in/kod');
    assert.equal(browser.cookies.has(session), false, 'the password alone opens nothing');
    await browser.get('/logga-in/kod');
    return await browser.post('/logga-in/kod', { code });
  }

  test('then the password needs a code; each code counts once, and so does a recovery code', async () => {
    assert.equal((await withCode(codeAt(shared, t.runtime.now()))).status, 422, 'the code that tied the app');
    t.clock.set(new Date(t.runtime.now().getTime() + 60_000).toISOString());
    const code = codeAt(shared, t.runtime.now());
    assert.equal((await withCode(code)).status, 303);
    assert.equal((await withCode(code)).status, 422, 'replayed');
    assert.equal((await withCode(recovery[0]!)).status, 303);
    assert.equal((await withCode(recovery[0]!)).status, 422, 'used up');
    const old = codeAt(shared, new Date(t.runtime.now().getTime() - 300_000));
    assert.equal((await withCode(old)).status, 422, 'five minutes old');
  });

  test('a few wrong codes are borne, then one begins again', async () => {
    const browser = plainBrowser(app, origin);
    await browser.get('/logga-in');
    await browser.post('/logga-in', { login: 'bertil', password });
    await browser.get('/logga-in/kod');
    for (let wrong = 0; wrong < 5; wrong += 1) await browser.post('/logga-in/kod', { code: '111111' });
    const right = await browser.post('/logga-in/kod', { code: recovery[1]! });
    assert.equal(right.status, 422);
    assert.equal(browser.cookies.has(session), false);
  });

  test('two who give the same code at the same moment are one too many', async () => {
    t.clock.set(new Date(t.runtime.now().getTime() + 60_000).toISOString());
    const code = codeAt(shared, t.runtime.now());
    const answers = await Promise.all([withCode(code), withCode(code), withCode(code)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422, 422]);
  });

  test('where a second factor is required, a password alone may do nothing but choose one', async () => {
    const strict = appWith({ ...setup, policy: 'required' });
    const browser = plainBrowser(strict, origin);
    await browser.get('/logga-in');
    const entry = await browser.post('/logga-in', { login: 'anna', password });
    assert.equal(entry.headers.get('location'), '/mitt-konto/skydd');
    assert.equal((await browser.get('/organ')).status, 403);
    assert.equal((await browser.get('/mitt-konto/skydd')).status, 200);
    const optional = await signedIn('anna');
    assert.equal((await optional.get('/organ')).status, 200, 'control: where it is optional');
  });
});

suite('showing again that one is there', () => {
  test('what binds asks after ten minutes, keeps what was typed, and goes on with it', async () => {
    const browser = await signedIn('anna');
    await browser.get('/mitt-konto');
    assert.match(await (await browser.post('/prov/hemligt', { text: 'en mening' })).text(), /utfört/);
    t.clock.set(new Date(t.runtime.now().getTime() + 11 * 60_000).toISOString());
    const asked = await browser.post('/prov/hemligt', { text: 'en "mening"' });
    const text = await asked.text();
    assert.equal(asked.status, 409);
    assert.match(text, /Bekräfta att det är du/);
    assert.match(text, /name="text" value="en &quot;mening&quot;"/);
    assert.equal((await browser.post('/prov/hemligt', { 'bekrafta-losenord': 'fel' })).status, 422);
    const tokenBefore = browser.cookies.get(session) ?? '';
    assert.match(await (await browser.post('/prov/hemligt', { 'bekrafta-losenord': password })).text(), /utfört/);
    assert.equal(await findSession(t.db, tokenBefore), undefined, 'who has shown more has a new token');
    assert.match(await (await browser.post('/prov/hemligt')).text(), /utfört/, 'and counts for ten minutes');
  });

  test('control: a route that does not ask is not asked', async () => {
    const browser = await signedIn('anna');
    t.clock.set(new Date(t.runtime.now().getTime() + 11 * 60_000).toISOString());
    assert.equal((await browser.get('/mitt-konto')).status, 200);
    assert.equal(
      (await browser.get('/mitt-konto/losenord')).headers.get('location'),
      '/bekrafta?till=%2Fmitt-konto%2Flosenord',
    );
    await browser.get('/bekrafta?till=%2Fmitt-konto%2Flosenord');
    const shown = await browser.post('/bekrafta?till=%2Fmitt-konto%2Flosenord', { 'bekrafta-losenord': password });
    assert.equal(shown.headers.get('location'), '/mitt-konto/losenord');
    assert.equal((await browser.get('/mitt-konto/losenord')).status, 200);
  });
});

suite('sessions', () => {
  test('one sees and ends the own sessions, and no others', async () => {
    const [here, there, other] = [await signedIn('cecilia'), await signedIn('cecilia'), await signedIn('anna')];
    const list = await (await here.get('/mitt-konto/inloggningar')).text();
    const [id] = [...list.matchAll(/name="sessionId" value="([^"]+)"/g)].map(([, one]) => one!);
    await other.get('/mitt-konto/inloggningar');
    assert.equal((await other.post('/mitt-konto/inloggningar/avsluta', { sessionId: id! })).status, 404);
    assert.equal((await there.get('/mitt-konto')).status, 200);
    assert.equal((await here.post('/mitt-konto/inloggningar/avsluta', { sessionId: id! })).status, 303);
    assert.equal((await there.get('/mitt-konto')).status, 303);
    const third = await signedIn('cecilia');
    assert.equal((await here.post('/mitt-konto/inloggningar/avsluta-andra')).status, 303);
    assert.equal((await third.get('/mitt-konto')).status, 303);
    assert.equal((await here.get('/mitt-konto')).status, 200);
  });

  test('a new password ends all others, and is one that is not guessed first', async () => {
    const [here, there] = [await signedIn('david'), await signedIn('david')];
    await here.get('/mitt-konto/losenord');
    for (const bad of ['kort', 'lösenordlösenord123', 'david prov david prov', 'aaaaaaaaaaaaaaaaaaaa'])
      assert.equal((await here.post('/mitt-konto/losenord', { password: bad, again: bad })).status, 422, bad);
    const good = 'tre renar på en myr i juli';
    assert.equal((await here.post('/mitt-konto/losenord', { password: good, again: 'annat' })).status, 422);
    assert.equal((await here.post('/mitt-konto/losenord', { password: good, again: good })).status, 303);
    assert.equal((await here.get('/mitt-konto')).status, 200);
    assert.equal((await there.get('/mitt-konto')).status, 303);
    await assert.rejects(signIn(t.db, 'david', password), { code: 'access.wrongLogin' });
  });

  test('whatever is taken away is gone with the next request: 200 times, the slowest below a second', async () => {
    const accountId = accounts.get('cecilia')!;
    const { token } = await signIn(t.db, 'cecilia', password);
    let slowest = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const id = t.runtime.newId();
      await t.db.pool.query(
        `insert into role_grant (tenant_id, id, account_id, role, valid_from) values ($1, $2, $3, 'archivist', '2026-01-01')`,
        [t.tenantId, id, accountId],
      );
      assert.equal((await findSession(t.db, token))?.actor.grants.length, 1);
      await as('account.administer', (w) => endRole(w, id));
      const taken = performance.now();
      assert.deepEqual((await findSession(t.db, token))?.actor.grants, []);
      slowest = Math.max(slowest, performance.now() - taken);
    }
    assert.ok(slowest < 1000, `${slowest} ms`);
    await as('account.administer', (w) => changeAccountState(w, { accountId, action: 'suspend', reason: 'prov' }));
    assert.equal(await findSession(t.db, token), undefined);
  });

  test('who administers asks why, cannot shut their own door, and an account that is open again has no old sessions', async () => {
    const admin = await signedIn('admin');
    const cecilia = `/konton/${accounts.get('cecilia')}`;
    await admin.get(cecilia);
    assert.equal((await admin.post(`${cecilia}/lage/leaveOffice`, { idempotencyKey: '1' })).status, 422);
    const said = { reason: 'Slutade i mars', idempotencyKey: '2' };
    assert.equal((await admin.post(`${cecilia}/lage/leaveOffice`, said)).status, 303);
    assert.equal((await admin.post(`${cecilia}/lage/suspend`, { ...said, idempotencyKey: '3' })).status, 409);
    assert.match(await (await admin.get(cecilia)).text(), /Slutade i mars/);
    assert.equal((await admin.post(`${cecilia}/lage/reinstate`, { idempotencyKey: '4' })).status, 303);
    const own = `/konton/${accounts.get('admin')}`;
    assert.equal((await admin.post(`${own}/lage/suspend`, { reason: 'x', idempotencyKey: '5' })).status, 422);
    const secretary = await signedIn('anna');
    await secretary.get('/mitt-konto');
    assert.equal((await secretary.post(`${own}/lage/suspend`, { reason: 'x', idempotencyKey: '6' })).status, 403);
  });
});

suite('seats and stand-ins', () => {
  test('a seat gives its role for as long as it is held, and letters reach those who hold one', async () => {
    const bodyId = await buildBody(t);
    const personId = await buildPerson(t);
    await buildSeat(t, {
      bodyId,
      kind: 'member',
      role: 'chair',
      personId,
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
    });
    await buildSeat(t, { bodyId: await buildBody(t), kind: 'deputy', personId });
    const accountId = accounts.get('david')!;
    await as('account.administer', (w) => tieAccountToPerson(w, { accountId, personId }));
    const rolesOn = async (instant: string) => {
      t.clock.set(instant);
      return (await findActor(t.db, t.tenantId, accountId))?.grants.map(({ role }) => role).sort();
    };
    assert.deepEqual(await rolesOn('2026-06-30T12:00:00Z'), ['chair', 'deputyMember']);
    const asked = () => t.db.read(t.auth(), (r) => accountsWhoMay(r, 'question.announce', bodyId, t.runtime.today()));
    assert.ok((await asked()).some(({ id }) => id === accountId));
    assert.deepEqual(await rolesOn('2026-07-01T12:00:00Z'), ['deputyMember']);
    assert.equal(
      (await asked()).some(({ id }) => id === accountId),
      false,
      'both ways of asking agree',
    );
    t.clock.set('2026-03-02T12:00:00.000Z');
  });

  test('a stand-in acts in the role of another on one body, is logged with both names, and loses it with the giver', async () => {
    const [ours, theirs] = [await buildBody(t), await buildBody(t)];
    const giver = await signedIn('anna');
    const receiverId = accounts.get('cecilia')!;
    const lent = { giverId: accounts.get('anna')!, receiverId, role: 'committeeSecretary', bodyId: ours };
    const days = { validFrom: '2026-03-02', validTo: '2026-03-31' };
    await giver.get('/stallforetradare');
    const backwards = { ...lent, validFrom: '2026-03-20', validTo: '2026-03-10', idempotencyKey: 'stand-in a' };
    assert.equal((await giver.post('/stallforetradare', backwards)).status, 422);
    const more = { ...lent, ...days, role: 'archivist', idempotencyKey: 'stand-in b' };
    assert.equal((await giver.post('/stallforetradare', more)).status, 422, 'a role that one does not have');
    const others = { ...lent, ...days, giverId: accounts.get('admin')!, idempotencyKey: 'stand-in c' };
    assert.equal((await giver.post('/stallforetradare', others)).status, 422, 'the role of another');
    assert.equal(
      (await giver.post('/stallforetradare', { ...lent, ...days, idempotencyKey: 'stand-in d' })).status,
      303,
    );

    const actor = async (): Promise<Actor> => (await findActor(t.db, t.tenantId, receiverId))!;
    const proof = authorize(await actor(), 'meeting.edit');
    assert.deepEqual(proof.bodies, [ours]);
    assert.equal(proof.actorName, 'cecilia Prov för anna Prov');
    assert.equal(proof.bodies.includes(theirs), false);
    const chained = { ...lent, ...days, giverId: receiverId, receiverId: accounts.get('david')! };
    await assert.rejects(
      as('delegation.give', (w) => giveStandIn(w, chained as Parameters<typeof giveStandIn>[1])),
      { code: 'record.invalid' },
      'what was borrowed is not lent on',
    );
    assert.match(await (await giver.get('/stallforetradare')).text(), /cecilia Prov/);

    const grant = await t.db.pool.query<{ id: string }>('select id from role_grant where account_id = $1', [
      lent.giverId,
    ]);
    await t.db.pool.query(`update role_grant set valid_to = '2026-03-01' where id = $1`, [grant.rows[0]!.id]);
    assert.deepEqual((await actor()).grants, [], 'the giver has it no more');
    await t.db.pool.query('update role_grant set valid_to = null where id = $1', [grant.rows[0]!.id]);
    assert.equal((await actor()).grants.length, 1, 'control');
    const ends = /name="id" value="([^"]+)"/.exec(await (await giver.get('/stallforetradare')).text())?.[1];
    assert.equal((await giver.post('/stallforetradare/avsluta', { id: ends! })).status, 303);
    assert.deepEqual((await actor()).grants, []);
  });
});

test('guessing a password is slowed down by login, and nobody is shut out by it', async () => {
  const guesser = plainBrowser(app, origin);
  await guesser.get('/logga-in');
  waits.length = 0;
  for (let guess = 0; guess < 10; guess += 1) await guesser.post('/logga-in', { login: 'ADMIN ', password: 'fel' });
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 8000, 8000]);
  await signedIn('admin');
  waits.length = 0;
  await guesser.post('/logga-in', { login: 'admin', password: 'fel' });
  assert.deepEqual(waits, [], 'the right password ends it');
});
