import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildRoster, type Roster } from '../../../test/support/build-attendance.ts';
import { buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody, buildPerson, buildSeat } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { getMeeting, sectionNumbersOf } from '../meetings/index.ts';
import {
  adjournMeeting,
  callUpItem,
  closeMeeting,
  endItem,
  invitePerson,
  listAttendance,
  noteEvent,
  openMeeting,
  type PersonFact,
  prepareRollCall,
  presenceOf,
  readCourse,
  recordAttendance,
  resumeMeeting,
  servingIn,
  withdrawEvent,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'meeting.conduct');

const open = (roster: Roster, present: readonly Id<'attendance'>[], at = '13:00') =>
  write((w) =>
    openMeeting(w, { meetingId: roster.meetingId, at, present: present.map((attendanceId) => ({ attendanceId })) }),
  );
const note = (roster: Roster, at: string, event: PersonFact) =>
  write((w) => noteEvent(w, { meetingId: roster.meetingId, at, event }));
const callUp = (itemId: Id<'agendaItem'>, at: string) => write((w) => callUpItem(w, { itemId, at }));

test('a meeting runs from its roll call to its close, and the course tells who decided what', async () => {
  const roster = await buildRoster(t);
  const { members, deputies, itemIds, seatIds, meetingId } = roster;
  await open(roster, [...members, deputies[0]!]);
  assert.deepEqual(
    (await callUp(itemIds[0]!, '13:05')).sections.map((one) => one.number),
    [1],
  );
  await note(roster, '14:10', { kind: 'left', attendanceId: members[1]!, reason: 'leaves' });
  await note(roster, '14:10', { kind: 'beganServing', attendanceId: deputies[0]!, seatId: seatIds[1]! });
  assert.deepEqual(
    (await callUp(itemIds[1]!, '14:15')).sections.map((one) => one.number),
    [2],
  );
  await write((w) => adjournMeeting(w, { meetingId, at: '14:30' }));
  await write((w) => resumeMeeting(w, { meetingId, at: '14:45' }));
  await write((w) => endItem(w, { meetingId, at: '15:00' }));
  await write((w) => closeMeeting(w, { meetingId, at: '15:05' }));
  const course = await read((r) => readCourse(r, meetingId));
  assert.equal(course.breach, null);
  assert.deepEqual(servingIn(course, itemIds[1]!), [members[0], ...members.slice(2), deputies[0]]);
  assert.equal(
    servingIn(course, itemIds[0]!).includes(members[1]!),
    false,
    'who left before the decision took no part',
  );
  assert.deepEqual(servingIn(course, itemIds[2]!), [], 'what was never called up was decided by nobody');
  assert.equal((await read((r) => getMeeting(r, meetingId))).state, 'closed');
  const listed = await read((r) => listAttendance(r, meetingId));
  assert.deepEqual(
    listed.map((one) => [one.id, one.present]),
    [...members.map((id) => [id, true]), [deputies[0], true], [deputies[1], false]],
  );
});

test('a refused event leaves nothing behind', async () => {
  const roster = await buildRoster(t);
  const { members, deputies, seatIds } = roster;
  await open(roster, [...members, deputies[0]!]);
  const before = (await read((r) => readCourse(r, roster.meetingId))).events.length;
  await assert.rejects(
    note(roster, '13:10', { kind: 'beganServing', attendanceId: deputies[0]!, seatId: seatIds[0]! }),
    { code: 'course.seatTaken' },
  );
  await assert.rejects(
    note(roster, '13:10', { kind: 'arrived', attendanceId: members[0]!, mode: 'inRoom', seenAndHeard: false }),
    { code: 'course.alreadyHere' },
  );
  await assert.rejects(
    note(roster, 'kvart över', { kind: 'stoppedServing', attendanceId: deputies[0]! }),
    problemKeys('meeting.time'),
  );
  assert.equal((await read((r) => readCourse(r, roster.meetingId))).events.length, before);
});

test('what is noted late stands where it happened, and cannot make what came after it impossible', async () => {
  const roster = await buildRoster(t);
  const { members, itemIds } = roster;
  await open(roster, members);
  await callUp(itemIds[0]!, '13:05');
  await callUp(itemIds[1]!, '13:30');
  await note(roster, '13:20', { kind: 'left', attendanceId: members[4]!, reason: 'leaves' });
  const course = await read((r) => readCourse(r, roster.meetingId));
  assert.equal(servingIn(course, itemIds[0]!).includes(members[4]!), false);
  await assert.rejects(note(roster, '13:10', { kind: 'left', attendanceId: members[4]!, reason: 'leaves' }), {
    code: 'course.notHere',
  });
  await assert.rejects(callUp(itemIds[2]!, '13:25'), problemKeys('meeting.beforeLastItem'));
});

test('a slip is withdrawn and stays in the register; what leans on it holds it', async () => {
  const roster = await buildRoster(t);
  const { members, deputies, itemIds, seatIds, meetingId } = roster;
  await open(roster, [...members.slice(0, 4), deputies[0]!]);
  await note(roster, '13:02', { kind: 'beganServing', attendanceId: deputies[0]!, seatId: seatIds[4]! });
  await callUp(itemIds[0]!, '13:05');
  const course = await read((r) => readCourse(r, meetingId));
  const slip = (kind: string, id?: string) =>
    course.events.find(
      (event) => event.kind === kind && (!id || ('attendanceId' in event && event.attendanceId === id)),
    )!.id;
  const withdraw = (eventId: string) => write((w) => withdrawEvent(w, { meetingId, eventId }));
  await assert.rejects(withdraw(slip('arrived', deputies[0]!)), { code: 'course.notHere' });
  await assert.rejects(withdraw(slip('opened')), { code: 'course.notWithdrawn' });
  await withdraw(slip('beganServing'));
  const after = await withdraw(slip('arrived', deputies[0]!));
  assert.equal(after.course.events.length, course.events.length - 2);
  await withdraw(slip('itemBegan'));
  const rows = await read((r) =>
    r.db
      .selectFrom('meeting_event')
      .select('id')
      .where('tenant_id', '=', r.tenantId)
      .where('meeting_id', '=', meetingId)
      .execute(),
  );
  assert.equal(rows.length, course.events.length, 'nothing is deleted');
  assert.deepEqual(
    (await callUp(itemIds[1]!, '13:06')).sections.map((one) => one.number),
    [1],
    'the § is given again',
  );
  await callUp(itemIds[2]!, '13:10');
  const first = (await read((r) => readCourse(r, meetingId))).events.find((event) => event.kind === 'itemEnded')!;
  await assert.rejects(withdraw(first.id), { code: 'course.itemOpen' });
});

test('an item cannot be taken back when a later one has the next §', async () => {
  const roster = await buildRoster(t);
  await open(roster, roster.members);
  await callUp(roster.itemIds[0]!, '13:05');
  await write((w) => endItem(w, { meetingId: roster.meetingId, at: '13:06' }));
  const course = await read((r) => readCourse(r, roster.meetingId));
  const other = await buildRoster(t, { bodyId: roster.bodyId, heldOn: '2023-06-20' });
  await open(other, other.members);
  assert.deepEqual(
    (await callUp(other.itemIds[0]!, '13:05')).sections.map((one) => one.number),
    [2],
  );
  const withdraw = (kind: string) =>
    write((w) =>
      withdrawEvent(w, { meetingId: roster.meetingId, eventId: course.events.find((one) => one.kind === kind)!.id }),
    );
  await withdraw('itemEnded');
  await assert.rejects(withdraw('itemBegan'), { code: 'course.sectionGiven' });
});

test('R-KL-23: without more than half of the places no item is called up, and the answer warns when people leave', async () => {
  const roster = await buildRoster(t, { members: 4, vacant: 1 });
  await assert.rejects(
    open(roster, roster.members.slice(0, 2)).then(() => callUp(roster.itemIds[0]!, '13:05')),
    { code: 'course.noQuorum' },
  );
  await note(roster, '13:06', {
    kind: 'arrived',
    attendanceId: roster.members[2]!,
    mode: 'inRoom',
    seenAndHeard: false,
  });
  assert.deepEqual((await callUp(roster.itemIds[0]!, '13:07')).withoutQuorum, []);
  const left = await note(roster, '13:20', { kind: 'left', attendanceId: roster.members[2]!, reason: 'leaves' });
  assert.deepEqual(
    left.withoutQuorum.map(({ places, needed, serving }) => [places, needed, serving]),
    [[5, 3, 2]],
  );
});

test('R-KL-23 does not bind a drafting committee', async () => {
  const roster = await buildRoster(t, { kind: 'draftingCommittee', members: 9 });
  await open(roster, roster.members.slice(0, 1));
  assert.deepEqual((await callUp(roster.itemIds[0]!, '13:05')).withoutQuorum, []);
});

test('R-KL-07: who is called in to inform comes onto the list and never counts', async () => {
  const roster = await buildRoster(t);
  await open(roster, roster.members.slice(0, 2));
  const id = await write((w) =>
    invitePerson(w, {
      meetingId: roster.meetingId,
      name: 'Vera Vik',
      capacity: 'invited',
      organisation: 'Kommunen',
      arrived: { at: '13:01' },
    }),
  );
  await assert.rejects(callUp(roster.itemIds[0]!, '13:05'), { code: 'course.noQuorum' });
  await assert.rejects(note(roster, '13:03', { kind: 'beganServing', attendanceId: id, seatId: roster.seatIds[4]! }), {
    code: 'course.notDeputy',
  });
  const course = await read((r) => readCourse(r, roster.meetingId));
  assert.deepEqual(presenceOf(course).find(({ person }) => person.id === id)?.served, []);
});

test('R-KL-07 does not bind an officials’ group: whoever speaks for a principal takes part like the others', async () => {
  const roster = await buildRoster(t, { kind: 'officialsGroup', members: 0, deputies: 0 });
  const principal = (organisation: string | null) =>
    write((w) => invitePerson(w, { meetingId: roster.meetingId, name: 'Eva Ek', capacity: 'principal', organisation }));
  await assert.rejects(principal(null), problemKeys('validation.required'));
  const id = await principal('Granby');
  await open(roster, [id]);
  assert.deepEqual((await callUp(roster.itemIds[0]!, '13:05')).withoutQuorum, []);
});

test('R-KL-08: representatives of the staff are called to a committee, three at a time, and leave where authority is exercised', async () => {
  const roster = await buildRoster(t);
  await open(roster, roster.members);
  const invite = (name: string) =>
    write((w) =>
      invitePerson(w, { meetingId: roster.meetingId, name, capacity: 'staffRepresentative', arrived: { at: '13:01' } }),
    );
  const ids = [await invite('Fia Fors'), await invite('Gun Grahn'), await invite('Hans Hed')];
  await assert.rejects(invite('Ivar Ask'), { code: 'course.tooManyStaff' });
  await write((w) =>
    w.db
      .updateTable('agenda_item')
      .set({ exercises_authority: true })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', roster.itemIds[0]!)
      .execute()
      .then(() => w.log({ noun: 'agendaItem', recordId: roster.itemIds[0]! })),
  );
  const out = await callUp(roster.itemIds[0]!, '13:05');
  assert.ok(ids.every((id) => out.course.state.people.get(id)?.outFor === roster.itemIds[0]));
  const back = await callUp(roster.itemIds[1]!, '13:10');
  const about = { attendanceId: ids[0]!, itemId: roster.itemIds[1]! };
  const chosen = await note(roster, '13:11', { kind: 'excluded', ...about });
  assert.equal(chosen.course.state.people.get(ids[0]!)?.outFor, roster.itemIds[1], 'as for procurement');
  await assert.rejects(note(roster, '13:12', { kind: 'excluded', ...about, attendanceId: roster.members[0]! }), {
    code: 'course.notStaff',
  });
  assert.ok(ids.every((id) => back.course.state.people.get(id)?.outFor === null));
});

test('R-KL-08 does not bind the executive board: it has no representatives of the staff', async () => {
  const roster = await buildRoster(t, { kind: 'executiveBoard' });
  await assert.rejects(
    write((w) => invitePerson(w, { meetingId: roster.meetingId, name: 'Fia Fors', capacity: 'staffRepresentative' })),
    { code: 'course.noStaffRepresentatives' },
  );
});

test('only the secretary of the body conducts its meeting, and nobody opens it before its day', async () => {
  const [ours, theirs] = [await buildRoster(t), await buildRoster(t, { heldOn: '2026-12-01' })];
  const input = { meetingId: ours.meetingId, at: '13:00' };
  await assert.rejects(
    as('committeeSecretary', theirs.bodyId, 'meeting.conduct', (w) => openMeeting(w, input)),
    {
      code: 'access.denied',
    },
  );
  await as('committeeSecretary', ours.bodyId, 'meeting.conduct', (w) => openMeeting(w, input));
  await assert.rejects(open(theirs, []), problemKeys('meeting.notHeldYet'));
});

test('four secretaries at once: nobody is noted twice, §§ have no gap, and the course is one that can have happened', async () => {
  const roster = await buildRoster(t, { items: 8 });
  await open(roster, roster.members);
  const answers = await Promise.allSettled([
    ...roster.itemIds.map((itemId) => callUp(itemId, '13:05')),
    ...Array.from({ length: 4 }, () =>
      note(roster, '13:05', {
        kind: 'arrived',
        attendanceId: roster.deputies[0]!,
        mode: 'inRoom',
        seenAndHeard: false,
      }),
    ),
  ]);
  const refused = answers.filter((answer) => answer.status === 'rejected').map((answer) => answer.reason.code);
  assert.deepEqual(refused, ['course.alreadyHere', 'course.alreadyHere', 'course.alreadyHere']);
  const course = await read((r) => readCourse(r, roster.meetingId));
  assert.equal(course.breach, null);
  assert.deepEqual(new Set(course.events.map((event) => event.seq)).size, course.events.length);
  const numbers = (await read((r) => sectionNumbersOf(r, roster.itemIds))).map((one) => one.number);
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
});

test('the roll call has everybody once: by the seats or the notice, the deputies after the members, and who was on the list before', async () => {
  const bodyId = await buildBody(t);
  const [ada, bo] = [await buildPerson(t, 'Ada Alm'), await buildPerson(t, 'Bo Bok')];
  await buildSeat(t, { bodyId, kind: 'deputy', personId: bo, party: 'M' });
  const seatId = await buildSeat(t, { bodyId, kind: 'member', personId: ada, party: 'S', role: 'chair' });
  await buildSeat(t, { bodyId, kind: 'member', party: 'S' });
  const meetingId = await buildMeeting(t, { bodyId });
  const typed = await write((w) => recordAttendance(w, { meetingId, name: 'Ada Alm', present: false }), 'meeting.edit');
  assert.equal(await write((w) => prepareRollCall(w, meetingId)), 1);
  assert.equal(await write((w) => prepareRollCall(w, meetingId)), 0, 'it can be done again');
  const listed = await read((r) => listAttendance(r, meetingId));
  assert.deepEqual(
    listed.map((one) => [one.name, one.capacity, one.personId]),
    [
      ['Ada Alm', 'member', ada],
      ['Bo Bok', 'deputy', bo],
    ],
  );
  assert.deepEqual([listed[0]?.id, listed[0]?.seatId], [typed, seatId]);
});
