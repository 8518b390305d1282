/**
 * What was public by mistake must be gone from everywhere within a minute. The open portal is asked through every channel that it has, wired as it is
 * served, with what it keeps in memory; then the document is withdrawn, and the same channels are asked again until nothing is left.
 */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { letterCarrier } from '../../src/background-work.ts';
import type { Config } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { boardTopic, postNotice } from '../../src/domain/notices/index.ts';
import { proposePublication, withdrawPublication } from '../../src/domain/publications/index.ts';
import { makeSubscriptionLink, subscriptionsToTell, tellSubscriber } from '../../src/domain/published/index.ts';
import type { PostedLetter } from '../../src/kernel/posted-letter.ts';
import { signerOf } from '../../src/kernel/signed-note.ts';
import { openBoardKeeper } from '../../src/notice-board-files.ts';
import { portalServices } from '../../src/open-portal.ts';
import type { OutboxMessage } from '../../src/storage/outbox.ts';
import { portalApp } from '../../src/web/portal/portal-app.ts';
import { portalRoutes } from '../../src/web/portal/portal-routes.ts';
import { buildDocument, buildMatter } from '../support/build-matters.ts';
import { buildBody } from '../support/build-organisation.ts';
import { openTestDatabase } from '../support/database.ts';
import { someoneWith } from '../support/run-verbs.ts';

const t = await openTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'kansli-withdrawal-'));
after(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});
const { db, tenantId } = t;
const secretary = { ...someoneWith(t, 'committeeSecretary', null), accountId: null };
const [title, words] = ['Kantarellplan för skogarna', 'trattkantareller växer bakom badplatsen'];
const config = { publicUrl: 'http://localhost', mail: { from: 'kansli@prov.example' } } as unknown as Config;
const blobs = { get: async () => new TextEncoder().encode(words) } as unknown as Context['blobs'];
const portal = portalApp({
  services: portalServices({ runtime: t.runtime, db, blobs, config }),
  site: { version: '0', demo: false },
  routes: portalRoutes,
});
const propose = (noun: 'document' | 'matter', recordId: string) =>
  db.transact(authorize(secretary, 'publication.propose'), { verb: 'proposePublication' }, (w) =>
    proposePublication(w, { noun, recordId }),
  );
const withdraw = (recordId: string) =>
  db.transact(authorize(secretary, 'publication.withdraw'), { verb: 'withdrawPublication' }, (w) =>
    withdrawPublication(w, { noun: 'document', recordId, reason: 'Fel handling' }),
  );
const tell = <T>(verb: string, run: Parameters<typeof db.transact<T, 'portal.tell'>>[2]) =>
  db.transact(t.auth('portal.tell'), { verb }, run);

/** Every row of the open side as text: whatever anybody could make a page or a file of stands in it. */
const everything = () =>
  db.readPublic(async (r) => {
    const tables = ['pub.record', 'pub.link', 'pub.file', 'pub.passage', 'pub.change'] as const;
    const rows = await Promise.all(tables.map((table) => r.db.selectFrom(table).selectAll().execute()));
    return JSON.stringify(rows);
  });

/** The channels of the portal at which a document is told of, by the names that people and programs know them by. */
const channels = (id: string, matterId: string) => ({
  page: `/oppet/prov/handlingar/${id}`,
  file: `/oppet/prov/handlingar/${id}/fil/svamp.txt`,
  start: '/oppet/prov',
  list: '/oppet/prov/handlingar',
  'page of the matter': `/oppet/prov/arenden/${matterId}`,
  search: '/oppet/prov/sok?q=trattkantareller',
  feed: '/oppet/prov/flode.atom',
  sitemap: '/oppet/prov/sitemap/1.xml',
  'OParl papers': '/oppet/prov/oparl/v1.1/lists/paper',
  'OParl files': '/oppet/prov/oparl/v1.1/lists/file',
  'OParl paper': `/oppet/prov/oparl/v1.1/paper/${id}`,
  dump: '/oppet/prov/data/document.jsonl',
  'dump of everything': '/oppet/prov/data/allt.zip',
});

const textOfZip = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((one) => Buffer.from(one).toString())
    .join('\n');

/** What a channel answers, with whether the document is told of in it: its words, its title, or elsewhere than at its own address that address. */
async function ask(path: string, id: string) {
  const answer = await portal.request(path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = path.endsWith('.zip') ? textOfZip(bytes) : bytes.toString();
  return {
    status: answer.status,
    cache: answer.headers.get('cache-control') ?? '',
    etag: answer.headers.get('etag'),
    tells: text.includes(words) || text.includes(title) || (!path.includes(id) && text.includes(`handlingar/${id}`)),
  };
}

test('a withdrawn document is gone from every channel within a minute, kept answers too, and a letter that waits says nothing of it', async () => {
  const bodyId = await buildBody(t, { name: 'Provnämnden', kind: 'committee' });
  const matterId = await buildMatter(t, { publicTitle: 'Svamp i skogen', bodyId });
  const id = await buildDocument(t, {
    title,
    sourceText: `${title}\n\nAlla ${words}.`,
    fileName: 'svamp.txt',
    matterId,
  });
  await propose('matter', matterId);
  // Somebody follows everything, before there is anything to tell.
  const asked = await portal.request('/oppet/prov/prenumerera', {
    method: 'POST',
    body: new URLSearchParams({ address: 'lasare@exempel.se' }),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });
  assert.ok(asked.status < 400, String(asked.status));
  const { rows } = await t.db.pool.query('select id, letter_id from portal_subscription');
  const link = await tell('makeSubscriptionLink', (w) => makeSubscriptionLink(w, rows[0].letter_id));
  await portal.request(link, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({}),
  });
  assert.equal((await propose('document', id)).state, 'published');

  const all = Object.entries(channels(id, matterId));
  const before = new Map<string, Awaited<ReturnType<typeof ask>>>();
  for (const [name, path] of all) before.set(name, await ask(path, id));
  const silent = [...before].filter(([, { tells }]) => !tells).map(([name, { status }]) => `${name} ${status}`);
  assert.deepEqual(silent, [], 'control: while it is public every channel tells of it');
  for (const [name, { cache }] of before) {
    const seconds = Number(/max-age=(\d+)/.exec(cache)?.[1] ?? 0);
    assert.ok(seconds <= 30 && (seconds === 0 || cache.includes('must-revalidate')), `${name}: ${cache}`);
  }
  // The letter of the night is posted and waits, because the mail server is away; another one lies beside it.
  const { ids } = await db.read(t.auth('portal.tell'), subscriptionsToTell);
  assert.equal(await tell('tellSubscriber', (w) => tellSubscriber(w, ids[0]!)), 1);
  const letters = await t.db.pool.query(`select payload from outbox where topic = 'letter' and payload ? 'sections'`);
  const waiting = letters.rows[0].payload as PostedLetter;
  assert.ok(JSON.stringify(waiting).includes(title), 'control: it was to be told');
  const sent: unknown[] = [];
  const carry = letterCarrier(db, config, { carry: async (letter: unknown) => void sent.push(letter) } as never);
  const deliver = () => carry({ tenantId, topic: 'letter', payload: waiting, attempt: 1 } as unknown as OutboxMessage);
  await deliver();
  assert.equal(sent.length, 1, 'control: while it is public the letter leaves');

  const started = performance.now();
  await withdraw(id);
  const left = await everything();
  assert.ok(!left.includes(words) && !left.includes(title) && !left.includes('Fel handling'));
  assert.match(left, /"kind":"withdrawn"/);
  for (const [name, path] of all) {
    let now = await ask(path, id);
    // What the portal keeps in memory may be told for a moment; a cache outside adds its half minute.
    while (now.tells && performance.now() - started < 30_000) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      now = await ask(path, id);
    }
    assert.ok(!now.tells, `${name} still tells of it`);
    // Whoever kept the earlier answer and asks whether it still holds is told that it does not.
    const etag = before.get(name)?.etag;
    if (etag) assert.notEqual((await portal.request(path, { headers: { 'if-none-match': etag } })).status, 304, name);
  }
  assert.ok(performance.now() - started < 30_000);
  assert.equal((await portal.request(`/oppet/prov/handlingar/${id}`)).status, 410);
  assert.ok([404, 410].includes((await portal.request(`/oppet/prov/handlingar/${id}/fil/svamp.txt`)).status));
  await deliver();
  assert.equal(sent.length, 1, 'nothing was left to tell, so no letter left');
  assert.equal((await db.read(t.auth('portal.tell'), subscriptionsToTell)).ids.length, 1);
  assert.equal(await tell('tellSubscriber', (w) => tellSubscriber(w, ids[0]!)), 0, 'and none is written');
});

test('the static notice board tells of notices alone, and never of what became public beside them', async () => {
  const bodyId = await buildBody(t, { name: 'Anslagsnämnden', kind: 'committee' });
  const matterId = await buildMatter(t, { publicTitle: 'Ett ärende', bodyId });
  const id = await buildDocument(t, { title, sourceText: `Om ${words} igen.`, matterId });
  await propose('document', id);
  await db.transact(authorize(operatorOf(tenantId), 'notice.post'), { verb: 'postNotice' }, (w) =>
    postNotice(w, { bodyId, kind: 'assemblyMeeting', title: 'Kungörelse om möte', bodyText: null }),
  );
  const boards = openBoardKeeper({ db, folder, signer: signerOf(generateKeyPairSync('ed25519').privateKey) });
  await boards.changed({ tenantId, topic: boardTopic, payload: {} } as unknown as OutboxMessage);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const text = files.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join('\n');
  assert.ok(text.includes('Kungörelse om möte'), 'control: the board was written');
  assert.ok(!text.includes(title) && !text.includes(words));
});
