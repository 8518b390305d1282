import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { authorize } from '../../src/domain/access/index.ts';
import { listPublications } from '../../src/domain/publications/index.ts';
import { findPublished, listAuthorities, type PublishedNoun } from '../../src/domain/published/index.ts';
import { publicationOfPath } from '../../src/web/pages/publications/publication-paths.ts';
import { openDemoSite } from '../support/demo-site.ts';

const site = await openDemoSite();
after(site.close);
const secretary = await site.signIn('sekreterare');
const officer = await site.signIn('handlaggare');
const db = site.services.db;

const register = (states: Parameters<typeof listPublications>[1]) =>
  db.read(authorize(secretary.actor, 'record.read'), (r) => listPublications(r, states));
const open = async (noun: PublishedNoun, id: string) => {
  const [authority] = await db.readPublic(listAuthorities);
  return db.readPublic((r) => findPublished(r, authority!, noun, id));
};

test('the register shows what is public and what waits, filtered, and as a table to take away', async () => {
  const list = await secretary.read('/publicering');
  assert.match(list, /väntar på granskning/);
  assert.match(await secretary.read('/publicering?slag=beslut&lage=published'), /beslut/);
  assert.equal((await secretary.get('/publicering/register.csv?lage=published')).status, 200);
  const member = await site.signIn('ledamot');
  assert.equal((await member.get('/publicering')).status, 403);
});

test('a published record is taken back in one click with a reason, and proposed again from its page', async () => {
  const { publications } = await register({ noun: 'decision', states: ['published'] });
  const { noun, recordId } = publications[0]!;
  const path = publicationOfPath(noun, recordId);
  assert.match(await secretary.read(path), /Publicerad i lydelse 1/);
  const empty = await secretary.post(`${path}/dra-tillbaka`, { withdrawReason: '' });
  assert.equal(empty.status, 422);
  assert.ok(await open(noun, recordId));
  assert.equal((await secretary.post(`${path}/dra-tillbaka`, { withdrawReason: 'Fel handling' })).status, 303);
  assert.equal(await open(noun, recordId), undefined);
  const page = await secretary.read(path);
  assert.match(page, /Grinden hittar inget/);
  assert.match(page, /Fel handling/);
  assert.equal((await secretary.post(`${path}/foresla`, {})).status, 303);
  assert.ok(await open(noun, recordId));
});

test('who proposed does not review; what was typed is kept when an answer is missing', async () => {
  const { publications } = await register({ noun: 'minutes', states: ['awaitingReview'] });
  const waiting = publications[0]!;
  const path = publicationOfPath(waiting.noun, waiting.recordId);
  const fields = { publicationId: waiting.id, version: String(waiting.version), reason0: 'Trafikplanerare i tjänst' };
  const refused = await secretary.post(`${path}/granska`, fields);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Trafikplanerare i tjänst/);
  assert.equal(
    (await officer.post(`${path}/granska`, fields)).status,
    403,
    'a case officer proposes and does not review',
  );
  const answers = Object.fromEntries(
    waiting.findings.flatMap((_, index) => [
      [`ruling${index}`, 'asIs'],
      [`reason${index}`, 'Namnet hör till tjänsten'],
    ]),
  );
  assert.equal((await secretary.post(`${path}/granska`, { ...fields, ...answers })).status, 303);
  assert.ok(await open(waiting.noun, waiting.recordId));
});

test('a record that has changed since shows word by word what changes for readers, and asks to be looked at', async () => {
  const { publications } = await register({ noun: 'matter', states: ['published'] });
  const { recordId } = publications[0]!;
  const path = publicationOfPath('matter', recordId);
  assert.doesNotMatch(await secretary.read(path), /Det här ändras för den som läser/);
  await site.database.db.pool.query(
    `update matter set public_title = public_title || ' och skogsvägar' where id = $1`,
    [recordId],
  );
  const page = await secretary.read(path);
  assert.match(page, /Det här ändras för den som läser/);
  assert.match(page, /<ins>och skogsvägar<\/ins>/);
  assert.doesNotMatch(page, /<ins>[^<]*<\/ins>\s*<ins>och skogsvägar/, 'what stayed is not told as new');
});
