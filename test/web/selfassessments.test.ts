import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createAccount, grantRole } from '../../src/domain/access/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { type DemoSite, demoPassword, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

let site: DemoSite;
let controller: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  controller = await site.signIn('controller');
  member = await site.signIn('ledamot');
});
after(() => site.close());

/** Somebody who answers for one unit of the demonstration and holds no other role. */
async function answererOf(unit: string, login: string): Promise<Visitor> {
  await site.write('account.administer', async (w) => {
    const body = await findBodyByName(w, unit);
    const accountId = await createAccount(w, { login, name: `Prov ${login}`, password: demoPassword });
    await grantRole(w, { accountId, role: 'caseOfficer', bodyId: body!.id, validFrom: '2023-01-01' });
  });
  return await site.signIn(login);
}

const linksIn = (page: string, pattern: RegExp): readonly string[] => [
  ...new Set([...page.matchAll(pattern)].map(([, href]) => href!)),
];
const assessments = /href="(\/larande-uppfoljning\/[0-9a-f-]{36})"/gu;
const rounds = /href="(\/larande-uppfoljning\/omgang\/[0-9a-f-]{36})"/gu;
const points = /href="(\/larande-uppfoljning\/punkt\/[0-9a-f-]{36})"/gu;
const partiesIn = (page: string) => linksIn(page, /name="partyId" value="([^"]+)"/gu);

test('everybody sees the rounds and the whole, and nobody but those who take part an assessment', async () => {
  const list = await member.read('/larande-uppfoljning');
  assert.equal(linksIn(list, rounds).length, 2);
  assert.deepEqual(linksIn(list, assessments), []);
  assert.match(list, /12 av 12 överens/);
  assert.match(list, /Steg 1–2[\s\S]*Steg 3–4/);
  for (const round of linksIn(list, rounds))
    assert.deepEqual(linksIn(await member.read(round), assessments), [], 'not even a line of an assessment');
  const [first] = linksIn(await controller.read('/larande-uppfoljning'), assessments);
  assert.equal((await member.get(first!)).status, 403);
  assert.equal((await member.get('/larande-uppfoljning/ny')).status, 403);

  const nurse = await answererOf('Vårdcentralen Tallen', 'tallen');
  const own = linksIn(await nurse.read('/larande-uppfoljning'), assessments);
  assert.equal(own.length, 1);
  assert.match(await nurse.read(own[0]!), /Vårdcentralen Tallen och Hemsjukvården i Sjövik/);
  assert.equal((await nurse.get(first!)).status, 404, 'the assessment of other units is not there');
  assert.equal((await nurse.get(`${first!}/fil/pdf`)).status, 404);
});

test('a pair answers, keeps what was typed when it does not fit, and agrees side by side', async () => {
  const list = await controller.read('/larande-uppfoljning');
  const here = linksIn(list, assessments).at(-1)!;
  const before = await controller.read(here);
  assert.match(before, /Innan ni kan vara överens/);
  assert.doesNotMatch(before, /Vi är överens<span/);
  const [, last] = /name="(answers\.q9\.value)"/.exec(await controller.read(`${here}/svara`))!;
  const named = await controller.post(`${here}/svara`, {
    [last!]: `Gäller 19121212-${'1212'}`,
    'answers.q1.value': '3',
    'answers.q1.version': '0',
    'answers.q9.version': '0',
  });
  assert.equal(named.status, 422);
  assert.match(await named.text(), /Här står ett personnummer[\s\S]*Gäller 19121212/);

  const codes = ['1', '2', '3', '4', '5', '6', '7'];
  const fields = Object.fromEntries([
    ...codes.flatMap((code) => [
      [`answers.q${code}.value`, '2'],
      [`answers.q${code}.version`, '0'],
    ]),
    ['answers.q9.value', 'Rond varje vecka.'],
    ['answers.q9.version', '0'],
  ]);
  assert.equal(await leadsTo(await controller.post(`${here}/svara`, fields)), here);
  const stale = await controller.post(`${here}/svara`, { ...fields, 'answers.q1.value': '4' });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /value="4"[^>]*checked/);

  const page = await controller.read(here);
  for (const partyId of partiesIn(page)) {
    const empty = await controller.post(`${here}/deltagare`, { partyId, participants: ' ', version: '1' });
    assert.equal(empty.status, 422);
    await leadsTo(await controller.post(`${here}/deltagare`, { partyId, participants: 'En chef', version: '1' }));
  }
  const ready = await controller.read(here);
  assert.doesNotMatch(ready, /Innan ni kan vara överens/);
  const noted = { partyId: partiesIn(ready)[0]!, question: '1', step: '1', note: '' };
  assert.equal((await controller.post(`${here}/olika`, noted)).status, 422);
  await leadsTo(await controller.post(`${here}/olika`, { ...noted, note: 'Vi ser det annorlunda.' }));
  for (const partyId of partiesIn(ready)) await leadsTo(await controller.post(`${here}/overens`, { partyId }));
  const agreed = await controller.read(here);
  assert.match(agreed, /Vi ser det annorlunda/);
  assert.doesNotMatch(agreed, /\/svara"/);
  const late = { 'answers.q1.value': '4', 'answers.q1.version': '1' };
  assert.equal((await controller.post(`${here}/svara`, late)).status, 409);
  await leadsTo(await controller.post(`${here}/oppna`));
  assert.match(await controller.read(here), /\/svara"/);
});

test('the plan: a point is added, told of and changed; last year’s is told of and carried over', async () => {
  const list = await controller.read('/larande-uppfoljning');
  const [here] = linksIn(list, assessments).slice(1);
  const [, bodyId] = /name="responsibleBodyId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(
    await controller.read(here!),
  )!;
  const fields = {
    what: 'Träffas varje månad',
    responsibleBodyId: bodyId!,
    responsibleFunction: '',
    dueOn: '2027-02-01',
  };
  const wrong = await controller.post(`${here}/plan`, fields);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Träffas varje månad/);
  await leadsTo(await controller.post(`${here}/plan`, { ...fields, responsibleFunction: 'enhetschef' }));
  const [point] = linksIn(await controller.read(here!), points);
  assert.equal((await member.get(point!)).status, 403);
  const untold = await controller.post(`${point}/beratta`, { move: 'finish', told: '', version: '1' });
  assert.equal(untold.status, 422);
  await leadsTo(
    await controller.post(`${point}/beratta`, { move: 'start', told: 'Första mötet hölls.', version: '1' }),
  );
  assert.match(await controller.read(point!), /Första mötet hölls/);
  assert.equal(
    (await controller.post(`${point}/beratta`, { move: 'finish', told: 'Klart.', version: '1' })).status,
    409,
  );
  const changed = { ...fields, responsibleFunction: 'chef', version: '2' };
  await leadsTo(await controller.post(`${point}/andra`, changed));
});

test('the trend shows both years, and the paper is an accessible PDF', async () => {
  const list = await controller.read('/larande-uppfoljning');
  const [here] = linksIn(list, assessments);
  const page = await controller.read(here!);
  assert.match(page, /class="scale-trend" id="trend"[\s\S]*2025[\s\S]*2026/);
  assert.match(page, /Förra årets plan/);
  const answer = await controller.get(`${here}/fil/pdf`);
  assert.equal(answer.status, 200);
  await assertConformingPdf(new Uint8Array(await answer.arrayBuffer()));
  assert.equal((await controller.get(`${here}/fil/docx`)).status, 200);
});

test('a round is prepared, gets units, is opened and closed for good', async () => {
  const form = await controller.read('/larande-uppfoljning/ny');
  const option = (name: string) =>
    new RegExp(`name="${name}"[\\s\\S]*?<option value="([0-9a-f-]{36})"`).exec(form)![1]!;
  const fields = {
    title: 'Prov',
    bodyId: option('bodyId'),
    formVersionId: option('formVersionId'),
    year: '2026',
    dueOn: '2026-12-20',
  };
  const wrong = await controller.post('/larande-uppfoljning/ny', { ...fields, dueOn: '2020-01-01' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Dagen har passerat/);
  const round = await leadsTo(await controller.post('/larande-uppfoljning/ny', fields));
  const empty = await controller.post(`${round}/lage`, { move: 'open', version: '1' });
  assert.match(await empty.text(), /Omgången har inga enheter/);
  const page = await controller.read(round);
  const units = [...page.matchAll(/<option value="([0-9a-f-]{36})">(?:Vårdcentralen|Hemsjukvården)/gu)].map(
    ([, id]) => id!,
  );
  const one = { 'units.0': units[0]!, 'units.1': units[0]! };
  assert.match(await (await controller.post(`${round}/enheter`, one)).text(), /Enheten står två gånger/);
  await leadsTo(
    await controller.post(`${round}/enheter`, { 'units.0': units[0]!, 'units.1': units[1]!, 'units.2': '' }),
  );
  await leadsTo(await controller.post(`${round}/lage`, { move: 'open', version: '1' }));
  assert.equal((await controller.post(`${round}/lage`, { move: 'open', version: '2' })).status, 409);
  assert.equal(
    (await controller.post(`${round}/andra`, { title: 'Ny', dueOn: '2026-12-21', version: '1' })).status,
    409,
  );
  await leadsTo(await controller.post(`${round}/lage`, { move: 'close', version: '2' }));
  assert.match(await controller.read(round), /avslutad/);
});
