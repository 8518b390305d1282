import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  buildHearing,
  buildMotion,
  buildOutcome,
  buildProposition,
  type Hearing,
} from '../../../test/support/build-proceedings.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { closeMeeting, endItem, invitePerson, noteEvent } from '../attendance/index.ts';
import { type RegulationKey, setRegulation } from '../organisation/index.ts';
import {
  announceDissent,
  castVotes,
  type DissentKind,
  decideItem,
  endVote,
  grantDissent,
  isPrinted,
  noteOralInformation,
  proceedingsOf,
  requestVote,
  takeBackDissent,
  takeBackOutcome,
  writeStatement,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.conduct');
const told = (hearing: Hearing) => read((r) => proceedingsOf(r, hearing.itemId));
const announce = (hearing: Hearing, kind: DissentKind, ...people: Id<'attendance'>[]) =>
  write((w) => announceDissent(w, { itemId: hearing.itemId, kind, people, at: '13:30' }));
const regulate = (hearing: Hearing, key: RegulationKey, value: string) =>
  write((w) => setRegulation(w, { bodyId: hearing.bodyId, key, value, validFrom: '2020-01-01' }), 'organisation.edit');

test('R-KL-36: who took part in the decision may reserve, before the meeting is closed', async () => {
  const hearing = await buildHearing(t);
  const { members, deputies, meetingId } = hearing;
  await assert.rejects(announce(hearing, 'reservation', members[1]!), problemKeys('proceedings.nothingDecided'));
  await buildOutcome(t, hearing);
  await announce(hearing, 'reservation', members[1]!, members[2]!);
  await assert.rejects(announce(hearing, 'reservation', deputies[0]!), problemKeys('proceedings.tookNoPart'));
  await assert.rejects(announce(hearing, 'reservation'), problemKeys('proceedings.noPerson'));
  await write((w) => endItem(w, { meetingId, at: '13:40' }));
  await write((w) => closeMeeting(w, { meetingId, at: '14:00' }));
  await assert.rejects(announce(hearing, 'reservation', members[3]!), problemKeys('proceedings.meetingEnded'));
  const [reservation] = (await told(hearing)).dissents;
  assert.deepEqual([reservation?.people, reservation?.announcedAt], [[members[1], members[2]], '13:30']);
});

test('R-KL-36: who left the room before the decision, or takes no part in it, cannot reserve against it', async () => {
  const hearing = await buildHearing(t);
  const { members, meetingId } = hearing;
  await buildMotion(t, hearing, { kind: 'rejection' });
  const leaves = { kind: 'left', attendanceId: members[4]!, reason: 'leaves' } as const;
  await write((w) => noteEvent(w, { meetingId, at: '13:10', event: leaves }));
  const propositionId = await buildProposition(t, hearing);
  const recorded = await write((w) => requestVote(w, { propositionId, expectedVersion: 1 }));
  const choices = ['yes', 'yes', 'no', 'notParticipating'] as const;
  const votes = choices.map((choice, index) => ({ attendanceId: members[index]!, choice }));
  await write((w) => castVotes(w, { voteId: recorded, votes }));
  await write((w) => endVote(w, { voteId: recorded, expectedVersion: 2 }));
  await buildOutcome(t, hearing);
  await assert.rejects(announce(hearing, 'reservation', members[3]!), problemKeys('proceedings.tookNoPart'));
  await assert.rejects(announce(hearing, 'reservation', members[4]!), problemKeys('proceedings.tookNoPart'));
  await announce(hearing, 'reservation', members[2]!);
  await assert.rejects(
    write((w) => takeBackOutcome(w, { itemId: hearing.itemId, expectedVersion: 1 })),
    {
      code: 'proceedings.reservedAgainst',
    },
  );
});

test('R-KL-36: the text of a reservation can follow until the minutes are adjusted, or as the reglemente says', async () => {
  const hearing = await buildHearing(t);
  await regulate(hearing, 'statementDays', '3');
  await buildOutcome(t, hearing);
  const dissentId = await announce(hearing, 'reservation', hearing.members[1]!);
  assert.equal((await told(hearing)).dissents[0]?.statementDue, '2026-02-27');
  await assert.rejects(
    write((w) => writeStatement(w, { dissentId, expectedVersion: 1, statement: 'Vi hade velat annat.' })),
    problemKeys('proceedings.statementTooLate'),
  );
  t.clock.set('2026-02-27T10:00:00.000Z');
  await write((w) => writeStatement(w, { dissentId, expectedVersion: 1, statement: 'Vi hade velat annat.' }));
  await assert.rejects(
    write((w) => writeStatement(w, { dissentId, expectedVersion: 1, statement: 'Annat.' })),
    { code: 'record.changedMeanwhile' },
  );
  t.clock.set('2026-03-02T09:00:00.000Z');
  await write((w) => takeBackDissent(w, { dissentId, expectedVersion: 2 }));
  assert.deepEqual((await told(hearing)).dissents, []);
});

test('R-KL-36 does not bind an officials’ group: nobody has a right to reserve, another mind is noted with its leave', async () => {
  const hearing = await buildHearing(t, { kind: 'officialsGroup', members: 0, deputies: 0, clauses: null });
  const principal = { capacity: 'principal', organisation: 'Provköpings kommun', arrived: { at: '13:10' } } as const;
  const who = await write((w) => invitePerson(w, { meetingId: hearing.meetingId, name: 'Prov Söder', ...principal }));
  const sentence = 'Gruppen ställer sig bakom förslaget.';
  await write((w) => decideItem(w, { itemId: hearing.itemId, expectedVersion: 0, outcome: 'decided', sentence }));
  await assert.rejects(announce(hearing, 'reservation', who), problemKeys('proceedings.noReservations'));
  await announce(hearing, 'minutesNote', who);
  const { decisions } = await told(hearing);
  assert.deepEqual(
    decisions.map(({ title, clauses, state }) => [title, clauses, state]),
    [[sentence, [], 'made']],
  );
});

test('R-KL-37: a note or a special statement is printed when the body allows it, a reservation always', async () => {
  const hearing = await buildHearing(t);
  await buildOutcome(t, hearing);
  const note = await announce(hearing, 'minutesNote', hearing.members[1]!);
  const reservation = await announce(hearing, 'reservation', hearing.members[2]!);
  assert.deepEqual((await told(hearing)).dissents.map(isPrinted), [false, true]);
  await write((w) => grantDissent(w, { dissentId: note, expectedVersion: 1, granted: true }));
  assert.deepEqual((await told(hearing)).dissents.map(isPrinted), [true, true]);
  await assert.rejects(
    write((w) => grantDissent(w, { dissentId: reservation, expectedVersion: 1, granted: false })),
    { code: 'proceedings.isARight' },
  );
});

test('R-KL-37 does not bind to when it is said: a note can be wanted after the meeting, with the leave it was given', async () => {
  const hearing = await buildHearing(t, { kind: 'draftingCommittee' });
  await buildOutcome(t, hearing);
  await write((w) => endItem(w, { meetingId: hearing.meetingId, at: '13:40' }));
  await write((w) => closeMeeting(w, { meetingId: hearing.meetingId, at: '14:00' }));
  await announce(hearing, 'specialStatement', hearing.members[1]!);
});

test('R-KL-04: a deputy who does not serve has an opinion recorded only where the reglemente says so', async () => {
  const hearing = await buildHearing(t);
  const [deputy] = hearing.deputies;
  await assert.rejects(announce(hearing, 'deputyOpinion', deputy!), problemKeys('proceedings.noDeputyOpinion'));
  await regulate(hearing, 'deputyMayRecordOpinion', 'yes');
  await announce(hearing, 'deputyOpinion', deputy!);
  await assert.rejects(
    announce(hearing, 'deputyOpinion', hearing.members[1]!),
    problemKeys('proceedings.notIdleDeputy'),
  );
});

test('R-KL-04 does not bind a deputy who serves: the rights are those of a member, to reserve among them', async () => {
  const hearing = await buildHearing(t);
  const { members, deputies, meetingId, seatIds } = hearing;
  await write((w) =>
    noteEvent(w, { meetingId, at: '13:06', event: { kind: 'left', attendanceId: members[1]!, reason: 'leaves' } }),
  );
  const serves = { kind: 'beganServing', attendanceId: deputies[0]!, seatId: seatIds[1]! } as const;
  await write((w) => noteEvent(w, { meetingId, at: '13:07', event: serves }));
  await buildOutcome(t, hearing);
  await announce(hearing, 'reservation', deputies[0]!);
});

test('R-FL-4: what is told in exercise of authority is noted with who told it, who noted it and when', async () => {
  const hearing = await buildHearing(t);
  const { itemId } = hearing;
  await t.db.transact(t.auth('meeting.edit'), { verb: 'test' }, async (w) => {
    await w.db
      .updateTable('agenda_item')
      .set({ exercises_authority: true })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', itemId)
      .execute();
    await w.log({ noun: 'agendaItem', recordId: itemId, after: { exercisesAuthority: true } });
  });
  const body = 'Sökanden bor kvar.';
  await assert.rejects(
    write((w) => noteOralInformation(w, { itemId, body })),
    problemKeys('proceedings.whoTold'),
  );
  await write((w) => noteOralInformation(w, { itemId, body, toldBy: 'Prov Handläggarsson' }));
  const [note] = (await told(hearing)).oralInformation;
  assert.deepEqual(
    [note?.toldBy, note?.body, note?.notedBy, note?.notedAt],
    ['Prov Handläggarsson', body, 'Provaren', '2026-03-02T09:00:00.000Z'],
  );
});

test('R-FL-4 does not bind a matter of policy: a note may lack its source (FL 2 §)', async () => {
  const hearing = await buildHearing(t);
  await write((w) => noteOralInformation(w, { itemId: hearing.itemId, body: 'Det har snöat.' }));
  assert.equal((await told(hearing)).oralInformation[0]?.toldBy, null);
});
