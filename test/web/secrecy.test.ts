import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { listMarks } from '../../src/domain/secrecy/index.ts';
import { buildDocument, buildMatter } from '../support/build-matters.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

const secret = 'Granatkråka';
let site: DemoSite;
let secretary: Visitor;
let documentId: string;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  documentId = await buildDocument(site.database, {
    title: `Skrivelse från ${secret}`,
    sourceText: `Om väntan\n\n${secret} skriver om sin mor.\n\nHon bor på ${secret}gatan.\n`,
  });
});
after(() => site.close());

test('a field is marked on a form that keeps what was typed, and everybody else reads the public words', async () => {
  const path = `/sekretess/markera/handling/${documentId}`;
  assert.match(await secretary.read(`/kallor/${documentId}`), new RegExp(`href="${path}"`));
  await secretary.read(path);
  const wrong = await secretary.post(path, { field: 'title', level: 'secret', publicText: 'Skrivelse i ärende' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Ange bestämmelsen[\s\S]*value="Skrivelse i ärende"/);
  const input = { field: 'title', level: 'secret', provision: 'osl-26-1', publicText: 'Skrivelse i ärende' };
  const made = await secretary.post(path, { ...input, reviewOn: '2027-01-31' });
  assert.equal(made.status, 303);
  const mark = made.headers.get('location')!;
  assert.match(await secretary.read(mark), new RegExp(`Skyddad text[\\s\\S]*${secret}[\\s\\S]*OSL 26 kap. 1 §`));
  const member = await site.signIn('ledamot');
  const seen = await member.read(`/kallor/${documentId}`);
  assert.match(seen, /Skrivelse i ärende/);
  assert.doesNotMatch(seen.slice(0, seen.indexOf('rad-1')), new RegExp(secret));
  assert.equal((await member.get(mark)).status, 403);
  assert.equal((await member.get('/sekretess')).status, 403);
  const list = await secretary.read('/sekretess?niva=secret');
  assert.match(list, /Handling, titeln/);
  assert.doesNotMatch(list, new RegExp(secret));
  const csv = await (await secretary.get('/sekretess/fil/csv?niva=secret')).text();
  assert.match(csv, /Handling, titeln/);
  assert.doesNotMatch(csv, new RegExp(secret));
  const again = await secretary.post(path, input);
  assert.equal(again.status, 409);
  assert.match(await again.text(), /har redan en sekretessmarkering/);

  assert.equal((await secretary.post(`${mark}/hav`, { reason: '' })).status, 422);
  assert.equal((await secretary.post(`${mark}/hav`, { reason: 'Prövat på nytt.' })).status, 303);
  assert.match(await secretary.read(mark), /Hävd[\s\S]*Prövat på nytt\./);
  assert.match(await member.read(`/kallor/${documentId}`), new RegExp(secret), 'control: the text is back');
  assert.match(await secretary.read('/sekretess?lage=havda'), /Handling, titeln/);
});

test('a masked copy has nothing of what was masked, in any of its files', async () => {
  const path = `/kallor/${documentId}/maska`;
  assert.match(await secretary.read(path), /type="checkbox"[\s\S]*skriver om sin mor/);
  const none = await secretary.post(path, { title: 'Skrivelse', provision: 'osl-26-1' });
  assert.equal(none.status, 422);
  assert.match(await none.text(), /Kryssa för minst ett stycke/);
  const named = await secretary.post(path, { title: `Om ${secret}`, provision: 'osl-26-1', words: secret });
  assert.equal(named.status, 422);
  assert.match(await named.text(), /går fortfarande att läsa/);
  const made = await secretary.post(path, {
    title: 'Skrivelse',
    provision: 'osl-26-1',
    words: secret,
    paragraphs: ['0'],
  });
  assert.equal(made.status, 303);
  const copy = made.headers.get('location')!;
  const page = await secretary.read(copy);
  assert.match(page, /\[maskat: OSL 26 kap. 1 §\]/);
  assert.doesNotMatch(page, /Granat/i);
  for (const format of ['pdf', 'docx', 'html']) {
    const answer = await secretary.get(`${copy}/fil/${format}`);
    assert.equal(answer.status, 200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const parts = format === 'docx' ? Object.values(unzipSync(bytes)) : [bytes];
    for (const part of parts) assert.doesNotMatch(Buffer.from(part).toString('utf8'), /granatkråka|Om väntan/i);
  }
  const member = await site.signIn('ledamot');
  assert.equal((await member.get(copy)).status, 403);
  assert.equal((await member.get(path)).status, 403);
});

test('the demonstration has marks to look at, and what they keep stands on no page of the document', async () => {
  const marks = await site.read((r) => listMarks(r));
  assert.ok(marks.length >= 2);
  const member = await site.signIn('ledamot');
  for (const { recordId } of marks)
    assert.doesNotMatch(await member.read(`/kallor/${recordId}`), /Provbo/, 'neither title nor text');
});

test('the level of a matter is set with its provision, kept with what was typed, and lowered only by who reads what comes out', async () => {
  const matterId = await buildMatter(site.database, { publicTitle: 'Skrivelse om en placering' });
  const path = `/arenden/${matterId}/sekretess`;
  const registrar = await site.signIn('admin');
  const page = await secretary.read(`/arenden/${matterId}`);
  if (!page.includes(`href="${path}"`)) assert.fail('the matter leads to the form');
  const input = { secrecyLevel: 'secret', publicTitle: 'Ett enskilt ärende', version: '1' };
  const bare = await secretary.post(path, input);
  assert.equal(bare.status, 422);
  assert.match(await bare.text(), /value="Ett enskilt ärende"/);
  const protectedTitle = `Placering av ${secret}`;
  assert.equal((await secretary.post(path, { ...input, provision: 'osl-26-1', protectedTitle })).status, 303);
  assert.match(await secretary.read(`/arenden/${matterId}`), new RegExp(`OSL 26 kap\\. 1 §|${secret}`));
  const member = await site.signIn('ledamot');
  assert.doesNotMatch(await member.read(`/arenden/${matterId}`), new RegExp(secret));
  for (const other of [member, registrar]) assert.equal((await other.get(path)).status, 403);
  assert.equal((await secretary.post(path, { ...input, secrecyLevel: 'open' })).status, 409, 'an older version');
  assert.equal((await secretary.post(path, { ...input, secrecyLevel: 'open', version: '2' })).status, 303);
  assert.doesNotMatch(await secretary.read(`/arenden/${matterId}`), new RegExp(secret), 'nothing is left to protect');
});
