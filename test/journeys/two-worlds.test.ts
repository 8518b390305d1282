import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import type { Config } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import { markField } from '../../src/domain/secrecy/index.ts';
import { portalServices } from '../../src/open-portal.ts';
import { portalApp } from '../../src/web/portal/portal-app.ts';
import { portalRoutes } from '../../src/web/portal/portal-routes.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { buildDeviation } from '../support/build-deviations.ts';
import { buildDocument, buildMatter } from '../support/build-matters.ts';
import { walk } from '../support/crawl.ts';
import { type DemoSite, demoNow, demoOrigin, openDemoSite } from '../support/demo-site.ts';
import { isLongRun } from '../support/long-run.ts';

/**
 * Two worlds that differ in nothing but what is secret answer the same, to the byte: whoever may not read it learns nothing of it, not even how much there
 * is. The worlds are one register before and after what is hidden has changed; the clock stands at the same second for the same question.
 */
let site: DemoSite;
let secretMatter: string;
let markedDocument: string;
const routes = allRoutes({ development: false, demoLogins: [] });

before(async () => {
  site = await openDemoSite();
  const world = site.database;
  const ground = { secrecyLevel: 'secret', legalGround: 'OSL 25 kap. 1 §' } as const;
  secretMatter = await buildMatter(world, { publicTitle: 'Ett ärende', protectedTitle: 'Om en', ...ground });
  markedDocument = await buildDocument(world, { title: 'Brev från en', sourceText: 'En skriver.\n' });
  await buildDocument(world, { title: 'I ärendet', matterId: secretMatter });
  for (const field of ['title', 'sourceText'])
    await site.write('secrecy.mark', (w) =>
      markField(w, { noun: 'document', recordId: markedDocument, field, level: 'secret', provision: 'osl-26-1' }),
    );
});
after(() => site.close());

type Ask = (path: string) => Promise<Response>;

/** The open portal with nothing kept from before, so that each world is asked for itself. */
function anybody(): Ask {
  const { runtime, blobs } = site.services;
  const config = { publicUrl: demoOrigin } as Config;
  const portal = portalApp({
    services: portalServices({ runtime, db: site.db, blobs: blobs as Context['blobs'], config }),
    site: { version: '0', demo: false },
    routes: portalRoutes,
    freshFor: 0,
  });
  return async (path) =>
    path.startsWith('/oppet') ? portal.request(path) : site.app.fetch(new Request(`${demoOrigin}${path}`));
}

/** What the trace is answered, without what is drawn by lot for each request. */
async function answersTo(ask: Ask, trace: readonly string[]): Promise<ReadonlyMap<string, string>> {
  site.travelTo(demoNow);
  const answers = new Map<string, string>();
  for (const path of trace) {
    const response = await ask(path);
    const headers = [...response.headers].filter(([name]) => !['x-request-id', 'set-cookie'].includes(name));
    const bytes = new Uint8Array(await response.arrayBuffer());
    // A packed file says when it was packed, by the clock of the machine: what is in it is compared.
    const parts = bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)) : [bytes];
    const body = parts.map((part) => Buffer.from(part).toString('latin1')).join('\n');
    const drawn =
      /name="(?:csrf|idempotencyKey)" value="[^"]*"|nonce-[\w+/=-]+|nonce="[^"]*"|(?:referens|Reference)[^<]*<code>[^<]*<\/code>/g;
    answers.set(path, `${response.status}\n${headers.join('\n')}\n${body.replace(drawn, '')}`);
  }
  return answers;
}

/** The addresses whose answers differ, with where they begin to. */
function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...one].flatMap(([path, answer]) => {
    const there = other.get(path) ?? '';
    if (answer === there) return [];
    const at = [...answer].findIndex((sign, index) => sign !== there[index]);
    return [
      `${path}: …${answer.slice(Math.max(0, at - 60), at + 60)}… / …${there.slice(Math.max(0, at - 60), at + 60)}…`,
    ];
  });
}

let round = 0;
/** Everything hidden becomes something else, and more: other words of other lengths, more documents where they are hidden, more of what nobody published. */
async function changeSecrets(more: 'hidden' | 'unpublished'): Promise<void> {
  round += 1;
  const world = site.database;
  const words = `Helt andra ord ${'och fler '.repeat(round * 3)}`;
  await site.write('secrecy.mark', async (w) => {
    await w.db.updateTable('secrecy_value').set({ secret_text: words }).where('tenant_id', '=', w.tenantId).execute();
    await w.db.updateTable('matter').set({ protected_title: words }).where('id', '=', secretMatter).execute();
    await w.db
      .updateTable('document')
      .set({ title: words, source_text: words, file_name: `${round}.txt`, size: 1_000_000 * round })
      .where('matter_id', '=', secretMatter)
      .execute();
    await w.log({ noun: 'matter', recordId: secretMatter, summary: 'changed' });
  });
  for (let one = 0; one < 5; one += 1) {
    const hidden = `Dold handling ${round} ${one} ${'x'.repeat(one)}`;
    await buildDocument(world, { title: hidden, sourceText: `${hidden}\n`, matterId: secretMatter });
  }
  if (more === 'hidden') return;
  for (let one = 0; one < 5; one += 1) {
    const unseen = `Opublicerat ${round} ${one}`;
    await buildDocument(world, { title: unseen, sourceText: `${unseen}\n` });
    await buildMatter(world, { publicTitle: unseen });
  }
  await buildDeviation(world, { description: 'En avvikelse som ingen utanför ser.' });
}

async function openTrace(ask: Ask): Promise<readonly string[]> {
  const start = ['', '/arenden', '/handlingar', '/beslut', '/uppdrag', '/sammantraden', '/flode.atom', '/kalender.ics'];
  const data = ['/data', '/data/fullstandighet.json', '/data/popolo.json', '/dcat.ttl', '/sitemap.xml', '/om'];
  const words = ['v%C3%A5rd', 'handling', 'opublicerat', 'dold', 'avvikelse', 'ord', 'brev'];
  const trace = new Set([
    '/oppet',
    ...[...start, ...data].map((path) => `/oppet/prov${path}`),
    ...words.map((word) => `/oppet/prov/sok?q=${word}`),
    `/oppet/prov/handlingar/${markedDocument}`,
    `/oppet/prov/arenden/${secretMatter}`,
    `/oppet/prov/oparl/v1.1/body/prov`,
    '/anslagstavla',
    '/anslagstavla/data',
    `/kallor/${markedDocument}`,
    '/finns-inte',
  ]);
  for (const path of trace) {
    if (trace.size >= (isLongRun ? 3_000 : 110)) break;
    if (!path.startsWith('/oppet')) continue;
    const text = await (await ask(path)).text();
    for (const [, href] of text.matchAll(/href="(\/oppet\/prov[^"#]*)"/g)) trace.add(href!.replaceAll('&amp;', '&'));
  }
  return [...trace].slice(0, isLongRun ? 3_000 : 110);
}

test('anybody is answered the same, to the byte, whatever is secret and however much of it there is', async () => {
  const trace = await openTrace(anybody());
  assert.ok(trace.length >= 100, `${trace.length} questions`);
  const one = await answersTo(anybody(), trace);
  assert.deepEqual(differing(one, await answersTo(anybody(), trace)), [], 'one world answers itself the same');
  await changeSecrets('unpublished');
  assert.deepEqual(differing(one, await answersTo(anybody(), trace)), []);
});

test('a member without the right is answered the same too', async () => {
  const member = await site.signIn('ledamot');
  const { pages } = await walk(member, routes, isLongRun ? 12 : 1);
  const trace = [`/kallor/${markedDocument}`, `/arenden/${secretMatter}`, ...pages.keys()].slice(
    0,
    isLongRun ? 2_500 : 100,
  );
  assert.ok(trace.length >= 60, `${trace.length} questions`);
  const one = await answersTo(member.get, trace);
  const itself = differing(one, await answersTo(member.get, trace)).map((line) => line.split(':')[0]!);
  await changeSecrets('hidden');
  const told = differing(one, await answersTo(member.get, trace)).filter(
    (line) => !itself.includes(line.split(':')[0]!),
  );
  assert.deepEqual(told, []);
  assert.ok(itself.length <= trace.length / 20, `these differ by themselves: ${itself.join(', ')}`);
});

test('control: a count in which the hidden is counted is found, and so is a length', async () => {
  const leaking =
    (query: string): Ask =>
    async () => {
      const { rows } = await site.db.pool.query<{ n: string }>(query, [secretMatter]);
      return new Response('Handlingar', { headers: { 'x-total': String(rows[0]?.n) } });
    };
  const count = leaking('select count(*) as n from document where matter_id = $1');
  const length = leaking('select length(protected_title) as n from matter where id = $1');
  const before = [await answersTo(count, ['/']), await answersTo(length, ['/'])] as const;
  await changeSecrets('hidden');
  assert.equal(differing(before[0], await answersTo(count, ['/'])).length, 1);
  assert.equal(differing(before[1], await answersTo(length, ['/'])).length, 1);
});

/** How far two means lie apart, in units of what chance alone would do (Welch), and how far two medians, in parts of one. */
function apart(one: readonly number[], other: readonly number[]): { readonly t: number; readonly medians: number } {
  const mean = (all: readonly number[]) => all.reduce((sum, next) => sum + next, 0) / all.length;
  const noise = (all: readonly number[]) =>
    all.reduce((sum, next) => sum + (next - mean(all)) ** 2, 0) / (all.length - 1) / all.length;
  const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const medians = Math.abs(median(one) - median(other)) / median(other);
  return { t: (mean(one) - mean(other)) / Math.sqrt(noise(one) + noise(other)), medians };
}

test('who measures how long an answer takes does not learn whether something hidden is there', {
  skip: !isLongRun && 'measured in the long suite, where nothing else runs',
}, async (t) => {
  const hidden = await buildDocument(site.database, {
    title: 'Svalört',
    sourceText: 'Svalört\n',
    matterId: secretMatter,
  });
  const absent = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
  const member = await site.signIn('ledamot');
  const anyone = anybody();
  const pairs: readonly (readonly [Ask, there: string, nowhere: string])[] = [
    [anyone, `/oppet/prov/handlingar/${hidden}`, `/oppet/prov/handlingar/${absent}`],
    [anyone, `/oppet/prov/handlingar/${hidden}/fil/a.txt`, `/oppet/prov/handlingar/${absent}/fil/a.txt`],
    [anyone, `/oppet/prov/oparl/v1.1/paper/${hidden}`, `/oppet/prov/oparl/v1.1/paper/${absent}`],
    [anyone, '/oppet/prov/sok?q=sval%C3%B6rt', '/oppet/prov/sok?q=blodr%C3%B6t'],
    [member.get, `/kallor/${hidden}`, `/kallor/${absent}`],
  ];
  const took = async (ask: Ask, path: string) => {
    const start = process.hrtime.bigint();
    await (await ask(path)).arrayBuffer();
    return Number(process.hrtime.bigint() - start);
  };
  for (const [ask, there, nowhere] of pairs) {
    const [one, other]: [number[], number[]] = [[], []];
    for (let sample = -100; sample < 2_000; sample += 1) {
      // Turn about, so that neither is always the one that comes after the other.
      const first = await took(ask, sample % 2 ? there : nowhere);
      const second = await took(ask, sample % 2 ? nowhere : there);
      if (sample < 0) continue;
      one.push(sample % 2 ? first : second);
      other.push(sample % 2 ? second : first);
    }
    const { t: far, medians } = apart(trimmed(one), trimmed(other));
    t.diagnostic(`${nowhere.split('?')[0]}: t ${far.toFixed(2)}, medians ${(medians * 100).toFixed(2)} % apart`);
    assert.ok(Math.abs(far) < 4.5 && medians < 0.02, `${there}: t ${far}, medians ${medians}`);
  }
});

/** Without the slowest twentieth, in which the machine was busy with something else. */
function trimmed(all: readonly number[]): readonly number[] {
  return all.toSorted((a, b) => a - b).slice(0, Math.floor(all.length * 0.95));
}
