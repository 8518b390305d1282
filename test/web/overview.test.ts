import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { linkAssignmentToGoal } from '../../src/domain/assignments/index.ts';
import { listGoals } from '../../src/domain/goals/index.ts';
import { listBodies } from '../../src/domain/organisation/index.ts';
import { buildAssignment } from '../support/build-assignments.ts';
import { buildAssessment, buildPeriod } from '../support/build-followup.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
let bodyIds: readonly string[];
before(async () => {
  site = await openDemoSite();
  await addRandomAssignments(site);
  member = await site.signIn('ledamot');
  bodyIds = (await site.read((r) => listBodies(r))).map(({ id }) => id);
});
after(() => site.close());

/** Assignments with bodies, goals and assessments as chance has it, so that no figure is right by the order of the demonstration. */
async function addRandomAssignments({ database, write, read }: DemoSite): Promise<void> {
  const bodies = (await read((r) => listBodies(r))).map(({ id }) => id);
  const goals = (await read((r) => listGoals(r))).map(({ id }) => id);
  const texts = [
    'Uppdraget har startat och bedöms vara klart vid årets slut.',
    'Uppdraget har startat men bedöms inte vara klart vid årets slut.',
    'Uppdraget är pausat.',
    'Beredningen har arbetat.',
  ];
  const role = fc.constantFrom('performer', 'monitor', 'consulted');
  const drawn = fc.sample(
    fc.record({
      year: fc.constantFrom(2025, 2026),
      parties: fc.uniqueArray(fc.record({ bodyId: fc.constantFrom(...bodies), role }), {
        maxLength: 4,
        selector: (one) => `${one.bodyId} ${one.role}`,
      }),
      goals: fc.uniqueArray(fc.constantFrom(...goals), { maxLength: 3 }),
      told: fc.array(fc.record({ kind: fc.constantFrom('interim', 'annual'), text: fc.constantFrom(...texts) }), {
        maxLength: 2,
      }),
    }),
    { seed: 7, numRuns: 40 },
  );
  for (const one of drawn) {
    const id = await buildAssignment(database, { year: one.year, parties: one.parties as never });
    for (const goalId of one.goals)
      await write('assignment.edit', (w) => linkAssignmentToGoal(w, { assignmentId: id, goalId, kind: 'direct' }));
    for (const kind of new Set(one.told.map(({ kind: of }) => of)))
      await buildAssessment(database, {
        assignmentId: id,
        periodId: await buildPeriod(database, one.year, kind as 'interim' | 'annual'),
        text: one.told.find((said) => said.kind === kind)!.text,
      });
  }
}

/** The figures of a page that lead to a list: the number that is read and where it leads. */
function figuresOf(page: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const decode = (href: string) => href.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  const note = (href: string, text: string) => {
    const count = Number(text.replace(/[\s\u00a0]/g, ''));
    const known = found.get(decode(href));
    assert.ok(known === undefined || known === count, `${href} is ${known} here and ${count} there`);
    found.set(decode(href), count);
  };
  for (const [, href, text] of page.matchAll(/<a href="(\/uppdrag\?[^"]*)">([\d\s\u00a0]+)(?:<span|<\/a>)/g))
    note(href!, text!);
  for (const [, href, label] of page.matchAll(
    /<a href="(\/uppdrag\?[^"]*)" aria-label="[^"]*: ([\d\s\u00a0]+)" class="chart-piece"/g,
  ))
    note(href!, label!);
  return found;
}

const inEnglish = (path: string): Promise<Response> =>
  Promise.resolve(site.app.request(path, { headers: { cookie: `${member.cookie}; __Host-kansli-language=en` } }));

const countOf = (page: string): number =>
  /Inget uppdrag stämmer/.test(page) ? 0 : Number(/([\d\u00a0]+) uppdrag</.exec(page)?.[1]?.replace(/\D/g, ''));

test('every figure is the number of records in the list that it leads to', async () => {
  const pages = [
    ...['organ', 'mal', 'perspektiv', 'ar'].map((axis) => `/oversikt?ar=2026&indelning=${axis}`),
    '/oversikt?ar=2025&roll=monitor',
    `/oversikt?ar=2026&organ=${bodyIds[1]}&indelning=mal`,
    `/oversikt?ar=2026&organ=${bodyIds[1]}&indelning=organ&roll=consulted`,
    '/oversikt/over-tid',
    `/oversikt/over-tid?organ=${bodyIds[1]}&roll=monitor`,
    '/oversikt/tysta',
    '/oversikt/tysta?dagar=30&roll=monitor',
  ];
  const checked = new Map<string, number>();
  for (const [index, path] of pages.entries()) {
    const figures = figuresOf(await member.read(path));
    assert.ok(figures.size > 3, `${path} has figures`);
    // All of the first page, and every fourth of the others: each list is a page of its own to ask for.
    for (const [href, count] of [...figures].filter((_, at) => index === 0 || at % 4 === index % 4)) {
      if (!checked.has(href)) checked.set(href, countOf(await member.read(href)));
      assert.equal(checked.get(href), count, `${path} says ${count} of ${href}`);
    }
  }
  assert.ok(checked.size > 60, `${checked.size} lists were opened`);
});

test('the rows of the year cover the whole: an assignment of two bodies counts in both and once in all', async () => {
  const csv = await (await member.get('/oversikt.csv?ar=2026')).text();
  const rows = csv.slice(1).trim().split('\r\n').slice(1);
  const sums = rows.map((row) => Number(row.split(';').at(-1)));
  const all = sums.at(-1)!;
  assert.match(rows.at(-1)!, /^Alla, varje uppdrag en gång;/);
  assert.ok(sums.slice(0, -1).reduce((sum, one) => sum + one, 0) > all);
  assert.equal(all, countOf(await member.read('/uppdrag?ar=2026')));
  assert.match(csv, /\r\nUtan utförare;/);
});

test('each side answers, in both languages, and its files are what their names say', async () => {
  const sides = [
    '',
    '/over-tid',
    '/tysta',
    '/forseningar',
    '/bidrag',
    '/fokusomraden',
    '/nasta-sammantrade',
    '/rapporter',
  ];
  for (const side of sides) {
    assert.match(await member.read(`/oversikt${side}`), /<h1[^>]*>Överblick/);
    const english = await (await inEnglish(`/oversikt${side}`)).text();
    assert.match(english, /<html lang="en"/);
    assert.match(english, /<h1[^>]*>Overview/);
    const csv = await member.get(`/oversikt${side}.csv`);
    assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(csv.headers.get('content-disposition')!, /attachment; filename="?overblick/);
    const xlsx = await member.get(`/oversikt${side}.xlsx`);
    assert.match(xlsx.headers.get('content-type')!, /spreadsheetml/);
    const parts = unzipSync(new Uint8Array(await xlsx.arrayBuffer()));
    const lines = (await csv.text()).slice(1).trim().split('\r\n');
    const page = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    // A cell of several lines is one row of the sheet; none of the overview has such cells.
    assert.equal([...page.matchAll(/<row /g)].length, lines.length, `${side} has the same rows in both files`);
  }
});

test('an address that means nothing shows the overview and no error', async () => {
  const page = await member.read('/oversikt?ar=igår&organ=x&indelning=allt&roll=chef&dagar=-4');
  assert.match(page, /Läget i uppdragen 2026 per organ/);
});

test('a focus area that no meeting took up is told, with its figure leading to the list of just those', async () => {
  const page = await member.read('/oversikt/fokusomraden?ar=2026');
  const links = [...page.matchAll(/<a href="(\/oversikt\/fokusomraden\?[^"#]*)#lista">(\d+)/g)];
  assert.ok(links.length > 0);
  for (const [, href, count] of links) {
    const list = await member.read(href!.replaceAll('&amp;', '&'));
    assert.match(list, new RegExp(`\\(${count}\\)</h2>`), href!);
  }
});

test('what the next meetings must treat is counted by body, and each figure shows its things alone', async () => {
  const page = await member.read('/oversikt/nasta-sammantrade');
  const links = [...page.matchAll(/<a href="(\/oversikt\/nasta-sammantrade\?[^"#]*)#organ-([^"]+)">(\d+)</g)];
  assert.ok(links.length > 0, 'something waits in the demonstration');
  for (const [, href, , count] of links) {
    const own = await member.read(href!.replaceAll('&amp;', '&'));
    const cards = own.slice(own.indexOf('class="card"'));
    assert.equal([...cards.matchAll(/<div class="link-row">/g)].length, Number(count), href!);
  }
});

test('only who is signed in sees the overview', async () => {
  const response = await site.app.request('/oversikt');
  assert.equal(response.status, 303);
  assert.match(response.headers.get('location')!, /^\/logga-in/);
});
