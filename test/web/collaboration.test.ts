import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAgreement, buildCommission, buildDeliverable } from '../support/build-collaboration.ts';
import { buildConnection } from '../support/build-connections.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { buildBody } from '../support/build-organisation.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

/** The row of a list that leads to a record. */
async function rowsOf(path: string): Promise<(id: string) => string> {
  const rows = (await member.read(path)).split('<tr');
  return (id) => rows.find((row) => row.includes(`/${id}"`)) ?? '';
}

test('an empty list says how records come', async () => {
  const unused = await openDemoSite({ region: false });
  after(unused.close);
  const controller = await unused.signIn('controller');
  for (const path of ['/samverkan', '/samverkan/bestallningar', '/samverkan/leveranser']) {
    const page = await controller.read(path);
    assert.match(page, /Läs in anteckningar eller protokoll från samverkan|läs in protokoll där de lovades/);
    assert.match(page, /href="\/las-in"/);
    assert.match(page, /<a href="\/samverkan" aria-current="(page|true)">Samverkan/, 'the room in the main navigation');
  }
});

test('an agreement shows its term, the last day of notice, its item, and what it belongs together with', async () => {
  const bodyId = await buildBody(site.database, { name: 'Samverkansgruppen' });
  const meetingId = await buildMeeting(site.database, { bodyId, heldOn: '2026-02-03' });
  const agendaItemId = await buildAgendaItem(site.database, { meetingId, number: '8', title: 'Förlängning' });
  const term = { from: '2026-01-01', to: '2027-12-31', noticeMonths: 9 };
  const id = await buildAgreement(site.database, { name: 'Avtal om jourläkare', ...term, agendaItemId });
  const commission = await buildCommission(site.database);
  await buildConnection(site.database, {
    from: { noun: 'commission', id: commission },
    to: { noun: 'agreement', id },
    kind: 'funds',
    reason: 'samma fond',
  });
  const page = await member.read(`/samverkan/avtal/${id}`);
  assert.match(page, /1 januari 2026 – 31 december 2027/);
  assert.match(page, /Sägs upp senast<\/dt><dd>31 mars 2027/);
  assert.match(page, new RegExp(`/sammantraden/${meetingId}#punkt-${agendaItemId}`));
  assert.match(page, new RegExp(`/samverkan/bestallningar/${commission}`));
  assert.match(page, /finansieras av · beställning · eftersom: <span lang="sv">samma fond/);
  assert.match(page, /Registrerat för hand; ingen källa är inläst/);
  assert.match(await member.read(`/samverkan/bestallningar/${commission}`), /finansierar · överenskommelse/);
  const item = await member.read(`/sammantraden/${meetingId}`);
  assert.doesNotMatch(item, /samma fond/);
});

test('an agreement until further notice, one whose day of notice has passed, and one only proposed say so', async () => {
  const running = await buildAgreement(site.database, { name: 'Löpande', from: '2023-01-01', noticeMonths: 6 });
  const ending = { name: 'Snart slut', from: '2023-01-01', to: '2026-12-31', noticeMonths: 6 };
  const late = await buildAgreement(site.database, ending);
  const proposed = await buildAgreement(site.database, { name: 'Förslag', from: '2027-01-01', decided: false });
  const over = await buildAgreement(site.database, { name: 'Förbi', from: '2020-01-01', to: '2020-12-31' });
  const rowOf = await rowsOf('/samverkan');
  assert.match(rowOf(running), /från 1 januari 2023, tills vidare/);
  assert.match(rowOf(running), /när som helst, med 6 månader uppsägningstid/);
  assert.match(rowOf(late), /30 juni 2026, har passerat/);
  assert.match(rowOf(proposed), /föreslagen/);
  assert.match(rowOf(over), /har löpt ut/);
});

test('a commission shows who pays what with the sum, and a sum of the source that differs', async () => {
  const id = await buildCommission(site.database, {
    amounts: [
      { value: 100_000, currency: 'SEK', payer: 'regionen' },
      { value: 50_000, currency: 'SEK', payer: 'kommunerna' },
      { value: 160_000, currency: 'SEK' },
    ],
    shares: [{ payer: 'regionen', fte: 0.2 }],
    fund: 'Stimulansmedel',
  });
  const page = (await member.read(`/samverkan/bestallningar/${id}`)).replace(/\s/g, ' ');
  assert.match(page, /150 000 kr/, 'the sum of the payers');
  assert.match(page, /Källan anger 160 000 kr, men delarna blir 150 000 kr/);
  assert.match(page, /Källan anger 0,25 heltider, men delarna blir 0,20/);
  assert.match(page, /Stimulansmedel/);
  assert.equal((await member.get(`/samverkan/avtal/${id}`)).status, 404);
});

test('a deliverable without a day, and one that slipped, are marked', async () => {
  const dayless = await buildDeliverable(site.database, { what: 'utan dag', dueOn: null });
  const moved = await buildDeliverable(site.database, { what: 'underlaget', dueOn: '2026-06-30', movedTo: '2027-01' });
  const rowOf = await rowsOf('/samverkan/leveranser');
  assert.match(rowOf(dayless), /Utan dag/);
  assert.match(rowOf(dayless), /datum saknas/);
  assert.match(rowOf(moved), /januari 2027[\s\S]*flyttad en gång/);
  const page = await member.read(`/samverkan/leveranser/${moved}`);
  assert.match(page, /30 juni 2026/);
  assert.match(page, /Gäller nu<\/dt><dd>januari 2027/);
});
