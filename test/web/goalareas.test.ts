import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { figureOf, type GoalArea, goesOnIn, likeness, proposedFor, trendOf } from '../../src/domain/goalareas/index.ts';
import type { Series } from '../../src/domain/indicators/index.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

let site: DemoSite;
let lead: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  lead = await site.signIn('samverkan');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const home = '/samverkan/malomraden';
const mainOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));
const areaIn = async (name: string) => {
  const page = await lead.read(home);
  const [, href] = new RegExp(`<a href="(${home}/[0-9a-f-]{36})\\?ar=2026"[^>]*>\\d\\. ${name}`, 'u').exec(page) ?? [];
  assert.ok(href, `no area ”${name}”`);
  return href;
};
const versionIn = (page: string, action: string) =>
  new RegExp(`action="${action}"[\\s\\S]*?name="version" value="(\\d+)"`).exec(page)![1]!;

test('a trend is better or worse only where that can be said', () => {
  const point = (asOf: string, value: number, qualifier: string | null = null) =>
    ({ asOf, value, qualifier, comparable: null, forecast: false }) as Series['points'][number];
  const series = (direction: 'higher' | 'lower' | 'neutral', breaks: Series['breaks'] = []) =>
    ({ indicator: { direction }, breaks }) as Series;
  const [before, latest] = [point('2024', 10), point('2025', 12)];
  assert.equal(trendOf(series('higher'), latest, before), 'better');
  assert.equal(trendOf(series('lower'), latest, before), 'worse');
  assert.equal(trendOf(series('neutral'), latest, before), 'changed');
  assert.equal(trendOf(series('higher'), point('2025', 10), before), 'same');
  assert.equal(trendOf(series('higher'), latest, null), 'unknown');
  assert.equal(trendOf(series('higher'), point('2025', 12, 'cirka'), before), 'unknown');
  assert.equal(trendOf(series('higher', [{ asOf: '2025', note: null }]), latest, before), 'unknown');
  const whole = { ...series('higher'), points: [before, latest, point('2026', 9)] };
  assert.equal(figureOf(whole, 2025).latest?.value, 12, 'last year’s page shows last year');
  assert.deepEqual(
    [goesOnIn({ from: '2024', to: null }, 2026), goesOnIn({ from: '2024-01-01', to: '2025-03' }, 2026)],
    [true, false],
  );
});

test('words propose what is alike, and never what is there', () => {
  const area = {
    name: 'Kontinuitet',
    description: 'Fast läkarkontakt efter utskrivning',
    links: [{ noun: 'project', recordId: 'b' }],
  } as unknown as GoalArea;
  const record = (id: string, title: string) =>
    ({ noun: 'project', id, title, state: null, from: null, to: null, late: false }) as const;
  assert.equal(likeness('Kontinuiteten i primärvården', area), 1);
  assert.equal(likeness('Upphandling av tåg', area), 0);
  const all = [record('a', 'Utskrivning i tid'), record('b', 'Fast läkarkontakt'), record('c', 'Tåg')];
  assert.deepEqual(
    proposedFor(area, all).map(({ id }) => id),
    ['a'],
  );
});

test('six areas side by side, with figures, what is under way and other years', async () => {
  const page = await lead.read(home);
  assert.equal([...page.matchAll(/\/samverkan\/malomraden\/[0-9a-f-]{36}\?ar=2026/g)].length, 6);
  assert.match(page, /\d arbeten är knutna hit/);
  assert.match(await lead.read(`${home}?ar=2019`), /År 2019/);
  assert.match(await lead.read(`${home}?sprak=en`), /Goal areas|Målområden/);
});

test('one area: figures with charts, records, deviations without small groups, and as a conforming document', async () => {
  const href = await areaIn('Kontinuitet');
  const page = mainOf(await lead.read(href));
  assert.match(page, /<h2>Tal<\/h2>[\s\S]*Senaste värde/);
  assert.match(page, /utskrivningsplanering[\s\S]*>11</);
  assert.match(page, /läkemedel[\s\S]*visas inte \(färre än 5\)/);
  assert.match(page, /Utan ansvarig: /);
  const pdf = await lead.get(`${href}/fil/pdf?ar=2026`);
  await assertConformingPdf(new Uint8Array(await pdf.arrayBuffer()));
  assert.equal((await lead.get(`${href}/fil/docx`)).status, 200);
});

test('a record is searched for, chosen, shown, and taken out again', async () => {
  const href = await areaIn('Delaktighet');
  const page = await lead.read(`${href}/valj?slag=measure&ord=sjukresor`);
  const [, recordId] = /Samordnade sjukresor[\s\S]*?name="recordId" value="([^"]+)"/.exec(page)!;
  const fields = { noun: 'measure', recordId: recordId! };
  assert.equal((await lead.post(`${href}/valj`, fields)).status, 303);
  assert.equal((await lead.post(`${href}/valj`, fields)).status, 303, 'choosing it again changes nothing');
  assert.match(await lead.read(href), /Samordnade sjukresor/);
  assert.equal((await lead.post(`${href}/ta-bort`, fields)).status, 303);
  assert.doesNotMatch(mainOf(await lead.read(href)), /Samordnade sjukresor/);
  assert.match(await lead.read(`${href}/valj?ord=finnsinte`), /Inget passar sökningen/);
  const unknown = { noun: 'measure', recordId: '00000000-0000-4000-8000-000000000000' };
  assert.equal((await lead.post(`${href}/valj`, unknown)).status, 404);
});

test('an area is added and changed, one name once, and two who change it see each other', async () => {
  assert.match(await (await lead.post(`${home}/ny`, { name: 'Samverkan' })).text(), /heter så[\s\S]*value="Samverkan"/);
  const made = await lead.post(`${home}/ny`, { name: 'Digital vård', deviationKinds: ['digitalSystem'] });
  const href = made.headers.get('location')!;
  const version = versionIn(await lead.read(`${href}/andra`), `${href}/andra`);
  assert.equal((await lead.post(`${href}/andra`, { name: 'Digitalt', version })).status, 303);
  const stale = await lead.post(`${href}/andra`, { name: 'Annat', version });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /Någon annan har sparat[\s\S]*Annat/);
  const [, bodyId] = /<option value="([0-9a-f-]{36})"[^>]*>Granhults kommun/.exec(await lead.read(href))!;
  assert.equal((await lead.post(`${href}/ansvarig`, { bodyId: bodyId!, functionTitle: 'Socialchef' })).status, 303);
  assert.match(await lead.read(href), /Granhults kommun[\s\S]*Socialchef/);
});

test('a member reads everything and is offered nothing', async () => {
  const href = await areaIn('Samverkan');
  for (const path of [home, href]) assert.doesNotMatch(mainOf(await member.read(path)), /<form method="post"/);
  for (const path of [`${home}/ny`, `${href}/valj`, `${href}/andra`])
    assert.equal((await member.get(path)).status, 403);
  assert.equal((await member.post(`${href}/ansvarig`, { bodyId: 'x' })).status, 403);
});
