import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '../../src/kernel/civil-date.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
});
after(() => site.close());

test('R-TF-3: the form asks neither who nor why, and needs no address', async () => {
  const form = await secretary.read('/utlamnande/ny');
  const fields = [...form.slice(form.indexOf('<main')).matchAll(/ name="(\w+)"/g)].map(([, name]) => name!);
  const asked = fields.filter((name) => !['csrf', 'idempotencyKey'].includes(name));
  assert.deepEqual(asked, ['askedFor', 'bodyId', 'receivedOn', 'matterNumber', 'contact']);
  assert.match(form, /<label for="[^"]*contact">Dit svaret ska <span class="field-optional">/);
  const [, bodyId] = /<option value="([0-9a-f-]{36})"/.exec(form)!;
  const made = await secretary.post('/utlamnande/ny', {
    bodyId: bodyId!,
    askedFor: 'Protokollen från maj',
    receivedOn: addDays(site.services.runtime.today(), -5),
  });
  assert.equal(made.status, 303);
  const href = made.headers.get('location')!;
  assert.match(await secretary.read('/utlamnande'), /En begäran väntar för länge[\s\S]*Protokollen från maj/);
  const answer = { version: '1', answeredOn: site.services.runtime.today() };
  const registered = await secretary.read(href);
  const [, code] = /<code>([A-Z0-9]{4}-[A-Z0-9]{4})<\/code>/.exec(registered)!;
  const follow = async (typed: string) => (await site.app.request(`/begaran?kod=${encodeURIComponent(typed)}`)).text();
  assert.match(await follow(` ${code!.toLowerCase().replace('-', ' ')}`), /väntar/);
  assert.doesNotMatch(
    await follow(code!),
    /Protokollen från maj/,
    'a code that was overheard tells nothing of what was asked for',
  );
  assert.match(await follow('AAAA-AAAA'), /ingen begäran med den koden/);
  assert.equal((await secretary.get(`${href}/beslut.pdf`)).status, 409);
  const bare = await secretary.post(`${href}/svar`, { ...answer, action: 'refuse' });
  assert.equal(bare.status, 422);
  assert.match(await bare.text(), /Ange den bestämmelse som hindrar/);
  const refusal = { action: 'refuse', provisions: 'OSL 25 kap. 1 §', decision: 'Rör enskilds hälsa.' };
  assert.equal((await secretary.post(`${href}/svar`, { ...answer, ...refusal })).status, 303);
  const page = await secretary.read(href);
  assert.match(page, /OSL 25 kap\. 1 §[\s\S]*Rör enskilds hälsa\.[\s\S]*kammarrätten[\s\S]*tre veckor/);
  assert.match(page, /5 dagar/);
  const letter = await secretary.get(`${href}/beslut.docx`);
  assert.match(letter.headers.get('content-type')!, /wordprocessingml/);
  assert.match(await follow(code!), /avslag[\s\S]*OSL 25 kap\. 1 §[\s\S]*tre veckor/);
  assert.doesNotMatch(await follow(code!), /Rör enskilds hälsa/);
  assert.doesNotMatch(await secretary.read('/utlamnande'), /väntar för länge/);
});

test('R-TF-3: what is published stands before no sign-in, and the register is for those who answer', async () => {
  for (const path of ['/anslagstavla', '/anslagstavla/data']) assert.equal((await site.app.request(path)).status, 200);
  const member = await site.signIn('ledamot');
  assert.equal((await member.get('/utlamnande')).status, 403);
  assert.doesNotMatch(await member.read('/'), /href="\/utlamnande"/);
  assert.match(await secretary.read('/'), /href="\/utlamnande"/);
});
