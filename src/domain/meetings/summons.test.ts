import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import {
  asSecretary,
  buildSeatedMeeting,
  buildSummonedMeeting,
  giveAddresses,
  linkOf,
  postedLetters,
  summonsesOf,
} from '../../../test/support/build-summons.ts';
import { openTestDatabase, type TestDatabase, testNow } from '../../../test/support/database.ts';
import type { PostedLetter } from '../../kernel/posted-letter.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { setRegulation } from '../organisation/index.ts';
import { getSummonsOverview } from './absence-overview-reader.ts';
import { askDeputy, withdrawServingRequest } from './absence-request.ts';
import { answerThroughLink, findAnswerLink, getInvitation } from './answer-link.ts';
import { answerSummons, noteSummonsAnswer } from './answer-summons.ts';
import { callPerson } from './call-person.ts';
import { callSeats } from './call-seats.ts';
import { addAgendaItem } from './change-agenda.ts';
import { changeMeeting, moveMeeting } from './change-meeting.ts';
import { freezeAgenda } from './freeze-agenda.ts';
import { sendLetterAgain, setSummonsAddress } from './letter-again.ts';
import { getMeeting } from './meeting-reader.ts';
import { sendSummonsLetters, summonMeeting } from './summon-meeting.ts';

let where: TestDatabase;
before(async () => {
  where = await openTestDatabase();
});
after(() => where.close());

const look = <T>(run: (r: Parameters<typeof getMeeting>[0]) => Promise<T>) =>
  where.db.read(authorize(operatorOf(where.tenantId), 'record.read'), run);
const overview = (meetingId: string) => look((r) => getSummonsOverview(r, meetingId, where.runtime.today()));
/** The letters that something lays in the outbox. */
async function lettersOf(run: () => Promise<unknown>): Promise<readonly PostedLetter[]> {
  const known = new Set((await postedLetters(where)).map(({ id }) => id));
  await run();
  return (await postedLetters(where)).filter(({ id }) => !known.has(id));
}
const byLink = async (token: string, answer: 'comes' | 'comesRemotely' | 'cannotCome', requestId?: string) => {
  const link = await findAnswerLink(where.db, token);
  assert.ok(link);
  await where.db.transact(authorize(link.actor, 'summons.answer'), { verb: 'answer' }, (w) =>
    answerThroughLink(w, { token, answer, ...(requestId && { requestId }) }),
  );
};

test('R-KL-03: members are called and deputies notified of time and place', async () => {
  let meetingId = '';
  const letters = await lettersOf(async () => {
    ({ meetingId } = await buildSummonedMeeting(where));
  });
  assert.deepEqual(
    letters.map(({ to, subject, calendar }) => [to.name, subject.split(':')[0], calendar?.entry.attendance]),
    [
      ['Ada Ledamot', 'Kallelse', 'required'],
      ['Bo Ledamot', 'Kallelse', 'required'],
      ['Cia Ledamot', 'Kallelse', 'required'],
      ['Dag Ersättare', 'Underrättelse', 'optional'],
      ['Eva Ersättare', 'Underrättelse', 'optional'],
    ],
  );
  assert.match(letters[0]!.text, /Du kallas som ledamot till sammanträde/);
  assert.match(letters[3]!.text, /Du underrättas som ersättare om sammanträde/);
  for (const { text } of letters) {
    assert.match(text, /Tid: onsdag 15 april 2026 kl\. 09\.00–15\.00\nPlats: Sal 3/);
    assert.match(text, /1\. Budget 2027/);
  }
  const { state } = await look((r) => getMeeting(r, meetingId));
  assert.equal(state, 'summoned');
});

test('R-KL-03 does not bind an officials’ group: its participants are simply invited', async () => {
  const meetingId = await buildGroupMeeting();
  const none = await lettersOf(() => asSecretary(where, (w) => summonMeeting(w, { meetingId, expectedVersion: 1 })));
  assert.deepEqual(none, [], 'nobody has an address yet');
  const { Frida } = await summonsesOf(where, meetingId);
  assert.equal(Frida?.kind, 'invited');
  await asSecretary(where, (w) =>
    setSummonsAddress(w, { summonsId: Frida!.id, expectedVersion: Frida!.version, address: 'frida@example.se' }),
  );
  const [letter] = await lettersOf(() => asSecretary(where, (w) => sendSummonsLetters(w, meetingId)));
  assert.match(letter!.subject, /^Inbjudan: /);
  assert.match(letter!.text, /Du är inbjuden till/);
  assert.doesNotMatch(letter!.text, /ledamot|ersättare/i);
});

async function buildGroupMeeting(): Promise<string> {
  const bodyId = await buildBody(where, { kind: 'officialsGroup' });
  const meetingId = await buildMeeting(where, { bodyId, heldOn: '2026-04-16', startsAt: '10:00' });
  await buildAgendaItem(where, { meetingId });
  const seat = { kind: 'called' as const, name: 'Frida Chef', party: null, role: null, seatId: null };
  await asSecretary(where, (w) => callSeats(w, { meetingId, seats: [seat] }));
  return meetingId;
}

test('somebody without a seat is put on the list by name, and nobody is summoned when there is nobody to summon', async () => {
  const bodyId = await buildBody(where, { kind: 'officialsGroup' });
  const meetingId = await buildMeeting(where, { bodyId, heldOn: '2026-04-14', startsAt: '10:00' });
  await buildAgendaItem(where, { meetingId });
  const summon = () => asSecretary(where, (w) => summonMeeting(w, { meetingId, expectedVersion: 1 }));
  await assert.rejects(summon(), { code: 'summons.nobody' });
  const add = (name: string, address: string) => asSecretary(where, (w) => callPerson(w, { meetingId, name, address }));
  await add('Gun Gäst', 'gun@example.se');
  await assert.rejects(add('Gun Gäst', 'gun@example.se'), { code: 'summons.listedAlready' });
  const letters = await lettersOf(summon);
  assert.deepEqual(
    letters.map(({ to, subject }) => [to.address, subject.split(':')[0]]),
    [['gun@example.se', 'Inbjudan']],
  );
});

test('who has no address is told of, and gets the notice when an address is given', async () => {
  const { meetingId, summonses } = await buildSummonedMeeting(where, {
    heldOn: '2026-04-17',
    without: ['Ada Ledamot'],
  });
  const { Ada } = summonses;
  assert.deepEqual([Ada?.address, Ada?.letters.length], [null, 0]);
  const missing = (await overview(meetingId)).due;
  assert.deepEqual(
    missing.map(({ summons, kind }) => [summons.name, kind]),
    [['Ada Ledamot', 'notice']],
  );
  await assert.rejects(
    asSecretary(where, (w) =>
      setSummonsAddress(w, { summonsId: Ada!.id, expectedVersion: 1, address: 'ada@example.se\nBcc: x@example.se' }),
    ),
    { code: 'record.invalid' },
  );
  await asSecretary(where, (w) =>
    setSummonsAddress(w, { summonsId: Ada!.id, expectedVersion: Ada!.version, address: 'Ada@Example.se' }),
  );
  const letters = await lettersOf(() => asSecretary(where, (w) => sendSummonsLetters(w, meetingId)));
  assert.deepEqual(
    letters.map(({ to }) => to.address),
    ['ada@example.se'],
  );
  assert.deepEqual(await lettersOf(() => asSecretary(where, (w) => sendSummonsLetters(w, meetingId))), []);
});

test('a supplement tells what is new, a move tells both times, a cancellation ends the entry', async () => {
  const { meetingId } = await buildSummonedMeeting(where, { heldOn: '2026-04-20' });
  const [supplement] = await lettersOf(() =>
    asSecretary(where, async (w) => {
      await addAgendaItem(w, { meetingId, title: 'Ny mottagning', category: 'decision', number: '2' });
      await freezeAgenda(w, { meetingId, expectedNumber: 1 });
      assert.equal((await sendSummonsLetters(w, meetingId)).sent, 5);
    }),
  );
  assert.match(supplement!.subject, /^Tilläggskallelse 1: /);
  assert.match(supplement!.text, /Det här är nytt:\n– Ny punkt: 2\. Ny mottagning/);

  const before = supplement!.calendar!.entry.sequence;
  const [moved] = await lettersOf(() =>
    asSecretary(where, async (w) => {
      const { version } = await getMeeting(w, meetingId);
      await changeMeeting(w, {
        meetingId,
        expectedVersion: version,
        changes: { heldOn: '2026-04-21', startsAt: '10:00' },
      });
      await sendSummonsLetters(w, meetingId);
    }),
  );
  assert.match(moved!.text, /Nu gäller:\nTid: tisdag 21 april 2026 kl\. 10\.00–15\.00/);
  assert.match(moved!.text, /Förut stod det:\nTid: måndag 20 april 2026 kl\. 09\.00–15\.00/);
  assert.ok(moved!.calendar!.entry.sequence > before);
  assert.equal(moved!.calendar!.entry.uid, supplement!.calendar!.entry.uid);

  const cancelled = await lettersOf(() =>
    asSecretary(where, async (w) => {
      const { version } = await getMeeting(w, meetingId);
      await moveMeeting(w, { meetingId, action: 'cancel', expectedVersion: version });
      await sendSummonsLetters(w, meetingId);
    }),
  );
  assert.equal(cancelled.length, 5);
  assert.equal(cancelled[0]!.calendar?.method, 'cancel');
  assert.equal(cancelled[0]!.calendar?.entry.status, 'cancelled');
  assert.match(cancelled[0]!.text, /är inställt\./);
  assert.doesNotMatch(cancelled[0]!.text, /svarslänk/);
});

test('what is handled behind closed doors is not named in a letter', async () => {
  const { meetingId } = await buildSeatedMeeting(where, { heldOn: '2026-04-22' });
  await giveAddresses(where);
  const secret = 'Avstängning av N.N.';
  const letters = await lettersOf(() =>
    asSecretary(where, async (w) => {
      await addAgendaItem(w, { meetingId, title: secret, category: 'decision', number: '2', exercisesAuthority: true });
      await summonMeeting(w, { meetingId, expectedVersion: 1 });
    }),
  );
  assert.ok(letters.length > 0);
  for (const letter of letters) assert.equal(JSON.stringify(letter).includes(secret), false);
  assert.match(letters[0]!.text, /2\. Ärende bakom stängda dörrar/);
});

test('a link answers once, whoever presses first, and looking at it changes nothing', async () => {
  const { summonses, meetingId } = await buildSummonedMeeting(where, { heldOn: '2026-04-23' });
  const token = await linkOf(where, summonses.Bo!);
  const again = await linkOf(where, summonses.Bo!);
  for (let look = 0; look < 3; look += 1) assert.equal((await findAnswerLink(where.db, token))?.used, false);
  const outcomes = await Promise.allSettled([
    byLink(token, 'cannotCome'),
    byLink(token, 'comes'),
    byLink(again, 'comes'),
  ]);
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') assert.equal(outcome.reason.code, 'summons.linkUsed');
  assert.equal((await findAnswerLink(where.db, again))?.used, true, 'a letter that left twice asks once');
  assert.equal((await summonsesOf(where, meetingId)).Bo?.answer?.through, 'link');
});

test('the register holds no token: neither the links nor the outbox nor the log', async () => {
  const { summonses } = await buildSummonedMeeting(where, { heldOn: '2026-04-24' });
  const token = await linkOf(where, summonses.Bo!);
  await byLink(token, 'comes');
  const kept = await where.db.system('relay', async (system) => [
    await system.selectFrom('summons_link').selectAll().execute(),
    await system.selectFrom('outbox').selectAll().execute(),
    await system.selectFrom('log_told').selectAll().execute(),
    await system.selectFrom('idempotency').selectAll().execute(),
  ]);
  assert.equal(JSON.stringify(kept).includes(token), false);
  assert.equal(await findAnswerLink(where.db, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`), undefined);
  assert.equal(await findAnswerLink(where.db, ''), undefined);
});

test('a link is over when the meeting begins, and follows the meeting when it is moved', async () => {
  const { summonses, meetingId } = await buildSummonedMeeting(where, { heldOn: '2026-04-27' });
  const token = await linkOf(where, summonses.Cia!);
  await asSecretary(where, (w) =>
    changeMeeting(w, { meetingId, expectedVersion: 2, changes: { heldOn: '2026-04-28' } }),
  );
  where.clock.set('2026-04-28T07:00:00.000Z');
  await assert.rejects(byLink(token, 'comes'), { code: 'summons.tooLate' });
  const invitation = await look((r) => getInvitation(r, summonses.Cia!.id, where.runtime.now()));
  assert.equal(invitation.closed, 'begun');
  where.clock.set('2026-04-28T06:59:59.000Z');
  await byLink(token, 'comes');
  where.clock.set(testNow);
});

test('taking part at a distance can be answered only where the body permits it', async () => {
  const { bodyId, summonses } = await buildSummonedMeeting(where, { heldOn: '2026-04-29' });
  const token = await linkOf(where, summonses.Ada!);
  await assert.rejects(byLink(token, 'comesRemotely'), { code: 'record.invalid' });
  await where.db.transact(authorize(operatorOf(where.tenantId), 'organisation.edit'), { verb: 'test' }, (w) =>
    setRegulation(w, {
      bodyId,
      key: 'remoteParticipation',
      value: 'yes',
      validFrom: '2026-01-01',
      source: 'Reglemente',
    }),
  );
  await byLink(token, 'comesRemotely');
});

test('R-KL-20: the order of service proposes a deputy, the secretary asks, the deputy answers', async () => {
  const { meetingId, summonses } = await buildSummonedMeeting(where, { heldOn: '2026-05-04' });
  await byLink(await linkOf(where, summonses.Bo!), 'cannotCome');
  const absent = (await overview(meetingId)).bodies[0]!.seats.filter(({ absent }) => absent);
  assert.deepEqual(
    absent.map(({ seat, proposed }) => [seat.personName, proposed?.deputy.name, proposed?.reason]),
    [['Bo Ledamot', 'Dag Ersättare', 'ownParty']],
  );
  const { seat } = absent[0]!;
  const [letter] = await lettersOf(() =>
    asSecretary(where, (w) => askDeputy(w, { meetingId, summonsId: summonses.Dag!.id, seatId: seat.id })),
  );
  assert.match(letter!.text, /Du föreslås tjänstgöra för Bo Ledamot/);
  await assert.rejects(
    asSecretary(where, (w) => askDeputy(w, { meetingId, summonsId: summonses.Eva!.id, seatId: seat.id })),
    { code: 'summons.askedAlready' },
  );
  const { Dag } = await summonsesOf(where, meetingId);
  await byLink(await linkOf(where, Dag!), 'cannotCome', Dag!.requests[0]!.id);
  const next = (await overview(meetingId)).bodies[0]!.seats.find(({ absent }) => absent)!;
  assert.deepEqual(
    [next.asked, next.proposed?.deputy.name],
    [null, 'Eva Ersättare'],
    'who declined is not asked again',
  );

  await asSecretary(where, (w) => askDeputy(w, { meetingId, summonsId: summonses.Eva!.id, seatId: seat.id }));
  const asked = (await summonsesOf(where, meetingId)).Eva!;
  await byLink(await linkOf(where, asked), 'comes', asked.requests[0]!.id);
  for (const name of ['Ada', 'Cia'])
    await asSecretary(where, (w) =>
      noteSummonsAnswer(w, { summonsId: summonses[name]!.id, expectedVersion: 0, answer: 'comes' }),
    );
  const { seats, quorum } = (await overview(meetingId)).bodies[0]!;
  assert.equal(seats.find(({ absent }) => absent)?.asked?.request.state, 'accepted');
  assert.deepEqual(quorum, { seats: 3, needed: 2, certain: 3, open: 0, outlook: 'reached' });

  await asSecretary(where, (w) =>
    withdrawServingRequest(w, { meetingId, summonsId: asked.id, requestId: asked.requests[0]!.id }),
  );
  assert.equal((await summonsesOf(where, meetingId)).Eva!.requests[0]!.state, 'withdrawn');
});

test('R-KL-20 does not bind an officials’ group: nobody is proposed, and no quorum is foreseen', async () => {
  const { bodies } = await overview(await buildGroupMeeting());
  assert.deepEqual(
    bodies.map(({ seats, quorum }) => [seats, quorum]),
    [[[], null]],
  );
});

test('nobody answers for another, and who comes is not asked to be served for', async () => {
  const { meetingId, summonses, bodyId } = await buildSummonedMeeting(where, { heldOn: '2026-05-05' });
  const stranger = {
    tenantId: where.tenantId,
    accountId: where.runtime.newId(),
    name: 'Någon Annan',
    language: 'sv' as const,
    grants: [{ role: 'member' as const, bodyId, validFrom: '2020-01-01', validTo: null }],
  };
  await assert.rejects(
    where.db.transact(authorize(stranger, 'summons.answer'), { verb: 'answer' }, (w) =>
      answerSummons(w, { meetingId, answer: 'comes', expectedVersion: 0 }),
    ),
    { code: 'summons.notYours' },
  );
  await assert.rejects(
    asSecretary(where, (w) => askDeputy(w, { meetingId, summonsId: summonses.Dag!.id, seatId: summonses.Bo!.seatId! })),
    { code: 'summons.memberComes' },
  );
});

test('new lists keep the answers; who is gone is told, who is new is summoned', async () => {
  const { meetingId, summonses } = await buildSummonedMeeting(where, { heldOn: '2026-05-06' });
  await asSecretary(where, (w) =>
    noteSummonsAnswer(w, { summonsId: summonses.Ada!.id, expectedVersion: 0, answer: 'comes' }),
  );
  const { called } = await look((r) => getMeeting(r, meetingId));
  const letters = await lettersOf(() =>
    asSecretary(where, async (w) => {
      await callSeats(w, { meetingId, seats: called.filter(({ name }) => name !== 'Bo Ledamot') });
      await sendSummonsLetters(w, meetingId);
    }),
  );
  assert.deepEqual(
    letters.map(({ to, subject }) => [to.name, subject.split(':')[0]]).filter(([name]) => name === 'Bo Ledamot'),
    [['Bo Ledamot', 'Återtagen kallelse']],
  );
  assert.equal((await summonsesOf(where, meetingId)).Ada?.answer?.code, 'comes');
});

test('a letter is sent again as the meeting is now', async () => {
  const { summonses } = await buildSummonedMeeting(where, { heldOn: '2026-05-07' });
  const letters = await lettersOf(() => asSecretary(where, (w) => sendLetterAgain(w, summonses.Ada!.id)));
  assert.deepEqual(
    letters.map(({ to, subject }) => [to.name, subject.split(':')[0]]),
    [['Ada Ledamot', 'Kallelse']],
  );
});

test('why somebody cannot come stands in the answer and not in the log', async () => {
  const { summonses } = await buildSummonedMeeting(where, { heldOn: '2026-05-08' });
  const reason = 'Opereras den dagen';
  await asSecretary(where, (w) =>
    noteSummonsAnswer(w, { summonsId: summonses.Ada!.id, expectedVersion: 0, answer: 'cannotCome', note: reason }),
  );
  const log = await where.db.system('relay', (system) => system.selectFrom('log_told').selectAll().execute());
  assert.equal(JSON.stringify(log).includes(reason), false);
});
