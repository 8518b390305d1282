import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Config } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import {
  forgetUnconfirmed,
  makeSubscriptionLink,
  publishedNounNames,
  publishedNouns,
  removePublished,
  subscriptionsToTell,
  tellSubscriber,
} from '../../src/domain/published/index.ts';
import { portalServices } from '../../src/open-portal.ts';
import { callerAddress } from '../../src/web/pipeline/caller-address.ts';
import { frontDoor, withoutTheAsker } from '../../src/web/portal/front-door.ts';
import { portalApp } from '../../src/web/portal/portal-app.ts';
import { portalRoutes } from '../../src/web/portal/portal-routes.ts';
import { buildBody } from '../support/build-organisation.ts';
import { aPublishedMatter, aPublishedThread, publishAll } from '../support/build-published.ts';
import { openTestDatabase } from '../support/database.ts';

const world = await openTestDatabase();
after(world.close);
const { db } = world;

const files = new Map([['f'.repeat(64), new TextEncoder().encode('%PDF-1.7 provfil')]]);
const config = { publicUrl: 'http://localhost' } as Config;
const blobs = { get: async (hash: string) => files.get(hash)! } as unknown as Context['blobs'];
const portal = portalApp({
  services: portalServices({ runtime: world.runtime, db, blobs, config }),
  site: { version: '0', demo: false },
  routes: portalRoutes,
  freshFor: 0,
});

test('before anything is published the portal says so, and an unknown authority is an unknown page', async () => {
  const empty = await portal.request('/oppet');
  assert.equal(empty.status, 200);
  assert.match(await empty.text(), /Ingenting är publicerat än/);
  assert.equal((await portal.request('/oppet/prov')).status, 404);
});

test('the start page tells what is new, and answers the same to everybody', async () => {
  await publishAll(world, [aPublishedMatter()]);
  const start = await portal.request('/oppet/prov');
  const text = await start.text();
  assert.equal(start.status, 200, text);
  assert.match(text, /Plan för primärvården/);
  assert.equal(start.headers.get('set-cookie'), null);
  assert.match(start.headers.get('cache-control') ?? '', /public, max-age=30, must-revalidate/);
  const again = await portal.request('/oppet/prov', { headers: { 'if-none-match': start.headers.get('etag')! } });
  assert.equal(again.status, 304);
});

test('what tells who asks is left at the door', async () => {
  const asked = new Request('http://localhost/oppet', {
    headers: { cookie: 'kansli-session=1', authorization: 'Bearer x', 'x-forwarded-for': '1.2.3.4', 'user-agent': 'y' },
  });
  assert.deepEqual([...withoutTheAsker(asked).headers.keys()], []);
  const seen: string[] = [];
  const told = (room: string) => ({
    fetch: (request: Request) => {
      seen.push(`${room} ${request.headers.get('cookie')}`);
      return new Response();
    },
  });
  const door = frontDoor(told('open'), told('house'));
  for (const path of ['/oppet', '/oppet/x/y', '/oppetx', '/']) await door.request(path, { headers: { cookie: 'a=b' } });
  assert.deepEqual(seen, ['open null', 'open null', 'house a=b', 'house a=b']);
});

test('a flood from one place does not shut out the others, and nobody writes their own place', async () => {
  const few = portalApp({
    services: portalServices({ runtime: world.runtime, db, blobs, config }),
    site: { version: '0', demo: false },
    routes: portalRoutes,
    rate: { burst: 2, perMinute: 1 },
  });
  const from = async (address: string, hops: number) => {
    const door = frontDoor(few, { fetch: () => new Response() }, undefined, (c) => callerAddress(c, hops));
    return (await door.request('/oppet/prov', { headers: { 'x-forwarded-for': address } })).status;
  };
  const first = [await from('198.51.100.7', 1), await from('198.51.100.7', 1), await from('198.51.100.7', 1)];
  assert.deepEqual(first, [200, 200, 429]);
  assert.equal(await from('203.0.113.1, 198.51.100.7', 1), 429, 'what stands before the proxy is the caller’s own');
  assert.equal(await from('198.51.100.8', 1), 200, 'control: another place is another count');
  const unbelieved = [await from('a', 0), await from('198.51.100.9', 0), await from('198.51.100.10', 0)];
  assert.deepEqual(unbelieved, [200, 200, 429], 'without proxies of ours nobody is believed');
});

const ids = Array.from({ length: 8 }, () => randomUUID());
const [bodyId, , meetingId, decisionId, assignmentId, reportId, indicatorId, documentId] = ids as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await portal.request(path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  portal.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });

test('each kind has its list and its page, light enough for a slow line, without script, and tied to the others', async () => {
  await publishAll(world, aPublishedThread(ids));
  const css = await portal.request(/href="(\/oppet\/-\/oppet[^"]+)"/.exec((await get('/oppet/prov')).text)![1]!);
  const style = Buffer.from(await css.arrayBuffer());
  const font = 30_000;
  for (const noun of publishedNounNames) {
    const list = await get(`/oppet/prov/${publishedNouns[noun].path}`);
    assert.equal(list.status, 200, noun);
    const path = new RegExp(`/oppet/prov/${publishedNouns[noun].path}/[0-9a-f-]{36}`).exec(list.text)?.[0];
    const pages = [list, ...(path ? [await get(path)] : [])];
    for (const page of pages) {
      assert.equal(page.status, 200, path);
      // Two numbers: what is unpacked, page and style sheet; and what goes over the line, with the one font. The promise of 60 kB is the second.
      assert.ok(page.text.length + style.length < 80_000, `${noun}: ${page.text.length} + ${style.length}`);
      const sent = gzipSync(page.text, { level: 4 }).length + gzipSync(style).length + font;
      assert.ok(sent < 60_000, `${noun} weighs ${sent} bytes on the line`);
      assert.doesNotMatch(
        page.text,
        /<script(?! type="application\/ld\+json")|<[^>]*\s(?:on\w+|style)=/,
        `${path} runs nothing`,
      );
      assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'none'/);
    }
  }
  const assignment = (await get(`/oppet/prov/uppdrag/${assignmentId}`)).text;
  const order = ['Vård nära invånarna', 'Köerna kortas', 'Delårsrapport 2026', 'Sammanträde, Hälsonämnden'];
  const thread = assignment.slice(assignment.indexOf('class="thread"'));
  assert.deepEqual(
    order.map((title) => thread.indexOf(title)).toSorted((a, b) => a - b),
    order.map((title) => thread.indexOf(title)),
  );
  assert.match(assignment, /Startat, klart vid årets slut/);
  assert.match((await get(`/oppet/prov/rapporter/${reportId}`)).text, /evidence-1.*Beslut om köerna/s);
  const csv = await get(`/oppet/prov/indikatorer/${indicatorId}/varden.csv`);
  assert.match(csv.text, /2025-12-31;;;;75;procent/);
  assert.match((await get(`/oppet/prov/beslut/${decisionId}?lang=en`)).text, /<html lang="en"/);
  assert.match((await get('/oppet/prov/uppdrag?lage=startedOnTrack')).text, /Korta köerna/);
  assert.doesNotMatch((await get('/oppet/prov/uppdrag?ar=1999')).text, /Korta köerna/);
});

test('what a document says never becomes markup, and a file is saved and not run', async () => {
  const page = (await get(`/oppet/prov/handlingar/${documentId}`)).text;
  assert.doesNotMatch(page, /<script>alert|<img src=x/);
  const file = await get(`/oppet/prov/handlingar/${documentId}/fil/${encodeURIComponent('skrivelse å.pdf')}`);
  assert.equal(file.text, '%PDF-1.7 provfil');
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment/);
  assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.equal((await get(`/oppet/prov/handlingar/${documentId}/fil/..%2f..%2fetc`)).status, 404);
});

test('a search answers with its words marked, and what is typed is never markup', async () => {
  const found = (await get('/oppet/prov/sok?q=v%C3%A5rd')).text;
  assert.match(found, /<mark>primärvården<\/mark>/);
  const hostile = (await get(`/oppet/prov/sok?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text;
  assert.doesNotMatch(hostile, /<script>alert/);
  assert.match((await get('/oppet/prov/sok?q=primarvardn')).text, /Menade du/);
  assert.match((await get('/oppet/prov/sok?q=och')).text, /Orden är för vanliga/);
});

test('feeds and calendars tell what is published, in their formats', async () => {
  const feed = (await get(`/oppet/prov/flode.atom?organ=${bodyId}`)).text;
  assert.match(feed, /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
  assert.match(feed, /Tjänsteskrivelse &lt;script&gt;/);
  const calendar = (await get(`/oppet/prov/kalender.ics?organ=${bodyId}`)).text;
  assert.match(calendar, new RegExp(`UID:${meetingId}@localhost`));
  assert.match(calendar, /STATUS:TENTATIVE/);
  assert.match(calendar, /DTSTART;TZID=Europe\/Stockholm:20260512T130000/);
  assert.match((await get('/oppet/prov/sitemap/1.xml')).text, new RegExp(decisionId));
  const robots = await frontDoor(portal as never, { fetch: () => new Response('', { status: 404 }) }).request(
    '/robots.txt',
  );
  assert.match(await robots.text(), /Disallow:\n\nSitemap: http:\/\/localhost\/oppet\/prov\/sitemap\.xml/);
});

test('who asks for letters confirms by a link, is told by titles alone, and is forgotten when they end', async () => {
  const asked = await post('/oppet/prov/prenumerera', { address: 'nils@exempel.se', noun: 'decision' });
  assert.match(await asked.text(), /Titta i din e-post/);
  const wrong = await post('/oppet/prov/prenumerera', { address: 'ingen adress' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /value="ingen adress"/);
  assert.equal(
    (await post('/oppet/prov/prenumerera', { address: 'a@exempel.se' }, { origin: 'https://evil.example' })).status,
    400,
  );
  const rows = () =>
    db.read(world.auth('portal.tell'), (r) => r.db.selectFrom('portal_subscription').selectAll().execute());
  const letters = () =>
    db.read(world.auth('portal.tell'), (r) =>
      r.db.selectFrom('outbox').select('payload').where('topic', '=', 'letter').execute(),
    );
  const [row] = await rows();
  assert.equal(row?.confirmed_at, null);
  const tell = <T>(verb: string, run: Parameters<typeof db.transact<T, 'portal.tell'>>[2]) =>
    db.transact(world.auth('portal.tell'), { verb }, run);
  const link = await tell('makeSubscriptionLink', (w) => makeSubscriptionLink(w, row!.letter_id));
  assert.doesNotMatch(JSON.stringify(await letters()), new RegExp(link.split('/').at(-1)!), 'the outbox holds no link');
  await get(link);
  assert.equal((await rows())[0]?.confirmed_at, null, 'looking confirms nothing');
  assert.match(await (await post(link, {})).text(), /Nu prenumererar du/);
  await publishAll(world, [
    { ...aPublishedThread(ids)[4]!, title: 'Köerna kortas igen' },
    aPublishedMatter({ recordId: randomUUID(), title: 'Inget beslut' }),
  ]);
  const { ids: waiting } = await db.read(world.auth('portal.tell'), subscriptionsToTell);
  assert.deepEqual(waiting, [row!.id]);
  assert.equal(await tell('tellSubscriber', (w) => tellSubscriber(w, row!.id)), 1);
  assert.equal(await tell('tellSubscriber', (w) => tellSubscriber(w, row!.id)), 0, 'nothing is told twice');
  const told = JSON.stringify((await letters()).at(-1));
  assert.match(told, /Köerna kortas igen/);
  assert.doesNotMatch(told, /Inget beslut|Nämnden beslutar/);
  const stranger = `/oppet/prov/prenumeration/${'x'.repeat(43)}/sluta`;
  assert.match(await (await post(stranger, {})).text(), /Länken gäller inte längre/);
  assert.match(await (await post(`${link}/sluta`, { 'List-Unsubscribe': 'One-Click' })).text(), /avslutad/);
  assert.equal((await rows()).length, 0);
  await post('/oppet/prov/prenumerera', { address: 'aldrig@exempel.se' });
  world.clock.set('2026-03-20T09:00:00.000Z');
  assert.equal(await tell('forgetUnconfirmed', forgetUnconfirmed), 1);
  const log = await db.read(world.auth('portal.tell'), (r) => r.db.selectFrom('log_entry').selectAll().execute());
  assert.doesNotMatch(
    JSON.stringify(log, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    /exempel\.se/,
    'no address in the log',
  );
});

test('an accessible copy is ordered without a name, and waits among what the registry answers', async () => {
  await buildBody(world);
  const path = `/oppet/prov/handlingar/${documentId}/kopia`;
  assert.match((await get(`${path}?fil=${encodeURIComponent('skrivelse å.pdf')}`)).text, /Skrivelse/);
  const empty = await post(path, { wish: '', replyTo: '070-000 00 00' });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /070-000 00 00/);
  const done = await (await post(path, { wish: 'Punktskrift', fil: 'skrivelse å.pdf' })).text();
  const code = /kod är ([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(done)?.[1];
  assert.ok(code, done);
  const [request] = await db.read(world.auth('disclosure.handle'), (r) =>
    r.db.selectFrom('disclosure_request').selectAll().execute(),
  );
  assert.equal(request?.reference, code);
  assert.match(request?.asked_for ?? '', /Punktskrift/);
  assert.equal(request?.state, 'received');
  assert.equal((await get(`/oppet/prov/handlingar/${randomUUID()}/kopia`)).status, 404);
});

test('what is withdrawn says that it is, and what was never published answers as what does not exist', async () => {
  await db.transact(world.auth('publication.withdraw'), { verb: 'withdraw' }, async (w) => {
    await removePublished(w, 'decision', decisionId);
    await w.log({ noun: 'decision', recordId: decisionId, summary: 'withdrawn' });
  });
  const gone = await get(`/oppet/prov/beslut/${decisionId}`);
  assert.equal(gone.status, 410);
  assert.doesNotMatch(gone.text, /Köerna kortas/);
  for (const path of [
    '/oppet/prov/sok?q=kortas',
    '/oppet/prov/beslut',
    `/oppet/prov/uppdrag/${assignmentId}`,
    '/oppet/prov/flode.atom',
    '/oppet/prov',
  ])
    assert.doesNotMatch((await get(path)).text, /Köerna kortas/, path);
  const hidden = await buildBody(world);
  const [there, absent] = await Promise.all([
    get(`/oppet/prov/organ/${hidden}`),
    get(`/oppet/prov/organ/${randomUUID()}`),
  ]);
  const bare = ({ text }: { text: string }) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
  assert.deepEqual([there.status, absent.status], [404, 404]);
  assert.equal(bare(there), bare(absent));
});

test('every route of the portal answers its sample, and nobody is given a cookie', async () => {
  for (const route of portalRoutes.filter(({ method }) => method === 'GET')) {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(name === 'authority' ? 'prov' : route.sample.params![name]!),
    );
    const { status, headers } = await get(path);
    assert.ok([200, 303, 404, 410].includes(status), `${path} answers ${status}`);
    assert.equal(headers.get('set-cookie'), null, path);
  }
});
