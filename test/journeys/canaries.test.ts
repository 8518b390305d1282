import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { getProposal, handInBytes, listProposals, readIntakeFile } from '../../src/domain/intake/index.ts';
import { getDocument, replaceDocumentText } from '../../src/domain/matters/index.ts';
import { proposePublication } from '../../src/domain/publications/index.ts';
import { liftMark, listMarks, markField, withheldText } from '../../src/domain/secrecy/index.ts';
import { listTreeHeads, writeLogFile } from '../../src/domain/witnessing/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { buildDocument, buildMatter } from '../support/build-matters.ts';
import { aPublishedMatter, publishAll } from '../support/build-published.ts';
import { walk } from '../support/crawl.ts';
import { type DemoSite, demoOrigin, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { isLongRun } from '../support/long-run.ts';
import { readDocument } from '../support/paper-reader.ts';
import { type Planted, plantCanaries } from '../support/plant-canaries.ts';

/**
 * Words that stand nowhere else are planted wherever something is secret, not published or withdrawn, and everything is read that can be had: by anybody
 * outside, and by a member of the house who may not read what is protected. 500 of them in `npm test`, 10 000 in the long suite.
 */
const rounds = isLongRun ? 440 : 22;
const routes = allRoutes({ development: false, demoLogins: [] });
let site: DemoSite;
let bodyId: Id<'body'>;
let planted: Planted;
let member: Visitor;
const lines: string[] = [];
const { error } = console;

before(async () => {
  console.error = (line: unknown) => void lines.push(String(line));
  site = await openDemoSite();
  const body = await site.read((r) =>
    r.db
      .selectFrom('body')
      .select('id')
      .where('tenant_id', '=', r.tenantId)
      .where('name', '=', 'Beredning för lokal vård')
      .executeTakeFirstOrThrow(),
  );
  bodyId = body.id;
  planted = await plantCanaries(site, bodyId, rounds);
  member = await site.signIn('ledamot');
});
after(async () => {
  console.error = error;
  await site.close();
});

/** What an address answers: its status with all headers as text, and its body. */
async function answerOf(ask: (path: string) => Promise<Response>, path: string) {
  const response = await ask(path);
  const told = `${response.status}\n${[...response.headers].map((one) => one.join(': ')).join('\n')}`;
  return { status: response.status, told, body: new Uint8Array(await response.arrayBuffer()) };
}

const outside = async (path: string): Promise<Response> =>
  site.app.fetch(new Request(`${demoOrigin}${path}`, { headers: { 'accept-language': 'sv' } }));
const inside = (path: string): Promise<Response> => member.get(path);

/** The canaries of both flocks that an outsider may not have, or of the one that is secret in the house too. */
const seenOutside = (something: Uint8Array | string) => [
  ...planted.secret.in(something),
  ...planted.unpublished.in(something),
];

const portal = '/oppet/prov';
/** Where everybody outside can read, by the kind of channel; what is linked from there is followed. */
const openChannels: Readonly<Record<string, readonly string[]>> = {
  portal: ['/oppet', portal, `${portal}/om`, `${portal}/tillganglighet`],
  lists: ['arenden', 'handlingar', 'beslut', 'uppdrag', 'sammantraden', 'organ'].map((one) => `${portal}/${one}`),
  search: ['Hemlig', 'hemligt', 'kantareller', 'skrivelse', 'utkast'].map((word) => `${portal}/sok?q=${word}`),
  feed: [`${portal}/flode.atom`],
  calendar: [`${portal}/kalender.ics`],
  subscriptions: [`${portal}/prenumerera`],
  sitemap: [`${portal}/sitemap.xml`],
  dump: [`${portal}/data`, `${portal}/data/allt.zip`, `${portal}/data/fullstandighet.json`],
  popolo: [`${portal}/data/popolo.json`],
  catalogue: [`${portal}/dcat`, `${portal}/dcat.ttl`, `${portal}/dcat.jsonld`],
  oparl: ['system', 'bodies', 'body/prov'].map((one) => `${portal}/oparl/v1.1/${one}`),
  board: ['/anslagstavla', '/anslagstavla/data', '/anslagstavla/tavlor'],
  announced: ['/handlingar'],
  openApi: ['/api/openapi.json'],
  robots: ['/robots.txt', '/logga-in'],
};

test('nobody outside reads one of them, in whatever is open', async () => {
  const channels = new Map<string, number>();
  const leaks: string[] = [];
  const perKind = new Map<string, number>();
  const waiting = Object.entries(openChannels).flatMap(([channel, paths]) => paths.map((path) => ({ channel, path })));
  const met = new Set(waiting.map(({ path }) => path));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { channel, path } = next;
    const { status, told, body } = await answerOf(outside, path);
    if (status === 200) channels.set(channel, (channels.get(channel) ?? 0) + 1);
    for (const leak of [...seenOutside(told), ...seenOutside(body)]) leaks.push(`${path}: ${leak}`);
    for (const [, href] of Buffer.from(body)
      .toString('utf8')
      .matchAll(/(?:href|src)="([^"#]+)|<loc>([^<]+)|"(?:id|next|paper|meeting)":"([^"]+)"/g)) {
      const to = href?.replaceAll('&amp;', '&').replace(demoOrigin, '') ?? '';
      const kind = to.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');
      const count = perKind.get(kind) ?? 0;
      if (!/^\/(oppet|anslagstavla|tillgangar)\b/.test(to) || met.has(to) || count >= (isLongRun ? 12 : 1)) continue;
      perKind.set(kind, count + 1);
      met.add(to);
      const form = /\.(csv|jsonl|json|pdf|docx|html|txt)$/.exec(to)?.[1];
      waiting.push({ channel: form ? `${form} files` : channel, path: to });
    }
  }
  assert.deepEqual(leaks, []);
  assert.ok(planted.secret.size() + planted.unpublished.size() >= rounds * 22, 'they were planted');
  assert.ok(planted.withdrawn > 0, 'something public was marked, and taken back by it');
  assert.ok(channels.size >= 15, `read were ${[...channels].map((one) => one.join(' ')).join(', ')}`);
});

test('what is hidden answers as what is not there, and no error says what it is about', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  const of = async (ask: typeof outside, path: string, id: string) => {
    const { status, told, body } = await answerOf(ask, path);
    assert.deepEqual([...seenOutside(told), ...seenOutside(body)], [], path);
    return `${status} ${Buffer.from(body).toString('utf8').replaceAll(id, ':id')}`;
  };
  for (const id of planted.documentIds.slice(1, 7))
    assert.equal(
      await of(outside, `${portal}/handlingar/${id}`, id),
      await of(outside, `${portal}/handlingar/${nobody}`, nobody),
    );
  for (const path of planted.pages.slice(0, 20)) await of(outside, path, nobody);
  for (const path of [`${portal}/data/finns-inte.csv`, `${portal}/handlingar/ogiltigt`, '/api/arenden', '/finns-inte'])
    await of(outside, path, nobody);
});

test('in the house who may not read what is protected reads none of it, on pages, in tables and in files', async () => {
  const leaks: string[] = [];
  const { pages } = await walk(member, routes, isLongRun ? 6 : 1);
  for (const [path, text] of pages) for (const leak of planted.secret.in(text)) leaks.push(`${path}: ${leak}`);
  for (const path of planted.pages) {
    const { told, body } = await answerOf(inside, path);
    for (const leak of [...planted.secret.in(told), ...planted.secret.in(body)]) leaks.push(`${path}: ${leak}`);
  }
  assert.deepEqual(leaks, []);
  assert.ok(pages.size > 40);
});

test('what leaves by itself says none of it: letters, errands, heads for witnesses, the log as a file, lines of the program', async () => {
  const outbox = await site.db.pool.query('select row_to_json(o)::text as said from outbox o');
  const heads = await site.read((r) => listTreeHeads(r, { limit: 100 }));
  const operator = operatorOf(site.database.tenantId);
  const logFile = async (whole: boolean) => {
    const parts: string[] = [];
    await site.db.read(authorize(operator, 'log.read'), (r) =>
      writeLogFile(r, { name: 'prov', at: new Date(0), whole, write: (part) => void parts.push(part) }),
    );
    return parts.join('');
  };
  const file = await logFile(false);
  const open = await site.db.readPublic(async (r) =>
    JSON.stringify([
      await r.db.selectFrom('pub.record').selectAll().execute(),
      await r.db.selectFrom('pub.change').selectAll().execute(),
      await r.db.selectFrom('pub.passage').selectAll().execute(),
    ]),
  );
  for (const [name, said] of Object.entries({
    outbox: JSON.stringify(outbox.rows),
    heads: JSON.stringify(heads),
    program: lines.join('\n'),
    'the schema of what is public': open,
  }))
    assert.deepEqual(seenOutside(said), [], name);
  assert.deepEqual(planted.secret.in(file), [], 'the log as a file');
  assert.ok(planted.unpublished.in(file).length > 0, 'control: the file says what is not secret');
  const folder = mkdtempSync(join(tmpdir(), 'kansli-canaries-'));
  writeFileSync(join(folder, 'log.jsonl'), file);
  execFileSync(process.execPath, ['bin/verify-log.mjs', join(folder, 'log.jsonl')], { stdio: 'pipe' });
  rmSync(folder, { recursive: true });
  const whole = await logFile(true);
  assert.ok(planted.secret.in(whole).length > 0, 'control: the copy for the safe has what was said before the marks');
});

test('a mark on what a document says closes its file and all that was read from it, and reading it anew brings nothing back', async () => {
  const canary = planted.secret.plant('a paper that was handed in');
  const { db } = site;
  const operator = operatorOf(site.database.tenantId);
  const auth = authorize(operator, 'intake.handIn');
  const paper = `Protokoll ${canary}\n\n§ 1 Val av justerare\n\nBeslut\n\natt välja ${canary}\n`;
  const tools = { db, blobs: site.services.blobs, read: readDocument };
  const bytes = new TextEncoder().encode(paper);
  const { fileId } = await handInBytes(tools, auth, { fileName: `${canary}.txt`, mediaType: 'text/plain', bytes });
  await readIntakeFile(tools, auth, fileId);
  const proposals = await site.read((r) => listProposals(r, fileId));
  const secretary = await site.signIn('sekreterare');
  const pages = [`/las-in/${fileId}`, `/las-in/${fileId}/original`, '/las-in'];
  for (const path of pages) assert.ok((await secretary.read(path)).includes(canary), `control: ${path}`);
  const { document_id: recordId } = await site.read((r) =>
    r.db
      .selectFrom('intake_file')
      .select('document_id')
      .where('tenant_id', '=', r.tenantId)
      .where('id', '=', fileId)
      .executeTakeFirstOrThrow(),
  );
  for (const field of ['title', 'sourceText'])
    await site.write('secrecy.mark', (w) =>
      markField(w, { noun: 'document', recordId, field, level: 'secret', provision: 'osl-26-1' }),
    );
  for (const path of [...pages, `/kallor/${recordId}`])
    assert.deepEqual(planted.secret.in((await answerOf((one) => secretary.get(one), path)).body), [], path);
  assert.deepEqual(await site.read((r) => listProposals(r, fileId)), []);
  for (const { id } of proposals)
    await assert.rejects(
      site.read((r) => getProposal(r, id)),
      { code: 'record.notFound' },
    );
  const { version } = await site.read((r) => getDocument(r, recordId));
  const read = { title: `Läst på nytt ${canary}`, kind: 'other', datedOn: null } as const;
  await site.write('intake.handIn', (w) =>
    replaceDocumentText(w, {
      documentId: recordId,
      expectedVersion: version,
      sourceText: `Bättre läst ${canary}`,
      read,
    }),
  );
  const readAnew = await site.read((r) => getDocument(r, recordId));
  assert.deepEqual([readAnew.title, readAnew.sourceText], [withheldText.sv, withheldText.sv]);
  for (const mark of await site.read((r) => listMarks(r, { limit: 1_000 })))
    if (mark.recordId === recordId)
      await site.write('secrecy.mark', (w) => liftMark(w, { markId: mark.id, reason: 'Prövat.' }));
  const lifted = await site.read((r) => getDocument(r, recordId));
  assert.deepEqual([lifted.title, lifted.sourceText], [read.title, `Bättre läst ${canary}`], 'nothing was lost');
});

test('a matter that becomes secret is public no more, with the documents that lie in it', async () => {
  const canary = planted.unpublished.plant('a matter that became secret');
  const matterId = await buildMatter(site.database, { bodyId, publicTitle: `Tidiga päron ${canary}` });
  const documentId = await buildDocument(site.database, { matterId, title: `Om päron ${canary}`, sourceText: canary });
  const open = [
    ['matter', matterId, `${portal}/arenden/${matterId}`],
    ['document', documentId, `${portal}/handlingar/${documentId}`],
  ] as const;
  for (const [noun, recordId] of open)
    await site.write('publication.propose', (w) => proposePublication(w, { noun, recordId }));
  for (const [, , path] of open)
    assert.ok(seenOutside((await answerOf(outside, path)).body).length > 0, `control: ${path}`);
  const secretary = await site.signIn('sekreterare');
  const set = await secretary.post(`/arenden/${matterId}/sekretess`, {
    secrecyLevel: 'secret',
    provision: 'osl-25-1',
    publicTitle: 'Ett ärende',
    protectedTitle: 'Om päron',
    version: '1',
  });
  assert.equal(set.status, 303);
  // The portal may answer for a second what it answered before.
  await sleep(1_100);
  for (const [, , path] of open) {
    const { status, body } = await answerOf(outside, path);
    assert.deepEqual([status, seenOutside(body)], [410, []], path);
  }
});

test('control: who may read what is protected reads it, and a leak is found however it is written', async () => {
  const secretary = await site.signIn('sekreterare');
  const found = new Set<string>();
  for (const path of planted.pages.slice(0, 12)) {
    const { told, body } = await answerOf((one) => secretary.get(one), path);
    for (const one of planted.secret.in(body)) found.add(one);
    assert.match(told, /cache-control: [^\n]*(?:no-store|private)/, 'a cache between keeps it for nobody else');
  }
  assert.ok(found.size > 0, 'the protected title or a document of a secret matter is read by its secretary');
  const canary = planted.secret.plant('the control');
  const zip = zipSync({ 'word/document.xml': Buffer.from(`<w:t>${canary}</w:t>`) });
  for (const [way, leak] of Object.entries({
    'a feed': `<title>${canary.toUpperCase()}</title>`,
    'the column of a search': [...canary].reverse().join(''),
    'a log line': `{"at":1,"what":"${Buffer.from(canary).toString('hex')}"}`,
    'base64 of one place': Buffer.from(`x${canary} och mer`).toString('base64'),
    'base64 of another': Buffer.from(`xy${canary} och mer`).toString('base64'),
    'UTF-16': Buffer.from(`titel ${canary}`, 'utf16le'),
    'a packed document': zip,
  })) {
    const hits = planted.secret.in(leak);
    assert.ok(
      hits.some((hit) => hit.startsWith('the control')),
      `${way}: ${hits.join()}`,
    );
  }
  assert.deepEqual(planted.secret.in('Ett helt vanligt protokoll om vårdens kö.'), []);
});

test('control: a leak into a feed, into a search or into the lines of the program is found there', async () => {
  const canary = planted.secret.plant('a leak');
  assert.deepEqual(seenOutside(lines.join('\n')), []);
  await publishAll(site.database, [aPublishedMatter({ title: `Tidig frukt ${canary}` })]);
  console.error(`{"level":"fault","message":"${canary}"}`);
  for (const path of [`${portal}/flode.atom`, `${portal}/sok?q=frukt`])
    assert.ok(
      seenOutside((await answerOf(outside, path)).body).some((one) => one.startsWith('a leak')),
      path,
    );
  assert.ok(seenOutside(lines.join('\n')).length > 0);
});
