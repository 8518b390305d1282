import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { openReportScenes, type ReportScene } from '../../../test/support/report-scenes.ts';
import type { Id } from '../../kernel/id.ts';
import { letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import { authorize, createAccount, grantRole, operatorOf } from '../access/index.ts';
import { makeDecision } from '../decisions/index.ts';
import { getMeeting } from '../meetings/index.ts';
import {
  addAnnex,
  answerStanding,
  approveReport,
  arrangeReport,
  compareWithLast,
  deliverReport,
  editEntry,
  linkEvidence,
  markReady,
  noteReceived,
  positionsToRecheck,
  promisesIn,
  receiverStateOf,
  refreshDraft,
  reportsWaitingFor,
  standingSentence,
  takePosition,
  takeUpReport,
} from './index.ts';

const { t, board, assembly, write, read, linkTo, current, key, scene } = await openReportScenes();
after(() => t.close());

async function approved(): Promise<ReportScene> {
  const real = await scene();
  const ready = await key(real);
  await write('report.edit', (w) => markReady(w, ready));
  const input = { ...(await key(real)), decisionId: real.decisionId, linkTo };
  await write('report.approve', (w) => approveReport(w, input));
  return real;
}
async function delivered(): Promise<ReportScene> {
  const real = await approved();
  const input = await key(real);
  await write('report.deliver', (w) => deliverReport(w, input));
  return real;
}
const stateWith = async (real: ReportScene, bodyId: string) =>
  receiverStateOf((await current(real)).receivers.find(({ body }) => body.id === bodyId)!);

test('a document that no writer would take is not frozen', async () => {
  const real = await scene();
  await write('meeting.linkAssignment', (w) => linkEvidence(w, real));
  const ready = await key(real);
  await write('report.edit', (w) => markReady(w, ready));
  const input = { ...(await key(real)), decisionId: real.decisionId, linkTo: () => '#ingenstans' };
  await assert.rejects(
    write('report.approve', (w) => approveReport(w, input)),
    { code: 'document.notConforming' },
  );
  assert.equal((await current(real)).state, 'ready');
});

test('only a decision that the same body made in a meeting approves its report', async () => {
  const real = await scene();
  const ready = await key(real);
  await write('report.edit', (w) => markReady(w, ready));
  const approve = async (decisionId: Id<'decision'>) => {
    const input = { ...(await key(real)), decisionId, linkTo };
    await write('report.approve', (w) => approveReport(w, input));
  };
  const refused = { code: 'report.noDecision' };
  const itemId = await buildAgendaItem(t, { meetingId: real.meetingId });
  const proposed = await buildDecision(t, { agendaItemId: itemId });
  await assert.rejects(approve(proposed), refused, 'a proposal');
  const referred = await buildDecision(t, { bodyId: real.body, decidedOn: `${real.year}-05-30` });
  await assert.rejects(approve(referred), refused, 'a decision without a meeting');
  const meetingId = await buildMeeting(t, { bodyId: board, heldOn: `${real.year}-06-01`, alreadyHeld: true });
  const others = await buildDecision(t, { agendaItemId: await buildAgendaItem(t, { meetingId }), state: 'made' });
  await assert.rejects(approve(others), refused, 'another body');
  await assert.rejects(approve(t.runtime.newId()), refused, 'none');
  await write('decision.record', (w) => makeDecision(w, { decisionId: proposed, expectedVersion: 1 }));
  await approve(proposed);
  const report = await current(real);
  assert.deepEqual(
    [report.state, report.approval?.on, report.frozen?.tree.date],
    ['approved', `${real.year}-05-30`, `${real.year}-05-30`],
  );
  // What happens in the register afterwards is another matter: the frozen document stays.
  await write('report.edit', (w) =>
    takePosition(w, { assignmentId: real.assignmentId, bodyId: real.body, year: real.year, text: 'Berörs ej.' }),
  );
  assert.equal((await current(real)).frozen?.hash, report.frozen?.hash);
});

test('a delivered report waits with each receiver until it is taken up or noted, and again when that meeting is cancelled', async () => {
  const real = await approved();
  assert.equal(await stateWith(real, board), 'notDelivered');
  const input = await key(real);
  await write('report.deliver', (w) => deliverReport(w, input));
  assert.deepEqual([await stateWith(real, board), await stateWith(real, assembly)], ['waiting', 'waiting']);
  const waiting = await read((r) => reportsWaitingFor(r, [board, assembly]));
  const mine = waiting.filter(({ report }) => report.id === real.reportId);
  assert.deepEqual(mine.map(({ receiver }) => receiver.purpose).toSorted(), ['information', 'treatment']);
  const receiverId = (bodyId: string) => mine.find(({ receiver }) => receiver.body.id === bodyId)!.receiver.id;

  await write('meeting.edit', (w) => noteReceived(w, { receiverId: receiverId(assembly) }));
  assert.equal(await stateWith(real, assembly), 'received');
  await assert.rejects(
    write('meeting.edit', (w) => noteReceived(w, { receiverId: receiverId(assembly) })),
    { code: 'report.notWaiting' },
  );

  const others = await buildMeeting(t, { bodyId: real.body, heldOn: `${real.year}-12-01` });
  await assert.rejects(
    write('meeting.edit', (w) => takeUpReport(w, { receiverId: receiverId(board), meetingId: others })),
    { code: 'record.invalid' },
  );
  const first = await buildMeeting(t, { bodyId: board, heldOn: `${real.year}-12-01` });
  const itemId = await write('meeting.edit', (w) =>
    takeUpReport(w, { receiverId: receiverId(board), meetingId: first }),
  );
  assert.equal(await stateWith(real, board), 'onAgenda');
  const item = (await read((r) => getMeeting(r, first))).items.find(({ id }) => id === itemId);
  assert.match(item?.title ?? '', new RegExp(`, ${real.year}$`));
  // Whatever cancels the meeting: the report waits again.
  await write('meeting.edit', async (w) => {
    await w.db.updateTable('meeting').set({ state: 'cancelled' }).where('id', '=', first).execute();
    await w.log({ noun: 'meeting', recordId: first });
  });
  assert.equal(await stateWith(real, board), 'waiting');
  assert.ok((await read((r) => reportsWaitingFor(r, [board]))).some(({ report }) => report.id === real.reportId));
});

test('those who keep the agenda of a receiver get a letter when it is delivered today, and none when it is put on record afterwards', async () => {
  const administer = authorize(operatorOf(t.tenantId), 'account.administer');
  await t.db.transact(administer, { verb: 'prov' }, async (w) => {
    const accountId = await createAccount(w, {
      login: 'mottagare',
      name: 'Märta Vik',
      password: 'ett långt lösenord som räcker',
      email: 'marta@example.test',
    } as never);
    await grantRole(w, { accountId, role: 'committeeSecretary', bodyId: board, validFrom: '2000-01-01' } as never);
  });
  const letters = async (title: string) =>
    (
      await read((r) =>
        r.db
          .selectFrom('outbox' as 'log_told')
          .selectAll()
          .execute(),
      )
    ).filter((row) => {
      const { topic, payload } = row as unknown as { topic: string; payload: PostedLetter };
      return topic === letterTopic && payload.text.includes(title);
    }).length;
  const real = await delivered();
  assert.equal(await letters(`/uppfoljning/${real.reportId}`), 1);
  const late = await approved();
  const input = { ...(await key(late)), on: `${late.year}-06-01` };
  await write('report.deliver', (w) => deliverReport(w, input));
  assert.equal(await letters(`/uppfoljning/${late.reportId}`), 0);
});

test('a standing answer speaks of the body as what it is, and "not now" comes back on its day', async () => {
  assert.equal(standingSentence('notConcerned', 'draftingCommittee'), 'Beredningen berörs ej av uppdraget.');
  assert.equal(standingSentence('notDealtWith', 'committee'), 'Frågan har inte behandlats av nämnden.');
  assert.equal(standingSentence('elsewhere', 'executiveBoard'), 'Uppdraget riktas till annan styrelse.');
  const real = await scene();
  const [entry] = (await current(real)).entries;
  await write('report.edit', (w) =>
    answerStanding(w, {
      entryId: entry!.id,
      expectedVersion: entry!.version,
      answer: 'notNow',
      recheckOn: '2026-03-01',
    }),
  );
  const [answered] = (await current(real)).entries;
  assert.deepEqual([answered?.answerType, answered?.edited], ['notNow', false]);
  assert.equal((await read((r) => positionsToRecheck(r, [real.body], '2026-02-28'))).length, 0);
  assert.equal((await read((r) => positionsToRecheck(r, [real.body], '2026-03-01'))).length, 1);
  await assert.rejects(
    write('report.edit', (w) =>
      answerStanding(w, { entryId: entry!.id, expectedVersion: entry!.version, answer: 'elsewhere' }),
    ),
    { code: 'record.changedMeanwhile' },
  );
});

test('what was planned is judged by its meeting, and without one by what is answered now', () => {
  const evidence = (date: string, own: { gone?: boolean; stillPlanned?: boolean } = {}) => ({
    noun: 'agendaItem' as const,
    id: date,
    meetingId: null,
    date,
    precision: 'day' as const,
    bodyName: null,
    itemNumber: null,
    title: '',
    meetingKind: 'meeting',
    gone: false,
    confirmed: false,
    ...own,
  });
  const outcome = (proofs: ReturnType<typeof evidence>[], now: 'briefing' | 'notDealtWith' | 'planned' | 'other') =>
    promisesIn([{ text: 'Den 20 november planeras en föredragning.', evidence: proofs }], now, '2026-11-22')[0]
      ?.outcome;
  assert.equal(outcome([evidence('2026-11-20')], 'notDealtWith'), 'kept');
  assert.equal(outcome([evidence('2026-12-20', { stillPlanned: true })], 'notDealtWith'), 'waiting');
  assert.equal(outcome([evidence('2026-11-20', { stillPlanned: true })], 'notDealtWith'), 'notKept');
  assert.equal(outcome([evidence('2026-11-20', { gone: true })], 'other'), 'notKept');
  assert.equal(outcome([], 'briefing'), 'kept');
  assert.equal(outcome([], 'planned'), 'waiting');
  assert.equal(outcome([], 'other'), 'unknown');
  assert.deepEqual(promisesIn([{ text: 'En föredragning hölls.', evidence: [] }], 'briefing', '2026-11-22'), []);
});

test('arranging never throws a person’s words away', async () => {
  const real = await scene();
  for (const number of [2, 3]) await buildAssignment(t, { year: real.year, number, givenByBodyId: board, parties: [] });
  await write('report.edit', (w) => refreshDraft(w, real.reportId));
  const [, second, third] = (await current(real)).entries;
  await write('report.edit', (w) =>
    editEntry(w, { entryId: second!.id, expectedVersion: second!.version, answer: 'Vi följer det ändå.' }),
  );
  const input = { ...(await key(real)), grouping: 'recipients' as const, selection: 'own' as const, chosen: [] };
  await write('report.edit', (w) => arrangeReport(w, input));
  const own = (await current(real)).entries;
  assert.deepEqual(
    own.map(({ assignment, chosen }) => [assignment.number, chosen]),
    [
      [1, false],
      [2, true],
    ],
    'what a person wrote stays as chosen, what was drafted goes',
  );
  assert.ok(!own.some(({ id }) => id === third!.id));
  const other = {
    ...(await key(real)),
    grouping: 'number' as const,
    selection: 'all' as const,
    chosen: [t.runtime.newId()],
  };
  await assert.rejects(
    write('report.edit', (w) => arrangeReport(w, other)),
    { code: 'record.invalid' },
  );
  const report = await current(real);
  const compared = await read((r) => compareWithLast(r, report, '2026-11-22'));
  assert.deepEqual(compared[0]?.marks, ['new']);
  await assert.rejects(
    write('report.edit', (w) => addAnnex(w, { reportId: real.reportId, kind: 'text', title: 'Tom' })),
    { code: 'record.invalid' },
  );
});
