import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { madeUpPersonNumber } from '../support/made-up-person-number.ts';

let site: DemoSite;
let lead: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  lead = await site.signIn('samverkan');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const home = '/samverkan/avvikelser';
const plain = (page: string) => page.replaceAll('\u00a0', ' ');
const mainOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));
const optionIn = (page: string, words: string) => {
  const [, id] = new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>${words}`, 'u').exec(page) ?? [];
  assert.ok(id, `no choice ”${words}”`);
  return id;
};
const versionIn = (page: string, action: string) => {
  const [, version] = new RegExp(`action="${action}"[\\s\\S]*?name="version" value="(\\d+)"`).exec(page) ?? [];
  assert.ok(version, `no version in the form of ${action}`);
  return version;
};

test('the list says what lacks a receiver and which question is open, and is filtered', async () => {
  const page = plain(await lead.read(home));
  assert.match(page, /Ingen funktion är utpekad[\s\S]*Fjällsta kommun/);
  assert.match(page, /Öppen fråga: vem rapporterar vid permission/);
  const medicines = mainOf(await lead.read(`${home}?slag=medicines`));
  assert.match(medicines, /läkemedel<\/div>/);
  assert.doesNotMatch(medicines.slice(medicines.indexOf('<tbody')), /informationsöverföring/);
  assert.match(await lead.read(`${home}?slag=digitalSystem`), /Inga avvikelser passar urvalet/);
  assert.match(plain(await lead.read(`${home}?sprak=en`)), /Deviations|Avvikelser/);
});

test('a report: numbers are never taken, doubts are answered, what was typed stays, and nothing of it is kept', async () => {
  const form = await lead.read(`${home}/ny`);
  const fields = {
    fromBodyId: optionIn(form, 'Granhults kommun'),
    toBodyId: optionIn(form, 'Region Fjällmark'),
    reporterFunction: 'Enhetschef i hemtjänsten',
    relation: 'regionMunicipality',
    level: 'aggregated',
    kind: 'aids',
    chainStep: 'discharge',
    onLeave: 'yes',
    startsOn: '2026-11-02',
    description: `Det gäller ${madeUpPersonNumber} som saknade rullator.`,
  };
  const never = await lead.post(`${home}/ny`, { ...fields, acknowledged: 'on' });
  assert.equal(never.status, 422);
  const shown = await never.text();
  assert.match(shown, /kan vara ett personnummer/);
  assert.match(shown, new RegExp(`${madeUpPersonNumber} som saknade rullator`), 'shown back to the one who wrote it');
  const doubtful = { ...fields, description: 'En 91-åring saknade rullator vid hemkomst.' };
  const asked = await lead.post(`${home}/ny`, doubtful);
  assert.equal(asked.status, 422);
  assert.match(await asked.text(), /pekar ut en person[\s\S]*name="acknowledged"/);
  assert.equal((await lead.post(`${home}/ny`, { ...fields, description: 'Bra.', startsOn: '2027-01-01' })).status, 422);
  const taken = await lead.post(`${home}/ny`, { ...fields, description: 'Hjälpmedel saknas ofta vid hemkomst.' });
  assert.equal(taken.status, 303);
  const page = plain(await lead.read(taken.headers.get('location')!));
  assert.match(page, /Hjälpmedel saknas ofta/);
  assert.match(page, /Vem som rapporterar vid permission: inte avgjort/);
  assert.match(page, /Samverkansledare[\s\S]*avvikelser\.samverkan@fjallmark\.example/);
  const list = await lead.read(home);
  assert.doesNotMatch(list, /640823/);
});

test('on the individual level only that it happened is taken', async () => {
  const form = await lead.read(`${home}/ny`);
  const fields = {
    fromBodyId: optionIn(form, 'Granhults kommun'),
    toBodyId: optionIn(form, 'Region Fjällmark'),
    reporterFunction: 'Enhetschef',
    relation: 'regionMunicipality',
    level: 'individual',
    kind: 'medicines',
    chainStep: 'atHome',
    onLeave: 'no',
    startsOn: '2026-11-02',
  };
  const told = await lead.post(`${home}/ny`, { ...fields, description: 'Så här var det.' });
  assert.match(await told.text(), /beskrivs inte här[\s\S]*Så här var det\./);
  const taken = await lead.post(`${home}/ny`, { ...fields, ownSystem: 'Kommunens system' });
  assert.match(await lead.read(taken.headers.get('location')!), /hanteras i annat system[\s\S]*Kommunens system/);
});

test('a deviation goes from step to step, asks a function, and two who move it at once see each other', async () => {
  const [, href] = /href="(\/samverkan\/avvikelser\/[0-9a-f-]{36})"/.exec(await lead.read(`${home}?lage=reported`))!;
  const page = await lead.read(href!);
  const version = versionIn(page, `${href}/lage`);
  assert.equal((await lead.post(`${href}/lage`, { move: 'receive', version })).status, 303);
  assert.equal((await lead.post(`${href}/lage`, { move: 'investigate', version })).status, 409);
  const next = versionIn(await lead.read(href!), `${href}/lage`);
  const without = await lead.post(`${href}/lage`, { move: 'decideAction', version: next });
  assert.equal(without.status, 422);
  const withMail = await lead.post(`${href}/lage`, { move: 'decideAction', note: 'Ring a@b.se', version: next });
  assert.match(await withMail.text(), /e-postadress[\s\S]*Ring a@b\.se/);
  const functionId = optionIn(await lead.read(href!), 'SAS');
  const asked = await lead.post(`${href}/synpunkt`, { functionId, question: 'Känner ni igen det?' });
  assert.equal(asked.status, 303);
  const [, action] = new RegExp(`action="(${href}/synpunkt/[^"]+)"`).exec(await lead.read(href!))!;
  const answer = { answer: 'Ja, hela hösten.', version: '1' };
  assert.equal((await lead.post(action!, answer)).status, 303);
  assert.equal((await lead.post(action!, { ...answer, version: '2' })).status, 409);
  assert.match(await lead.read(href!), /Ja, hela hösten\./);
});

test('patterns hide small groups in table, chart and file alike', async () => {
  const page = plain(mainOf(await lead.read(`${home}/monster?steg=quarter&fran=2026&till=2026`)));
  const rows = [...page.matchAll(/<tr role="row"[\s\S]*?<\/tr>/g)].map(([row]) => row.replace(/<[^>]+>/g, '|'));
  const row = rows.find((one) => one.includes('utskrivningsplanering'));
  assert.match(row ?? '', /\|5\|/, 'a group of five is shown');
  const few = rows.find((one) => one.includes('läkemedel'));
  assert.ok(few && /visas inte/.test(few) && !/\|[1-4]\|/.test(few), few);
  const csv = await (await lead.get(`${home}/monster/fil/csv?steg=quarter&fran=2026&till=2026`)).text();
  assert.match(csv, /visas inte/);
  assert.doesNotMatch(csv, /;[1-4](?:;|\r?\n)/);
  for (const side of ['relation', 'chainStep', 'level', 'principal'])
    assert.match(await lead.read(`${home}/monster?fordela=${side}&steg=month`), /id="monster"/);
  assert.match(await lead.read(`${home}/monster?fran=2019&till=2019`), /inga avvikelser i perioden/);
});

test('functions, the rule of leave and the pilot are kept in the register', async () => {
  const register = `${home}/register`;
  const page = await lead.read(register);
  const bodyId = optionIn(page, 'Fjällsta kommun');
  const fields = { bodyId, area: 'all', title: 'SAS' };
  const wrong = await lead.post(`${register}/funktion`, { ...fields, mailbox: 'ingen' });
  assert.match(await wrong.text(), /funktionsbrevlåda, till exempel[\s\S]*value="ingen"/);
  assert.equal((await lead.post(`${register}/funktion`, { ...fields, mailbox: 'x@fjallsta.example' })).status, 303);
  assert.equal((await lead.post(`${register}/funktion`, { ...fields, mailbox: 'y@fjallsta.example' })).status, 409);
  assert.doesNotMatch(mainOf(await lead.read(home)), /Fjällsta kommun[^<]* har inte pekat ut/);
  const ended = /action="([^"]+\/avsluta)"/.exec(await lead.read(register))![1]!;
  assert.equal((await lead.post(ended)).status, 303);
  const rule = { rule: 'whoNoticed', motive: 'Beslut i styrgruppen.', validFrom: '2026-11-01' };
  assert.equal((await lead.post(`${register}/permission`, rule)).status, 303);
  assert.equal((await lead.post(`${register}/permission`, rule)).status, 422);
  assert.match(plain(await lead.read(home)), /Vid permission rapporterar den som upptäcker avvikelsen/);
  const pilot = { pilotBodyId: bodyId, site: 'Fjällsta hemsjukvård', startsOn: '2026-12-01' };
  assert.equal((await lead.post(`${register}/pilot`, pilot)).status, 303);
  assert.match(await lead.read(register), /Fjällsta hemsjukvård/);
});

test('an improvement is begun, acted on and ended with what it led to', async () => {
  const list = await lead.read(`${home}/forbattringar`);
  assert.match(list, /Kallelse senast dagen före[\s\S]*1 av 3 klara/);
  const [, href] = /href="(\/samverkan\/avvikelser\/forbattringar\/[0-9a-f-]{36})"/.exec(list)!;
  const page = await lead.read(href!);
  assert.match(page, /försenad/);
  const [, done] = /action="([^"]+\/atgard\/[0-9a-f-]{36})"/.exec(page)!;
  assert.equal((await lead.post(done!)).status, 303);
  const bodyId = optionIn(page, 'Region Fjällmark');
  const action = { what: 'Följ upp', bodyId, responsibleFunction: 'MAS', dueOn: '2027-02-01' };
  assert.equal((await lead.post(`${href}/atgard`, { ...action, dueOn: 'snart' })).status, 422);
  assert.equal((await lead.post(`${href}/atgard`, action)).status, 303);
  const version = versionIn(await lead.read(href!), `${href}/lage`);
  assert.equal((await lead.post(`${href}/lage`, { move: 'finish', version })).status, 422);
  assert.equal((await lead.post(`${href}/lage`, { move: 'finish', effect: 'Det gick bra.', version })).status, 303);
  assert.match(await lead.read(href!), /genomfört[\s\S]*Det gick bra\./);
  const form = await lead.read(`${home}/forbattringar/nytt`);
  const none = { bodyId: optionIn(form, 'Region Fjällmark'), title: 'Nytt', aim: 'Bättre' };
  assert.match(await (await lead.post(`${home}/forbattringar/nytt`, none)).text(), /Välj minst en avvikelse/);
});

test('a member reads everything and is offered nothing', async () => {
  const [, href] = /href="(\/samverkan\/avvikelser\/[0-9a-f-]{36})"/.exec(await member.read(home))!;
  for (const path of [home, href!, `${home}/register`, `${home}/forbattringar`, `${home}/monster`])
    assert.doesNotMatch(mainOf(await member.read(path)), /<form method="post"/);
  assert.equal((await member.get(`${home}/ny`)).status, 403);
  assert.equal((await member.post(`${href}/lage`, { move: 'receive', version: '1' })).status, 403);
});
