import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bodyNames } from '../../src/demo/region.ts';
import { type DemoSite, leadsTo, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let lead: Visitor;
before(async () => {
  site = await openDemoSite();
  lead = await site.signIn('samverkan');
});
after(() => site.close());

const season = {
  title: 'Samtal i Granby',
  kind: 'citizen',
  fromOn: '2026-10-05',
  participants: '200',
  participantsQualifier: 'over',
};
const boardIn = (form: string) => new RegExp(`<option value="([0-9a-f-]{36})">${bodyNames.board}<`).exec(form)![1]!;
const optionIn = (form: string, name: string) =>
  new RegExp(`name="${name}"[\\s\\S]*?<option value="([0-9a-f-]{36})"`).exec(form)![1]!;
const note = async () =>
  await leadsTo(await lead.post('/dialoger/ny', { ...season, bodyId: boardIn(await lead.read('/dialoger/ny')) }));

test('a dialogue is noted with how sure its number is, what was learnt, and what that changed', async () => {
  const href = await note();
  assert.match(await lead.read(href), /Deltagare<\/dt><dd>drygt 200/);
  const form = await lead.read(`${href}/lardomar/ny`);
  const goalStatementId = optionIn(form, 'goalStatementId');
  const insight = { kind: 'conclusion', insight: 'Bussen går för sällan.', goalStatementId };
  await leadsTo(await lead.post(`${href}/lardomar/ny`, insight));
  const page = await lead.read(href);
  assert.match(page, /Bussen går för sällan\.[\s\S]*Har inte lett till något än/);
  const own = new RegExp(`${href}/lardomar/[0-9a-f-]{36}`).exec(page)![0];
  const change = await lead.read(`${own}/andring`);
  const none = await lead.post(`${own}/andring`, { sentence: 'En tur till om dagen.' });
  assert.equal(none.status, 422);
  assert.match(await none.text(), /bara ett av dem[\s\S]*En tur till om dagen\./);
  await leadsTo(
    await lead.post(`${own}/andring`, { sentence: 'En tur till om dagen.', planId: optionIn(change, 'planId') }),
  );
  assert.match(await lead.read(href), /Vad det ändrade:[\s\S]*En tur till om dagen\.[\s\S]*\(plan, /);
  assert.match(await lead.read('/dialoger?slag=citizen&ar=2026'), /Samtal i Granby[\s\S]*1 av 1 lärdomar/);
  assert.match(await lead.read('/dialoger?ar=2019'), /Ingen dialog stämmer/);
  const [, goal] = /href="(\/mal\/[0-9a-f-]{36})"/.exec(await lead.read(href))!;
  assert.match(await lead.read(goal!), /Vad människor har sagt[\s\S]*Bussen går för sällan\.[\s\S]*Samtal i Granby/);
});

test('what was typed stays when it cannot be saved, and when somebody else was first', async () => {
  const bodyId = boardIn(await lead.read('/dialoger/ny'));
  const bad = await lead.post('/dialoger/ny', {
    ...season,
    bodyId,
    toOn: '2026-01-01',
    summary: 'Vi talade om bussar.',
  });
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /före första dagen[\s\S]*Vi talade om bussar\./);
  const href = await note();
  await leadsTo(await lead.post(`${href}/andra`, { ...season, title: 'Först', version: '1' }));
  const late = await lead.post(`${href}/andra`, { ...season, title: 'Sedan', version: '1' });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Först[\s\S]*Sedan/);
});

test('a reader sees and does not change; a secretary of another body does not either', async () => {
  const href = await note();
  const member = await site.signIn('ledamot');
  assert.doesNotMatch(await member.read(href), /lardomar\/ny|\/andra"/);
  assert.equal((await member.get('/dialoger/ny')).status, 403);
  const stranger = await secretaryOf(site, bodyNames.transit);
  const insight = { kind: 'conclusion', insight: 'Min egen tanke.' };
  assert.equal((await stranger.post(`${href}/lardomar/ny`, insight)).status, 403);
  assert.equal((await stranger.post(`${href}/andra`, { ...season, version: '1' })).status, 403);
});

test('an insight is reached only through its own dialogue', async () => {
  const href = await note();
  const other = await note();
  await leadsTo(await lead.post(`${href}/lardomar/ny`, { kind: 'conclusion', insight: 'Här.' }));
  const own = /\/lardomar\/[0-9a-f-]{36}/.exec(await lead.read(href))![0];
  assert.equal((await lead.get(`${other}${own}`)).status, 404);
});
