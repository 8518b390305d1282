import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { shellApp } from '../support/web.ts';
import { get, member, note, origin, post, routes, secretary, seen, token } from './note-app.ts';

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
