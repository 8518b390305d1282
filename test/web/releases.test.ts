import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signIn } from '../../src/domain/access/index.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import { carryAll } from '../support/build-releases.ts';
import { type DemoSite, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';

/** Releases through HTTP, without script: what leaves is seen first, arrives as a copy, is answered, and is told in the log. */
let site: DemoSite;
let secretary: Visitor;
let municipality: Visitor;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  municipality = await site.signIn('kommun');
});
after(() => site.close());

const linkIn = (text: string, pattern: RegExp): string => {
  const found = pattern.exec(text)?.[1];
  assert.ok(found, `no ${pattern} on the page`);
  return found;
};
const fieldIn = (text: string, name: string): string => linkIn(text, new RegExp(`name="${name}" value="([^"]*)"`));

test('a document is chosen, checked and released; the other principal reads it, and the log says so', async () => {
  const log = await secretary.read('/utlamnat');
  const known = await secretary.read(linkIn(log, /href="(\/utlamnat\/[0-9a-f-]{36})"/));
  const document = linkIn(known, /href="\/kallor\/([0-9a-f-]{36})"/);
  const path = `/utlamna/handling/${document}`;
  const form = await secretary.read(path);
  const receiver = linkIn(form, /value="([0-9a-f-]{36})"[^>]*><label[^>]*>Granhults kommun/);

  const refused = await secretary.post(path, { ground: 'noSecrecy', note: 'Mitt följebrev' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Ingen mottagare är vald[\s\S]*Mitt följebrev/, 'what was typed is kept');

  const checked = await secretary.post(path, { ground: 'noSecrecy', receivers: receiver, note: 'Mitt följebrev' });
  const seen = await checked.text();
  assert.match(seen, /Granska innan den lämnas ut/);
  const shownHash = fieldIn(seen, 'shownHash');
  const stale = await secretary.post(`${path}/lamna`, { ground: 'noSecrecy', receivers: receiver, shownHash: '0' });
  assert.match(await stale.text(), /har ändrats sedan du såg den/);

  const sent = await secretary.post(`${path}/lamna`, {
    ground: 'noSecrecy',
    receivers: receiver,
    shownHash,
    note: 'Mitt följebrev',
  });
  const release = await leadsTo(sent);
  await carryAll(site.db);
  assert.match(await secretary.read(release), /levererad/);
  const list = await municipality.read('/mottaget');
  const copies = [...list.matchAll(/href="(\/mottaget\/[0-9a-f-]{36})"/g)].map(([, href]) => href!);
  assert.equal(copies.length, 2);
  for (const href of copies) assert.match(await municipality.read(href), /Region Fjällmark/);
  await carryAll(site.db);
  assert.match(await secretary.read(release), /Göta Granlund/, 'the giver sees who read it');
  const csv = await secretary.read('/utlamnat/logg.csv');
  assert.match(csv, /Granhults kommun;läst/);
});

test('an ask stands first and on Idag; an answer that is wrong keeps what was typed, and a right one goes back', async () => {
  assert.match(await municipality.read('/'), /Ställ er bakom/);
  const href = linkIn(await municipality.read('/mottaget'), /href="(\/mottaget\/[0-9a-f-]{36})"/);
  const version = fieldIn(await municipality.read(href), 'version');
  const typed = { outcome: 'endorsed', body: 'Kommunstyrelsen', decidedOn: '', section: '§ 12', version };
  const refused = await municipality.post(`${href}/svar`, typed);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /value="§ 12"/);
  await leadsTo(await municipality.post(`${href}/svar`, { ...typed, decidedOn: '2026-11-20' }));
  const late = await municipality.post(`${href}/svar`, { ...typed, decidedOn: '2026-11-20' });
  assert.equal(late.status, 409, 'somebody else has answered meanwhile');
  await carryAll(site.db);
  assert.match(await secretary.read('/utlamnat'), /Granhults kommun<\/span>[\s\S]{0,900}besvarad/);
  assert.doesNotMatch(await municipality.read('/'), /Ställ er bakom/);
});

test('the administrator invites a guest to a group until a day: the password is shown once, and the list says when it ends', async () => {
  const admin = await site.signIn('admin');
  const lead = await site.signIn('samverkan');
  assert.equal((await lead.get('/konton/gast')).status, 403);
  assert.match(await admin.read('/konton'), /href="\/konton\/gast"/);
  const bodyId = linkIn(await admin.read('/konton/gast'), /<option value="([0-9a-f-]{36})"/);
  const day = (days: number) => addDays(site.services.runtime.today(), days);
  const guest = { name: 'Kim Ek', login: 'kim.ek', email: '', bodyId, until: day(30), idempotencyKey: 'gast-1' };
  for (const until of [day(-1), day(400)]) {
    const refused = await admin.post('/konton/gast', { ...guest, until, idempotencyKey: until });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /value="kim\.ek"/, 'what was typed is kept');
  }
  const made = await (await admin.post('/konton/gast', guest)).text();
  const password = linkIn(made, /<code>([^<]+)<\/code>/);
  const again = await (await admin.post('/konton/gast', guest)).text();
  assert.doesNotMatch(again, /<code>/, 'sent twice, there is one account, and its password is not shown again');
  assert.match(await admin.read('/konton'), /Gäst, <span lang="sv">[^<]+<\/span> <span class="soft">till och med/);
  const { session } = await signIn(site.db, 'kim.ek', password);
  assert.deepEqual(
    session.actor.grants.map(({ role, bodyId: on }) => [role, on]),
    [['guest', bodyId]],
  );
});

test('a guest reads what was let out to guests and comes nowhere else; a member lets nothing out', async () => {
  const guest = await site.signIn('gast');
  const href = linkIn(await guest.read('/gast'), /href="(\/gast\/[0-9a-f-]{36})"/);
  await guest.read(href);
  for (const path of ['/', '/organ', '/utlamnat', '/mottaget', '/utlamnat/mottagare'])
    assert.equal((await guest.get(path)).status, 403, path);
  const member = await site.signIn('ledamot');
  for (const path of ['/utlamnat', '/mottaget', '/gast']) assert.equal((await member.get(path)).status, 403, path);
});
