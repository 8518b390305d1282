import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as z from 'zod';
import { AppError } from '../../src/kernel/errors.ts';
import { runtimeAt } from '../../src/kernel/runtime.ts';
import { field } from '../../src/web/components/field/field.ts';
import { form } from '../../src/web/components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../src/web/contracts.ts';
import { html } from '../../src/web/html.ts';
import { civilDateField, text } from '../../src/web/input.ts';
import { languageRoutes } from '../../src/web/language-route.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { standardRates } from '../../src/web/pipeline/rate-limit.ts';
import { file, type Page, page, redirect } from '../../src/web/reply.ts';
import { route } from '../../src/web/route.ts';
import { shellApp } from '../support/web.ts';

const origin = 'http://localhost';
const seen: string[] = [];

function noteForm(ctx: RequestContext, state: FormState): Page {
  const fields = html`${field(ctx, { name: 'heading', label: 'Rubrik', state })}${field(ctx, { kind: 'date', name: 'due', label: 'Klart', state })}`;
  return page({
    title: 'Anteckning',
    body: html`${form(ctx, { action: '/anteckning', submit: 'Spara', state, body: fields })}`,
  });
}

const noteInput = { form: z.object({ heading: text({ maximum: 20 }), due: civilDateField() }) };
const routes = [
  ...languageRoutes,
  route({
    method: 'GET',
    path: '/oppen',
    policy: 'public',
    about: 'x',
    sample: {},
    handler: (ctx) => page({ title: 'Öppen', body: html`<p>${ctx.format.date('2026-05-30')}</p>` }),
  }),
  route({
    method: 'GET',
    path: '/inne',
    policy: 'signedIn',
    about: 'x',
    sample: {},
    handler: (ctx) => page({ title: 'Inne', body: html`<p>Hej ${ctx.actor.name}</p>` }),
  }),
  route({
    method: 'GET',
    path: '/anteckning',
    policy: 'meeting.edit',
    about: 'x',
    sample: {},
    handler: (ctx) => noteForm(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/anteckning',
    policy: 'meeting.edit',
    about: 'x',
    input: noteInput,
    sample: {},
    handler: (ctx) => {
      seen.push(`${ctx.auth.action} ${ctx.auth.actorName} ${ctx.input.form.heading} ${ctx.input.form.due}`);
      if (ctx.input.form.heading === 'fel') throw new Error('a bug <b>');
      if (ctx.input.form.heading === 'ändrad')
        throw new AppError('record.changedMeanwhile', {}, { heading: 'den andras' });
      if (ctx.input.form.heading === 'regel')
        throw new AppError('record.invalid', {}, [{ path: 'due', key: 'validation.date' }]);
      return redirect('/inne', { flash: { tone: 'success', text: 'Sparat <så>' } });
    },
    onInvalid: noteForm,
  }),
  route({
    method: 'GET',
    path: '/fil',
    policy: 'public',
    about: 'x',
    sample: {},
    handler: () => file({ bytes: new Uint8Array([1]), type: 'application/pdf', name: 'Återrapport "26".pdf' }),
  }),
  route({
    method: 'GET',
    path: '/ut',
    policy: 'public',
    about: 'x',
    sample: {},
    handler: () => redirect('//evil.example/x'),
  }),
  route({
    method: 'GET',
    path: '/nummer/:id',
    policy: 'public',
    about: 'x',
    input: { params: z.object({ id: z.string().regex(/^\d+$/) }) },
    sample: { params: { id: '1' } },
    handler: (ctx) => page({ title: ctx.input.params.id, body: html`x` }),
  }),
  route({
    method: 'POST',
    path: '/in',
    policy: 'public',
    rate: 'signIn',
    about: 'x',
    sample: {},
    handler: () => redirect('/inne', { session: { token: 'secretary' } }),
  }),
];

const secretary = { cookie: '__Host-kansli=secretary' };
const member = { cookie: '__Host-kansli=member' };
const token = csrfToken('secret-of-the-secretary', 'nonce');

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Request {
  return new Request(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin, 'sec-fetch-site': 'same-origin', ...headers },
  });
}
const get = (path: string, headers: Record<string, string> = {}): Request =>
  new Request(`${origin}${path}`, { headers });
const note = { csrf: token, heading: 'Hej', due: '2026-12-01' };

suite('headers', () => {
  test('every answer has the policy: a page, an unknown page, a redirect, a file, an asset, a fault', async () => {
    const app = shellApp({ routes, log: () => undefined });
    const asset = /href="(\/tillgang\/theme[^"]+)"/.exec(await (await app.request(get('/oppen'))).text())?.[1] ?? '';
    const answers = [
      get('/oppen'),
      get('/finns-inte'),
      get('/inne'),
      get(asset),
      post('/anteckning', { ...note, heading: 'fel' }, secretary),
      post('/finns-inte', {}),
    ];
    for (const request of answers) {
      const response = await app.request(request);
      const policy = response.headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        assert.ok(policy.includes(part), `${request.url}: ${part}`);
      assert.doesNotMatch(policy, /unsafe/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.match(response.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  test('pages are kept by nobody, assets for ever and answered 304', async () => {
    const app = shellApp({ routes });
    const response = await app.request(get('/oppen'));
    assert.equal(response.headers.get('cache-control'), 'private, no-store');
    const asset = /href="(\/tillgang\/theme[^"]+)"/.exec(await response.text())?.[1] ?? '';
    const styles = await app.request(get(asset));
    assert.match(styles.headers.get('cache-control') ?? '', /immutable/);
    assert.match(await styles.text(), /@font-face/);
    const again = await app.request(get(asset, { 'if-none-match': styles.headers.get('etag') ?? '' }));
    assert.equal(again.status, 304);
    const packed = await app.request(get(asset, { 'accept-encoding': 'br' }));
    assert.equal(packed.headers.get('content-encoding'), 'br');
    assert.equal((await app.request(get(asset.replace('theme.', 'theme.0')))).status, 404);
  });

  test('a file that was handed in is an attachment in a sandbox, its Swedish name kept', async () => {
    const response = await shellApp({ routes }).request(get('/fil'));
    assert.match(response.headers.get('content-security-policy') ?? '', /sandbox/);
    assert.equal(
      response.headers.get('content-disposition'),
      `attachment; filename="_terrapport _26_.pdf"; filename*=UTF-8''${encodeURIComponent('Återrapport "26".pdf')}`,
    );
  });

  test('no page has script or style written into it', async () => {
    const body = await (await shellApp({ routes }).request(get('/anteckning', secretary))).text();
    assert.doesNotMatch(body, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });
});

suite('forms from elsewhere', () => {
  const refused: [string, Record<string, string>, Record<string, string>][] = [
    ['another site, by Sec-Fetch-Site', note, { ...secretary, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour host, by Sec-Fetch-Site', note, { ...secretary, 'sec-fetch-site': 'same-site' }],
    [
      'another site, by Origin',
      note,
      { ...secretary, 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ],
    ['an origin that hides', note, { ...secretary, origin: 'null' }],
    ['no token', { heading: 'Hej', due: '2026-12-01' }, secretary],
    ["someone else's token", { ...note, csrf: csrfToken('secret-of-the-member', 'nonce') }, secretary],
    ['a token with another nonce', { ...note, csrf: token.replace('nonce', 'other') }, secretary],
    ['an empty token', { ...note, csrf: '.' }, secretary],
  ];
  for (const [name, fields, headers] of refused) {
    test(`refused: ${name}`, async () => {
      seen.length = 0;
      const response = await shellApp({ routes }).request(post('/anteckning', fields, headers));
      assert.equal(response.status, 403);
      assert.deepEqual(seen, []);
    });
  }

  test('refused when the browser says neither where it came from', async () => {
    const request = new Request(`${origin}/anteckning`, {
      method: 'POST',
      body: new URLSearchParams(note),
      headers: secretary,
    });
    assert.equal((await shellApp({ routes }).request(request)).status, 403);
  });

  test('control: the same form from our own page is let in, with Origin or Sec-Fetch-Site alone as well', async () => {
    const app = shellApp({ routes });
    seen.length = 0;
    assert.equal((await app.request(post('/anteckning', note, secretary))).status, 303);
    const originOnly = new Request(`${origin}/anteckning`, {
      method: 'POST',
      body: new URLSearchParams(note),
      headers: { ...secretary, origin },
    });
    assert.equal((await app.request(originOnly)).status, 303);
    assert.deepEqual(seen, ['meeting.edit Siv Kanslist Hej 2026-12-01', 'meeting.edit Siv Kanslist Hej 2026-12-01']);
  });

  test('a form of ours whose session has ended loses nothing: what was typed stands on the page', async () => {
    const response = await shellApp({ routes }).request(
      post('/anteckning', { ...note, heading: 'En timmes <text>' }, { cookie: '__Host-kansli=ended' }),
    );
    assert.equal(response.status, 403);
    const body = await response.text();
    assert.match(body, /En timmes &lt;text&gt;/);
    assert.match(body, /href="\/logga-in"/);
  });

  test('what a foreign site sent is not shown', async () => {
    const body = await (
      await shellApp({ routes }).request(
        post('/anteckning', { ...note, heading: 'främmande' }, { ...secretary, 'sec-fetch-site': 'cross-site' }),
      )
    ).text();
    assert.doesNotMatch(body, /främmande/);
  });

  test('behind a proxy the public address is ours, and the cookies are secure', async () => {
    const app = shellApp({ routes, publicUrl: 'https://kansli.example' });
    const publicOrigin = { ...secretary, origin: 'https://kansli.example' };
    const response = await app.request(post('/anteckning', note, publicOrigin));
    assert.equal(response.status, 303);
    assert.match(response.headers.get('set-cookie') ?? '', /__Host-kansli-flash=.*Secure/);
    assert.ok(response.headers.get('strict-transport-security'));
    assert.equal((await app.request(post('/anteckning', note, secretary))).status, 403, 'the inner address is not');
  });

  test('each page has a token of its own that is good for the same session', async () => {
    const app = shellApp({ routes });
    const tokenOf = async (): Promise<string> =>
      /name="csrf" value="([^"]+)"/.exec(await (await app.request(get('/anteckning', secretary))).text())?.[1] ?? '';
    const [first, second] = [await tokenOf(), await tokenOf()];
    assert.notEqual(first, second);
    for (const csrf of [first, second])
      assert.equal((await app.request(post('/anteckning', { ...note, csrf }, secretary))).status, 303);
  });
});

suite('may you, before anything else', () => {
  test('who has not signed in is asked to, and comes back', async () => {
    const response = await shellApp({ routes }).request(get('/anteckning?a=1&lang=en'));
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), `/logga-in?till=${encodeURIComponent('/anteckning?a=1&lang=en')}`);
  });

  test('who may not is told so before the input is looked at, and the handler never runs', async () => {
    seen.length = 0;
    const app = shellApp({ routes });
    const fields = { csrf: csrfToken('secret-of-the-member', 'n'), heading: '', due: '2026-02-30' };
    const response = await app.request(post('/anteckning', fields, member));
    assert.equal(response.status, 403);
    assert.doesNotMatch(await response.text(), /Fyll i fältet|datum som finns/);
    assert.deepEqual(seen, []);
    assert.equal(
      (await app.request(get('/inne', member))).status,
      200,
      'control: the same account is let in elsewhere',
    );
  });
});

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
    for (const till of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])
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
