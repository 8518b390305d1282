import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { tieAccountToPerson } from '../../src/domain/access/index.ts';
import { callUpItem, declareDisqualification, openMeeting } from '../../src/domain/attendance/index.ts';
import { findMatterByNumber } from '../../src/domain/matters/index.ts';
import {
  changeAgendaItem,
  findMemo,
  freezeAgenda,
  getAgendaVersion,
  getMeeting,
  type MeetingDetail,
} from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { buildRoster } from '../support/build-attendance.ts';
import { type DemoSite, demoOrigin, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let other: Visitor;
let local: string;
before(async () => {
  site = await openDemoSite();
  local = (await site.read((r) => findBodyByName(r, 'Beredning för lokal vård')))!.id;
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
  other = await secretaryOf(site, 'Hälso- och sjukvårdsnämnden');
});
after(() => site.close());

const read = (id: string) => site.read((r) => getMeeting(r, id));
const path = (meeting: { id: string }) => `/sammantraden/${meeting.id}`;

async function plan(heldOn: string): Promise<MeetingDetail> {
  const form = { kind: 'meeting', startsAt: '09:00', endsAt: '12:00', place: 'Sal Eken', bodyId: local, heldOn };
  const answer = await secretary.post('/sammantraden/planera', form);
  assert.equal(answer.status, 303, await answer.text());
  return await read(answer.headers.get('location')!.split('/').at(-1)!);
}
async function post(address: string, form: Record<string, string>): Promise<string> {
  const answer = await secretary.post(address, form);
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get('location')!;
}
async function addItem(meeting: { id: string }, title: string, more: Record<string, string> = {}): Promise<string> {
  const where = await post(`${path(meeting)}/punkter/ny`, { title, category: 'decision', ...more });
  return where.split('#punkt-')[1]!;
}

test('standing items are put in, a matter is opened from the form, and the agenda is frozen and supplemented', async () => {
  const meeting = await plan('2026-12-16');
  const work = `${path(meeting)}/dagordning`;
  assert.match(await secretary.read(work), /Dagordningen är tom/);
  await post(`${work}/staende`, {});
  const put = await read(meeting.id);
  const closing = put.items.find(({ standing }) => standing === 'closing')!;
  assert.match(
    await secretary.read(path(meeting)),
    /att jämte ordföranden justera dagens protokoll utse [^<]+ med [^<]+ som ersättare/,
  );
  const refused = await secretary.post(`${path(meeting)}/punkter/ny`, {
    title: 'Rapport',
    category: 'decision',
    matter: '27RS4711',
  });
  assert.equal(refused.status, 422);
  await addItem(meeting, 'Rapport', { matter: '27RS4711', openMatter: 'on', beforeItemId: closing.id });
  const matter = await site.read((r) => findMatterByNumber(r, '27RS4711'));
  assert.deepEqual([matter?.publicTitle, matter?.bodyId], ['Rapport', local]);
  await post(`${work}/numrera`, {});
  const numbers = (await read(meeting.id)).items.map(({ number, title }) => `${number} ${title}`);
  assert.ok(numbers.includes('4 Rapport') && numbers.includes('5.1 Aktuellt från verksamheten'), numbers.join());

  await post(`${work}/frys`, { version: '0' });
  assert.match(await secretary.read(work), /Inget har ändrats sedan det senaste utskicket/);
  await addItem(meeting, 'Sent ärende');
  const pending = await secretary.read(work);
  assert.match(pending, /Ny punkt:<\/strong> <span lang="sv">\d+ Sent ärende/);
  assert.match(pending, /väntar på tilläggskallelse/);
  await post(`${work}/frys`, { version: '1' });
  const frozen = await member.read(`${work}/versioner/1`);
  assert.doesNotMatch(frozen, /Sent ärende/, 'the notice reads as it did when it was sent');
  const supplement = await member.read(`${work}/versioner/2`);
  assert.match(supplement, /Tilläggskallelse 1/);
  assert.doesNotMatch(supplement, /Till dagordningen/, 'a member has no way to a page that would refuse');
  assert.match(supplement, /Ny punkt:<\/strong> <span lang="sv">\d+ Sent ärende/);
  assert.match(await member.read(path(meeting)), /versioner\/2/);
  await member.read(`${work}/versioner/3`, 404);
  assert.equal((await secretary.post(`${work}/frys`, { version: '2' })).status, 409);
});

test('who may not edit the meeting reads its versions and cannot work on its agenda', async () => {
  const meeting = await plan('2027-02-17');
  const work = `${path(meeting)}/dagordning`;
  await member.read(work, 403);
  await other.read(work, 403);
  assert.equal((await other.post(`${work}/staende`, {})).status, 403);
  await other.read(`/sammantraden/staende-punkter/${local}`, 403);
});

test('an item with its memo: written, completed, ready, and frozen with the notice', async () => {
  const meeting = await plan('2027-02-18');
  const itemId = await addItem(meeting, 'Rapportering till nämnden');
  const item = `${path(meeting)}/punkter/${itemId}`;
  assert.match(await secretary.read(`${item}/pm`), /Punkten har inget förslag till beslut än/);
  await post(`${item}/beslut`, {
    title: 'Rapportering',
    clauses: 'att godkänna rapporten',
    state: 'proposed',
    bodyId: local,
  });
  await post(`${item}/pm`, { version: '0', officer: 'Ada Ek', summary: 'Kort om ärendet.', nonePerspectives: 'on' });
  const draft = await secretary.read(`${item}/pm`);
  assert.match(draft, /att godkänna rapporten/);
  assert.match(draft, /Ekonomiska konsekvenser: Beskriv konsekvenserna/);
  const both = await secretary.post(`${item}/pm`, {
    version: '1',
    officer: 'Ada Ek',
    summary: 'Kort',
    perspectives: 'Stora',
    nonePerspectives: 'on',
  });
  assert.equal(both.status, 422);
  await post(`${item}/pm`, {
    version: '1',
    officer: 'Ada Ek',
    summary: 'Kort om ärendet.',
    nonePerspectives: 'on',
    finances: 'Inom ram.',
    signatures: 'Ada Ek\nPlaneringschef\n\nBo Al',
  });
  await post(`${item}/pm/klar`, { version: '2' });
  const memo = await site.read((r) => findMemo(r, itemId));
  assert.deepEqual([memo?.state, memo?.signatures], ['ready', ['Ada Ek\nPlaneringschef', 'Bo Al']]);
  await post(`${path(meeting)}/dagordning/frys`, { version: '0' });
  const { content } = await site.read((r) => getAgendaVersion(r, meeting.id, 1));
  assert.equal(content.items[0]?.memo?.sections.finances, 'Inom ram.');
  await post(`${item}/pm/oppna`, { version: '3' });
});

test('a file is handed in for an item, ordered and taken off', async () => {
  const meeting = await plan('2027-02-19');
  const itemId = await addItem(meeting, 'Rapport');
  const papers = `${path(meeting)}/punkter/${itemId}/handlingar`;
  assert.match(await secretary.read(papers), /Punkten har inga handlingar än/);
  for (const title of ['Rapporten', 'Bilagan']) {
    const answer = await handIn(`${papers}/fil`, title);
    assert.equal(answer.status, 303, await answer.text());
  }
  const [first, second] = (await read(meeting.id)).items[0]!.documents;
  await post(`${papers}/upp`, { documentId: second!.id });
  await post(`${papers}/ta-bort`, { documentId: first!.id });
  assert.deepEqual(
    (await read(meeting.id)).items[0]!.documents.map(({ title }) => title),
    ['Bilagan'],
  );
  assert.match(await secretary.read(papers), /Rapporten/, 'it can be chosen again');
});

/** Hands a file in as a browser does, with the hidden fields of the form. */
async function handIn(address: string, title: string): Promise<Response> {
  const form = await secretary.read(address.replace(/\/fil$/, ''));
  const body = new FormData();
  body.append('csrf', /name="csrf" value="([^"]*)"/.exec(form)![1]!);
  body.append('idempotencyKey', crypto.randomUUID());
  body.append('title', title);
  body.append('file', new File([`Innehåll i ${title}`], `${title}.txt`, { type: 'text/plain' }));
  return await site.app.fetch(
    new Request(`${demoOrigin}${address}`, {
      method: 'POST',
      body,
      headers: { cookie: secretary.cookie, origin: demoOrigin, 'sec-fetch-site': 'same-origin' },
    }),
  );
}

const line = (index: number, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([part, value]) => [`rows.${index}.${part}`, value]));

test('a timetable counts itself, moves lines, warns of the end, and keeps a promised time', async () => {
  const meeting = await plan('2027-02-22');
  const address = `${path(meeting)}/tidplan`;
  await addItem(meeting, 'Öppnande');
  assert.match(await (await secretary.post(address, { act: 'agenda' })).text(), /value="Öppnande"/);
  const rows = {
    ...line(0, { minutes: '15', title: 'Öppnande' }),
    ...line(1, { minutes: '200', title: 'Rapport', presenters: 'Ada Ek, Bo Al' }),
    ...line(2, { minutes: '10', title: 'Paus', pause: 'on' }),
  };
  const counted = await (await secretary.post(address, { ...rows, act: 'count' })).text();
  assert.match(counted, /09:15–12:35/);
  assert.match(counted, /45 minuter efter sammanträdets slut 12:00/);
  const moved = await (await secretary.post(address, { ...rows, act: 'up:2' })).text();
  assert.match(moved, /name="rows.1.title"[^>]*value="Paus"/);
  assert.match(moved, /09:15–09:25/);
  const late = await secretary.post(address, { ...rows, 'rows.2.fixed': '12:00' });
  assert.equal(late.status, 422);
  assert.match(await late.text(), /det före tar 35 minuter för länge/);
  await post(address, { ...rows, 'rows.2.fixed': '13:00' });
  assert.deepEqual(
    (await read(meeting.id)).slots.map(({ startsAt, endsAt, fixed, pause }) => [startsAt, endsAt, fixed, pause]),
    [
      ['09:00', '09:15', false, false],
      ['09:15', '12:35', false, false],
      ['13:00', '13:10', true, true],
    ],
  );
  const stale = await secretary.post(address, { ...rows, before: '' });
  assert.equal(stale.status, 409);
});

test('lines of a notice are pasted into the form, and wrong ones are told by their number', async () => {
  const meeting = await plan('2027-02-23');
  const address = `${path(meeting)}/tidplan`;
  const pasted = await secretary.post(address, {
    act: 'paste',
    slots: '09:00-09:15 Öppnande\n09:30-10:00 Rapport - Ada Ek',
  });
  const body = await pasted.text();
  assert.match(body, /name="rows.1.fixed"[^>]*value="09:30"/, 'a line that does not follow has its time fixed');
  assert.match(body, /name="rows.1.presenters"[^>]*value="Ada Ek"/);
  const wrong = await (await secretary.post(address, { act: 'paste', slots: 'kvart över nio' })).text();
  assert.match(wrong, /[Rr]ad 1/);
});

test('a body writes its own standing items, and who saw older ones is told', async () => {
  const address = `/sammantraden/staende-punkter/${local}`;
  const form = await secretary.read(address);
  assert.match(form, /Det här är de vanliga/);
  const seen = /name="seen" value="([^"]*)"/.exec(form)![1]!.replaceAll('&quot;', '"');
  const item = { 'items.0.title': 'Mötet öppnas', 'items.0.place': 'opening', 'items.0.category': 'formal' };
  assert.match(await (await secretary.post(address, { ...item, seen, act: 'remove:0' })).text(), /Stående punkter/);
  await post(address, { ...item, seen });
  assert.equal((await secretary.post(address, { ...item, seen })).status, 409);
  assert.doesNotMatch(await secretary.read(address), /Det här är de vanliga/);
});

test('a matter raised at the meeting is decided only when it is noted how it was taken up', async () => {
  const meeting = await plan('2026-11-19');
  const work = `${path(meeting)}/dagordning`;
  await addItem(meeting, 'Väntat ärende');
  await post(`${work}/frys`, { version: '0' });
  await site.write('meeting.conduct', (w) => openMeeting(w, { meetingId: meeting.id, at: '09:00', present: [] }));
  const raised = await addItem(meeting, 'Väckt ärende');
  const decision = { title: 'Väckt', clauses: 'att bevilja', state: 'made', bodyId: local };
  const item = `${path(meeting)}/punkter/${raised}`;
  const refused = await secretary.post(`${item}/beslut`, decision);
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /stod varken i kallelsen eller i ett tillägg/);
  assert.match(await secretary.read(work), /Anteckna hur ärendet togs upp/);
  assert.match(await secretary.read(`${item}/vackt`), /R-KL-09 gäller bara fullmäktige/);
  assert.equal((await secretary.post(`${item}/vackt`, { raisedBy: '', consent: 'body' })).status, 422);
  await post(`${item}/vackt`, { raisedBy: 'Ada Ek', consent: 'body' });
  assert.doesNotMatch(await secretary.read(work), /Anteckna hur ärendet togs upp/);
  await post(`${item}/beslut`, decision);
  const late = await secretary.post(item, { title: 'Annat', category: 'decision', version: '1' });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /beslutet ”Väckt” är fattat i den/);
});

test('R-KL-24: the papers of a sent item are kept from who is disqualified in it, and from no one else', async () => {
  const roster = await buildRoster(site.database, { members: 3, vacant: 0, deputies: 0 });
  const { meetingId, itemIds, members, personIds } = roster;
  await site.write('meeting.edit', (w) =>
    changeAgendaItem(w, { itemId: itemIds[1]!, expectedVersion: 1, changes: { summary: 'Hemligt för den jävige.' } }),
  );
  await site.write('meeting.edit', (w) => freezeAgenda(w, { meetingId, expectedNumber: 0 }));
  await site.write('meeting.conduct', async (w) => {
    await openMeeting(w, { meetingId, at: '13:00', present: members.map((attendanceId) => ({ attendanceId })) });
    await callUpItem(w, { itemId: itemIds[1]!, at: '13:05' });
    const about = { itemId: itemIds[1]!, attendanceId: members[1]!, ground: 'own', declaredBySelf: true } as const;
    await declareDisqualification(w, { ...about, at: '13:06' });
  });
  const notice = `/sammantraden/${meetingId}/dagordning/versioner/1`;
  assert.match(await member.read(notice), /Hemligt för den jävige/);
  await site.write('account.administer', (w) =>
    tieAccountToPerson(w, { accountId: member.actor.accountId!, personId: personIds[1]! }),
  );
  const kept = await member.read(notice);
  assert.doesNotMatch(kept, /Hemligt för den jävige/);
  assert.match(kept, /Du är jävig/);
  assert.match(await secretary.read(notice), /Hemligt för den jävige/);
});
