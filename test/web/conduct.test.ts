import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createAccount, grantRole, tieAccountToPerson } from '../../src/domain/access/index.ts';
import { listAttendance, readCourse } from '../../src/domain/attendance/index.ts';
import { getMeeting } from '../../src/domain/meetings/index.ts';
import { proceedingsOf } from '../../src/domain/proceedings/index.ts';
import { buildConductedMeeting, type ConductedMeeting, people } from '../support/build-conduct.ts';
import { buildAgendaItem } from '../support/build-meetings.ts';
import { countQueries } from '../support/count-queries.ts';
import { type DemoSite, demoPassword, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const desk = ({ meetingId }: ConductedMeeting) => `/sammantraden/${meetingId}/genomfor`;
const act = (meeting: ConductedMeeting, item: number, name: string) =>
  `${desk(meeting)}/${meeting.itemIds[item]}/${name}`;
const happened = (meeting: ConductedMeeting, item: number) =>
  site.read((r) => proceedingsOf(r, meeting.itemIds[item]!));

/** The rows of the attendance list by name. */
async function rows({ meetingId }: ConductedMeeting): Promise<ReadonlyMap<string, string>> {
  const listed = await site.read((r) => listAttendance(r, meetingId));
  return new Map(listed.map(({ name, id }) => [name, id]));
}

/** Opens the meeting with everybody but Cia, for whom Finn serves. */
async function open(meeting: ConductedMeeting): Promise<ReadonlyMap<string, string>> {
  await leadsTo(await secretary.post(`${desk(meeting)}/upprop`));
  const ids = await rows(meeting);
  const answers = Object.fromEntries(
    people.map(([name]) => [`answer.${ids.get(name)}`, name === 'Cia Provlund' ? 'absent' : 'present']),
  );
  const counted = await secretary.post(`${desk(meeting)}/oppna`, { ...answers, act: 'count' });
  const html = await counted.text();
  assert.equal(counted.status, 200, html);
  const [, seatId] = /name="serving\.([0-9a-f-]+)"/.exec(html) ?? [];
  await leadsTo(
    await secretary.post(`${desk(meeting)}/oppna`, {
      ...answers,
      [`serving.${seatId}`]: ids.get('Finn Provhed')!,
      at: '09:00',
    }),
  );
  return ids;
}

test('a meeting is opened by its roll call: deputies are proposed in turn and the quorum is shown', async () => {
  const meeting = await buildConductedMeeting(site);
  assert.match(await secretary.read(desk(meeting)), /Börja uppropet/);
  await leadsTo(await secretary.post(`${desk(meeting)}/upprop`));
  const ids = await rows(meeting);
  const answers = Object.fromEntries(people.slice(0, 2).map(([name]) => [`answer.${ids.get(name)}`, 'present']));
  const two = await (await secretary.post(`${desk(meeting)}/oppna`, { ...answers, act: 'count' })).text();
  assert.match(two, /Inte beslutsför: 2 av 5, minst 3 krävs/);
  const finn = { ...answers, [`answer.${ids.get('Finn Provhed')}`]: 'present' };
  const three = await (await secretary.post(`${desk(meeting)}/oppna`, { ...finn, act: 'count' })).text();
  assert.match(three, /I tur: Finn Provhed \(samma parti, närmast i tur\)/);
  const [, seatId] = /name="serving\.([0-9a-f-]+)"/.exec(three) ?? [];
  const served = { ...finn, [`serving.${seatId}`]: ids.get('Finn Provhed')! };
  assert.match(
    await (await secretary.post(`${desk(meeting)}/oppna`, { ...served, act: 'count' })).text(),
    /Beslutsför: 3 av 5, minst 3/,
  );
  await leadsTo(await secretary.post(`${desk(meeting)}/oppna`, { ...served, at: '09:02' }));
  assert.equal((await site.read((r) => getMeeting(r, meeting.meetingId))).state, 'opened');
  const page = await secretary.read(desk(meeting));
  assert.match(page, /Beslutsför: 3 av 5, minst 3/);
  assert.match(page, /Finn Provhed tjänstgör/);
});

test('a meeting runs from its first item to its close through plain forms', async () => {
  const meeting = await buildConductedMeeting(site);
  const ids = await open(meeting);
  await leadsTo(await secretary.post(act(meeting, 0, 'ta-upp'), { 'callUp.at': '09:01' }));
  await leadsTo(await secretary.post(act(meeting, 0, 'utgang'), { 'decide.outcome': 'noted', 'decide.version': '0' }));
  await leadsTo(await secretary.post(act(meeting, 1, 'ta-upp'), { 'callUp.at': '09:36' }));
  const page = await secretary.read(desk(meeting));
  assert.match(page, /§ 2/);
  assert.match(page, /6 min efter tidplan/);
  assert.match(page, /att inrätta två mobila team/);
  const move = { 'move.kind': 'rejection', 'move.movers': ids.get('Bo Provberg')! };
  await leadsTo(await secretary.post(act(meeting, 1, 'yrkande'), move));
  await leadsTo(await secretary.post(act(meeting, 1, 'proposition')));
  let item = await happened(meeting, 1);
  const proposition = item.propositions[0]!;
  await leadsTo(
    await secretary.post(act(meeting, 1, 'omrostning'), {
      'requestVote.proposition': proposition.id,
      'requestVote.version': String(proposition.version),
    }),
  );
  item = await happened(meeting, 1);
  const vote = item.propositions[0]!.vote!;
  const answer = (name: string) => (name === 'Bo Provberg' || name === 'Eva Provfors' ? 'no' : 'yes');
  const voting = ['Ada Provlind', 'Bo Provberg', 'Dan Provström', 'Eva Provfors', 'Finn Provhed'];
  const votes = Object.fromEntries(voting.map((name) => [`vote.of.${ids.get(name)}`, answer(name)]));
  const fields = { 'vote.vote': vote.id, 'vote.version': String(vote.version) };
  const short = await secretary.post(act(meeting, 1, 'roster'), {
    ...fields,
    [`vote.of.${ids.get('Ada Provlind')}`]: 'yes',
  });
  assert.equal(short.status, 422);
  const again = await short.text();
  assert.match(again, /Bo Provberg/);
  assert.match(again, /checked/, 'what was pressed is kept');
  await leadsTo(await secretary.post(act(meeting, 1, 'roster'), { ...fields, ...votes }));
  assert.match(await secretary.read(desk(meeting)), /3 ja, 2 nej, 0 avstår/);
  await leadsTo(
    await secretary.post(act(meeting, 1, 'utgang'), { 'decide.outcome': 'decided', 'decide.version': '0' }),
  );
  await leadsTo(
    await secretary.post(act(meeting, 1, 'reservation'), {
      'dissent.kind': 'reservation',
      'dissent.people': ids.get('Bo Provberg')!,
      'dissent.statement': 'Förslaget är dyrt.',
    }),
  );
  const decided = await secretary.read(desk(meeting));
  assert.match(decided, /beslutad/);
  assert.match(decided, /Förslaget är dyrt/);
  await leadsTo(await secretary.post(act(meeting, 1, 'omedelbar-justering'), { 'adjustAtOnce.version': '1' }));
  assert.match(await secretary.read(desk(meeting)), /omedelbart justerad/);
  await leadsTo(await secretary.post(act(meeting, 2, 'ta-upp'), { 'callUp.at': '10:00' }));
  await leadsTo(
    await secretary.post(act(meeting, 2, 'jav'), {
      'declareDisqualification.person': ids.get('Dan Provström')!,
      'declareDisqualification.ground': 'own',
      'declareDisqualification.bySelf': 'on',
    }),
  );
  const away = await secretary.read(desk(meeting));
  assert.match(away, /ute under punkten/);
  assert.match(away, /Beslutsför: 4 av 5, minst 3/);
  const closing = await secretary.read(`${desk(meeting)}/avsluta`);
  assert.match(closing, /Bidrag till föreningen Snö<\/a>: Punkten behandlas fortfarande.*Har ingen utgång/);
  assert.match(closing, /Övriga frågor<\/a>: Har inte tagits upp/);
  await leadsTo(await secretary.post(`${desk(meeting)}/avsluta`, { notTreated: 'on', at: '11:00' }));
  assert.equal((await site.read((r) => getMeeting(r, meeting.meetingId))).state, 'closed');
  assert.equal((await happened(meeting, 3)).outcome.outcome, 'notTreated');
  assert.match(await secretary.read(desk(meeting)), /Till protokollet/);
});

test('two who write in one field both keep their text, and in two fields never meet', async () => {
  const meeting = await buildConductedMeeting(site);
  await open(meeting);
  const text = act(meeting, 0, 'text');
  await leadsTo(await secretary.post(`${text}/deliberation`, { body: 'Ordföranden hälsar välkommen.', version: '0' }));
  await leadsTo(await secretary.post(`${text}/otherNotes`, { body: 'Paus 10.15.', version: '0' }));
  const second = await secretary.post(`${text}/deliberation`, { body: 'Alla hälsas välkomna.', version: '0' });
  assert.equal(second.status, 409);
  const both = await second.text();
  assert.match(both, /Ordföranden hälsar välkommen\./);
  assert.match(both, /Alla hälsas välkomna\./);
  const auto = await secretary.post(`${text}/deliberation`, { body: 'Alla hälsas välkomna.', version: '0', auto: '1' });
  const answer = (await auto.json()) as { saved: boolean; version: number; body: string };
  assert.deepEqual([answer.saved, answer.version, answer.body], [false, 1, 'Ordföranden hälsar välkommen.']);
  const kept = (await happened(meeting, 0)).texts.map(({ body }) => body);
  assert.deepEqual(kept, ['Ordföranden hälsar välkommen.', 'Paus 10.15.']);
});

test('the same form sent twice is written once', async () => {
  const meeting = await buildConductedMeeting(site);
  const ids = await open(meeting);
  const fields = { 'presence.who': `${ids.get('Eva Provfors')}:leaves`, idempotencyKey: crypto.randomUUID() };
  await leadsTo(await secretary.post(act(meeting, 0, 'gar'), fields));
  await leadsTo(await secretary.post(act(meeting, 0, 'gar'), fields));
  const { events } = await site.read((r) => readCourse(r, meeting.meetingId));
  assert.equal(events.filter(({ kind }) => kind === 'left').length, 1);
});

test('a member sees no screen of the secretary and can write nothing on it', async () => {
  const meeting = await buildConductedMeeting(site);
  await member.read(desk(meeting), 403);
  assert.equal((await member.post(`${desk(meeting)}/upprop`)).status, 403);
  assert.equal((await member.post(act(meeting, 0, 'ta-upp'))).status, 403);
});

test('who is disqualified from an item sees nothing of it and writes nothing in it (R-KL-24)', async () => {
  const meeting = await buildConductedMeeting(site);
  const ids = await open(meeting);
  const dan = meeting.personIds.get('Dan Provström')!;
  await site.write('account.administer', async (w) => {
    const accountId = await createAccount(w, {
      login: 'dan',
      name: 'Dan Provström',
      password: demoPassword,
    });
    await tieAccountToPerson(w, { accountId, personId: dan });
    await grantRole(w, { accountId, role: 'committeeSecretary', validFrom: '2023-01-01' });
  });
  const visitor = await site.signIn('dan');
  assert.match(await visitor.read(`${desk(meeting)}?punkt=${meeting.itemIds[2]}`), /bidrag med 50 000 kronor/);
  await leadsTo(
    await secretary.post(act(meeting, 2, 'jav'), {
      'declareDisqualification.person': ids.get('Dan Provström')!,
      'declareDisqualification.ground': 'own',
      'declareDisqualification.bySelf': 'on',
    }),
  );
  const list = await visitor.read(desk(meeting));
  assert.match(list, /jäv: visas inte för dig/);
  assert.doesNotMatch(list, /50 000 kronor/);
  await visitor.read(`${desk(meeting)}?punkt=${meeting.itemIds[2]}`, 403);
  const text = { body: 'Jag skriver i min egen sak.', version: '0' };
  assert.equal((await visitor.post(`${act(meeting, 2, 'text')}/deliberation`, text)).status, 403);
  assert.equal(
    (await visitor.post(act(meeting, 2, 'utgang'), { 'decide.outcome': 'noted', 'decide.version': '0' })).status,
    403,
  );
  await leadsTo(
    await secretary.post(`${act(meeting, 2, 'text')}/deliberation`, { ...text, body: 'Nämnden prövar jävet.' }),
  );
  const news = (await (await visitor.get(`${desk(meeting)}/nytt?sedan=0`)).json()) as { changes: { itemId: string }[] };
  assert.ok(news.changes.length > 0);
  assert.ok(
    !news.changes.some(({ itemId }) => itemId === meeting.itemIds[2]),
    'what happens in the item is no news for who must not see it',
  );
});

test('R-KL-23 and R-KL-24 do not bind an officials’ group: its screen shows no quorum, no vote and no disqualification', async () => {
  const meeting = await buildConductedMeeting(site, { kind: 'officialsGroup' });
  const roll = await secretary.read(desk(meeting));
  assert.match(roll, /inget eget mandat/);
  assert.doesNotMatch(roll, /[Bb]eslutsför/);
  await leadsTo(await secretary.post(`${desk(meeting)}/oppna`, { at: '09:00' }));
  await leadsTo(
    await secretary.post(act(meeting, 0, 'bjud-in'), {
      'invite.name': 'Prov Chef',
      'invite.capacity': 'principal',
      'invite.organisation': 'Provköpings kommun',
      'invite.here': 'on',
    }),
  );
  await leadsTo(await secretary.post(act(meeting, 1, 'ta-upp')));
  const page = await secretary.read(desk(meeting));
  assert.match(page, /Prov Chef/);
  assert.doesNotMatch(page, /[Bb]eslutsför|id="jav"|id="reservation"/);
  assert.match(page, /beslutar i enighet/);
  assert.match(page, /Beslutet i en mening/);
});

test('what waited for a connection is noted with the time at which it was pressed', async () => {
  const meeting = await buildConductedMeeting(site);
  const ids = await open(meeting);
  await leadsTo(
    await secretary.post(act(meeting, 0, 'gar'), {
      'presence.who': `${ids.get('Eva Provfors')}:leaves`,
      clock: '09:42',
    }),
  );
  const { events } = await site.read((r) => readCourse(r, meeting.meetingId));
  assert.equal(events.find(({ kind }) => kind === 'left')?.at, '09:42');
});

test('the page of the meeting leads to the screen on its day, and not before', async () => {
  const today = await buildConductedMeeting(site);
  const later = await buildConductedMeeting(site, { heldOn: '2026-12-15' });
  assert.ok((await secretary.read(`/sammantraden/${today.meetingId}`)).includes(`href="${desk(today)}"`));
  assert.ok(!(await secretary.read(`/sammantraden/${later.meetingId}`)).includes(`href="${desk(later)}"`));
});

test('the screen asks the database as often in a meeting of many items as in one of few', async () => {
  const meeting = await buildConductedMeeting(site);
  await open(meeting);
  await leadsTo(await secretary.post(act(meeting, 0, 'ta-upp')));
  const counter = countQueries(site.database.db);
  const asked = async (path: string) => {
    counter.start();
    await secretary.read(path);
    return counter.asked().length;
  };
  await secretary.read(desk(meeting));
  const few = await asked(desk(meeting));
  for (let index = 0; index < 12; index += 1)
    await buildAgendaItem(site.database, { meetingId: meeting.meetingId, title: `Ytterligare ärende ${index}` });
  assert.equal(await asked(desk(meeting)), few);
  assert.ok(few <= 45, `the screen asks ${few} times`);
  const page = await secretary.read(desk(meeting));
  const [, marker] = /data-marker="(\d+)"/.exec(page)!;
  const idle = await asked(`${desk(meeting)}/nytt?sedan=${marker}`);
  assert.ok(idle <= 6, `a screen on which nothing happens asks ${idle} times every few seconds`);
});
