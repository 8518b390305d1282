import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getWholeAgreement, listAgreements } from '../../src/domain/agreements/index.ts';
import { listCommissions } from '../../src/domain/commissions/index.ts';
import { buildAgreement } from '../support/build-collaboration.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let lead: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  [lead, member] = [await site.signIn('samverkan'), await site.signIn('ledamot')];
});
after(() => site.close());

const whole = (id: string) => site.read((r) => getWholeAgreement(r, id));
async function named(name: string) {
  const found = (await site.read((r) => listAgreements(r))).find((one) => one.name === name);
  assert.ok(found, `the demonstration has ${name}`);
  return found;
}

test('the register is filtered, sorted and taken out by address, and says what nothing fits', async () => {
  const rows = async (query: string) =>
    (await member.read(`/samverkan?${query}`)).match(/<th scope="row"/g)?.length ?? 0;
  assert.ok((await rows('')) >= 6);
  assert.equal(await rows('lage=out'), 1);
  assert.equal(await rows('vantar=decision'), 1);
  assert.equal(await rows('slag=letterOfIntent'), 1);
  assert.equal(await rows('inom=3&sok=korttids'), 1, 'the last day of notice is near');
  assert.match(await member.read('/samverkan?sok=finnsinte'), /Ingen överenskommelse passar urvalet/);
  const sorted = await member.read('/samverkan?sortera=name&ordning=descending');
  assert.match(sorted, /aria-sort="descending"/);
  const csv = await (await member.get('/samverkan/avtal/fil/csv?lage=out')).text();
  assert.match(csv, /Överenskommelse om vård i hemmet/);
  assert.doesNotMatch(csv, /korttidsplatser/);
  assert.equal((await member.get('/samverkan/avtal/fil/xlsx')).status, 200);
  assert.equal((await member.get('/samverkan?lage=påhittat')).status, 422);
});

test('nine of thirteen have decided: the page shows each with body, day and number, and whom it waits for', async () => {
  const { id } = await named('Överenskommelse om vård i hemmet');
  const page = await member.read(`/samverkan/avtal/${id}`);
  assert.match(page, /<b>9<\/b> godkänd/);
  assert.match(page, /<b>4<\/b> väntar på beslut/);
  assert.match(page, /RF 2026\/118/);
  assert.match(page, /godkänd med reservation/);
  assert.match(page, /Kostnaden för hjälpmedel ska följas upp/);
  assert.doesNotMatch(page, /parter\/alla/, 'who only reads gets no buttons');
  const compared = await member.read(`/samverkan/avtal/${id}/jamfor?fran=1&till=2`);
  assert.match(compared, /<ins>/);
  assert.match(compared, /sju dagar efter utskrivning/);
  const earlier = await member.read(`/samverkan/avtal/${id}/jamfor?fran=foregangare&till=2`);
  assert.match(earlier, /<del>/);
  assert.equal((await member.get(`/samverkan/avtal/${id}/jamfor?till=9`)).status, 404);
  const pdf = await member.get(`/samverkan/avtal/${id}/fil/pdf`);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  const paper = await member.read(`/samverkan/avtal/${id}/fil/html`);
  assert.match(paper, /Underskrifter/);
  assert.match(paper, /inget beslut på plats/);
});

test('the last four decide: nothing typed is lost on the way, two who write at once see both texts, and then it is decided', async () => {
  const { id } = await named('Överenskommelse om vård i hemmet');
  const waiting = (await whole(id)).parties.filter(({ decision }) => decision === null);
  const [first, ...others] = waiting;
  const path = (partyId: string) => `/samverkan/avtal/${id}/parter/${partyId}/beslut`;
  const decision = {
    outcome: 'approved',
    decidedBy: 'Kommunfullmäktige',
    decidedOn: '2026-11-16',
    diaryNumber: 'KS 26/9',
    version: '0',
  };
  const wrong = await lead.post(path(first!.id), { ...decision, decidedOn: '2027-01-01' });
  assert.equal(wrong.status, 422);
  const again = await wrong.text();
  assert.match(again, /Dagen har inte varit än/);
  assert.match(again, /value="KS 26\/9"/);
  assert.equal((await lead.post(path(first!.id), decision)).status, 303);
  const late = await lead.post(path(first!.id), { ...decision, outcome: 'declined', remarks: 'Nej tack.' });
  assert.equal(late.status, 409);
  const both = await late.text();
  assert.match(both, /Någon annan har sparat medan du skrev/);
  assert.match(both, /avslagen/);
  for (const party of others) assert.equal((await lead.post(path(party.id), decision)).status, 303);
  const page = await lead.read(`/samverkan/avtal/${id}`);
  assert.match(page, /Samtliga 13 har beslutat/);
  assert.match(page, /beslutad text, låst/);
  assert.equal((await whole(id)).from, '2026-11-16');
  assert.equal((await lead.post(`/samverkan/avtal/${id}/text`, { text: 'Ny', madeOn: '2026-11-20' })).status, 422);
});

test('a claim stands as a claim until somebody goes through it, and the parties then say what they rest on', async () => {
  const { id } = await named('Överenskommelse om familjecentraler');
  const before = await lead.read(`/samverkan/avtal/${id}`);
  assert.match(before, /En källa säger att 13 huvudmän har beslutat/);
  assert.match(before, /Inga beslut finns på plats/);
  assert.match(before, /försenat/);
  assert.match(before, /1 av 1 steg klara/);
  const { claims, parties } = await whole(id);
  const path = `/samverkan/avtal/${id}/uppgift/${claims[0]!.id}`;
  assert.match(await lead.read(path), /Källan talar om 13, och 13 parter väntar/);
  assert.equal((await lead.post(path, { version: '1', partyIds: [] })).status, 422);
  assert.equal((await lead.post(path, { version: '1', partyIds: parties.map((one) => one.id) })).status, 303);
  const after = await lead.read(`/samverkan/avtal/${id}`);
  assert.match(after, /Samtliga 13 har beslutat/);
  assert.match(after, /För 13 av dem är underlaget en uppgift i en källa/);
  assert.match(after, /enligt uppgift i källa: <q/);
});

test('a new agreement goes from the form over parties to the decision; what does not fit comes back as it was typed', async () => {
  const fields = { name: 'Överenskommelse om tolkar', kind: 'agreement', startsWhen: 'onDay', alarmMonths: '12, 6' };
  const wrong = await lead.post('/samverkan/avtal/ny', {
    ...fields,
    to: '2027-12-31',
    openEnded: 'on',
    alarmMonths: 'tolv',
  });
  assert.equal(wrong.status, 422);
  const page = await wrong.text();
  assert.match(page, /Det som gäller tills vidare har ingen slutdag/);
  assert.match(page, /value="tolv"/);
  const made = await lead.post('/samverkan/avtal/ny', {
    ...fields,
    openEnded: 'on',
    noticeMonths: '9',
    from: '2026-01-01',
  });
  const here = made.headers.get('location')!;
  assert.match(here, /^\/samverkan\/avtal\/[0-9a-f-]{36}$/);
  const id = here.split('/').at(-1)!;
  assert.equal((await lead.post(`${here}/lage`, { move: 'sendOut', version: '1' })).status, 422, 'nobody to wait for');
  assert.equal((await lead.post(`${here}/parter`, { kind: 'police', name: 'Polisen', decides: 'on' })).status, 303);
  assert.equal((await lead.post(`${here}/parter`, { kind: 'police', name: 'polisen' })).status, 422);
  assert.equal((await lead.post(`${here}/lage`, { move: 'sendOut', version: '1' })).status, 303);
  const [party] = (await whole(id)).parties;
  assert.equal(
    (await lead.post(`${here}/parter/${party!.id}`, { kind: 'police', name: 'Polisområdet', version: '1' })).status,
    303,
    'it only signs after all',
  );
  assert.equal((await lead.post(`${here}/parter/${party!.id}/ta-bort`, { version: '2' })).status, 303);
  assert.equal((await lead.post(`${here}/lage`, { move: 'decide', version: '2' })).status, 422, 'what shows it?');
  assert.equal(
    (await lead.post(`${here}/lage`, { move: 'decide', version: '2', reason: 'Protokoll § 4' })).status,
    303,
  );
  assert.equal(
    (await lead.post(`${here}/steg`, { what: 'Utse ansvarig', stepFor: 'together', responsible: 'Chefen' })).status,
    303,
  );
  const [step] = (await whole(id)).steps;
  const done = { what: 'Utse ansvarig', responsible: 'Chefen', doneOn: '2026-11-01', version: '1' };
  assert.equal((await lead.post(`${here}/steg/${step!.id}`, done)).status, 303);
  assert.equal((await lead.post(`${here}/steg/${step!.id}`, done)).status, 409);
  assert.equal((await lead.post(`${here}/steg/${step!.id}/ta-bort`, { version: '2' })).status, 303);
  const given = await lead.post(`${here}/sag-upp`, { givenOn: '2026-11-20', givenBy: 'Regionen', version: '3' });
  assert.equal(given.status, 303);
  assert.match(await lead.read(here), /20 november 2026 av Regionen\. Upphör 20 augusti 2027/);
});

test('facts that somebody else changed meanwhile come back with both texts; who only reads changes nothing', async () => {
  const id = await buildAgreement(site.database, { name: 'Avtal om provtagning', from: '2026-01-01' });
  const path = `/samverkan/avtal/${id}/andra`;
  const fields = {
    name: 'Avtal om provtagning',
    kind: 'contract',
    startsWhen: 'onDay',
    openEnded: 'on',
    from: '2026-01-01',
  };
  assert.equal((await lead.post(path, { ...fields, area: 'Labb', version: '1' })).status, 303);
  const late = await lead.post(path, { ...fields, area: 'Primärvård', version: '1' });
  assert.equal(late.status, 409);
  const page = await late.text();
  assert.match(page, /Labb/);
  assert.match(page, /value="Primärvård"/);
  assert.equal((await member.post(path, { ...fields, version: '2' })).status, 403);
  assert.equal((await member.get('/samverkan/avtal/ny')).status, 403);
  assert.equal((await lead.get(`/samverkan/avtal/${id}/uppgift/${id}`)).status, 404);
});

test('an agreement and a commission are connected from their own pages, and both ends show it; what is not on the list is refused', async () => {
  const { id } = await named('Överenskommelse om vård i hemmet');
  const [commission] = await site.read((r) => listCommissions(r));
  assert.ok(commission);
  const here = `/samverkan/avtal/${id}`;
  assert.match(await lead.read(here), /Knyt till något/);
  assert.match(await lead.read(`${here}/samband`), new RegExp(`value="commission:${commission.id}"`));
  const wrong = await lead.post(`${here}/samband`, { to: `agreement:${id}`, kind: 'concerns', reason: 'sig själv' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /sig själv/, 'what was typed is kept');
  const reason = 'Beställningen bär avtalet';
  assert.equal(
    (await lead.post(`${here}/samband`, { to: `commission:${commission.id}`, kind: 'funds', reason })).status,
    303,
  );
  for (const page of [here, `/samverkan/bestallningar/${commission.id}`])
    assert.match(await member.read(page), new RegExp(reason), page);
  const again = await lead.post(`${here}/samband`, { to: `commission:${commission.id}`, kind: 'funds', reason });
  assert.deepEqual([again.status, /redan knutna till varandra/.test(await again.text())], [422, true]);
  assert.match(await lead.read(`/samverkan/bestallningar/${commission.id}/samband`), /Projekt: /);
  assert.equal((await member.get(`${here}/samband`)).status, 403);
  assert.doesNotMatch(await member.read(here), /Knyt till något/);
});
