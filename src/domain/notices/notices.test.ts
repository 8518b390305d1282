import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAdjustedMinutes } from '../../../test/support/build-minutes.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { archiveMinutes, getMinutes } from '../minutes/index.ts';
import { addParticipant } from '../organisation/index.ts';
import {
  announceAdjustment,
  confirmPosted,
  endAppealPeriod,
  endDueAppealPeriods,
  eventsOfNotices,
  getNotice,
  listNotices,
  noteAppeal,
  noteInterruption,
  postAnew,
  postNotice,
  settleAppeal,
  takeDownNotice,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const post = () => authorize(operatorOf(t.tenantId), 'notice.post');
type Reading = Parameters<Parameters<TestDatabase['db']['read']>[1]>[0];
const read = <T>(run: (r: Reading) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;
const problem = (key: string) => (error: unknown) =>
  error instanceof AppError && JSON.stringify(error.details ?? '').includes(key);
const announce = (adjustmentId: Id<'adjustment'>, postedOn?: string) =>
  t.db.transact(post(), { verb: 'announceAdjustment' }, (w) =>
    announceAdjustment(w, { adjustmentId, availableAt: 'Regionens kansli', ...(postedOn && { postedOn }) }),
  );
const adjustmentOf = async (minutesId: Id<'minutes'>) => (await read((r) => getMinutes(r, minutesId))).adjustments[0]!;

/** Sets the clock, and puts it back when the test is done. */
async function at(instant: string, run: () => Promise<void>): Promise<void> {
  t.clock.set(instant);
  try {
    await run();
  } finally {
    t.clock.set('2026-03-02T09:00:00Z');
  }
}

test('R-KL-55: the adjustment is announced by the second day, with where the minutes are, and stays through the time of appeal', async () => {
  const { minutesId, meetingId } = await buildAdjustedMinutes(t);
  const { id } = await adjustmentOf(minutesId);
  await assert.rejects(announce(id, '2026-03-01'), problem('notice.postedTooEarly'));
  const [noticeId] = await announce(id);
  const notice = await read((r) => getNotice(r, noticeId!));
  assert.deepEqual(
    [notice.adjustedOn, notice.announceBy, notice.postedOn, notice.appealLast, notice.removeEarliest],
    ['2026-03-02', '2026-03-04', '2026-03-02', '2026-03-23', '2026-03-24'],
  );
  assert.equal(notice.availableAt, 'Regionens kansli');
  assert.equal(notice.sections, '§§ 1–3');
  assert.equal((await read((r) => getMinutes(r, minutesId))).state, 'announced');
  assert.equal((await read((r) => listNotices(r, { meetingId }))).length, 1);
  const takeDown = () =>
    t.db.transact(post(), { verb: 'takeDownNotice' }, (w) => takeDownNotice(w, { noticeId: noticeId! }));
  await at('2026-03-23T12:00:00Z', async () => {
    await assert.rejects(takeDown(), code('notice.appealRunning'));
  });
  await at('2026-03-24T06:00:00Z', async () => {
    assert.equal(await takeDown(), '2026-03-24');
  });
  await assert.rejects(announce(id), code('record.taken'), 'an adjustment is announced once on a board');
});

test('R-KL-55 does not bind a drafting committee: nothing is announced, and the refusal says why', async () => {
  const { minutesId } = await buildAdjustedMinutes(t, { kind: 'draftingCommittee' });
  const { id } = await adjustmentOf(minutesId);
  await assert.rejects(announce(id), (error: unknown) => {
    assert.ok(error instanceof AppError && error.code === 'notice.noBoard');
    assert.match(JSON.stringify(error.values), /bereder/);
    return true;
  });
  const edit = authorize(operatorOf(t.tenantId), 'minutes.edit');
  const { version } = await read((r) => getMinutes(r, minutesId));
  await t.db.transact(edit, { verb: 'archiveMinutes' }, (w) =>
    archiveMinutes(w, { minutesId, expectedVersion: version, pdfHash: 'a'.repeat(64) }),
  );
  assert.equal((await read((r) => getMinutes(r, minutesId))).state, 'archived');
});

test('R-KL-59: that the time of appeal has ended is kept apart from when a decision may be carried out', async () => {
  const { minutesId } = await buildAdjustedMinutes(t);
  const { id } = await adjustmentOf(minutesId);
  const [noticeId] = await announce(id);
  const end = () => t.db.transact(post(), { verb: 'endAppealPeriod' }, (w) => endAppealPeriod(w, minutesId));
  await assert.rejects(end(), code('notice.periodNotRun'));
  await at('2026-03-24T09:00:00Z', async () => {
    const appeal = { noticeId: noticeId!, caseNumber: '1234-26' };
    await t.db.transact(post(), { verb: 'noteAppeal' }, (w) => noteAppeal(w, appeal));
    await assert.rejects(end(), code('notice.periodNotRun'), 'an appeal is open');
    await t.db.transact(post(), { verb: 'settleAppeal' }, (w) =>
      settleAppeal(w, { noticeId: noticeId!, outcome: 'Avslås.' }),
    );
    await end();
  });
  const minutes = await read((r) => getMinutes(r, minutesId));
  assert.deepEqual([minutes.state, minutes.finalOn], ['final', '2026-03-23']);
  const edit = authorize(operatorOf(t.tenantId), 'minutes.edit');
  await t.db.transact(edit, { verb: 'archiveMinutes' }, (w) =>
    archiveMinutes(w, { minutesId, expectedVersion: minutes.version, pdfHash: 'b'.repeat(64) }),
  );
  const { archive } = await read((r) => getMinutes(r, minutesId));
  assert.equal(archive?.treeHash, minutes.adjustments[0]?.contentHash);
});

test('R-KL-59 does not bind what cannot be appealed: a drafting committee never waits for an end of appeal', async () => {
  const { minutesId } = await buildAdjustedMinutes(t, { kind: 'draftingCommittee' });
  await assert.rejects(
    t.db.transact(post(), { verb: 'endAppealPeriod' }, (w) => endAppealPeriod(w, minutesId)),
    code('notice.periodNotRun'),
  );
});

test('R-KL-57: an interruption is proved, the period counts as not run, and putting it up anew starts a new one', async () => {
  const { minutesId } = await buildAdjustedMinutes(t);
  const { id } = await adjustmentOf(minutesId);
  const noticeId = (await announce(id))[0]!;
  await at('2026-03-10T09:00:00Z', async () => {
    await t.db.transact(post(), { verb: 'noteInterruption' }, (w) =>
      noteInterruption(w, { noticeId, reason: 'Webbplatsen låg nere.' }),
    );
  });
  await at('2026-04-01T09:00:00Z', async () => {
    await assert.rejects(
      t.db.transact(post(), { verb: 'takeDownNotice' }, (w) => takeDownNotice(w, { noticeId })),
      code('notice.periodNotRun'),
    );
    await t.db.transact(post(), { verb: 'postAnew' }, (w) => postAnew(w, { noticeId }));
  });
  const notice = await read((r) => getNotice(r, noticeId));
  assert.deepEqual([notice.interrupted, notice.postedOn, notice.appealLast], [false, '2026-04-01', '2026-04-22']);
  const events = (await read((r) => eventsOfNotices(r, [noticeId]))).get(noticeId)!;
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['posted', 'hidden', 'posted'],
  );
});

test('R-KL-61: minutes of a joint nämnd are on each participant’s board, and the clock waits for the last', async () => {
  const host = await buildBody(t, { kind: 'region', name: 'Värdregionen' });
  const guest = await buildBody(t, { kind: 'municipality', name: 'Gästkommunen' });
  const joint = await buildAdjustedMinutes(t, { kind: 'jointCommittee' });
  const organise = authorize(operatorOf(t.tenantId), 'organisation.edit');
  await t.db.transact(organise, { verb: 'addParticipant' }, async (w) => {
    await addParticipant(w, { bodyId: joint.bodyId, participantId: host, host: true });
    await addParticipant(w, { bodyId: joint.bodyId, participantId: guest, host: false });
  });
  const { id } = await adjustmentOf(joint.minutesId);
  const ids = await announce(id);
  assert.equal(ids.length, 2);
  const states = async () => {
    const found = [];
    for (const one of ids) found.push(await read((r) => getNotice(r, one)));
    return found;
  };
  assert.deepEqual(
    (await states()).map(({ board, state, appealLast }) => [board.name, state, appealLast]),
    [
      ['Värdregionen', 'posted', null],
      ['Gästkommunen', 'awaiting', null],
    ],
  );
  await at('2026-03-05T09:00:00Z', async () => {
    await t.db.transact(post(), { verb: 'confirmPosted' }, (w) =>
      confirmPosted(w, { noticeId: ids[1]!, postedOn: '2026-03-04' }),
    );
  });
  assert.deepEqual(
    (await states()).map(({ appealLast }) => appealLast),
    ['2026-03-25', '2026-03-25'],
  );
});

test('R-KL-56: what is no kind of the law has no place on the board', async () => {
  const bodyId = await buildBody(t);
  const put = (kind: string) =>
    t.db.transact(post(), { verb: 'postNotice' }, (w) =>
      postNotice(w, { bodyId, kind: kind as 'committeeMeeting', title: 'Sommarfest', bodyText: null }),
    );
  await assert.rejects(put('news'), problem('validation.choose'));
  await assert.rejects(put('adjustedMinutes'), problem('validation.choose'), 'that one comes from an adjustment');
  const id = await put('committeeMeeting');
  const notice = await read((r) => getNotice(r, id));
  assert.deepEqual([notice.appealKind, notice.appealLast], ['notAppealable', null]);
});

test('the work of the night ends the periods that are due, and only those', async () => {
  const due = await buildAdjustedMinutes(t);
  const later = await buildAdjustedMinutes(t);
  await announce((await adjustmentOf(due.minutesId)).id);
  await at('2026-03-24T09:00:00Z', async () => {
    await announce((await adjustmentOf(later.minutesId)).id);
    const ended = await t.db.transact(post(), { verb: 'endDueAppealPeriods' }, (w) => endDueAppealPeriods(w));
    assert.ok(ended.includes(due.minutesId));
    assert.ok(!ended.includes(later.minutesId));
  });
});
