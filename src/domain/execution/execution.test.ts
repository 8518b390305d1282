import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAgreement } from '../../../test/support/build-collaboration.ts';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildDecisionTask } from '../../../test/support/build-execution.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildHearing } from '../../../test/support/build-proceedings.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { addAgreementParty, getAgreement, getWholeAgreement } from '../agreements/index.ts';
import { getAssignment } from '../assignments/index.ts';
import { listCommissions } from '../commissions/index.ts';
import { getDecision } from '../decisions/index.ts';
import { getAgendaItem } from '../meetings/index.ts';
import { proceedingsOf, saveSectionText } from '../proceedings/index.ts';
import {
  decisionTaskHistory,
  effectsOfDecisions,
  followUpOf,
  freshenFollowUp,
  getDecisionTask,
  listDecisionTasks,
  putFollowUpItem,
  recordEffect,
  tellDecisionTask,
  tellInItem,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const refuses = (key: string) => (error: unknown) =>
  error instanceof AppError && (error.details as readonly Problem[] | undefined)?.[0]?.key === key;

/** A made decision in an item of a meeting that was held. */
async function decided(bodyId: Id<'body'>, heldOn = '2026-02-03') {
  const clauses = ['att ge förvaltningen i uppdrag att återkomma'];
  const meetingId = await buildMeeting(t, { bodyId, heldOn });
  const agendaItemId = await buildAgendaItem(t, { meetingId, category: 'decision', title: 'Samordnad vård' });
  const decisionId = await buildDecision(t, { agendaItemId, title: 'Samordnad vård', clauses, state: 'made' });
  return { meetingId, agendaItemId, decisionId };
}

test('a decision about money leads to a commission in its item, and what it leaves unsaid is shown', async () => {
  const { decisionId, agendaItemId } = await decided(await buildBody(t, { name: 'Chefsgruppen' }));
  const fields = {
    who: 'Projektgruppen',
    what: 'Uppföljning',
    fte: 0.25,
    amounts: [{ value: 144_000, currency: 'SEK' }],
  };
  const { recordId, gaps } = await write('decision.record', (w) =>
    recordEffect(w, { decisionId, effect: { kind: 'commission', fields } }),
  );
  assert.deepEqual(
    gaps.map(({ key }) => key),
    ['execution.noFund', 'execution.noPeriod'],
  );
  const [commission] = await read((r) => listCommissions(r, { agendaItemId }));
  assert.equal(commission?.id, recordId);
  assert.equal(commission?.decided, true);
  const [effect] = await read((r) => effectsOfDecisions(r, [decisionId]));
  assert.deepEqual([effect?.kind, effect?.title, effect?.gaps.length], ['commission', 'Uppföljning', 2]);
});

test('a renewal until further notice without a period of notice says so; with one nothing is missing', async () => {
  const { decisionId } = await decided(await buildBody(t, { name: 'Styrgruppen' }));
  const renew = (name: string, noticeMonths: number | null) =>
    write('decision.record', (w) =>
      recordEffect(w, {
        decisionId,
        effect: { kind: 'agreement', fields: { name, from: '2026-03-01', openEnded: true, noticeMonths } },
      }),
    );
  assert.deepEqual(
    (await renew('Hjälpmedel', null)).gaps.map(({ key }) => key),
    ['execution.noNotice'],
  );
  const { gaps, recordId } = await renew('Jourläkare', 6);
  assert.deepEqual(gaps, []);
  assert.equal((await read((r) => getAgreement(r, recordId))).item?.title, 'Samordnad vård');
});

test('a meeting that decides on an agreement decides for its party: day and body come from the decision, which is the evidence', async () => {
  const { decisionId } = await decided(await buildBody(t, { name: 'Regionens fullmäktige' }));
  const agreementId = await buildAgreement(t, { decided: false });
  const partyId = await write('agreement.edit', (w) =>
    addAgreementParty(w, { agreementId, kind: 'region', name: 'Region Fjällmark', decides: true }),
  );
  const effect = { kind: 'ratifiesAgreement', fields: { partyId, outcome: 'approved' } } as const;
  const { recordId } = await write('decision.record', (w) => recordEffect(w, { decisionId, effect }));
  assert.equal(recordId, agreementId);
  const { state, parties } = await read((r) => getWholeAgreement(r, agreementId));
  const [party] = parties;
  assert.equal(state, 'decided');
  assert.deepEqual(
    [party?.decision?.basis, party?.decision?.decidedBy, party?.decision?.decisionId],
    ['meeting', 'Regionens fullmäktige', decisionId],
  );
  assert.ok(party?.decision?.decidedOn);
});

test('an assignment given by a decision is linked with it both ways', async () => {
  const bodyId = await buildBody(t, { name: 'Regionstyrelsen' });
  const { decisionId } = await decided(bodyId);
  const fields = { year: 2026, number: 71, text: 'Samordna vården.', dueOn: '2026-12-01' };
  const { recordId, gaps } = await write('decision.record', (w) =>
    recordEffect(w, { decisionId, effect: { kind: 'gaveAssignment', fields } }),
  );
  assert.deepEqual(gaps, []);
  assert.equal((await read((r) => getAssignment(r, recordId))).givenByBodyId, bodyId);
  const { assignments } = await read((r) => getDecision(r, decisionId));
  assert.deepEqual(assignments, [{ id: recordId, kind: 'creates' }]);
});

test('nothing follows from a proposal, and what the noun refuses leaves no link behind', async () => {
  const bodyId = await buildBody(t, { name: 'Beredningen' });
  const proposed = await buildDecision(t, {
    agendaItemId: await buildAgendaItem(t, { meetingId: await buildMeeting(t, { bodyId, heldOn: '2026-02-04' }) }),
  });
  const give = (decisionId: Id<'decision'>, number: number, text: string) =>
    write('decision.record', (w) =>
      recordEffect(w, { decisionId, effect: { kind: 'gaveAssignment', fields: { year: 2026, number, text } } }),
    );
  await assert.rejects(give(proposed, 72, 'Utred.'), refuses('execution.notMade'));
  await assert.rejects(buildDecisionTask(t, { decisionId: proposed }), refuses('execution.notMade'));
  const { decisionId } = await decided(bodyId);
  await give(decisionId, 73, 'Utred.');
  await assert.rejects(
    give((await decided(bodyId, '2026-02-10')).decisionId, 73, 'Utred mer.'),
    refuses('assignment.numberTaken'),
  );
});

test('a task slips, goes silent, and only the body closes it', async () => {
  const bodyId = await buildBody(t, { name: 'Vårdnämnden' });
  const { decisionId, agendaItemId } = await decided(bodyId);
  const taskId = await buildDecisionTask(t, { decisionId, clause: 1, dueOn: '2026-03-01' });
  const other = await buildDecisionTask(t, { decisionId, task: 'Meddela kommunerna' });
  const late = (kind: 'overdue' | 'silent', today: string) =>
    read((r) => listDecisionTasks(r, { bodyId, late: { kind, today } }));
  assert.deepEqual((await late('overdue', '2026-03-01')).tasks, [], 'the day itself is not late');
  assert.deepEqual(
    (await late('overdue', '2026-03-02')).tasks.map(({ id }) => id),
    [taskId],
  );
  assert.equal((await late('silent', '2200-01-01')).total, 2);

  const tell = (version: number, action: Parameters<typeof tellDecisionTask>[1]['action'], note?: string) =>
    write('task.edit', (w) => tellDecisionTask(w, { taskId, expectedVersion: version, action, note: note ?? null }));
  await tell(1, 'start');
  await assert.rejects(
    tell(1, 'finish'),
    (error) => error instanceof AppError && error.code === 'record.changedMeanwhile',
  );
  await assert.rejects(tell(2, 'drop'), refuses('execution.whyDropped'));
  await assert.rejects(tell(2, 'close'), refuses('execution.bodyCloses'));
  await tell(2, 'finish', 'Rapporten är skriven.');
  assert.deepEqual((await late('overdue', '2026-03-02')).tasks, [], 'what is done is not late');
  const inItem = (version: number, action: 'close' | 'tell', itemId: Id<'agendaItem'>) =>
    write('meeting.conduct', (w) => tellInItem(w, { taskId, expectedVersion: version, action, itemId, note: 'Hört' }));
  await assert.rejects(inItem(3, 'close', agendaItemId), refuses('meeting.notHeldYet'));
  const elsewhere = await buildHearing(t);
  await assert.rejects(inItem(3, 'close', elsewhere.itemId), refuses('decision.otherMeeting'));
  const history = await read((r) => decisionTaskHistory(r, taskId));
  assert.deepEqual(
    history.map(({ to }) => to),
    ['done', 'ongoing', 'notStarted'],
  );
  assert.equal((await read((r) => getDecisionTask(r, taskId))).lastNote, 'Rapporten är skriven.');
  assert.equal((await read((r) => getDecisionTask(r, other))).status, 'notStarted');
});

test('a follow-up item carries the open tasks, tells of them into the minutes, and keeps what people wrote there', async () => {
  const hearing = await buildHearing(t, { heldOn: '2026-02-24' });
  const { itemId, meetingId } = hearing;
  const bodyId = (await read((r) => getDecision(r, hearing.decisionId!))).body.id;
  const { decisionId } = await decided(bodyId);
  const taskId = await buildDecisionTask(t, { decisionId, task: 'Ta fram en plan', dueOn: '2026-03-01' });
  const followUp = await write('meeting.edit', (w) => putFollowUpItem(w, { meetingId }));
  assert.equal(await write('meeting.edit', (w) => putFollowUpItem(w, { meetingId })), followUp, 'it is put once');
  const summary = async () => (await read((r) => getAgendaItem(r, followUp))).summary;
  assert.match((await summary()) ?? '', /– Ta fram en plan: Handläggaren, senast 2026-03-01, ej påbörjad/);

  await write('meeting.conduct', (w) =>
    saveSectionText(w, {
      itemId: followUp,
      field: 'deliberation',
      body: 'Ordföranden går igenom.',
      expectedVersion: 0,
    }),
  );
  const tell = (version: number, action: 'tell' | 'start' | 'close', note: string) =>
    write('meeting.conduct', (w) =>
      tellInItem(w, { taskId, expectedVersion: version, action, note, itemId: followUp }),
    );
  await tell(1, 'start', 'Arbetet har börjat.');
  await tell(2, 'close', 'Planen är antagen.');
  const { texts } = await read((r) => proceedingsOf(r, followUp));
  assert.equal(
    texts.find(({ field }) => field === 'deliberation')?.body,
    'Ordföranden går igenom.\n\n– Ta fram en plan: Handläggaren, senast 2026-03-01, avslutad av organet. Planen är antagen.',
  );
  const followed = await read((r) => followUpOf(r, { meetingId, itemId: followUp }));
  assert.deepEqual(
    followed.map(({ task, told }) => [task.status, told.length]),
    [['closed', 2]],
  );
  await write('meeting.edit', (w) => freshenFollowUp(w, { meetingId }));
  assert.match((await summary()) ?? '', /inga/);
  assert.equal((await read((r) => listDecisionTasks(r, { bodyId, statuses: ['closed'] }))).total, 1);
  assert.notEqual(itemId, followUp);
});
