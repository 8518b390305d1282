import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { AppError } from '../../src/kernel/errors.ts';
import { runtimeAt } from '../../src/kernel/runtime.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { standardRates } from '../../src/web/pipeline/rate-limit.ts';
import { redirect } from '../../src/web/reply.ts';
import { route } from '../../src/web/route.ts';
import { shellApp } from '../support/web.ts';
import { get, note, post, routes, secretary, token } from './note-app.ts';

suite('input', () => {
  test('a form that does not fit comes back with 422, the sentences, the focus and everything that was typed', async () => {
    const response = await shellApp({ routes }).request(
      post('/anteckning', { csrf: token, heading: 'En "rubrik" som är längre än tjugo', due: '2026-02-30' }, secretary),
    );
    assert.equal(response.status, 422);
    const body = await response.text();
    assert.match(body, /value="En &quot;rubrik&quot; som är längre än tjugo"/);
    assert.match(body, /value="2026-02-30"/);
    assert.match(body, /Skriv högst 20 tecken/);
    assert.match(body, /href="#field-due"[^>]*>Skriv ett datum som finns/);
    assert.match(body, /Det finns 2 problem/);
    assert.match(body, /<title>Fel: /);
  });

  test('what a rule of the domain found is shown at its field; a conflict keeps both texts', async () => {
    const app = shellApp({ routes });
    const invalid = await app.request(post('/anteckning', { ...note, heading: 'regel' }, secretary));
    assert.equal(invalid.status, 422);
    assert.match(await invalid.text(), /id="field-due-error"/);
    const conflict = await app.request(post('/anteckning', { ...note, heading: 'ändrad' }, secretary));
    assert.equal(conflict.status, 409);
    const body = await conflict.text();
    assert.match(body, /Någon annan ändrade posten/);
    assert.match(body, /value="ändrad"/);
  });

  test('an address that does not fit is an unknown page', async () => {
    const app = shellApp({ routes });
    assert.equal((await app.request(get('/nummer/7'))).status, 200);
    assert.equal((await app.request(get('/nummer/sju'))).status, 404);
  });

  test('a body that is too large is refused', async () => {
    const response = await shellApp({ routes }).request(
      post('/anteckning', { ...note, heading: 'x'.repeat(3_000_000) }, secretary),
    );
    assert.equal(response.status, 413);
    assert.match(await response.text(), /Högst 2 MB/);
  });
});

suite('what did not go as asked', () => {
  test('an unknown page is 404 and says what to do', async () => {
    const response = await shellApp({ routes }).request(get('/finns-inte'));
    assert.equal(response.status, 404);
    assert.match(await response.text(), /Sidan finns inte/);
  });

  test('a bug is a calm page with a number, the log line carries the number and the cause, and the page no cause', async () => {
    const lines: string[] = [];
    const app = shellApp({ routes, log: (line) => lines.push(line) });
    const response = await app.request(post('/anteckning', { ...note, heading: 'fel' }, secretary));
    assert.equal(response.status, 500);
    const body = await response.text();
    const reference = /class="reference"[^>]*>([0-9A-F]{8})</.exec(body)?.[1];
    assert.ok(reference);
    assert.doesNotMatch(body, /a bug/);
    const logged = JSON.parse(lines[0] ?? '{}');
    assert.equal(logged.reference, reference);
    assert.match(logged.error, /a bug <b>/);
    assert.doesNotMatch(lines[0] ?? '', /secretary|nonce/, 'no session and no token in the log');
  });

  test('a fault while finding the reader is a calm page too', async () => {
    const app = shellApp({
      routes,
      log: () => undefined,
      sessions: { find: () => Promise.reject(new AppError('storage.unavailable')), end: async () => undefined },
    });
    assert.equal((await app.request(get('/inne', secretary))).status, 503);
  });

  test('a redirect never leaves the site', async () => {
    const app = shellApp({ routes });
    assert.equal((await app.request(get('/ut'))).headers.get('location'), '/');
    for (const till of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
    ])
      assert.equal(
        (await app.request(get(`/sprak/en?${new URLSearchParams({ till })}`))).headers.get('location'),
        '/',
        till,
      );
  });

  test('a message is shown once, escaped, and its cookie is taken away', async () => {
    const app = shellApp({ routes });
    const saved = await app.request(post('/anteckning', note, secretary));
    const flash = /__Host-kansli-flash=[^;]+/.exec(saved.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const next = await app.request(get('/inne', { cookie: `${secretary.cookie}; ${flash}` }));
    assert.match(await next.text(), /Sparat &lt;så&gt;/);
    assert.match(next.headers.get('set-cookie') ?? '', /__Host-kansli-flash=;.*Max-Age=0/);
  });
});

suite('how often', () => {
  test('who guesses passwords has to wait; others do not; time gives the calls back', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z');
    const app = shellApp({ routes, runtime: runtimeAt(() => new Date(now)) });
    const start = await app.request(get('/oppen'));
    assert.equal(start.status, 200);
    const signIn = (): Promise<Response> =>
      Promise.resolve(
        app.request(post('/in', { csrf: csrfToken('form-secret', 'n') }, { cookie: '__Host-kansli-form=form-secret' })),
      );
    for (let attempt = 0; attempt < standardRates.signIn.burst; attempt += 1)
      assert.equal((await signIn()).status, 303);
    const refused = await signIn();
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '30');
    assert.equal((await app.request(get('/oppen'))).status, 200, 'reading is another bucket');
    now += 30_000;
    assert.equal((await signIn()).status, 303);
    assert.equal((await signIn()).status, 429);
  });

  test('who came in, was refused or asked too often stands in a line of the server, without what was typed', async () => {
    const lines: string[] = [];
    const door = route({
      method: 'POST',
      path: '/dorr',
      policy: 'public',
      rate: 'signIn',
      about: 'x',
      sample: {},
      handler: (ctx) => {
        if (ctx.url.search === '') throw new AppError('access.wrongLogin');
        return redirect('/inne', { session: { token: 'member' } });
      },
    });
    const app = shellApp({ routes: [...routes, door], securityLog: (line) => void lines.push(line) });
    const typed = { csrf: token, password: 'hemligt-mellan-oss' };
    await app.request(post('/dorr', typed, secretary));
    await app.request(post('/anteckning', { ...note, csrf: 'x.y' }, secretary));
    assert.equal((await app.request(post('/dorr?ratt=1', typed, secretary))).status, 303);
    assert.equal((await app.request(get('/oppen'))).status, 200, 'control: what is open to everybody is no line');
    const other = { ...typed, csrf: csrfToken('secret-of-the-member', 'nonce') };
    for (let guess = 0; guess < 12; guess += 1)
      await app.request(post('/dorr', other, { cookie: '__Host-kansli=member' }));
    const told = lines.map((line) => JSON.parse(line) as { event: string; account: string | null; at: string });
    assert.deepEqual([...new Set(told.map(({ event }) => event))], ['signInRefused', 'refused', 'signedIn', 'tooMany']);
    assert.ok(told.every(({ account, at }) => account !== null && at === '2026-11-22T08:00:00.000Z'));
    assert.equal(lines.join().includes('hemligt'), false);
  });

  test('signing out ends the session on the server, so that a copied cookie opens nothing', async () => {
    const out = route({
      method: 'POST',
      path: '/ut',
      policy: 'signedIn',
      about: 'x',
      sample: {},
      handler: () => redirect('/oppen', { session: 'end' }),
    });
    const app = shellApp({ routes: [...routes.filter(({ path }) => path !== '/ut'), out] });
    const left = await app.request(post('/ut', { csrf: token }, secretary));
    assert.equal(left.status, 303);
    assert.match(left.headers.get('set-cookie') ?? '', /__Host-kansli=;.*Max-Age=0/);
    assert.equal((await app.request(get('/inne', secretary))).status, 303, 'the old cookie is asked to sign in');
  });

  test('a session begins with a secure cookie that script cannot read', async () => {
    const app = shellApp({ routes });
    const response = await app.request(
      post('/in', { csrf: csrfToken('form-secret', 'n') }, { cookie: '__Host-kansli-form=form-secret' }),
    );
    assert.match(
      response.headers.get('set-cookie') ?? '',
      /__Host-kansli=secretary; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
  });
});

suite('language', () => {
  const languageOf = async (path: string, headers: Record<string, string>): Promise<string | undefined> =>
    /<html lang="(\w+)"/.exec(await (await shellApp({ routes }).request(get(path, headers))).text())?.[1];

  test('address before choice before account before browser before Swedish', async () => {
    const english = { 'accept-language': 'de, en-GB;q=0.8, sv;q=0.3' };
    const chosen = '__Host-kansli-language=en';
    assert.equal(await languageOf('/oppen', {}), 'sv');
    assert.equal(await languageOf('/oppen', { 'accept-language': 'de' }), 'sv');
    assert.equal(await languageOf('/oppen', english), 'en');
    assert.equal(await languageOf('/inne', { ...english, ...secretary }), 'sv');
    assert.equal(await languageOf('/inne', { cookie: `${secretary.cookie}; ${chosen}` }), 'en');
    assert.equal(await languageOf('/oppen?lang=sv', { cookie: chosen }), 'sv');
    assert.equal(await languageOf('/oppen?lang=xx', { cookie: chosen }), 'en');
  });

  test('the switch remembers the choice and comes back to the same page and query', async () => {
    const app = shellApp({ routes });
    const body = await (await app.request(get('/oppen?ar=2026&lang=sv'))).text();
    const href = /class="language-switch[^>]*href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const response = await app.request(get(href));
    assert.equal(response.headers.get('location'), '/oppen?ar=2026');
    assert.match(response.headers.get('set-cookie') ?? '', /__Host-kansli-language=en/);
  });

  test('dates are written in the language of the page', async () => {
    const app = shellApp({ routes });
    assert.match(await (await app.request(get('/oppen?lang=sv'))).text(), /30 maj 2026/);
    assert.match(await (await app.request(get('/oppen?lang=en'))).text(), /30 May 2026/);
  });
});
