import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rememberSource } from '../../src/domain/matters/index.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import { buildConsultation } from '../support/build-consultations.ts';
import { buildDocument } from '../support/build-matters.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

test('an empty list says how records come', async () => {
  const unused = await openDemoSite({ region: false });
  after(unused.close);
  const page = await (await unused.signIn('controller')).read('/remisser');
  assert.match(page, /Läs in en remissammanställning/);
  assert.match(page, /href="\/las-in"/);
});

test('a consultation shows each response at its address, the count of each stance, and where it was read', async () => {
  const { id, responseIds } = await buildConsultation(site.database, 'Provets målbild', [
    { respondent: 'Sjöberga', receivedOn: '2026-01-15', sender: 'KS', stance: 'supports', comment: 'Bra mål' },
    { respondent: 'Granby', stance: 'opposes' },
    { respondent: 'Nordmark', receivedOn: '2026-01-20' },
    { respondent: 'Fjällbo' },
  ]);
  const documentId = await buildDocument(site.database, { title: 'Remissammanställning', sourceText: 'Sjöberga KS\n' });
  await site.write('intake.confirm', async (w) => {
    const at = { documentId, start: 0, end: 8, line: 1, rule: 'table', confidence: 1 };
    await rememberSource(w, { noun: 'consultationResponse', recordId: responseIds[0]!, ...at });
    await w.log({ noun: 'consultationResponse', recordId: responseIds[0]!, summary: 'source' });
  });
  const page = await member.read(`/remisser/${id}`);
  for (const responseId of responseIds) assert.ok(page.includes(`id="svar-${responseId}"`));
  assert.match(page, /Har svarat: 3 av 4/);
  for (const words of ['tillstyrker', 'avstyrker', 'ingen uttalad ställning', 'inget svar'])
    assert.match(page, new RegExp(`<dt>${words}</dt><dd>1</dd>`));
  assert.match(page, /Bra mål/);
  assert.match(page, /\/kallor\/stycke\/[^"]+">rad 1</);
  assert.ok(page.includes(`/kallor/${documentId}`));
  const row = (await member.read('/remisser')).split('<tr').find((one) => one.includes(`/remisser/${id}`));
  assert.match(row!, /3 av 4/);
  assert.equal((await member.get(`/remisser/${documentId}`)).status, 404);
});

test('R-FL-3: a secretary asks several at once on the web, reminds, and enters what came in', async () => {
  const secretary = await site.signIn('sekreterare');
  const today = site.services.runtime.today();
  const form = await secretary.read('/remisser/ny');
  assert.doesNotMatch(await member.read('/remisser'), /\/remisser\/ny/);
  const bodyId = /<option value="([0-9a-f-]{36})"/.exec(form)![1]!;
  const fields = { bodyId, title: 'Provets kulturplan', scope: 'Mål 3 och kostnaderna', dueOn: addDays(today, 30) };
  const recipients = 'Granby kommun <kommun@granby.example>\nByaföreningen';
  const early = await secretary.post('/remisser/ny', { ...fields, recipients, dueOn: addDays(today, -1) });
  assert.equal(early.status, 422);
  assert.match(await early.text(), /Sista svarsdag ligger före[\s\S]*Granby kommun &lt;kommun@granby.example&gt;/);
  const made = await secretary.post('/remisser/ny', { ...fields, recipients });
  assert.equal(made.status, 303);
  const href = made.headers.get('location')!;
  const question = await secretary.read(`${href}/skicka`);
  assert.match(question, /1 får ett brev[\s\S]*Saknar adress[^<]*Byaföreningen/);
  assert.equal((await secretary.post(`${href}/skicka`, { version: '1' })).status, 303);
  assert.equal((await secretary.post(`${href}/skicka`, { version: '2' })).status, 409);
  assert.equal((await secretary.post(`${href}/paminn`)).status, 303);
  const page = await secretary.read(href);
  assert.match(page, /påmind/);
  assert.equal(page.match(/väntas/g)?.length, 2);
  const answer = /href="(\/remisser\/[0-9a-f-]{36}\/svar\/[0-9a-f-]{36})"/.exec(page)![1]!;
  const came = { version: '1', receivedOn: today, sender: 'Kommunstyrelsen', stance: 'supports', comment: 'Bra.' };
  assert.equal((await secretary.post(answer, { ...came, receivedOn: addDays(today, 1) })).status, 422);
  assert.equal((await secretary.post(answer, came)).status, 303);
  assert.match(await secretary.read(href), /Har svarat: 1 av 2[\s\S]*tillstyrker[\s\S]*svar har kommit/);
  const both = await secretary.post(answer, { ...came, comment: 'Något annat.' });
  assert.equal(both.status, 409);
  assert.match(await both.text(), /Bra\.[\s\S]*Något annat\./);
  assert.equal((await member.post(answer, came)).status, 403);
});
