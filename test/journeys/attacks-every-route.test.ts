import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { closePdfPool, csvText, renderPdf, wrapHtml, writeDocx } from '../../src/documents/out/index.ts';
import { type DocumentTree, heading, link, paragraph, text } from '../../src/documents/tree/index.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { composeMessage } from '../../src/mail/compose-message.ts';
import { letterPage } from '../../src/mail/letter-page.ts';
import { writeCalendar } from '../../src/mail/write-calendar.ts';
import { html } from '../../src/web/html.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { nested } from '../../src/web/pipeline/read-input.ts';
import { file, json, localPath, page, type Reply, redirect } from '../../src/web/reply.ts';
import { type Route, samplePath } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { type HostilePortal, openHostilePortal } from '../support/hostile-portal.ts';
import { hostileSample, hostileShapes, hostileTexts, unescapedTags } from '../support/hostile-texts.ts';
import { isLongRun } from '../support/long-run.ts';
import { shellApp } from '../support/web.ts';
import { parseXml } from '../support/xml.ts';

/** Every route of the registry, every channel out and every text of the corpus: what is attacked is found in the code, so that nothing new is forgotten. */
const routes = allRoutes({ development: false, demoLogins: [] });
const origin = 'https://kansli.example';
const generous = { burst: 1e9, perMinute: 1e9 };
const rates = { page: generous, write: generous, signIn: generous, upload: generous, ballot: generous };
const turn = Number(process.env.KANSLI_TURN ?? 0);

/** All in a long run; else the first and another one for each place. */
function partOf<T>(all: readonly T[], place: number): readonly T[] {
  return isLongRun ? all : [all[0]!, all[1 + (place % (all.length - 1))]!];
}

/** The registry behind the whole pipeline, with handlers that note that they were reached and answer what a test wants to see answered. */
const reached = new Set<Route>();
let reply: () => Reply = () => page({ title: 'x', body: html`` });
const app = shellApp({
  publicUrl: origin,
  rates,
  log: () => {},
  routes: routes.map((one) => ({
    ...one,
    policy: 'public',
    freshProof: undefined,
    input: {},
    handler: () => {
      reached.add(one);
      return reply();
    },
  })),
});
const post = (one: Route, headers: Record<string, string>, fields: Record<string, string>): Request =>
  new Request(`${origin}${samplePath(one)}`, { method: 'POST', headers, body: new URLSearchParams(fields) });
const cookie = '__Host-kansli=secretary';
const good = { csrf: csrfToken('secret-of-the-secretary', 'nonce') };
const fromUs = { cookie, origin, 'sec-fetch-site': 'same-origin' };

suite('forged forms', () => {
  const posts = routes.filter(({ method, signed }) => method === 'POST' && !signed);
  const forged: readonly [string, Record<string, string>, Record<string, string>][] = [
    ['no token', fromUs, {}],
    ['the token of another session', fromUs, { csrf: csrfToken('secret-of-the-member', 'nonce') }],
    ['an empty token', fromUs, { csrf: '.' }],
    ['another site', { ...fromUs, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, good],
    ['a neighbour host', { ...fromUs, 'sec-fetch-site': 'same-site' }, good],
    ['an origin that hides', { cookie, origin: 'null' }, good],
    ['a browser that says nothing', { cookie }, good],
    ['a program with a key', { ...fromUs, origin: 'https://evil.example', authorization: 'Bearer x' }, good],
  ];

  test('every form of the registry refuses them, and control: takes its own', async () => {
    assert.ok(posts.length > 300, String(posts.length));
    reached.clear();
    const letIn: string[] = [];
    for (const [place, one] of posts.entries())
      for (const [name, headers, fields] of partOf(forged, place)) {
        const { status } = await app.fetch(post(one, headers, fields));
        if (status !== 403) letIn.push(`${one.path}: ${name} (${status})`);
      }
    assert.deepEqual(letIn, []);
    assert.deepEqual([...reached], []);
    for (const one of posts) await app.fetch(post(one, fromUs, good));
    assert.deepEqual(
      posts.filter((one) => !reached.has(one)).map(({ path }) => path),
      [],
    );
  });

  test('what is signed instead of asked by a form is one route, which no session gives any power', () => {
    assert.deepEqual(
      routes.filter(({ signed }) => signed).map(({ path, policy }) => [path, policy]),
      [[routes.find(({ signed }) => signed)?.path, 'public']],
    );
  });
});

suite('what every answer tells the browser', () => {
  const answers: readonly [string, () => Reply][] = [
    ['a page', () => page({ title: 'x', body: html`` })],
    ['a file', () => file({ bytes: new Uint8Array(3), type: 'text/html', name: 'å.html' })],
    [
      'a file in the page',
      () => file({ bytes: new Uint8Array(3), type: 'image/png', name: 'a.png', disposition: 'inline' }),
    ],
    ['data', () => json({ a: '<b>' })],
    ['another address', () => redirect('/x')],
    [
      'not found',
      () => {
        throw new AppError('record.notFound');
      },
    ],
    [
      'not allowed',
      () => {
        throw new AppError('access.denied', { action: 'record.read' });
      },
    ],
    [
      'a fault',
      () => {
        throw new Error('select secret from table');
      },
    ],
  ];

  test('is the same policy on every route and for every kind of answer, faults too', async () => {
    const bare: string[] = [];
    for (const [index, [name, answer]] of answers.entries()) {
      reply = answer;
      for (const one of isLongRun ? routes : routes.filter((_, place) => place % answers.length === index)) {
        const request =
          one.method === 'GET'
            ? new Request(`${origin}${samplePath(one)}`, { headers: { cookie } })
            : post(one, { ...fromUs, origin }, one.signed ? {} : good);
        const response = await app.fetch(request);
        const told = response.headers;
        const csp = told.get('content-security-policy') ?? '';
        const missing = [
          [/default-src 'none'/.test(csp) && !/unsafe|\*/.test(csp), 'policy'],
          [/frame-ancestors 'none'/.test(csp) || /sandbox/.test(csp), 'frames'],
          [told.get('x-frame-options') === 'DENY', 'old frames'],
          [told.get('x-content-type-options') === 'nosniff', 'nosniff'],
          [/max-age=\d{8}; includeSubDomains/.test(told.get('strict-transport-security') ?? ''), 'TLS'],
          [told.get('referrer-policy') === 'same-origin', 'referrer'],
          [told.get('cross-origin-opener-policy') === 'same-origin', 'opener'],
          [told.get('cross-origin-resource-policy') === 'same-origin', 'embedding'],
          [/no-store/.test(told.get('cache-control') ?? ''), 'cache'],
          [told.get('access-control-allow-origin') === null, 'other origins'],
          [told.get('server') === null && told.get('x-powered-by') === null, 'versions'],
          [response.body === null || response.status === 303 || told.get('content-type') !== null, 'type'],
        ] as const;
        for (const [holds, what] of missing) if (!holds) bare.push(`${name}, ${one.method} ${one.path}: ${what}`);
        if (name === 'a fault' && (await response.text()).includes('select secret')) bare.push(`${one.path} tells why`);
      }
    }
    assert.deepEqual(bare.slice(0, 20), []);
  });

  test('no address leads out of the house, whatever stands in it', () => {
    const out = [
      ...hostileTexts,
      ...hostileTexts.map((one) => `/${one}`),
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
    ];
    for (const path of out) {
      const to = new URL(localPath(path), origin);
      assert.equal(to.origin, origin, path);
    }
    assert.equal(localPath('/organ?namn=å#x'), '/organ?namn=å#x', 'control: a page of ours does');
  });
});

suite('the corpus', () => {
  const some = isLongRun ? hostileTexts : hostileSample(400, turn);

  test('has two hundred shapes and two thousand texts', () => {
    assert.ok(hostileShapes >= 200 && new Set(hostileTexts).size >= 2_000, `${hostileShapes}, ${hostileTexts.length}`);
  });

  test('stays words in elements and attributes of a page, in a document, and in a letter', async () => {
    for (const one of hostileTexts) {
      const drawn = String(await html`<p title="${one}">${one}</p><textarea>${one}</textarea><title>${one}</title>`);
      assert.deepEqual(unescapedTags(drawn), [], one);
    }
    for (const one of some) {
      const tree = treeOf([one]);
      assert.deepEqual(
        unescapedTags(wrapHtml(tree)).filter((tag) => !tag.startsWith('<style')),
        [],
        one,
      );
      const line = { text: one, note: one, path: '/x' } as const;
      const letter = {
        subject: one,
        text: one,
        sections: [{ heading: one, lines: [line] }],
        closing: { text: one, path: '/x' },
      };
      assert.deepEqual(unescapedTags(letterPage(letter, 'https://kansli.example')).filter(ofNoStyle), [], one);
    }
  });

  test('stays one cell of a table, one entry of a calendar and one header of a letter', () => {
    for (const one of hostileTexts) {
      const row = csvText([[one, one]]).slice(1, -2);
      const cell = row.slice(0, (row.length - 1) / 2);
      assert.equal(row, `${cell};${cell}`, one);
      if (!/^"(?:[^"]|"")*"$/.test(cell)) assert.doesNotMatch(cell, /[";\r\n]/, one);
      assert.doesNotMatch(cell.replace(/^"/, ''), /^[=+\-@\t\r]/, one);
    }
    for (const one of some) {
      const entry = {
        uid: randomUUID(),
        sequence: 1,
        status: 'confirmed',
        title: one,
        place: one,
        description: one,
        category: one,
        path: '/x',
        firstDay: '2026-12-03',
        lastDay: '2026-12-03',
        startsAt: '09:00',
        endsAt: '10:00',
        attendance: 'required',
      } as const;
      const bytes = writeCalendar({ entries: [entry], site: origin, now: new Date(0) });
      const root = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
      assert.deepEqual(
        root.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('uid')),
        [entry.uid],
        one,
      );
      assert.equal(root.getFirstSubcomponent('vevent')?.getAllProperties('attach').length, 0, one);
      const letter = { id: randomUUID(), to: { name: one, address: 'a@example.se' }, subject: one, text: one };
      const message = composeMessage(letter, { name: one, address: 'b@example.se' }, new Date(0));
      for (const line of [message.subject, (message.to as { name: string }).name])
        assert.doesNotMatch(String(line), /[\r\n]/);
    }
  });

  test('stays words in Word and in PDF: well-formed, no link that runs, no action', async () => {
    after(closePdfPool);
    // A letter that the typeface lacks is refused with its name; the rest is written.
    const drawable = some.filter((one) => !/[\uff00-\uffef\ufffd]/.test(one.toWellFormed()));
    for (let at = 0; at < drawable.length; at += 200) {
      const tree = treeOf(drawable.slice(at, at + 200));
      const parts = unzipSync(writeDocx(tree));
      for (const [name, bytes] of Object.entries(parts)) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const xml = strFromU8(bytes);
        parseXml(xml);
        assert.doesNotMatch(xml, /Target="\s*(?:javascript|vbscript|data|file):/i, name);
      }
      const pdf = Buffer.from(await renderPdf(tree)).toString('latin1');
      assert.doesNotMatch(
        pdf,
        /\/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm)\b|\/URI ?\((?:javascript|data):/i,
      );
    }
  });
});

const ofNoStyle = (tag: string): boolean => !/^<\/?style|\sstyle/.test(tag);

function treeOf(texts: readonly string[]): DocumentTree {
  // As the door lets them in: control characters are left out there.
  const letIn = texts.map((one) => String(nested([['x', one]]).x));
  return {
    title: letIn[0]!,
    author: letIn[0]!,
    language: 'sv',
    blocks: letIn.flatMap((one) => [heading(1, one), paragraph(text(one), link(one, one))]),
  };
}

suite('the open portal', () => {
  let portal: HostilePortal;
  before(async () => {
    portal = await openHostilePortal(isLongRun ? hostileTexts : hostileSample(250, turn));
  });
  after(() => portal.close());

  test('shows hostile words as words in pages, feeds, calendars, maps and open data, for anybody to keep half a minute', async () => {
    const { answers } = portal;
    const kinds = new Map<string, number>();
    for (const { path, status, type, body, headers } of answers) {
      assert.ok(status < 500, `${status} ${path}`);
      if (status !== 200) continue;
      const kind = type.split(';')[0] ?? '';
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('set-cookie'), null, path);
      assert.match(headers.get('content-security-policy') ?? '', /script-src 'none'.*frame-ancestors 'none'/, path);
      if (kind === 'text/html') assert.deepEqual(unescapedTags(body), [], path);
      else if (/xml$/.test(kind)) new SaxesParser({ xmlns: true }).write(body).close();
      else if (/json$/.test(kind)) JSON.parse(body);
      else if (kind === 'text/csv') assert.doesNotMatch(body, /(?:^|[;,\n"])[=+@\t]/m, path);
      else if (kind === 'text/calendar') ICAL.parse(body);
    }
    for (const kind of ['text/html', 'application/atom+xml', 'text/calendar', 'application/json'])
      assert.ok((kinds.get(kind) ?? 0) > 0, `${kind}: ${[...kinds].join(' ')}`);
    assert.ok(answers.filter(({ body }) => body.includes('zqx')).length >= 10, 'control: the words are there');
  });

  test('leads out of no folder by any of its parameters, and reads no body that does not end', async () => {
    for (const path of portal.climbs) {
      const response = await portal.ask(path);
      const body = await response.text();
      // The link of a letter asks the same of everybody, whether the link holds or not.
      const asked = path.startsWith('/oppet/prov/prenumeration/') && response.status === 200;
      assert.ok(asked || [301, 303, 400, 404].includes(response.status), `${path}: ${response.status}`);
      assert.doesNotMatch(body, /"private": true|root:x:0/, path);
    }
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('epost='.padEnd(65_536, 'x'))),
    });
    const response = await portal.ask('/oppet/prov/prenumerera', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit);
    assert.equal(response.status, 400);
  });

  test('refuses a form of another site', async () => {
    const fields = () => new URLSearchParams({ address: 'a@example.se' });
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[])
      assert.equal(
        (await portal.ask('/oppet/prov/prenumerera', { method: 'POST', body: fields(), headers })).status,
        400,
      );
    const own = await portal.ask('/oppet/prov/prenumerera', { method: 'POST', body: fields(), headers: { origin } });
    assert.notEqual(own.status, 400, 'control: its own is read');
  });
});
