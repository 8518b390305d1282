import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { attachDocument, freezeAgenda } from '../../src/domain/meetings/index.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import { buildDocument } from '../support/build-matters.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { buildBody } from '../support/build-organisation.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

let site: DemoSite;
before(async () => {
  site = await openDemoSite();
});
after(() => site.close());
const path = '/handlingar-till-fullmaktige';

test('R-KL-74: everybody reads and fetches the budget proposal without signing in, once the notice is sent', async () => {
  const bytes = new TextEncoder().encode('Budgetförslag för prov');
  const sha256 = await site.services.blobs.put(bytes);
  const bodyId = await buildBody(site.database, { kind: 'assembly', name: 'Provfullmäktige' });
  const heldOn = addDays(site.services.runtime.today(), 30);
  const meetingId = await buildMeeting(site.database, { bodyId, heldOn });
  const itemId = await buildAgendaItem(site.database, { meetingId, title: 'Budget', number: '1' });
  const budget = { kind: 'other', title: 'Provbudget', sha256, size: bytes.length, bodyId } as const;
  const documentId = await buildDocument(site.database, { ...budget, fileName: 'budget.txt' });
  await site.write('meeting.edit', (w) => attachDocument(w, { itemId, documentId }));
  const anybody = (at = '') => site.app.request(`${path}${at}`);
  const secretary = await site.signIn('sekreterare');
  assert.doesNotMatch(await secretary.read(path), /Provbudget/);
  await site.write('meeting.edit', (w) => freezeAgenda(w, { meetingId, expectedNumber: 0 }));

  assert.doesNotMatch(await (await anybody()).text(), /Provbudget/, 'nobody has said what it is');
  assert.equal((await anybody(`/${documentId}`)).status, 404);
  assert.match(await secretary.read(path), /Visas inte för allmänheten[\s\S]*Provbudget/);
  const told = await secretary.post(`${path}/${documentId}/slag`, { kind: 'budgetProposal', version: '1' });
  assert.equal(told.status, 303);

  const page = await (await anybody()).text();
  assert.match(page, /Provbudget[\s\S]*budgetförslag[\s\S]*Provfullmäktige/);
  const fetched = await anybody(`/${documentId}`);
  assert.equal(fetched.status, 200);
  assert.match(fetched.headers.get('content-disposition')!, /^attachment/);
  assert.equal(await fetched.text(), 'Budgetförslag för prov');
  assert.match(await (await site.app.request('/anslagstavla')).text(), /href="\/handlingar-till-fullmaktige"/);
});
