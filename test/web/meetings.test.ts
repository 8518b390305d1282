import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findAssignmentByRef } from '../../src/domain/assignments/index.ts';
import { listDecisions } from '../../src/domain/decisions/index.ts';
import { getMeeting, listMeetings, type MeetingDetail, moveMeeting } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { type DemoSite, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let other: Visitor;
let local: string;
let board: string;
before(async () => {
  site = await openDemoSite();
  local = (await site.read((r) => findBodyByName(r, 'Beredning för lokal vård')))!.id;
  board = (await site.read((r) => findBodyByName(r, 'Hälso- och sjukvårdsnämnden')))!.id;
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
  other = await secretaryOf(site, 'Hälso- och sjukvårdsnämnden');
});
after(() => site.close());

const form = { kind: 'meeting', heldOn: '2027-02-11', startsAt: '09:00', endsAt: '15:00', place: 'Sal Eken' };

/** Plans a meeting through its form and answers it as it stands in the register. */
async function plan(heldOn: string, more: Record<string, string> = {}): Promise<MeetingDetail> {
  const answer = await secretary.post('/sammantraden/planera', { ...form, bodyId: local, heldOn, ...more });
  assert.equal(answer.status, 303, await answer.text());
  return await read(answer.headers.get('location')!.split('/').at(-1)!);
}
const read = (id: string) => site.read((r) => getMeeting(r, id));
const path = (meeting: { id: string }) => `/sammantraden/${meeting.id}`;
async function addItem(meeting: { id: string }, title: string, number = ''): Promise<string> {
  const answer = await secretary.post(`${path(meeting)}/punkter/ny`, {
    title,
    number,
    category: 'information',
    presenters: 'Asta Wermelin\nJorun Eklöv',
  });
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get('location')!.split('#punkt-')[1]!;
}

test('the list shows what is to come first, and fits year, body and state', async () => {
  await plan('2026-10-22', { bodyId: board, alreadyHeld: 'on' });
  const all = await secretary.read('/sammantraden');
  assert.ok(all.indexOf('Kommande') < all.indexOf('Tidigare'));
  assert.ok(all.indexOf('Sammanträde 3 december 2026') < all.indexOf('Sammanträde 17 september 2026'));
  assert.match(all, /skulle ha justerats 5 november 2026, 17 dagar försenad/, 'an overdue adjustment is said in words');
  const some = await secretary.read(`/sammantraden?ar=2025&organ=${board}`);
  assert.match(some, /Sammanträde 12 juni 2025/);
  assert.doesNotMatch(some, /Sammanträde 15 maj 2025|2026<\/a>/);
  assert.match(await secretary.read('/sammantraden?ar=1999'), /Inget sammanträde passar urvalet/);
});

test('who may not plan sees no button and is refused; another body’s secretary is refused by the verb', async () => {
  assert.doesNotMatch(await member.read('/sammantraden'), /Planera sammanträde/);
  await member.read('/sammantraden/planera', 403);
  assert.equal((await member.post('/sammantraden/planera', { ...form, bodyId: local })).status, 403);
  assert.equal((await other.post('/sammantraden/planera', { ...form, bodyId: local })).status, 403);
  const choices = await other.read('/sammantraden/planera');
  const select = choices.slice(choices.indexOf('id="field-bodyId"'), choices.indexOf('</select>'));
  assert.match(select, /Hälso- och sjukvårdsnämnden/);
  assert.doesNotMatch(select, /Beredning för lokal vård/);
  const meeting = await plan('2027-01-14');
  const itemId = await addItem(meeting, 'Sluten punkt');
  const link = `${path(meeting)}/punkter/${itemId}`;
  for (const page of [
    '/andra',
    '/tidplan',
    '/lage/kalla',
    '/punkter/ny',
    `/punkter/${itemId}`,
    `/punkter/${itemId}/beslut`,
  ]) {
    await other.read(`${path(meeting)}${page}`, 403);
    await member.read(`${path(meeting)}${page}`, 403);
  }
  const posts: [string, Record<string, string>][] = [
    [`${path(meeting)}/andra`, { ...form, version: '1' }],
    [`${path(meeting)}/lage/kalla`, { version: '1' }],
    [`${path(meeting)}/kallade`, {}],
    [`${path(meeting)}/tidplan`, { slots: '09:00–09:15 Öppnande' }],
    [`${path(meeting)}/punkter/ny`, { title: 'Nej', category: 'information' }],
    [link, { title: 'Nej', category: 'information', version: '1' }],
    [`${link}/flytta`, { direction: 'later', version: '1' }],
    [`${link}/ta-bort`, { version: '1' }],
    [`${link}/uppdrag`, { assignmentId: local }],
    [`${link}/beslut`, { title: 'Nej', clauses: 'att neka', state: 'proposed', bodyId: local }],
  ];
  for (const [where, fields] of posts) {
    assert.equal((await other.post(where, fields)).status, 403, `another secretary at ${where}`);
    assert.equal((await member.post(where, fields)).status, 403, `a member at ${where}`);
  }
  const page = await other.read(path(meeting));
  assert.doesNotMatch(page, /Ändra punkten|Koppla uppdrag|Lägg till punkt|>Kalla</);
});

test('faults of a form are shown with what was typed; the same form sent twice is one meeting', async () => {
  const wrong = await secretary.post('/sammantraden/planera', { ...form, bodyId: local, startsAt: '25:00' });
  const text = await wrong.text();
  assert.equal(wrong.status, 422);
  assert.match(text, /Skriv klockslaget med fyra siffror/);
  assert.match(text, /value="Sal Eken"/);
  const twice = { ...form, bodyId: local, heldOn: '2027-03-11', idempotencyKey: 'samma-nyckel' };
  const [one, two] = [
    await secretary.post('/sammantraden/planera', twice),
    await secretary.post('/sammantraden/planera', twice),
  ];
  assert.equal(one.headers.get('location'), two.headers.get('location'));
  const again = await secretary.post('/sammantraden/planera', { ...form, bodyId: local, heldOn: '2027-03-11' });
  assert.match(await again.text(), /redan ett sammanträde av det slaget den dagen/);
});

test('two who change the same meeting: the second sees both texts and can save over the first knowingly', async () => {
  const meeting = await plan('2027-03-18');
  const change = (place: string, version: number) =>
    secretary.post(`${path(meeting)}/andra`, { ...form, heldOn: '2027-03-18', place, version: String(version) });
  assert.equal((await change('Sal Björken', 1)).status, 303);
  const conflict = await change('Sal Linden', 1);
  const text = await conflict.text();
  assert.equal(conflict.status, 409);
  assert.match(text, /Någon annan har sparat medan du skrev/);
  assert.match(text, /Sal Björken/);
  assert.match(text, /value="Sal Linden"/);
  assert.match(text, /name="version" value="2"/);
  assert.equal((await change('Sal Linden', 2)).status, 303);
  assert.equal((await read(meeting.id)).place, 'Sal Linden');
});

test('the adjustment deadline names its rule, or says that none binds the kind of body', async () => {
  const free = await plan('2027-04-08');
  assert.match(await secretary.read(path(free)), /R-KL-53[^<]*gäller inte för beredning/);
  const bound = await plan('2027-04-08', { bodyId: board });
  const page = await secretary.read(path(bound));
  assert.match(page, /senast 22 april 2027/);
  assert.match(page, /R-KL-53\. Protokollet ska justeras senast 14 dagar/);
});

test('items are added, changed, moved, linked to assignments and removed', async () => {
  const meeting = await plan('2027-04-15');
  const first = await addItem(meeting, 'Första punkten');
  const second = await addItem(meeting, 'Andra punkten');
  assert.deepEqual(
    (await read(meeting.id)).items.map(({ title, presenters }) => [title, presenters.length]),
    [
      ['Första punkten', 2],
      ['Andra punkten', 2],
    ],
  );
  const item = (id: string) => `${path(meeting)}/punkter/${id}`;
  assert.equal((await secretary.post(`${item(second)}/flytta`, { direction: 'earlier', version: '1' })).status, 303);
  assert.equal((await read(meeting.id)).items[0]?.id, second);
  const unknown = await secretary.post(item(first), {
    title: 'Ny',
    category: 'theme',
    matter: '99XX99999',
    version: '1',
  });
  assert.match(await unknown.text(), /Inget ärende har det diarienumret/);
  const changed = await secretary.post(item(first), {
    title: 'Ny rubrik',
    category: 'theme',
    matter: '26RF01017',
    version: '1',
  });
  assert.equal(changed.status, 303, await changed.text());
  const stale = await secretary.post(item(first), { title: 'Min rubrik', category: 'theme', version: '1' });
  const staleText = await stale.text();
  assert.equal(stale.status, 409);
  assert.match(staleText, /Ny rubrik[\s\S]*Min rubrik/);

  const found = await secretary.read(`${item(first)}/uppdrag?sok=2026:4`);
  const assignment = await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 4 }));
  assert.match(found, new RegExp(assignment!.id));
  assert.match(await secretary.read(`${item(first)}/uppdrag?sok=finnsinte`), /Inget uppdrag passar/);
  const officer = await site.signIn('handlaggare');
  assert.equal((await officer.post(`${item(first)}/uppdrag`, { assignmentId: assignment!.id })).status, 303);
  assert.match(await secretary.read(path(meeting)), /2026:4 <span lang="sv">/);
  assert.equal((await secretary.post(`${item(first)}/uppdrag/ta-bort`, { assignmentId: assignment!.id })).status, 303);
  assert.deepEqual((await read(meeting.id)).items.find(({ id }) => id === first)?.assignments, []);
  assert.equal((await secretary.post(`${item(second)}/ta-bort`, { version: '1' })).status, 303);
  assert.equal((await read(meeting.id)).items.length, 1);
  await secretary.read(`/sammantraden/${(await plan('2027-04-22')).id}/punkter/${first}`, 404);
});

test('a decision without mandate is warned of and recorded; a proposal is changed and made, not before its day', async () => {
  const meeting = await plan('2026-11-05', { alreadyHeld: 'on' });
  const itemId = await addItem(meeting, 'Rapporten');
  const decide = `${path(meeting)}/punkter/${itemId}/beslut`;
  assert.match(await secretary.read(decide), /Beredning för lokal vård har ingen beslutanderätt i sak/);
  const fields = { title: 'Rapporten', bodyId: local, state: 'proposed' };
  const wrong = await secretary.post(decide, { ...fields, clauses: 'godkänna rapporten' });
  assert.match(await wrong.text(), /Skriv varje beslutssats på en egen rad/);
  assert.equal((await secretary.post(decide, { ...fields, clauses: 'att bygga ett sjukhus' })).status, 303);
  assert.match(await secretary.read(path(meeting)), /att bygga ett sjukhus\.<span class="clause-warning">/);
  const [decision] = (await site.read((r) => listDecisions(r, { meetingId: meeting.id }))).decisions;
  const at = `${path(meeting)}/beslut/${decision!.id}`;
  const better = { title: 'Rapporten', clauses: 'att godkänna rapporten\natt lämna den till nämnden', version: '1' };
  assert.equal((await secretary.post(at, better)).status, 303);
  const conflict = await secretary.post(at, { ...better, clauses: 'att avslå' });
  assert.equal(conflict.status, 409);
  assert.match(await conflict.text(), /att lämna den till nämnden[\s\S]*att avslå/);
  assert.equal((await other.post(`${at}/fatta`, { version: '2' })).status, 403);
  assert.equal((await secretary.post(`${at}/fatta`, { version: '2' })).status, 303);
  const page = await secretary.read(path(meeting));
  assert.match(page, /Beredning för lokal vård beslutar/);
  assert.doesNotMatch(page, /clause-warning|Ändra förslaget/);
  assert.equal((await secretary.post(`${at}/ta-bort`, { version: '3' })).status, 409, 'a decision that is made stays');

  const ahead = await plan('2027-05-06');
  const later = await addItem(ahead, 'Senare');
  const early = await secretary.post(`${path(ahead)}/punkter/${later}/beslut`, {
    ...fields,
    state: 'made',
    clauses: 'att godkänna rapporten',
  });
  assert.match(await early.text(), /har inte hållits än/);
});

test('the timetable refuses a line that cannot be, and keeps what another wrote', async () => {
  const meeting = await plan('2027-05-13');
  const itemId = await addItem(meeting, 'Aktuellt', '1');
  const line = (index: number, minutes: string, title: string, more: Record<string, string> = {}) => ({
    [`rows.${index}.minutes`]: minutes,
    [`rows.${index}.title`]: title,
    ...more,
  });
  const send = (rows: Record<string, string>, before = '') =>
    secretary.post(`${path(meeting)}/tidplan`, { ...rows, before });
  const wrong = await send({ ...line(0, 'en kvart', 'Öppnande'), ...line(1, '30', '') });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Skriv hur många minuter raden tar[\s\S]*href="#field-rows-1-title"/);
  assert.equal((await send({ ...line(0, '900', 'Öppnande'), ...line(1, '90', 'Efter midnatt') })).status, 422);
  const told = { 'rows.1.item': itemId, 'rows.1.presenters': 'Asta Wermelin, Jorun Eklöv' };
  assert.equal((await send({ ...line(0, '15', 'Öppnande'), ...line(1, '30', 'Aktuellt', told) })).status, 303);
  const { slots } = await read(meeting.id);
  assert.deepEqual(
    slots.map(({ startsAt, title, presenters, agendaItemId }) => [startsAt, title, presenters.length, agendaItemId]),
    [
      ['09:00', 'Öppnande', 0, null],
      ['09:15', 'Aktuellt', 2, itemId],
    ],
  );
  const conflict = await send(line(0, '60', 'Annat'));
  assert.equal(conflict.status, 409);
  assert.match(await conflict.text(), /Aktuellt – Asta Wermelin, Jorun Eklöv[\s\S]*09:00–10:00 Annat/);
});

test('states follow the table: summoning fetches the seats with the vacancy, what cannot be done has no button', async () => {
  const meeting = await plan('2026-11-12');
  assert.equal((await secretary.post(`${path(meeting)}/lage/kalla`, { version: '1' })).status, 303);
  const summoned = await secretary.read(path(meeting));
  assert.match(summoned, /Ledamöter kallas[\s\S]*Vakant \(S\)[\s\S]*Ersättare underrättas/);
  assert.equal((await secretary.post(`${path(meeting)}/lage/avsluta`, { version: '2' })).status, 303);
  assert.equal((await secretary.post(`${path(meeting)}/lage/stall-in`, { version: '3' })).status, 409);
  const stale = await secretary.post(`${path(meeting)}/lage/justera`, { version: '1' });
  assert.equal(stale.status, 409);
  await site.write('meeting.edit', (w) =>
    moveMeeting(w, { meetingId: meeting.id, action: 'adjust', expectedVersion: 3 }),
  );
  const done = await secretary.read(path(meeting));
  assert.doesNotMatch(done, /Ändra punkten|Lägg till punkt|>Avsluta<|>Ställ in</);
  await secretary.read(`${path(meeting)}/lage/annat`, 404);
});

test('every figure and name of the list leads to its record', async () => {
  const { meetings } = await site.read((r) => listMeetings(r, { limit: 1 }));
  const page = await secretary.read(path(meetings[0]!));
  assert.match(page, new RegExp(`/organ/${meetings[0]!.body.id}`));
  await secretary.read('/sammantraden/00000000-0000-4000-8000-000000000000', 404);
});
