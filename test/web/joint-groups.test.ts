import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let lead: Visitor;
before(async () => {
  site = await openDemoSite();
  lead = await site.signIn('samverkan');
});
after(() => site.close());

const first = (page: string, pattern: RegExp) => {
  const found = pattern.exec(page)?.[1];
  assert.ok(found, `nothing on the page fits ${pattern}`);
  return found;
};
const groupPath = async () =>
  first(
    await lead.read('/samverkan/grupper'),
    /href="(\/samverkan\/grupper\/[0-9a-f-]{36})">Öppna<span class="sr-only"> Chefsgrupp/,
  );

test('COL-02: the structure is a tree, and an empty place in it is seen and filled', async () => {
  const list = await lead.read('/samverkan/grupper');
  assert.match(list, /Länsdelsgrupp söder/);
  assert.match(list, /Öreby kommun[\s\S]*ingen representant/);
  const group = await groupPath();
  const page = await lead.read(group);
  const form = first(
    page,
    new RegExp(`href="(${group}/utse\\?for=[0-9a-f-]{36})">Utse<span class="sr-only"> för Öreby`),
  );
  const forBodyId = new URLSearchParams(form.split('?')[1]).get('for')!;
  const wrong = await lead.post(`${group}/utse`, {
    forBodyId,
    capacity: 'representative',
    title: 'socialchef',
    validFrom: '',
  });
  assert.equal(wrong.status, 422);
  const again = await wrong.text();
  assert.match(again, /value="socialchef"/, 'what was typed stays');
  const done = await lead.post(`${group}/utse`, {
    forBodyId,
    capacity: 'representative',
    name: 'Ove Örn',
    validFrom: '2026-11-20',
  });
  assert.equal(done.status, 303);
  assert.match(await lead.read(group), /Ove Örn/);
  assert.match(await lead.read('/samverkan/grupper'), /Alla som ska företrädas är företrädda/);
});

test('J-14: who reports at each meeting is set in the form, and two who change it do not overwrite each other', async () => {
  const group = await groupPath();
  const page = await lead.read(`${group}/rapporterar`);
  const seen = first(page, /name="seen" value="([^"]*)"/);
  const field = first(page, /name="(item\.[0-9a-f-]{36})"/);
  const saved = await lead.post(`${group}/rapporterar`, { seen, [field]: 'Rapport från au' });
  assert.equal(saved.status, 303);
  assert.match(await lead.read(group), /i punkten ”Rapport från au”/);
  assert.equal((await lead.post(`${group}/rapporterar`, { seen, [field]: 'Annat' })).status, 409);
});

test('what a principal owes stands by kind and in order of need, and leaves as a table', async () => {
  const matrix = await lead.read('/samverkan/huvudman');
  const way = first(matrix, /href="(\/samverkan\/huvudman\/[0-9a-f-]{36}\?slag=endorsement)"[^>]*>1</);
  const page = await lead.read(way);
  assert.match(page, /data-tone="late"|Försenat|försenat/);
  assert.match(page, /Ställningstagande före beslut/);
  const csv = await lead.read(`${way.split('?')[0]}/oppet.csv`);
  assert.match(csv, /Ställningstagande före beslut/);
  assert.match(await lead.read('/samverkan/huvudman.csv'), /Öreby kommun/);
});

test('DEC-12: where somebody stands is noted with its source, and a member may look and not note', async () => {
  const matrix = await lead.read('/samverkan/huvudman');
  const way = first(matrix, /href="(\/samverkan\/huvudman\/[0-9a-f-]{36}\?slag=endorsement)"[^>]*>1</);
  const commission = first(await lead.read(way), /href="(\/samverkan\/bestallningar\/[0-9a-f-]{36})" lang="sv"/);
  const stands = first(await lead.read(commission), /href="(\/samverkan\/stallning\/commission\/[0-9a-f-]{36})"/);
  const page = await lead.read(stands);
  assert.match(page, /svaret är sent/);
  const byBodyId = first(page, /\?organ=([0-9a-f-]{36})#anteckna">Anteckna<span class="sr-only"> för Hedviks/);
  const seen = first(page, /name="seen" value="([^"]*)"/).replaceAll('&quot;', '"');
  const bare = await lead.post(stands, { byBodyId, outcome: 'endorsedWithRemark', seen });
  assert.equal(bare.status, 422);
  const noted = { byBodyId, outcome: 'notEndorsed', remarks: 'Ryms inte i budgeten.', toldIn: 'KS 2026/7', seen };
  assert.equal((await lead.post(stands, noted)).status, 303);
  assert.match(await lead.read(stands), /ställer sig inte bakom[\s\S]*Ryms inte i budgeten\.[\s\S]*KS 2026\/7/);
  assert.equal((await lead.post(stands, { ...noted, outcome: 'endorsed' })).status, 409);
  const member = await site.signIn('ledamot');
  assert.doesNotMatch(await member.read(stands), /id="anteckna"/);
  assert.equal((await member.post(stands, noted)).status, 403);
});
