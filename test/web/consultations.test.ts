import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rememberSource } from '../../src/domain/matters/index.ts';
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
