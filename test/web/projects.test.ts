import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DemoSite, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';
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

const list = '/samverkan/projekt';
const linkTo = (page: string, words: string, under = list): string => {
  const [, href] = new RegExp(`<a href="(${under}/[^"]+)"[^>]*>[^<]*${words}`, 'u').exec(page) ?? [];
  assert.ok(href, `no link ”${words}”`);
  return href;
};
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)![1]!;
const main = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));

test('the portfolio shows phases, what is late and what comes next, and can be narrowed and taken out', async () => {
  const page = await member.read(list);
  for (const words of ['pausad', 'breddinförande', '1 försenad leverans', 'Mobilt närsjukvårdsteam i norr'])
    assert.ok(page.includes(words), words);
  assert.doesNotMatch(main(page), /\/samverkan\/projekt\/ny"/, 'who only reads is offered nothing to write');
  const late = main(await member.read(`${list}?urval=forsenade`));
  assert.match(late, /Gemensam avvikelsehantering/);
  assert.doesNotMatch(late, /Återanvändbara förkläden/);
  assert.match(main(await member.read(`${list}?namn=MNT`)), /Mobilt närsjukvårdsteam/, 'found by its short form');
  assert.match(main(await member.read(`${list}?fas=idea`)), /Inget projekt passar urvalet/);
  const csv = await (await member.get(`${list}/fil/csv?fas=paused`)).text();
  assert.match(csv, /Levnadsvanemottagning i söder/);
  assert.equal(csv.trim().split('\n').length, 2, 'the file holds what the selection shows');
  assert.equal((await member.get(`${list}/fil/xlsx`)).status, 200);
});

test('one page tells the whole story, with cause, effect and decision, and it leaves the house as a document', async () => {
  const page = await member.read(linkTo(await member.read(list), 'Mobilt närsjukvårdsteam i norr'));
  const story = page.slice(page.indexOf('id="handelser"'), page.indexOf('id="leveranser"'));
  const order = ['idé', 'förstudie', 'beslutade att pröva under två år', '6 av 120 patienter', '44 av 120 patienter'];
  const places = order.map((words) => story.indexOf(words));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
    'in time',
  );
  assert.ok(!places.includes(-1), order[places.indexOf(-1)]);
  assert.match(page, /Disa Lindqvist[\s\S]*Disa Lindqvist/, 'one person may hold two roles');
  assert.match(page, /Uppdraget bakom projektet/);
  assert.doesNotMatch(main(page), /<form method="post"/);
  const paused = await member.read(linkTo(await member.read(list), 'Levnadsvanemottagning i söder'));
  assert.match(paused, /Ekonomin räcker inte[\s\S]*Utbyggnaden skjuts till nästa år/);
  const here = linkTo(await member.read(list), 'Gemensam avvikelsehantering');
  assert.match(await member.read(here), /flyttad 2 gånger/);
  await assertConformingPdf(new Uint8Array(await (await member.get(`${here}/fil/pdf`)).arrayBuffer()));
  for (const path of [
    '/ny',
    `${here.slice(list.length)}/andra`,
    `${here.slice(list.length)}/fas`,
    `${here.slice(list.length)}/plats/ny`,
  ])
    assert.equal((await member.get(`${list}${path}`)).status, 403, path);
});

test('a project is started, asked about when its name is alike, paused with its effects, and never overwritten unseen', async () => {
  const form = await lead.read(`${list}/ny`);
  const [, bodyId] = /name="bodyId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(form)!;
  const fields = {
    name: 'Mobila närsjukvårdsteam norr',
    phase: 'pilot',
    bodyId: bodyId!,
    startsOn: '2026-01',
    aim: 'Mer vård hemma.',
  };
  const asked = await lead.post(`${list}/ny`, fields);
  assert.equal(asked.status, 422);
  const words = await asked.text();
  assert.match(words, /Mobilt närsjukvårdsteam i norr har ett namn som liknar det här/);
  assert.match(words, /Mer vård hemma\./, 'what was typed is kept');
  const wrong = await lead.post(`${list}/ny`, { ...fields, startsOn: '2026-13', isAnother: 'on' });
  assert.match(await wrong.text(), /Skriv en dag, en månad eller ett år som finns/);
  const here = await leadsTo(await lead.post(`${list}/ny`, { ...fields, isAnother: 'on' }));

  const moving = await lead.read(`${here}/fas`);
  const pause = { action: 'pause', on: '2026-02', reason: 'Ingen läkare', version: versionIn(moving) };
  assert.match(await (await lead.post(`${here}/fas`, pause)).text(), /Fyll i fältet/);
  await leadsTo(await lead.post(`${here}/fas`, { ...pause, effects: 'Dröjer ett år' }));
  const meanwhile = await lead.post(`${here}/fas`, { ...pause, action: 'end', effects: 'Slut' });
  assert.equal(meanwhile.status, 409);
  assert.match(await meanwhile.text(), /Någon annan har sparat[\s\S]*Ingen läkare/);
  await leadsTo(await lead.post(`${here}/fas/tidigare`, { phase: 'idea', on: '2025' }));
  const page = await lead.read(here);
  assert.match(page, /Dröjer ett år/);
  assert.ok(page.indexOf('idé') < page.indexOf('Ingen läkare'));
});

test('sites, roles, figures, lessons and deliverables are entered, changed and moved', async () => {
  const here = linkTo(await lead.read(list), 'Återanvändbara förkläden');
  await leadsTo(await lead.post(`${here}/plats/ny`, { name: 'Sjukhuset', state: 'planned', reason: 'Störst åtgång' }));
  await leadsTo(await lead.post(`${here}/roll/ny`, { person: 'Kim Ek', role: 'leader', percent: '50' }));
  const same = { asOf: '2026-01', value: '3', maximum: '10' };
  await leadsTo(await lead.post(`${here}/antal/ny`, same));
  const twice = await lead.post(`${here}/antal/ny`, { ...same, value: '4' });
  assert.equal(twice.status, 422);
  assert.match(await twice.text(), /Det finns redan ett antal för den dagen[\s\S]*value="4"/);
  await leadsTo(await lead.post(`${here}/punkt/ny`, { kind: 'lesson', point: 'Mät innan.', state: 'open' }));
  const page = await lead.read(here);
  const site1 = linkTo(page, 'Ändra<span class="sr-only"> Sjukhuset', `${here}/plats`);
  await leadsTo(await lead.post(site1, { name: 'Sjukhuset', state: 'running', version: '1' }));
  const again = await lead.post(site1, { name: 'Lasarettet', state: 'ended', version: '1' });
  assert.equal(again.status, 409);
  assert.match(await again.text(), /Sparat nu[\s\S]*Lasarettet/);
  const carry = /href="([^"]+\/lardom\/[^"]+)"/.exec(page)![1]!;
  const [, to] = /<option value="((?:assignment|project):[^"]+)"/.exec(await lead.read(carry))!;
  await leadsTo(await lead.post(carry, { to: to!, version: '1' }));
  assert.match(await lead.read(here), /Förd till/);

  await leadsTo(await lead.post(`${here}/leverans/ny`, { what: 'prov på akuten', dueOn: '2026-03' }));
  const deliverable = linkTo(await lead.read(here), 'Prov på akuten', '/samverkan/leveranser');
  const without = await lead.post(`${deliverable}/flytta`, { to: '2026-05', reason: ' ', version: '1' });
  assert.equal(without.status, 422);
  assert.match(await without.text(), /value="2026-05"/);
  await leadsTo(await lead.post(`${deliverable}/flytta`, { to: '2026-05', reason: 'Tvätten är full', version: '1' }));
  const moved = await lead.read(deliverable);
  assert.match(moved, /mars 2026[\s\S]*maj 2026[\s\S]*Tvätten är full/);
  await leadsTo(
    await lead.post(`${deliverable}/andra`, {
      what: 'prov på akuten',
      responsible: 'Kim Ek',
      doneOn: '2026-05-28',
      version: '2',
    }),
  );
  assert.match(await lead.read(deliverable), /lämnad/);
  const other = await lead.post(`${here}/samband`, {
    to: `assignment:${crypto.randomUUID()}`,
    kind: 'concerns',
    reason: 'x',
  });
  assert.equal(other.status, 422);
  assert.match(await lead.read('/samverkan/leveranser'), /Prov på akuten/);
  assert.match(await lead.read(here.replace(list, '/utlamna/projekt')), /Återanvändbara förkläden/);
});
