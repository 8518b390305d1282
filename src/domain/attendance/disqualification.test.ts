import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildRoster, type Roster } from '../../../test/support/build-attendance.ts';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { authorize, createAccount, tieAccountToPerson } from '../access/index.ts';
import { getMeeting, moveMeeting } from '../meetings/index.ts';
import { barredMarks, isDisqualified, requireUnbiased, type SecrecyMark } from '../secrecy/index.ts';
import {
  callUpItem,
  closeMeeting,
  type DecideDisqualification,
  type DeclareDisqualification,
  decideDisqualification,
  declareDisqualification,
  disqualifiedItemsOf,
  endItem,
  invitePerson,
  listDisqualifications,
  noteEvent,
  openMeeting,
  readCourse,
  requireNotDisqualified,
  servingAt,
  servingIn,
  withdrawEvent,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.conduct');

async function openedRoster(input: Parameters<typeof buildRoster>[1] = {}): Promise<Roster> {
  const roster = await buildRoster(t, { members: 3, ...input });
  const present = [...roster.members, ...roster.deputies].map((attendanceId) => ({ attendanceId }));
  await write((w) => openMeeting(w, { meetingId: roster.meetingId, at: '13:00', present }));
  return roster;
}
const declare = (input: Partial<DeclareDisqualification> & Pick<DeclareDisqualification, 'itemId' | 'attendanceId'>) =>
  write((w) => declareDisqualification(w, { ground: 'own', declaredBySelf: true, ...input }));
const decide = (
  disqualificationId: string,
  input: Omit<DecideDisqualification, 'disqualificationId' | 'expectedVersion'>,
) => write((w) => decideDisqualification(w, { disqualificationId, expectedVersion: 1, ...input }));
const callUp = (itemId: Id<'agendaItem'>, at: string) => write((w) => callUpItem(w, { itemId, at }));
const courseOfRoster = (roster: Roster) => read((r) => readCourse(r, roster.meetingId));

test('R-KL-24: who says so unprompted leaves for that item, a deputy steps in, and both are back at the next', async () => {
  const roster = await openedRoster();
  const [ada, bo, cia] = roster.members;
  await callUp(roster.itemIds[0]!, '13:05');
  await assert.rejects(declare({ itemId: roster.itemIds[0]!, attendanceId: bo! }), problemKeys('validation.required'));
  const id = await declare({ itemId: roster.itemIds[0]!, attendanceId: bo!, at: '13:06' });
  assert.deepEqual(servingAt((await courseOfRoster(roster)).state), [ada, cia]);
  await decide(id, { outcome: 'disqualified', at: '13:07', replacedBy: roster.deputies[0]! });
  await callUp(roster.itemIds[1]!, '13:30');
  const course = await courseOfRoster(roster);
  assert.deepEqual(servingIn(course, roster.itemIds[0]!), [ada, cia, roster.deputies[0]]);
  assert.deepEqual(servingAt(course.state), [ada, bo, cia]);
});

test('R-KL-24: a disqualification known beforehand takes the person out when the item is called up', async () => {
  const roster = await openedRoster();
  const id = await declare({ itemId: roster.itemIds[1]!, attendanceId: roster.members[2]!, ground: 'representative' });
  await decide(id, { outcome: 'disqualified' });
  await callUp(roster.itemIds[0]!, '13:05');
  assert.equal(servingAt((await courseOfRoster(roster)).state).length, 3);
  const answer = await callUp(roster.itemIds[1]!, '13:20');
  assert.equal(servingAt(answer.course.state).includes(roster.members[2]!), false);
});

test('R-KL-24: who is challenged stays until the body has decided', async () => {
  const roster = await openedRoster();
  await callUp(roster.itemIds[0]!, '13:05');
  const id = await declare({ itemId: roster.itemIds[0]!, attendanceId: roster.members[1]!, declaredBySelf: false });
  assert.equal(servingAt((await courseOfRoster(roster)).state).length, 3);
  await decide(id, { outcome: 'disqualified', at: '13:10' });
  assert.equal(servingAt((await courseOfRoster(roster)).state).length, 2);
});

test('R-KL-24 does not bind an officials’ group: no section of the act says who is disqualified there', async () => {
  const roster = await buildRoster(t, { kind: 'officialsGroup', members: 0, deputies: 0 });
  const attendanceId = await write((w) =>
    invitePerson(w, { meetingId: roster.meetingId, name: 'Eva Ek', capacity: 'official' }),
  );
  await assert.rejects(declare({ itemId: roster.itemIds[0]!, attendanceId }), { code: 'course.noDisqualification' });
});

test('R-KL-26: tried and found not to be disqualified, or disregarded, the person comes back to the table', async () => {
  for (const outcome of ['notDisqualified', 'disregarded'] as const) {
    const roster = await openedRoster();
    await callUp(roster.itemIds[0]!, '13:05');
    const id = await declare({ itemId: roster.itemIds[0]!, attendanceId: roster.members[1]!, at: '13:06' });
    await decide(id, { outcome, at: '13:12', note: 'Prövat vid sittande bord.' });
    assert.deepEqual(servingAt((await courseOfRoster(roster)).state), roster.members);
    const [kept] = await read((r) => listDisqualifications(r, roster.meetingId));
    assert.deepEqual([kept?.outcome, kept?.note, kept?.version], [outcome, 'Prövat vid sittande bord.', 2]);
    await assert.rejects(decide(id, { outcome: 'disqualified', at: '13:13' }), { code: 'record.changedMeanwhile' });
  }
});

test('R-KL-26 does not bind an assembly to more grounds than its own: only the member and those close', async () => {
  const roster = await openedRoster({ kind: 'assembly' });
  const about = { itemId: roster.itemIds[0]!, attendanceId: roster.members[1]! };
  await assert.rejects(declare({ ...about, ground: 'supervision' }), problemKeys('validation.choose'));
  await declare({ ...about, ground: 'closePerson' });
});

test('R-KL-24: the account of the disqualified is kept from that item and from no other, whatever its roles', async () => {
  const roster = await openedRoster();
  const administer = <T>(run: Parameters<typeof write<T, 'account.administer'>>[0]) => write(run, 'account.administer');
  const accountId = await administer((w) => createAccount(w, { login: 'bo.prov', name: 'Bo Prov' }));
  await administer((w) => tieAccountToPerson(w, { accountId, personId: roster.personIds[1]! }));
  const grants = [{ role: 'committeeSecretary', bodyId: null, validFrom: '2020-01-01', validTo: null }] as const;
  const bo = authorize({ tenantId: t.tenantId, accountId, name: 'Bo Prov', language: 'sv', grants }, 'record.read');
  const ask = (itemId: Id<'agendaItem'>) => t.db.read(bo, (r) => requireNotDisqualified(r, itemId));
  await ask(roster.itemIds[0]!);
  const id = await declare({ itemId: roster.itemIds[0]!, attendanceId: roster.members[1]! });
  await assert.rejects(ask(roster.itemIds[0]!), { code: 'access.disqualified' });
  await ask(roster.itemIds[1]!);
  const kept = () => t.db.read(bo, (r) => disqualifiedItemsOf(r, accountId, roster.meetingId));
  assert.deepEqual(await kept(), [roster.itemIds[0]]);
  const reading = authorize(
    { tenantId: t.tenantId, accountId, name: 'Bo Prov', language: 'sv', grants },
    'matter.readProtected',
  );
  const secret = () => t.db.read(reading, (r) => isDisqualified(r, { itemId: roster.itemIds[0]! }));
  assert.equal(await secret(), true, 'the whole register for a role, and not this item');
  const decisionId = await buildDecision(t, { bodyId: roster.bodyId, agendaItemId: roster.itemIds[0]! });
  const mark = { id: 'm', noun: 'decision', recordId: decisionId } as unknown as SecrecyMark;
  const barred = () => t.db.read(reading, (r) => barredMarks(r, [mark]));
  assert.deepEqual([...(await barred())], ['m'], 'nor the decision on it');
  const editing = authorize(
    { tenantId: t.tenantId, accountId, name: 'Bo Prov', language: 'sv', grants },
    'meeting.edit',
  );
  const change = (itemId: Id<'agendaItem'>) =>
    t.db.transact(editing, { verb: 'test' }, async (w) => {
      await requireUnbiased(w, { itemId });
      await w.log({ noun: 'agendaItem', recordId: itemId, summary: 'test' });
    });
  await assert.rejects(change(roster.itemIds[0]!), { code: 'access.disqualified' });
  await change(roster.itemIds[1]!);
  await decide(id, { outcome: 'notDisqualified' });
  assert.equal(await secret(), false);
  assert.deepEqual([...(await barred())], [], 'control: the same account, when nothing keeps it away');
  assert.deepEqual(await kept(), []);
  await ask(roster.itemIds[0]!);
});

test('R-KL-24: what adjustment has made public is public to the disqualified, too; a beredning’s is not', async () => {
  for (const [kind, expected] of [
    ['committee', 0],
    ['draftingCommittee', 1],
  ] as const) {
    const roster = await openedRoster({ kind });
    const account = { login: `part.${kind.toLowerCase()}`, name: 'Part Prov' };
    const accountId = await write((w) => createAccount(w, account), 'account.administer');
    const personId = roster.personIds[1]!;
    await write((w) => tieAccountToPerson(w, { accountId, personId }), 'account.administer');
    await declare({ itemId: roster.itemIds[0]!, attendanceId: roster.members[1]! });
    const kept = () => read((r) => disqualifiedItemsOf(r, accountId, roster.meetingId));
    assert.equal((await kept()).length, 1);
    await write((w) => closeMeeting(w, { meetingId: roster.meetingId, at: '14:00' }));
    const { version } = await read((r) => getMeeting(r, roster.meetingId));
    const adjust = { meetingId: roster.meetingId, action: 'adjust', expectedVersion: version } as const;
    await write((w) => moveMeeting(w, adjust), 'meeting.edit');
    assert.equal((await kept()).length, expected, kind);
  }
});

test('that an item ended is taken back together with the return of who was outside', async () => {
  const roster = await openedRoster();
  const [ada, bo, cia] = roster.members;
  await callUp(roster.itemIds[0]!, '13:05');
  const id = await declare({ itemId: roster.itemIds[0]!, attendanceId: bo!, at: '13:06' });
  await decide(id, { outcome: 'disqualified', at: '13:07', replacedBy: roster.deputies[0]! });
  const { course } = await write((w) => endItem(w, { meetingId: roster.meetingId, at: '13:30' }));
  assert.deepEqual(servingAt(course.state), [ada, bo, cia]);
  const eventId = course.events.find((event) => event.kind === 'itemEnded')!.id;
  const back = await write((w) => withdrawEvent(w, { meetingId: roster.meetingId, eventId }));
  assert.equal(back.course.state.itemId, roster.itemIds[0]);
  assert.deepEqual(servingAt(back.course.state), [ada, cia, roster.deputies[0]]);
});

test('that an item was called up is taken back together with who had to leave for it', async () => {
  const roster = await openedRoster();
  const id = await declare({ itemId: roster.itemIds[0]!, attendanceId: roster.members[2]! });
  await decide(id, { outcome: 'disqualified' });
  const { course } = await callUp(roster.itemIds[0]!, '13:05');
  const eventId = course.events.find((event) => event.kind === 'itemBegan')!.id;
  const back = await write((w) => withdrawEvent(w, { meetingId: roster.meetingId, eventId }));
  assert.deepEqual(servingAt(back.course.state), roster.members);
});

test('who comes in the middle of an item from which they are disqualified waits outside', async () => {
  const roster = await buildRoster(t, { members: 3 });
  const present = roster.members.slice(0, 2).map((attendanceId) => ({ attendanceId }));
  await write((w) => openMeeting(w, { meetingId: roster.meetingId, at: '13:00', present }));
  await declare({ itemId: roster.itemIds[0]!, attendanceId: roster.members[2]! });
  await callUp(roster.itemIds[0]!, '13:05');
  const event = { kind: 'arrived', attendanceId: roster.members[2]!, mode: 'inRoom', seenAndHeard: false } as const;
  const { course } = await write((w) => noteEvent(w, { meetingId: roster.meetingId, at: '13:10', event }));
  assert.deepEqual(servingAt(course.state), roster.members.slice(0, 2));
  const after = await callUp(roster.itemIds[1]!, '13:20');
  assert.deepEqual(servingAt(after.course.state), roster.members);
});
