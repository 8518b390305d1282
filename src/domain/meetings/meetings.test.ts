import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf, type Role } from '../access/index.ts';
import { createSeat, setRegulation } from '../organisation/index.ts';
import {
  addAgendaItem,
  callSeats,
  changeAgendaItem,
  changeMeeting,
  findMeetingOn,
  getMeeting,
  itemsForAssignment,
  linkItemToAssignment,
  listMeetings,
  listMeetingYears,
  moveAgendaItem,
  moveMeeting,
  planMeeting,
  removeAgendaItem,
  setTimetable,
  unlinkItemFromAssignment,
} from './index.ts';

let t: TestDatabase;
let board: Id<'body'>;
let drafting: Id<'body'>;
let other: Id<'body'>;
const operator = <A extends Action>(action: A) => authorize(operatorOf(t.tenantId), action);
const write = <T>(verb: string, run: (w: Writer<'meeting.edit'>) => Promise<T>) =>
  t.db.transact(operator('meeting.edit'), { verb }, run);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(operator('record.read'), run);

before(async () => {
  t = await openTestDatabase();
  board = await buildBody(t, { name: 'Vårdnämnden' });
  drafting = await buildBody(t, { kind: 'draftingCommittee', name: 'Beredning för närvård', parentId: board });
  other = await buildBody(t, { kind: 'draftingCommittee', name: 'Beredning för specialistvård', parentId: board });
});
after(() => t.close());

test('a meeting comes back with its agenda, timetable, lists and joint bodies', async () => {
  const meetingId = await buildMeeting(t, {
    bodyId: drafting,
    kind: 'jointMeeting',
    jointBodyIds: [other],
    heldOn: '2020-10-23',
    startsAt: '09:00',
    endsAt: '15:30',
    mode: 'digitalWithBase',
  });
  const itemId = await buildAgendaItem(t, { meetingId, title: 'Tema ett', category: 'theme', presenters: ['A', 'B'] });
  await write('setTimetable', (w) =>
    setTimetable(w, {
      meetingId,
      slots: [
        { startsAt: '09:00', endsAt: '09:15', title: 'Mötet öppnas', presenters: [] },
        { startsAt: '09:15', endsAt: '10:00', title: 'Tema ett', presenters: ['A', 'B'], agendaItemId: itemId },
      ],
    }),
  );
  await write('callSeats', (w) =>
    callSeats(w, {
      meetingId,
      seats: [
        { kind: 'called', name: 'Ledamot Ett', party: 'S', role: 'chair', seatId: null },
        { kind: 'called', name: null, party: 'S', role: null, seatId: null },
        { kind: 'notified', name: 'Ersättare Ett', party: 'M', role: null, seatId: null },
      ],
    }),
  );
  const meeting = await read((r) => getMeeting(r, meetingId));
  assert.deepEqual(
    meeting.jointBodies.map((body) => body.name),
    ['Beredning för specialistvård'],
  );
  assert.equal(meeting.items[0]?.category, 'theme');
  assert.deepEqual(meeting.items[0]?.presenters, ['A', 'B']);
  assert.equal(meeting.slots[1]?.agendaItemId, itemId);
  assert.deepEqual(
    [meeting.called.length, meeting.notified.length, meeting.called[1]?.name],
    [2, 1, null],
    'the vacancy stands on the list',
  );
  for (const bodyId of [drafting, other]) {
    const { meetings, total } = await read((r) => listMeetings(r, { bodyId, year: 2020 }));
    assert.deepEqual([meetings[0]?.id, total], [meetingId, 1], 'a joint meeting is found under each of its bodies');
  }
  assert.equal((await read((r) => findMeetingOn(r, drafting, '2020-10-23')))?.id, meetingId);
});

test('the seats of the day are called and notified when no list is given, the vacancy too', async () => {
  const day = { validFrom: '2020-01-01', validTo: '2020-12-31' };
  await t.db.transact(operator('organisation.edit'), { verb: 'seats' }, async (w) => {
    await createSeat(w, { bodyId: board, kind: 'member', order: 1, party: 'S', ...day });
    await createSeat(w, { bodyId: board, kind: 'deputy', order: 1, party: 'M', ...day });
  });
  const inside = await buildMeeting(t, { bodyId: board, heldOn: '2020-05-05' });
  const outside = await buildMeeting(t, { bodyId: board, heldOn: '2021-05-05' });
  assert.equal(await write('callSeats', (w) => callSeats(w, { meetingId: inside })), 2);
  assert.equal(await write('callSeats', (w) => callSeats(w, { meetingId: outside })), 0);
  const meeting = await read((r) => getMeeting(r, inside));
  assert.deepEqual([meeting.called[0]?.party, meeting.called[0]?.name, meeting.notified[0]?.party], ['S', null, 'M']);
});

test('the minutes are due by the rule of the body, and move with the day of the meeting', async () => {
  const bound = await buildMeeting(t, { bodyId: board, heldOn: '2020-11-24' });
  const free = await buildMeeting(t, { bodyId: other, heldOn: '2020-11-24' });
  assert.equal((await read((r) => getMeeting(r, bound))).adjustBy, '2020-12-08');
  assert.equal(
    (await read((r) => getMeeting(r, free))).adjustBy,
    null,
    'a beredning without such a rule has no deadline',
  );
  await t.db.transact(operator('organisation.edit'), { verb: 'setRegulation' }, (w) =>
    setRegulation(w, { bodyId: other, key: 'adjustmentDays', value: '14', validFrom: '2021-01-01' }),
  );
  await write('changeMeeting', (w) =>
    changeMeeting(w, { meetingId: free, expectedVersion: 1, changes: { heldOn: '2021-11-24' } }),
  );
  assert.equal((await read((r) => getMeeting(r, free))).adjustBy, '2021-12-08');
});

test('a second meeting of the same kind and day is a problem, not a crash', async () => {
  await buildMeeting(t, { bodyId: drafting, heldOn: '2022-02-02' });
  await assert.rejects(buildMeeting(t, { bodyId: drafting, heldOn: '2022-02-02' }), { code: 'record.invalid' });
  await buildMeeting(t, { bodyId: drafting, heldOn: '2022-02-02', kind: 'studyVisit' });
});

test('two who change the same meeting: the second gets both texts', async () => {
  const meetingId = await buildMeeting(t, { bodyId: drafting, heldOn: '2022-03-03' });
  const change = (place: string) =>
    write('changeMeeting', (w) => changeMeeting(w, { meetingId, expectedVersion: 1, changes: { place } }));
  await change('Almen');
  await assert.rejects(change('Eken'), (error: { code: string; details: { current: unknown; written: unknown } }) => {
    assert.equal(error.code, 'record.changedMeanwhile');
    assert.deepEqual(error.details.written, { place: 'Eken' });
    return true;
  });
});

test('an item dealt with an assignment until it is unlinked, removed, or the meeting is cancelled', async () => {
  const assignmentId = await buildAssignment(t);
  const meetingId = await buildMeeting(t, { bodyId: drafting, heldOn: '2023-05-30' });
  const itemId = await buildAgendaItem(t, { meetingId });
  const link = { itemId, assignmentId };
  const occasions = () => read((r) => itemsForAssignment(r, assignmentId));
  await write('link', (w) => linkItemToAssignment(w, link));
  await write('link', (w) => linkItemToAssignment(w, { ...link, note: 'SMO' }));
  const [one, ...rest] = await occasions();
  assert.deepEqual([one?.heldOn, one?.note, one?.bodies[0]?.id, rest.length], ['2023-05-30', 'SMO', drafting, 0]);
  await write('unlink', (w) => unlinkItemFromAssignment(w, link));
  assert.deepEqual(await occasions(), []);
  await write('link', (w) => linkItemToAssignment(w, link));
  await write('remove', (w) => removeAgendaItem(w, { itemId, expectedVersion: 1 }));
  assert.deepEqual(await occasions(), []);
  const again = await buildAgendaItem(t, { meetingId });
  await write('link', (w) => linkItemToAssignment(w, { itemId: again, assignmentId }));
  assert.equal((await occasions()).length, 1);
  await write('cancel', (w) => moveMeeting(w, { meetingId, action: 'cancel', expectedVersion: 1 }));
  assert.deepEqual(await occasions(), []);
});

test('an adjusted meeting keeps its agenda and still takes links', async () => {
  const assignmentId = await buildAssignment(t);
  const meetingId = await buildMeeting(t, { bodyId: drafting, heldOn: '2023-09-20', alreadyHeld: true });
  const itemId = await buildAgendaItem(t, { meetingId });
  await write('adjust', (w) => moveMeeting(w, { meetingId, action: 'adjust', expectedVersion: 1 }));
  const refused = { code: 'record.wrongState' };
  await assert.rejects(buildAgendaItem(t, { meetingId }), refused);
  await assert.rejects(
    write('changeItem', (w) => changeAgendaItem(w, { itemId, expectedVersion: 1, changes: { title: 'Nytt' } })),
    refused,
  );
  await assert.rejects(
    write('change', (w) => changeMeeting(w, { meetingId, expectedVersion: 2, changes: { place: 'Eken' } })),
    refused,
  );
  await write('link', (w) => linkItemToAssignment(w, { itemId, assignmentId }));
});

test('a secretary keeps the meetings of the own body, and of a joint meeting', async () => {
  const grant = { role: 'committeeSecretary' as Role, bodyId: other, validFrom: '2020-01-01', validTo: null };
  const secretary = { ...operatorOf(t.tenantId), grants: [grant] };
  const asSecretary = <T>(run: (w: Writer<'meeting.edit'>) => Promise<T>) =>
    t.db.transact(authorize(secretary, 'meeting.edit'), { verb: 'asSecretary' }, run);
  const fields = { kind: 'meeting' as const, heldOn: '2024-01-15' };
  await assert.rejects(
    asSecretary((w) => planMeeting(w, { ...fields, bodyId: drafting })),
    { code: 'access.denied' },
  );
  await asSecretary((w) => planMeeting(w, { ...fields, bodyId: other }));
  const joint = await buildMeeting(t, { ...fields, bodyId: drafting, kind: 'jointMeeting', jointBodyIds: [other] });
  const alone = await buildMeeting(t, { ...fields, bodyId: drafting });
  const item = { title: 'Prov', category: 'information' as const };
  await asSecretary((w) => addAgendaItem(w, { ...item, meetingId: joint }));
  await assert.rejects(
    asSecretary((w) => addAgendaItem(w, { ...item, meetingId: alone })),
    { code: 'access.denied' },
  );
});

test('items change places and keep their printed numbers; at the ends of the agenda they cannot', async () => {
  const meetingId = await buildMeeting(t, { bodyId: drafting, heldOn: '2025-02-11' });
  const ids: Id<'agendaItem'>[] = [];
  for (const number of ['1', '2', '3']) ids.push(await buildAgendaItem(t, { meetingId, number }));
  const move = (index: number, direction: 'earlier' | 'later') =>
    write('moveAgendaItem', (w) => moveAgendaItem(w, { itemId: ids[index]!, expectedVersion: 1, direction }));
  const numbers = async () => (await read((r) => getMeeting(r, meetingId))).items.map((item) => item.number);
  await move(2, 'earlier');
  assert.deepEqual(await numbers(), ['1', '3', '2']);
  await move(0, 'later');
  assert.deepEqual(await numbers(), ['3', '1', '2']);
  await assert.rejects(move(2, 'earlier'), { code: 'record.invalid' });
});

test('a meeting cannot be moved to a day on which the body has one of the kind', async () => {
  await buildMeeting(t, { bodyId: drafting, heldOn: '2025-03-11' });
  const other = await buildMeeting(t, { bodyId: drafting, heldOn: '2025-03-12' });
  const to = (heldOn: string, place?: string) =>
    write('changeMeeting', (w) =>
      changeMeeting(w, { meetingId: other, expectedVersion: 1, changes: { heldOn, ...(place && { place }) } }),
    );
  await assert.rejects(to('2025-03-11'), (error: { code: string; details: { key: string }[] }) => {
    assert.deepEqual([error.code, error.details[0]?.key], ['record.invalid', 'meeting.exists']);
    return true;
  });
  await to('2025-03-12', 'Almen');
});

test('a list says how many assignments a meeting dealt with, and which years there are', async () => {
  const meetingId = await buildMeeting(t, { bodyId: drafting, heldOn: '2025-06-03' });
  const [one, two] = [await buildAssignment(t), await buildAssignment(t)];
  for (const assignments of [[one, two], [one]])
    for (const assignmentId of assignments) {
      const itemId = await buildAgendaItem(t, { meetingId });
      await write('link', (w) => linkItemToAssignment(w, { itemId, assignmentId }));
    }
  const { meetings } = await read((r) => listMeetings(r, { from: '2025-06-03', to: '2025-06-03' }));
  assert.deepEqual(
    [meetings[0]?.itemCount, meetings[0]?.linkedItemCount, meetings[0]?.linkedAssignmentCount],
    [3, 3, 2],
  );
  const years = await read((r) => listMeetingYears(r));
  assert.deepEqual([years[0], years.at(-1)], [2025, 2020]);
});
