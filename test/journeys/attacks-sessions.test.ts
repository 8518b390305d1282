import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, suite, test } from 'node:test';
import { standardRates } from '../../src/web/pipeline/rate-limit.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { type DemoSite, demoNow, demoOrigin, demoPassword, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { climbsOf } from '../support/hostile-portal.ts';
import { handInFiles } from '../support/intake-site.ts';
import { isLongRun } from '../support/long-run.ts';

/** Sessions, addresses and bodies as an attacker bends them, against the product as it is wired. */
let site: DemoSite;
let secretary: Visitor;
const lines: string[] = [];
const { error } = console;

before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
});
after(() => site.close());
beforeEach(() => {
  lines.length = 0;
  console.error = (line: unknown) => void lines.push(String(line));
});
afterEach(() => {
  console.error = error;
});

let minute = 0;
/** A request as it stands, each a minute after the one before unless a test says that time stands still. */
async function ask(path: string, init: RequestInit & { readonly still?: boolean } = {}): Promise<Response> {
  if (!init.still) minute += 1;
  site.database.clock.set(new Date(Date.parse(demoNow) + minute * 60_000).toISOString());
  return await site.app.fetch(new Request(`${demoOrigin}${path}`, init));
}
const fromUs = { origin: demoOrigin, 'sec-fetch-site': 'same-origin' };
const cookieOf = (response: Response, name: string): string | undefined =>
  new RegExp(`(?:^|, )(${name}=[^;]+)`).exec(response.headers.get('set-cookie') ?? '')?.[1];

/** The sign-in page with the cookie and the token that its form needs. */
async function signInForm(cookie = ''): Promise<{ csrf: string; cookie: string }> {
  const page = await ask('/logga-in', { headers: { cookie } });
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { csrf, cookie: [cookie, cookieOf(page, '__Host-kansli-form')].filter(Boolean).join('; ') };
}

async function trySignIn(fields: Record<string, string>, path = '/logga-in', cookie = ''): Promise<Response> {
  const form = await signInForm(cookie);
  const body = new URLSearchParams({ csrf: form.csrf, login: 'handlaggare', password: demoPassword, ...fields });
  return await ask(path, { method: 'POST', body, headers: { ...fromUs, cookie: form.cookie } });
}

suite('sessions', () => {
  test('a token that was there before signing in is not the one after it, and opens nothing', async () => {
    const planted = '__Host-kansli=planted-by-somebody';
    const response = await trySignIn({}, '/logga-in', planted);
    assert.equal(response.status, 303);
    const cookie = cookieOf(response, '__Host-kansli');
    assert.ok(cookie && cookie !== planted);
    assert.equal((await ask('/organ', { headers: { cookie: planted } })).status, 303);
    assert.equal((await ask('/organ', { headers: { cookie } })).status, 200, 'control: the new one does');
    const flags = response.headers.get('set-cookie') ?? '';
    assert.match(flags, /__Host-kansli=[^;]{40,}; Path=\/; HttpOnly; Secure; SameSite=Lax/);
  });

  test('signing in again ends the session that the browser had', async () => {
    const first = cookieOf(await trySignIn({}), '__Host-kansli') ?? '';
    // Whoever is signed in has the session's own secret in its forms.
    const page = await (await ask('/organ', { headers: { cookie: first } })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ csrf, login: 'controller', password: demoPassword });
    const response = await ask('/logga-in', { method: 'POST', body, headers: { ...fromUs, cookie: first } });
    assert.equal(response.status, 303);
    assert.equal((await ask('/organ', { headers: { cookie: first } })).status, 303);
  });

  test('signing out ends it on the server', async () => {
    const cookie = cookieOf(await trySignIn({}), '__Host-kansli') ?? '';
    const page = await (await ask('/organ', { headers: { cookie } })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ csrf });
    assert.equal((await ask('/logga-ut', { method: 'POST', body, headers: { ...fromUs, cookie } })).status, 303);
    assert.equal((await ask('/organ', { headers: { cookie } })).status, 303);
  });

  test('an account that is closed loses its open sessions at once, and a role that has ended its power', async () => {
    const cookie = cookieOf(await trySignIn({ login: 'arkivarie' }), '__Host-kansli') ?? '';
    const read = async (): Promise<number> => (await ask('/organ', { headers: { cookie } })).status;
    assert.equal(await read(), 200);
    const { pool } = site.db;
    await pool.query(
      `update role_grant set valid_to = '2026-01-01' where account_id = (select id from account where login = 'arkivarie')`,
    );
    assert.equal(await read(), 403);
    await pool.query(`update account set state = 'suspended' where login = 'arkivarie'`);
    assert.equal(await read(), 303);
    assert.equal((await trySignIn({ login: 'arkivarie' })).status, 422);
  });

  test('a form that is sent after the session ended loses nothing that was typed', async () => {
    const cookie = cookieOf(await trySignIn({ login: 'sekreterare' }), '__Host-kansli') ?? '';
    const page = await (await ask('/organ/nytt', { headers: { cookie } })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({
      csrf,
      kind: 'committee',
      name: 'En lång <eftermiddags> arbete',
      idempotencyKey: 'x',
    });
    minute += 11 * 60;
    const response = await ask('/organ/nytt', { method: 'POST', body, headers: { ...fromUs, cookie } });
    assert.ok([401, 403].includes(response.status));
    const text = await response.text();
    assert.match(text, /En lång &lt;eftermiddags&gt; arbete/);
    assert.match(text, /href="\/logga-in/);
  });
});

suite('signing in', () => {
  test('a password is in no answer and in no line of the log, whatever goes wrong', async () => {
    const password = 'hemligt-mellan-oss-två';
    const wrong = await trySignIn({ password });
    assert.equal(wrong.status, 422);
    const stale = await ask('/logga-in', {
      method: 'POST',
      body: new URLSearchParams({ csrf: 'x.y', login: 'handlaggare', password }),
      headers: fromUs,
    });
    assert.equal(stale.status, 403);
    const long = await trySignIn({ password: password.repeat(30) });
    assert.equal(long.status, 422);
    for (const response of [wrong, stale, long])
      assert.equal((await response.text()).includes('hemligt-mellan'), false);
    assert.equal(lines.join('\n').includes('hemligt-mellan'), false);
  });

  test('guessing is slowed down by the address', async () => {
    minute += 60;
    const { csrf, cookie } = await signInForm();
    const statuses: number[] = [];
    for (let guess = 0; guess <= standardRates.signIn.burst; guess += 1) {
      const body = new URLSearchParams({ csrf, login: `gissning${guess}`, password: 'fel' });
      statuses.push(
        (await ask('/logga-in', { method: 'POST', body, headers: { ...fromUs, cookie }, still: true })).status,
      );
    }
    assert.deepEqual([...new Set(statuses)], [422, 429]);
    assert.equal(statuses.at(-1), 429);
    minute += 60;
  });

  test('leads nowhere but to a page of ours', async () => {
    const elsewhere = [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/%0d%0aSet-Cookie:a=b',
      '\\\\evil.example',
    ];
    for (const till of elsewhere) {
      minute += 5;
      const path = `/logga-in?${new URLSearchParams({ till })}`;
      const response = await trySignIn({}, path);
      assert.equal(response.status, 303, till);
      const to = new URL(response.headers.get('location') ?? '', demoOrigin);
      assert.equal(to.origin, demoOrigin, till);
      assert.equal(cookieOf(response, 'a'), undefined);
    }
    minute += 5;
    const good = await trySignIn({}, `/logga-in?${new URLSearchParams({ till: '/organ?namn=x' })}`);
    assert.equal(good.headers.get('location'), '/organ?namn=x', 'control: a page of ours is');
  });
});

suite('requests that are bent', () => {
  before(() => {
    minute = 0;
  });

  test('the Host header comes into no page, address or cookie', async () => {
    const bent = new Request('http://evil.example/organ', {
      headers: { cookie: secretary.cookie, host: 'evil.example' },
    });
    const response = await site.app.fetch(bent);
    const answered = `${await response.text()} ${[...response.headers].join(' ')}`;
    assert.equal(answered.includes('evil.example'), false);
    const forwarded = await ask('/organ', {
      headers: {
        cookie: secretary.cookie,
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example',
      },
    });
    assert.equal((await forwarded.text()).includes('evil.example'), false);
  });

  test('no address of a file leads out of its folder', async () => {
    const climbs = [
      '../../package.json',
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '....//package.json',
      '/etc/passwd',
      '%00',
      'a%00.svg',
      '..\\..\\package.json',
      '%E0%A4%A',
    ];
    const folders = ['/handbok/bilder', '/handbok', '/assets', '/static', '/uppfoljning/x/fil', '/las-in'];
    for (const folder of folders)
      for (const climb of climbs) {
        const response = await secretary.get(`${folder}/${climb}`);
        const body = await response.text();
        assert.ok([303, 400, 404].includes(response.status), `${folder}/${climb}: ${response.status}`);
        assert.doesNotMatch(body, /"private": true|root:x:0/);
      }
    assert.deepEqual(lines, [], 'and none of it is a fault of ours');
  });

  test('no parameter of any address leads out of a folder or into a fault', async () => {
    const routes = allRoutes({ development: false, demoLogins: [] }).filter(({ method }) => method === 'GET');
    const paths = routes
      .flatMap((route) => climbsOf(route.path, route.sample.params ?? {}))
      .filter((_, place) => isLongRun || place % 29 === 0);
    assert.ok(paths.length > 100, String(paths.length));
    const wrong: string[] = [];
    for (const path of paths) {
      const response = await secretary.get(path);
      const body = await response.text();
      if (![200, 303, 400, 403, 404].includes(response.status)) wrong.push(`${response.status} ${path.slice(0, 120)}`);
      if (/"private": true|root:x:0/.test(body)) wrong.push(`a file at ${path}`);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(lines, []);
  });

  test('a file name with line ends and quotes stays a name', async () => {
    const name = 'a"; filename*=x\r\nSet-Cookie: kansli=1; ../../<b>ö.txt';
    const response = await handInFiles(site, secretary, [
      { name, content: 'Beredning för lokal vård\n\nEtt papper.\n' },
    ]);
    assert.equal(response.status, 303);
    const id = /\/las-in\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1];
    const original = await secretary.get(`/las-in/${id}/original`);
    assert.equal(original.status, 200);
    assert.equal(original.headers.get('set-cookie'), null);
    assert.match(
      original.headers.get('content-disposition') ?? '',
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[^\s;"]*$/,
    );
    assert.match(original.headers.get('content-security-policy') ?? '', /sandbox/);
    assert.equal(original.headers.get('x-content-type-options'), 'nosniff');
  });

  test('text of a paper with characters that no database holds is read like any other', async () => {
    const { readWaiting } = await import('../support/intake-site.ts');
    const content =
      'Beredning för lokal vård\u0000\n\n<script>alert(1)</script> "><img src=x onerror=alert(1)>\u0007\n';
    const response = await handInFiles(site, secretary, [{ name: '"><img src=x onerror=alert(1)>.txt', content }]);
    assert.equal(response.status, 303);
    await readWaiting(site);
    const page = await secretary.read(new URL(response.headers.get('location') ?? '/', demoOrigin).pathname);
    assert.doesNotMatch(page, /<img src=x|<script>/);
    assert.match(page, /&lt;img src=x onerror/);
    const id = /\/las-in\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1];
    for (const part of ['', '/utan-plats', '/anmarkningar', '/bekrafta', '/resultat'])
      assert.doesNotMatch(await secretary.read(`/las-in/${id}${part}`), /<img src=x|<script>/);
    assert.deepEqual(lines, []);
  });

  test('bodies of the wrong kind or size are answered calmly', async () => {
    const headers = { ...fromUs, cookie: secretary.cookie };
    const wrong: readonly [BodyInit, string, readonly number[]][] = [
      ['{"name":"x"}', 'application/json', [403]],
      ['<x/>', 'application/xml', [403]],
      ['--x\r\nContent-Disposition: form-data', 'multipart/form-data; boundary=x', [403]],
      ['csrf=x', 'multipart/form-data', [403]],
      ['name=x', 'text/plain', [403]],
      ['a='.padEnd(3_000_000, 'x'), 'application/x-www-form-urlencoded', [413]],
    ];
    for (const [body, type, expected] of wrong) {
      const response = await ask('/organ/nytt', {
        method: 'POST',
        body,
        headers: { ...headers, 'content-type': type },
      });
      assert.ok(expected.includes(response.status), `${type}: ${response.status}`);
      assert.match(response.headers.get('content-type') ?? '', /text\/html/);
    }
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('a='.padEnd(65_536, 'x'))),
    });
    const streamed = await ask('/organ/nytt', {
      method: 'POST',
      body: endless,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      duplex: 'half',
    } as RequestInit);
    assert.equal(streamed.status, 413, 'without a length it is counted');
    assert.deepEqual(lines, []);
  });

  test('no other method reaches a route, and none is put on by a field or a header', async () => {
    const id = /\/organ\/([0-9a-f-]{36})/.exec(await secretary.read('/organ'))?.[1];
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      const response = await ask(`/organ/${id}`, { method, headers: { ...fromUs, cookie: secretary.cookie } });
      assert.equal(response.status, 404, method);
    }
    const headers = { 'x-http-method-override': 'POST', cookie: secretary.cookie };
    assert.equal((await ask('/organ/nytt?_method=POST&name=x', { headers })).status, 200, 'it stays a page');
    const head = await ask('/organ', { method: 'HEAD' });
    assert.equal(head.status, 303, 'HEAD is asked who it is too');
  });

  test('addresses with odd parameters are answered without a fault', async () => {
    const odd = [
      '?namn=%00',
      '?namn=%ff%fe',
      '?ar=999999999999999999',
      '?ar=-1',
      '?ar=2026&ar=2025',
      '?__proto__[x]=1',
      '?sida=0',
      '?sida=1e9',
      '?ordning=%27',
      `?namn=${'x'.repeat(9000)}`,
      '?namn.x=1&namn=2',
    ];
    const rooms = [
      '/organ',
      '/uppdrag',
      '/uppdrag.csv',
      '/sammantraden',
      '/uppfoljning',
      '/uppfoljning/lagen',
      '/mal',
      '/las-in',
      '/',
    ];
    const answers: string[] = [];
    for (const room of rooms)
      for (const query of odd) {
        const { status } = await secretary.get(`${room}${query}`);
        if (status >= 500) answers.push(`${status} ${room}${query.slice(0, 40)}`);
      }
    assert.deepEqual(answers, []);
    assert.deepEqual(lines, []);
  });
});
