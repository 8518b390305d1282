import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { buildMatter } from '../../../test/support/build-matters.ts';
import {
  buildAdjustedMinutes,
  buildHeldMeeting,
  buildMinutes,
  buildSigner,
  sendToSign,
} from '../../../test/support/build-minutes.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildSeatedMeeting, postedLetters } from '../../../test/support/build-summons.ts';
import { buildColleague, buildDisclosure, buildTaskOf } from '../../../test/support/build-work.ts';
import { countQueries } from '../../../test/support/count-queries.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { madeUpPersonNumber } from '../../../test/support/made-up-person-number.ts';
import { AppError, type ErrorCode } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Actor, actionNames, authorize, grantedRoles, operatorOf } from '../access/index.ts';
import { answerDisclosure } from '../disclosures/index.ts';
import { tellDecisionTask } from '../execution/index.ts';
import { proposePublication } from '../publications/index.ts';
import {
  answerDelegation,
  delegateWork,
  dueWorkLetters,
  endFinishedWork,
  findWork,
  finishedWork,
  mayDo,
  postWorkLetter,
  receiversFor,
  restWork,
  saveWorkSetting,
  type WorkEntry,
  wakeWork,
  workKey,
  workOf,
  workSettingOf,
} from './index.ts';

const today = '2026-03-02'; // a Monday: where the clock of the tests stands
const secret = 'Anteckningarna om familjen på Storgatan';
let t: TestDatabase;
let one: Id<'body'>;
let other: Id<'body'>;
let taskId: Id<'decisionTask'>;
let signer: Actor;

before(async () => {
  t = await openTestDatabase();
  one = await buildBody(t, { name: 'Första nämnden' });
  other = await buildBody(t, { name: 'Andra nämnden' });
  taskId = await buildTaskOf(t, one, 'Ta fram en plan');
  await buildTaskOf(t, other, 'Utred samverkan');
  await buildDisclosure(t, one, secret, '2026-03-01');
  await buildSeatedMeeting(t, { heldOn: '2026-03-12' });
  await buildHeldMeeting(t, { heldOn: '2026-02-24' });
  await buildAdjustedMinutes(t, { heldOn: '2026-02-20' });
  const held = await buildHeldMeeting(t, { heldOn: '2026-02-23' });
  const minutesId = await buildMinutes(t, held.meetingId);
  signer = await buildSigner(t, held.bodyId, 'chair');
  const adjuster = await buildSigner(t, held.bodyId);
  await sendToSign(t, minutesId, [
    { role: 'chair', name: signer.name, accountId: signer.accountId },
    { role: 'adjuster', name: adjuster.name, accountId: adjuster.accountId },
  ]);
});
after(() => t.close());

const house = () => operatorOf(t.tenantId, 'Kansli');
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(house(), 'record.read'), run);
const listOf = (actor: Actor, on = today) => read((r) => workOf(r, actor, on));
const as = <T>(actor: Actor, run: (w: Writer<'work.arrange'>) => Promise<T>) =>
  t.db.transact(authorize(actor, 'work.arrange'), { verb: 'prov' }, run);
const refused = (code: ErrorCode, key?: string) => (error: unknown) =>
  error instanceof AppError &&
  error.code === code &&
  (key === undefined || (error.details as readonly Problem[])[0]?.key === key);
const kinds = (entries: readonly WorkEntry[]) => [...new Set(entries.map(({ kind }) => kind))].sort();
const taskOf = (entries: readonly WorkEntry[]) => entries.find(({ recordId }) => recordId === taskId);

test('the list of a secretary holds what the records ask for, with what is late first', async () => {
  const entries = await listOf(await buildColleague(t, 'committeeSecretary'));
  assert.deepEqual(kinds(entries), [
    'announceMinutes',
    'answerDisclosure',
    'awaitSignatures',
    'doTask',
    'publishMinutes',
    'sendSummons',
    'writeMinutes',
  ]);
  const days = entries.map(({ dueOn }) => dueOn ?? '9999');
  assert.deepEqual(days, days.toSorted());
  assert.equal(entries.find(({ kind }) => kind === 'awaitSignatures')?.place, 'others');
  assert.equal(entries.find(({ kind }) => kind === 'writeMinutes')?.place, 'later');
});

test('a signature is on the list of the one who signs, and on nobody else’s', async () => {
  assert.ok(kinds(await listOf(signer)).includes('signMinutes'));
  const colleague = await buildColleague(t, 'chair', signer.grants[0]!.bodyId!);
  assert.ok(!kinds(await listOf(colleague)).includes('signMinutes'));
});

test('property: a list holds exactly what its reader may do of all work there is, whatever roles on whatever bodies', async () => {
  const all = await read((r) => findWork(r, house(), today));
  const shared = all.filter(({ accountId }) => accountId === undefined);
  assert.ok(shared.length >= 7, 'there is work to be kept from somebody');
  const bodies = [null, one, other, ...new Set(shared.map(({ body }) => body?.id ?? null))];
  const grant = fc.record({ role: fc.constantFrom(...grantedRoles), bodyId: fc.constantFrom(...bodies) });
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(grant, { maxLength: 3 }), async (held) => {
      const grants = held.map((one) => ({ ...one, validFrom: '2020-01-01', validTo: null }));
      const actor: Actor = {
        tenantId: t.tenantId,
        accountId: crypto.randomUUID(),
        name: 'Vem',
        language: 'sv',
        grants,
      };
      const seen = await listOf(actor);
      assert.ok(seen.every((entry) => mayDo(actor, entry)));
      const expected = shared.filter((finding) => mayDo(actor, finding)).map(workKey);
      assert.deepEqual(seen.map(({ key }) => key).sort(), expected.toSorted());
      kept += shared.length - expected.length;
    }),
    { numRuns: 40 },
  );
  // Control: something was kept from somebody, so that the property could have failed.
  assert.ok(kept > 0);
});

test('who may only look has no work', async () => {
  const nobody: Actor = {
    tenantId: t.tenantId,
    accountId: crypto.randomUUID(),
    name: 'Ingen',
    language: 'sv',
    grants: [],
  };
  assert.deepEqual(await listOf(nobody), []);
  assert.ok(actionNames.includes('work.arrange'));
});

test('the number of queries is the same however much there is', async () => {
  const actor = await buildColleague(t, 'committeeSecretary');
  const counter = countQueries(t.db);
  const asked = async () => {
    counter.start();
    await listOf(actor);
    return counter.asked().length;
  };
  const few = await asked();
  await buildTaskOf(t, other, 'En till');
  await buildDisclosure(t, other, 'En till', '2026-03-01');
  assert.equal(await asked(), few);
  assert.ok(few <= 30, `${few} queries`);
});

test('what rests is out of sight until its day, for the one who lets it rest alone', async () => {
  const own = await buildColleague(t, 'committeeSecretary');
  const colleague = await buildColleague(t, 'committeeSecretary');
  const { key } = taskOf(await listOf(own))!;
  await as(own, (w) => restWork(w, own, { key, untilOn: '2026-03-10', reason: 'Väntar på svar' }));
  assert.equal(taskOf(await listOf(own))?.place, 'resting');
  assert.equal(taskOf(await listOf(own, '2026-03-09'))?.place, 'resting');
  assert.equal(taskOf(await listOf(own, '2026-03-10'))?.place, 'today');
  assert.equal(taskOf(await listOf(colleague))?.place, 'today');
  await as(own, (w) => wakeWork(w, own, key));
  assert.equal(taskOf(await listOf(own))?.place, 'today');
  await assert.rejects(
    as(own, (w) => wakeWork(w, own, key)),
    refused('work.notOnList'),
  );
});

test('work with a day of law rests until that day at the longest, and not at all when it is late', async () => {
  const own = await buildColleague(t, 'committeeSecretary');
  const entries = await listOf(own);
  const late = entries.find(({ kind }) => kind === 'announceMinutes')!;
  const rest = (key: string, untilOn: string) => as(own, (w) => restWork(w, own, { key, untilOn, reason: 'r' }));
  const minutes = entries.find(({ kind }) => kind === 'writeMinutes')!;
  await assert.rejects(rest(minutes.key, '2026-12-01'), refused('record.invalid', 'work.pastLaw'));
  await rest(minutes.key, minutes.dueOn!);
  const disclosure = entries.find(({ kind }) => kind === 'answerDisclosure')!;
  await assert.rejects(rest(disclosure.key, '2026-03-04'), refused('record.invalid', 'work.lateByLaw'));
  assert.ok(late.dueOn !== null);
});

test('nobody arranges the work of another, nor work that is not theirs', async () => {
  const own = await buildColleague(t, 'committeeSecretary');
  const member = await buildColleague(t, 'member', one);
  const { key } = taskOf(await listOf(own))!;
  const rest = { key, untilOn: '2026-03-10', reason: 'r' };
  await assert.rejects(
    as(member, (w) => restWork(w, member, rest)),
    refused('work.notOnList'),
  );
  await assert.rejects(
    as(member, (w) => restWork(w, own, rest)),
    refused('access.denied'),
  );
});

test('work is handed to somebody who may do it, accepted, and returned with a word', async () => {
  const giver = await buildColleague(t, 'committeeSecretary');
  const receiver = await buildColleague(t, 'caseOfficer', one);
  const entry = taskOf(await listOf(giver))!;
  const offered = await read((r) => receiversFor(r, giver, entry, today));
  assert.ok(offered.some(({ id }) => id === receiver.accountId));
  assert.ok(!offered.some(({ id }) => id === giver.accountId));
  const id = await as(giver, (w) =>
    delegateWork(w, giver, { key: entry.key, toAccountId: receiver.accountId, note: 'Du kan det här' }),
  );
  assert.equal(taskOf(await listOf(giver))?.place, 'others');
  const theirs = taskOf(await listOf(receiver))!;
  assert.deepEqual(
    [theirs.place, theirs.delegation?.note, theirs.delegation?.state],
    ['today', 'Du kan det här', 'offered'],
  );
  const letter = (await postedLetters(t)).find(({ to }) => to.address === receiver.email)!;
  assert.match(letter.text, /lämna över en uppgift/);
  assert.ok(!letter.text.includes('Ta fram en plan'), 'the letter names the kind alone');

  const answer = (actor: Actor, action: 'accept' | 'return' | 'takeBack', expectedVersion: number, word?: string) =>
    as(actor, (w) => answerDelegation(w, { delegationId: id, action, expectedVersion, answer: word ?? null }));
  await assert.rejects(answer(giver, 'accept', 1), refused('access.denied'));
  await assert.rejects(answer(receiver, 'takeBack', 1), refused('access.denied'));
  await answer(receiver, 'accept', 1);
  await assert.rejects(answer(receiver, 'return', 1), refused('record.changedMeanwhile'));
  await assert.rejects(
    as(giver, (w) => delegateWork(w, giver, { key: entry.key, toAccountId: receiver.accountId })),
    refused('work.inOtherHands'),
  );
  await answer(receiver, 'return', 2, 'Hinner inte');
  const back = taskOf(await listOf(giver))!;
  assert.deepEqual([back.place, back.delegation?.state, back.delegation?.answer], ['today', 'returned', 'Hinner inte']);
  await assert.rejects(answer(giver, 'takeBack', 3), refused('record.wrongState'));
});

test('a delegation gives nobody a right: not to who lacks it, and not any longer when the role has ended', async () => {
  const giver = await buildColleague(t, 'committeeSecretary');
  const entry = taskOf(await listOf(giver))!;
  const member = await buildColleague(t, 'member', one);
  const elsewhere = await buildColleague(t, 'caseOfficer', other);
  for (const { accountId } of [member, elsewhere, giver])
    await assert.rejects(
      as(giver, (w) => delegateWork(w, giver, { key: entry.key, toAccountId: accountId })),
      refused('record.invalid', 'work.receiver'),
    );
  const receiver = await buildColleague(t, 'caseOfficer', one);
  await as(giver, (w) => delegateWork(w, giver, { key: entry.key, toAccountId: receiver.accountId }));
  assert.equal(taskOf(await listOf(giver))?.place, 'others');
  const pool = t.db.pool;
  await pool.query('update role_grant set valid_to = $1 where account_id = $2', ['2026-03-01', receiver.accountId]);
  assert.equal(taskOf(await listOf(giver))?.place, 'today', 'it is back with who may');
  assert.equal(taskOf(await listOf({ ...receiver, grants: [] })), undefined);
  await pool.query('update work_delegation set ended_on = $1, state = $2 where ended_on is null', [today, 'takenBack']);
});

test('a signature cannot be handed over', async () => {
  const entry = (await listOf(signer)).find(({ kind }) => kind === 'signMinutes')!;
  const colleague = await buildColleague(t, 'chair', signer.grants[0]!.bodyId!);
  await assert.rejects(
    as(signer, (w) => delegateWork(w, signer, { key: entry.key, toAccountId: colleague.accountId })),
    refused('work.ownOnly'),
  );
});

test('what was arranged ends with the work, and what is not done stays', async () => {
  const own = await buildColleague(t, 'committeeSecretary');
  const receiver = await buildColleague(t, 'caseOfficer', other);
  const doomed = await buildTaskOf(t, other, 'Blir klar');
  const find = async (id: string) => (await listOf(own)).find(({ recordId }) => recordId === id)!;
  const { key } = await find(doomed);
  const delegationId = await as(own, (w) => delegateWork(w, own, { key, toAccountId: receiver.accountId }));
  await as(own, (w) => restWork(w, own, { key: taskOfKey(), untilOn: '2026-03-20', reason: 'r' }));
  assert.deepEqual(await read((r) => finishedWork(r, house(), today)), { delegationIds: [], rests: [] });
  await t.db.transact(authorize(house(), 'task.edit'), { verb: 'prov' }, (w) =>
    tellDecisionTask(w, { taskId: doomed, expectedVersion: 1, action: 'finish', note: 'Klart' }),
  );
  const finished = await read((r) => finishedWork(r, house(), today));
  assert.deepEqual(finished, { delegationIds: [delegationId], rests: [] });
  await as(house(), (w) => endFinishedWork(w, finished));
  assert.deepEqual(await read((r) => finishedWork(r, house(), today)), { delegationIds: [], rests: [] });
  const later = await read((r) => finishedWork(r, house(), '2026-03-20'));
  assert.equal(later.rests.filter(({ accountId }) => accountId === own.accountId).length, 1, 'its day has come');
});
const taskOfKey = () => `doTask:${taskId}`;

test('one weekly letter a week to who has something to do, however often the night is worked', async () => {
  const own = await buildColleague(t, 'committeeSecretary', undefined, 'en');
  const idle = await buildColleague(t, 'archivist', await buildBody(t));
  const due = await read((r) => dueWorkLetters(r, 'digest', today));
  assert.ok(!due.some(({ accountId }) => accountId === idle.accountId), 'nothing to do, no letter');
  const mine = due.find(({ accountId }) => accountId === own.accountId)!;
  assert.deepEqual([mine.occasion, mine.letter.language], ['2026-W10', 'en']);
  assert.ok(!JSON.stringify(mine.letter).includes(secret));
  assert.ok(
    (await listOf(own)).some(({ title }) => title === secret),
    'control: on the list it is shown',
  );
  assert.equal(await as(house(), (w) => postWorkLetter(w, mine)), true);
  assert.equal(await as(house(), (w) => postWorkLetter(w, mine)), false);
  const again = await read((r) => dueWorkLetters(r, 'digest', '2026-03-05'));
  assert.ok(!again.some(({ accountId }) => accountId === own.accountId));
  const nextWeek = await read((r) => dueWorkLetters(r, 'digest', '2026-03-09'));
  assert.ok(nextWeek.some(({ accountId }) => accountId === own.accountId));
  assert.equal((await postedLetters(t)).filter(({ to }) => to.address === own.email).length, 1);
});

test('two nights at once post one letter', async () => {
  const own = await buildColleague(t, 'committeeSecretary');
  const mine = (await read((r) => dueWorkLetters(r, 'digest', today))).find(
    ({ accountId }) => accountId === own.accountId,
  )!;
  const posted = await Promise.all([1, 2, 3].map(() => as(house(), (w) => postWorkLetter(w, mine))));
  assert.deepEqual(posted.toSorted(), [false, false, true]);
});

test('a weekday of one’s own, or no weekly letter at all', async () => {
  const own = await buildColleague(t, 'committeeSecretary');
  const isDue = async (on: string) =>
    (await read((r) => dueWorkLetters(r, 'digest', on))).some(({ accountId }) => accountId === own.accountId);
  const save = (digestWeekday: number | null, expectedVersion: number) =>
    as(own, (w) => saveWorkSetting(w, own, { digestWeekday, reminders: true, expectedVersion }));
  await save(4, 0);
  assert.deepEqual(
    [await isDue('2026-03-04'), await isDue('2026-03-05'), await isDue('2026-03-06')],
    [false, true, true],
  );
  await assert.rejects(save(1, 0), refused('record.changedMeanwhile'));
  await assert.rejects(save(8, 1), refused('record.invalid', 'validation.choose'));
  await save(null, 1);
  assert.equal(await isDue('2026-03-06'), false);
  assert.deepEqual(await read((r) => workSettingOf(r, own.accountId)), {
    version: 2,
    digestWeekday: null,
    reminders: true,
    email: own.email,
  });
});

test('who has no account has no letters to choose', async () => {
  for (const id of ['', crypto.randomUUID()])
    await assert.rejects(
      read((r) => workSettingOf(r, id)),
      refused('record.notFound'),
    );
});

test('work that is done is gone from the list', async () => {
  const own = await buildColleague(t, 'committeeSecretary');
  const id = await buildDisclosure(t, one, 'Protokollen', '2026-03-02');
  const has = async () => (await listOf(own)).some(({ recordId }) => recordId === id);
  assert.equal(await has(), true);
  await t.db.transact(authorize(house(), 'disclosure.handle'), { verb: 'prov' }, (w) =>
    answerDisclosure(w, {
      requestId: id,
      expectedVersion: 1,
      action: 'release',
      answeredOn: today,
      provisions: null,
      decision: null,
    }),
  );
  assert.equal(await has(), false);
});

test('adjusted minutes propose themselves; what the gate held is on the list of everybody who may review but the proposer', async () => {
  const proposer = await buildColleague(t, 'committeeSecretary');
  const reviewer = await buildColleague(t, 'committeeSecretary');
  const { minutesId } = await buildAdjustedMinutes(t, { heldOn: '2026-02-19' });
  const rowOf = async (actor: Actor, kind: WorkEntry['kind'], recordId: string) =>
    (await listOf(actor)).find((entry) => entry.kind === kind && entry.recordId === recordId);
  assert.equal((await rowOf(proposer, 'publishMinutes', minutesId))?.href, `/publicering/protokoll/${minutesId}`);
  const propose = (noun: 'minutes' | 'matter', recordId: string) =>
    t.db.transact(authorize(proposer, 'publication.propose'), { verb: 'proposePublication' }, (w) =>
      proposePublication(w, { noun, recordId }),
    );
  await propose('minutes', minutesId);
  assert.equal(await rowOf(proposer, 'publishMinutes', minutesId), undefined, 'somebody has said so');
  const held = await buildMatter(t, { publicTitle: 'Ring 070-174 06 35 om vägen', bodyId: one });
  const { publicationId, state } = await propose('matter', held);
  assert.equal(state, 'awaitingReview');
  assert.equal((await rowOf(reviewer, 'reviewPublication', publicationId))?.guarded, true);
  assert.equal(await rowOf(proposer, 'reviewPublication', publicationId), undefined);
  const entry = (await rowOf(reviewer, 'reviewPublication', publicationId))!;
  const receivers = await read((r) => receiversFor(r, reviewer, entry, today));
  assert.ok(receivers.length > 0 && receivers.every(({ id }) => id !== proposer.accountId));
  const stopped = await propose(
    'matter',
    await buildMatter(t, { publicTitle: `Om ${madeUpPersonNumber}`, bodyId: one }),
  );
  assert.equal(stopped.state, 'stopped');
  assert.ok(await rowOf(proposer, 'mendPublication', stopped.publicationId));
});

test('a record that changes after it became public asks to be looked at, and its own publication is no change', async () => {
  const own = await buildColleague(t, 'registrar');
  const id = await buildMatter(t, { publicTitle: 'Plan för skogsvägar', bodyId: other });
  const rows = async () => (await listOf(own)).filter(({ kind, body }) => kind === 'publishAnew' && body?.id === other);
  await t.db.transact(authorize(own, 'publication.propose'), { verb: 'proposePublication' }, (w) =>
    proposePublication(w, { noun: 'matter', recordId: id }),
  );
  assert.deepEqual(await rows(), []);
  await t.db.pool.query(`update publication set published_at = published_at - interval '1 hour'`);
  assert.deepEqual(
    (await rows()).map(({ count }) => count),
    [1],
    'the log tells of the record after that hour',
  );
});

test('marks to try anew, disposals and alarms of the log are on the lists of those who answer for them', async () => {
  const pool = t.db.pool;
  const archivist = await buildColleague(t, 'archivist');
  const second = await buildColleague(t, 'registrar');
  const administrator = await buildColleague(t, 'administrator');
  const values = { at: new Date('2026-02-27T10:00:00Z'), id: crypto.randomUUID(), alarm: crypto.randomUUID() };
  await pool.query(
    `insert into disposal (tenant_id, id, version, number, state, decision_number, decision_on, decision_body, proposed_by_id, proposed_by, proposed_on)
     values ($1, $2, 1, 1, 'proposed', 'RS 1', '2026-01-01', 'Prov', $3, $4, '2026-02-27')`,
    [t.tenantId, values.id, archivist.accountId, archivist.name],
  );
  await pool.query(
    `insert into log_alarm (tenant_id, id, kind, subject, detail, raised_at) values ($1, $2, 'witnessSilent', 'x', 'x', $3)`,
    [t.tenantId, values.alarm, values.at],
  );
  const has = async (actor: Actor, id: string) => (await listOf(actor)).some(({ recordId }) => recordId === id);
  assert.deepEqual([await has(archivist, values.id), await has(second, values.id)], [false, true]);
  assert.deepEqual([await has(administrator, values.alarm), await has(second, values.alarm)], [true, false]);
});
