import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildAssessment, buildPeriod } from '../../../test/support/build-followup.ts';
import { buildGoal, buildGoalDocument } from '../../../test/support/build-goals.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildPlan } from '../../../test/support/build-plans.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import {
  assignmentsOfPlan,
  getAssignment,
  giveProposed,
  listAssignmentLinks,
  proposeAssignment,
  rollForward,
  unfinishedBefore,
} from '../assignments/index.ts';
import { getDecision, linkDecisionToAssignment, makeDecision } from '../decisions/index.ts';
import {
  answerInput,
  concludeGoals,
  countOutcomes,
  decideInput,
  discussInput,
  editInput,
  editPoint,
  findingsFor,
  getBudgetInput,
  getGoalCheck,
  goalsIn,
  inputPointsFor,
  inputsWaitingFor,
  listInputVersions,
  movePoint,
  proposeFromPoint,
  readGoalCheckFigures,
  receiveInput,
  referToNextPlan,
  removePoint,
  sendInput,
  settlePoints,
  signGoalCheck,
  startGoalCheck,
  startInput,
  writePoint,
  writePointsFromFindings,
} from '../inputs/index.ts';
import { getAgendaItem, getMeeting } from '../meetings/index.ts';
import { getPlan } from '../plans/index.ts';
import { carryOutLoop, loopOnMaking, putInputOnAgenda } from './carry-out-loop.ts';

let t: TestDatabase;
let board: Id<'body'>;
let committee: Id<'body'>;
before(async () => {
  t = await openTestDatabase();
  board = await buildBody(t, { kind: 'committee', name: 'Nämnden för prov' });
  committee = await buildBody(t, { kind: 'draftingCommittee', name: 'Beredning för prov' });
});
after(() => t.close());

const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const inputNow = (id: Id<'budgetInput'>) => read((r) => getBudgetInput(r, id));

suite('five points of input to the next plan', () => {
  let inputId: Id<'budgetInput'>;
  let planId: Id<'plan'>;
  const of = async () => ({ inputId, expectedVersion: (await inputNow(inputId)).version });

  test('points are written from what the year found, and marked until somebody has gone over them', async () => {
    const paused = await buildAssignment(t, {
      year: 2025,
      number: 1,
      givenByBodyId: board,
      parties: [{ bodyId: committee, role: 'performer' }],
    });
    const periodId = await buildPeriod(t, 2025, 'interim');
    await buildAssessment(t, { assignmentId: paused, periodId, status: 'paused', text: 'Uppdraget är pausat.' });
    inputId = await write('report.edit', (w) => startInput(w, { bodyId: committee, forYear: 2026, toBodyId: board }));
    const [finding] = await read(async (r) => findingsFor(r, await getBudgetInput(r, inputId)));
    assert.equal(finding?.kind, 'paused');
    assert.equal(finding?.noun, 'assessment');
    const drafted = await of();
    assert.equal(await write('report.edit', (w) => writePointsFromFindings(w, { ...drafted, keys: [finding.key] })), 1);
    const [point] = (await inputNow(inputId)).points;
    assert.ok(point?.drafted && point.reasoning.includes('Uppdraget är pausat.'));
    assert.deepEqual(
      point.origins.map(({ noun, finding: kind }) => [noun, kind]),
      [['assessment', 'paused']],
    );
    const again = await read(async (r) => findingsFor(r, await getBudgetInput(r, inputId)));
    assert.equal(again[0]?.used, true);
    const later = await of();
    await assert.rejects(
      write('report.edit', (w) => writePointsFromFindings(w, { ...later, keys: [finding.key] })),
      { code: 'record.invalid' },
    );
  });

  test('points are written, moved and removed without gaps, and every version is kept', async () => {
    for (const headline of ['Två', 'Tre', 'Fyra', 'Fem', 'Sex']) {
      const at = await of();
      await write('report.edit', (w) => writePoint(w, { ...at, headline, reasoning: `Skäl för ${headline}.` }));
    }
    const { points } = await inputNow(inputId);
    const sixth = { ...(await of()), pointId: points[5]!.id };
    await write('report.edit', (w) => movePoint(w, { ...sixth, by: -1 }));
    const after5 = { ...(await of()), pointId: points[5]!.id };
    await write('report.edit', (w) => removePoint(w, after5));
    assert.deepEqual((await inputNow(inputId)).points.map(({ number, headline }) => [number, headline]).slice(1), [
      [2, 'Två.'],
      [3, 'Tre.'],
      [4, 'Fyra.'],
      [5, 'Fem.'],
    ]);
    const versions = await read((r) => listInputVersions(r, inputId));
    assert.equal(versions[0]?.points.length, 6, 'the letter before the point was taken out');
    const stale = { inputId, expectedVersion: 1, title: 'x', opening: '' };
    await assert.rejects(
      write('report.edit', (w) => editInput(w, stale)),
      { code: 'record.changedMeanwhile' },
    );
  });

  test('it is discussed, decided and sent, and from the decision on its letter is final', async () => {
    const meetingId = await buildMeeting(t, { bodyId: committee, heldOn: '2025-10-15' });
    const itemId = await buildAgendaItem(t, { meetingId, title: 'Inspel' });
    const first = await of();
    await write('report.edit', (w) => discussInput(w, { ...first, itemId }));
    assert.equal((await inputNow(inputId)).discussed?.on, '2025-10-15');

    const decidingOn = await buildMeeting(t, { bodyId: committee, heldOn: '2025-11-24' });
    const decidingItem = await write('meeting.edit', (w) =>
      putInputOnAgenda(w, { inputId, meetingId: decidingOn, adjustAtOnce: true }),
    );
    const { rows } = await read(async (r) => ({
      rows: await r.db
        .selectFrom('decision')
        .select(['id', 'version'])
        .where('agenda_item_id', '=', decidingItem)
        .execute(),
    }));
    const decisionId = rows[0]!.id;
    const [told] = await read(async (r) => loopOnMaking(r, [await getDecision(r, decisionId)]));
    assert.deepEqual(
      told?.obstacles.map(({ key }) => key),
      ['input.drafted'],
    );
    await write('decision.record', (w) => makeDecision(w, { decisionId, expectedVersion: rows[0]!.version }));
    const stopped = await write('decision.record', (w) => carryOutLoop(w, { decisionIds: [decisionId] }));
    assert.deepEqual([stopped.decided, stopped.left.map(({ key }) => key)], [[], ['input.drafted']]);

    const [drafted] = (await inputNow(inputId)).points;
    const over = { ...(await of()), pointId: drafted!.id, headline: 'Det pausade bör återupptas', reasoning: '' };
    await write('report.edit', (w) => editPoint(w, over));
    const done = await write('decision.record', (w) => carryOutLoop(w, { decisionIds: [decisionId] }));
    assert.deepEqual([done.decided, done.left], [[inputId], []]);
    const sent = await inputNow(inputId);
    assert.deepEqual([sent.state, sent.decision?.on, sent.decision?.immediate], ['sent', '2025-11-24', true]);
    assert.match(JSON.stringify(sent.frozen?.tree), /Det pausade bör återupptas\./);
    assert.deepEqual(
      await write('decision.record', async (w) => {
        await w.log({ noun: 'decision', recordId: decisionId, summary: 'again' });
        return await carryOutLoop(w, { decisionIds: [decisionId] });
      }),
      { given: [], decided: [], approved: [], left: [] },
      'doing it twice does it once',
    );
    const late = await of();
    for (const verb of [
      (w: Writer<'report.edit'>) => writePoint(w, { ...late, headline: 'Ny' }),
      (w: Writer<'report.edit'>) => editPoint(w, { ...late, pointId: drafted!.id, headline: 'Annan' }),
      (w: Writer<'report.edit'>) => editInput(w, { ...late, title: 'Annan', opening: '' }),
    ])
      await assert.rejects(write<unknown, 'report.edit'>('report.edit', verb), { code: 'record.wrongState' });
    await assert.rejects(
      write('report.edit', (w) =>
        w.db.updateTable('budget_input_point').set({ point: 'Annat' }).where('tenant_id', '=', w.tenantId).execute(),
      ),
      /final/,
      'the second net, below the verbs',
    );
  });

  test('it waits with the board until a meeting of the board takes it up', async () => {
    assert.deepEqual(
      (await read((r) => inputsWaitingFor(r, [board]))).map(({ id }) => id),
      [inputId],
    );
    const own = await buildMeeting(t, { bodyId: committee, heldOn: '2025-12-01' });
    const meetingId = await buildMeeting(t, { bodyId: board, heldOn: '2025-12-10' });
    const at = await of();
    await assert.rejects(
      write('meeting.edit', (w) => receiveInput(w, { ...at, meetingId: own })),
      { code: 'record.invalid' },
    );
    const itemId = await write('meeting.edit', (w) => receiveInput(w, { ...at, meetingId }));
    assert.match((await read((r) => getAgendaItem(r, itemId))).summary ?? '', /^1\. Det pausade bör återupptas/);
    assert.deepEqual(await read((r) => inputsWaitingFor(r, [board])), []);
  });

  test('the plan takes up two points, one in other words, leaves one and has not answered one', async () => {
    planId = await buildPlan(t, { year: 2026, ownerBodyId: board });
    const { points } = await inputNow(inputId);
    const propose = (index: number, text: string) =>
      write('assignment.give', (w) => proposeFromPoint(w, { pointId: points[index]!.id, planId, text }));
    const proposed = [
      await propose(0, 'Att återuppta det pausade.'),
      await propose(0, 'Att redovisa det pausade.'),
      await propose(1, 'Att göra två.'),
      await propose(2, 'Att utreda tre i annan form.'),
    ];
    const meetingId = await buildMeeting(t, { bodyId: board, heldOn: '2025-12-16' });
    const agendaItemId = await buildAgendaItem(t, { meetingId, title: 'Verksamhetsplan', category: 'decision' });
    const decisionId = await buildDecision(t, { agendaItemId, title: 'Uppdrag 2026', clauses: ['att ge uppdragen.'] });
    for (const assignmentId of proposed)
      await write('decision.record', (w) => linkDecisionToAssignment(w, { decisionId, assignmentId, kind: 'creates' }));
    assert.equal((await read(async (r) => loopOnMaking(r, [await getDecision(r, decisionId)]))).length, 4);
    const { version } = await read((r) => getDecision(r, decisionId));
    await write('decision.record', (w) => makeDecision(w, { decisionId, expectedVersion: version }));
    const { given } = await write('decision.record', (w) => carryOutLoop(w, { decisionIds: [decisionId] }));
    assert.deepEqual([...given].sort(), ['2026:1', '2026:2', '2026:3', '2026:4']);

    const at = await of();
    const reasonless = { pointId: points[2]!.id, outcome: 'changed' as const, decisionId };
    await assert.rejects(
      write('plan.edit', (w) => settlePoints(w, { ...at, points: [reasonless] })),
      { details: [{ path: 'points.3.reason', key: 'input.noReason' }] },
    );
    const settled = await write('plan.edit', (w) =>
      settlePoints(w, {
        ...at,
        points: [
          { pointId: points[0]!.id, outcome: 'takenUp', decisionId },
          { pointId: points[1]!.id, outcome: 'takenUp', decisionId },
          { ...reasonless, reason: 'En utredning får visa formen.' },
          { pointId: points[3]!.id, outcome: 'left', reason: 'Ryms inte i budgeten.' },
        ],
      }),
    );
    assert.equal(settled, 4);
    const told = await read((r) => inputPointsFor(r, { planYear: 2026 }));
    assert.deepEqual(
      told.map(({ point, outcome }) => [point.number, outcome, point.assignments.length, point.outcome?.decision?.id]),
      [
        [1, 'takenUp', 2, decisionId],
        [2, 'takenUp', 1, decisionId],
        [3, 'changed', 1, decisionId],
        [4, 'left', 0, undefined],
        [5, 'open', 0, undefined],
      ],
    );
    assert.deepEqual(countOutcomes(told), { takenUp: 2, changed: 1, left: 1, open: 1 });
    const now = await of();
    await assert.rejects(
      write('plan.edit', (w) => answerInput(w, now)),
      { code: 'record.invalid' },
      'one point is still open',
    );
  });

  test('the plan is checked against the goals before the next one', async () => {
    const goalDocumentId = await buildGoalDocument(t);
    const [moving, still, bare] = [
      await buildGoal(t, { goalDocumentId }),
      await buildGoal(t, { goalDocumentId }),
      await buildGoal(t, { goalDocumentId }),
    ];
    const propose = (goalId: Id<'goal'>) =>
      write('assignment.give', (w) => proposeAssignment(w, { planId, text: `Att nå ${goalId}.`, goalIds: [goalId] }));
    const ids = [await propose(moving), await propose(still), await propose(bare)];
    for (const assignmentId of ids.slice(0, 2))
      await write('assignment.give', (w) => giveProposed(w, { assignmentId }));
    const periodId = await buildPeriod(t, 2026, 'interim');
    await buildAssessment(t, { assignmentId: ids[0]!, periodId, status: 'startedOnTrack' });
    const plan = await read((r) => getPlan(r, planId));
    const figures = await read((r) => readGoalCheckFigures(r, plan));
    const gaps = new Map(goalsIn(figures).map(({ id, gap }) => [id, gap]));
    assert.deepEqual([gaps.get(moving), gaps.get(still), gaps.get(bare)], [null, 'standsStill', 'noAssignment']);
    assert.equal(figures.withoutGoal.length, 4, 'what came from the points leads to no goal yet');

    const checkId = await write('plan.edit', (w) => startGoalCheck(w, { planId }));
    const nextPlanId = await buildPlan(t, { year: 2027, ownerBodyId: board });
    const words = { checkId, expectedVersion: 1, checkedOn: '2026-10-01', words: 'Planen stämdes av.' };
    await write('plan.edit', (w) => concludeGoals(w, { ...words, nextPlanId: null, verdicts: [] }));
    await assert.rejects(
      write('plan.edit', (w) => signGoalCheck(w, { checkId, expectedVersion: 2 })),
      { code: 'record.invalid' },
      'a goal without a conclusion',
    );
    const verdicts = goalsIn(figures).map(({ id }) => ({
      goalId: id,
      conclusion: 'strengthen' as const,
      words: 'Mer.',
    }));
    await write('plan.edit', (w) => concludeGoals(w, { ...words, expectedVersion: 2, nextPlanId: null, verdicts }));
    await write('plan.edit', (w) => signGoalCheck(w, { checkId, expectedVersion: 3 }));
    await assert.rejects(
      write('plan.edit', (w) => concludeGoals(w, { ...words, expectedVersion: 4, nextPlanId: null, verdicts })),
      { code: 'record.wrongState' },
    );
    await write('plan.edit', (w) => referToNextPlan(w, { checkId, expectedVersion: 4, nextPlanId }));
    const signed = await read((r) => getGoalCheck(r, checkId));
    assert.deepEqual([signed.state, signed.nextPlan?.id], ['signed', nextPlanId]);
    assert.match(JSON.stringify(signed.frozen?.tree), /alla står still/);

    const next = await read((r) => getPlan(r, nextPlanId));
    const [first] = await read((r) => unfinishedBefore(r, next));
    assert.equal(first?.successor, null);
    const assignmentId = first!.assignment.id;
    const successor = await write('assignment.give', (w) => rollForward(w, { planId: nextPlanId, assignmentId }));
    const links = await read((r) => listAssignmentLinks(r, successor));
    assert.deepEqual(
      links.map(({ kind, other }) => [kind, other.id]),
      [['predecessor', assignmentId]],
    );
    await assert.rejects(
      write('assignment.give', (w) => rollForward(w, { planId: nextPlanId, assignmentId })),
      { code: 'record.invalid' },
      'once is enough',
    );
    assert.equal((await read((r) => assignmentsOfPlan(r, next)))[0]?.state, 'proposed');
  });
});

test('however many give at the same moment, the numbers of a year have neither gap nor double', async () => {
  const planId = await buildPlan(t, { year: 2031, ownerBodyId: board });
  const ids: Id<'assignment'>[] = [];
  for (let i = 0; i < 8; i += 1)
    ids.push(await write('assignment.give', (w) => proposeAssignment(w, { planId, text: `Att göra sak ${i}.` })));
  const refs = await Promise.all(
    ids.map((assignmentId) => write('assignment.give', (w) => giveProposed(w, { assignmentId }))),
  );
  assert.deepEqual(
    refs.map((ref) => Number(ref.split(':')[1])).sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  const [one] = ids;
  await assert.rejects(
    write('assignment.give', (w) => giveProposed(w, { assignmentId: one! })),
    { code: 'record.wrongState' },
  );
  assert.equal((await read((r) => getAssignment(r, one!))).state, 'given');
});

test('a plan that does not number is not numbered by what is given in it later', async () => {
  const planId = await buildPlan(t, { year: 2032, ownerBodyId: board });
  await buildAssignment(t, { year: 2032, number: null, givenByBodyId: board });
  const id = await write('assignment.give', (w) => proposeAssignment(w, { planId, text: 'Att göra mer.' }));
  assert.equal(await write('assignment.give', (w) => giveProposed(w, { assignmentId: id })), '2032:u2');
});

test('an input without a receiver waits for one, and a body gives none to itself', async () => {
  const body = await buildBody(t, { kind: 'draftingCommittee' });
  await assert.rejects(
    write('report.edit', (w) => startInput(w, { bodyId: body, forYear: 2040, toBodyId: body })),
    { code: 'record.invalid' },
  );
  const inputId = await write('report.edit', (w) => startInput(w, { bodyId: body, forYear: 2040 }));
  await write('report.edit', (w) => writePoint(w, { inputId, expectedVersion: 1, headline: 'En' }));
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2025-11-20' });
  const agendaItemId = await buildAgendaItem(t, { meetingId, category: 'decision' });
  const decisionId = await buildDecision(t, { agendaItemId, state: 'made' });
  await write('report.approve', (w) => decideInput(w, { inputId, expectedVersion: 2, decisionId }));
  await assert.rejects(
    write('report.deliver', (w) => sendInput(w, { inputId, expectedVersion: 3 })),
    { code: 'record.invalid' },
  );
  assert.equal((await read((r) => getMeeting(r, meetingId))).items.length, 1);
});
