import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildDeviation } from '../../../test/support/build-deviations.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { madeUpPersonNumber } from '../../../test/support/made-up-person-number.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { sql } from '../../storage/raw-query.ts';
import {
  addImprovementAction,
  addToImprovement,
  answerComment,
  askComment,
  type DeviationMove,
  deviationMoves,
  deviationStateAfter,
  type deviationStateCodes,
  finishImprovementAction,
  functionFor,
  getDeviation,
  getImprovement,
  leaveRuleOn,
  listCountedDeviations,
  listDeviationFunctions,
  listDeviations,
  listLeaveRules,
  mayDeviate,
  moveDeviation,
  moveImprovement,
  noteOf,
  registerDeviationFunction,
  setLeaveRule,
  startImprovement,
  takeInHandling,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'deviation.handle');

const move = async (deviationId: string, step: DeviationMove, note?: string) => {
  const { version } = await read((r) => getDeviation(r, deviationId));
  await write((w) => moveDeviation(w, { deviationId, expectedVersion: version, move: step, note }));
};

test('from report to closing: every step stands with who did it, and whoever reported is told before it is closed', async () => {
  const id = await buildDeviation(t);
  for (const [step, note] of [
    ['receive'],
    ['investigate'],
    ['decideAction', 'Kallelse skickas senast dagen före.'],
    ['giveFeedback', 'Rutinen är ändrad.'],
    ['close'],
  ] as const)
    await move(id, step, note);
  const deviation = await read((r) => getDeviation(r, id));
  assert.equal(deviation.state, 'closed');
  assert.deepEqual(
    deviation.steps.map(({ action, note }) => [action, note]),
    [
      ['report', ''],
      ['receive', ''],
      ['investigate', ''],
      ['decideAction', 'Kallelse skickas senast dagen före.'],
      ['giveFeedback', 'Rutinen är ändrad.'],
      ['close', ''],
    ],
  );
  await assert.rejects(move(id, 'close'), { code: 'record.wrongState' });
  await assert.rejects(move(id, 'reopen'), problemKeys('validation.required'));
  const { version } = deviation;
  await assert.rejects(
    write((w) => moveDeviation(w, { deviationId: id, expectedVersion: version - 1, move: 'reopen', note: 'Igen.' })),
    { code: 'record.changedMeanwhile' },
  );
});

test('no deviation is closed without feedback, by any order of moves', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deviationMoves), { maxLength: 12 }), (moves) => {
      let state: (typeof deviationStateCodes)[number] = 'reported';
      let told = false;
      for (const one of moves) {
        if (!mayDeviate(state, one)) continue;
        state = deviationStateAfter(state, one);
        if (one === 'giveFeedback') told = true;
        if (one === 'reopen') told = false;
        assert.ok(state !== 'closed' || told);
      }
    }),
  );
  assert.equal(noteOf('receive'), null);
  assert.ok(noteOf('sendElsewhere'));
});

test('what concerns one person is only noted: with the system, without words, and it is not handled here', async () => {
  await assert.rejects(
    buildDeviation(t, { level: 'individual' }),
    problemKeys('deviations.individualText', 'validation.required'),
  );
  const id = await buildDeviation(t, { level: 'individual', description: '', ownSystem: 'Kommunens avvikelsesystem' });
  const { state, description, ownSystem } = await read((r) => getDeviation(r, id));
  assert.deepEqual([state, description, ownSystem], ['sentElsewhere', '', 'Kommunens avvikelsesystem']);
  await assert.rejects(move(id, 'receive'), { code: 'record.wrongState' });
});

test('nothing of a refused text is kept anywhere: neither in the record nor in the log, the outbox or the memory of sent forms', async () => {
  const number = madeUpPersonNumber;
  await assert.rejects(
    buildDeviation(t, { description: `Det gäller ${number}.` }),
    problemKeys('deviations.personNumber'),
  );
  const id = await buildDeviation(t);
  await move(id, 'receive');
  await assert.rejects(move(id, 'sendElsewhere', `Se ${number}`), problemKeys('deviations.personNumber'));
  const everywhere = await read(async (r) => {
    const { rows } = await sql<{ found: string }>`
      select 'log' as found from log_told where data::text like ${`%${number}%`}
      union all select 'outbox' from outbox where payload::text like ${`%${number}%`}
      union all select 'idempotency' from idempotency where idempotency::text like ${`%${number}%`}
      union all select 'deviation' from deviation where deviation::text like ${`%${number}%`}
      union all select 'step' from deviation_step where deviation_step::text like ${`%${number}%`}`.execute(
      r.db as never,
    );
    return rows;
  });
  assert.deepEqual(everywhere, []);
  // Control: the same search finds what was taken.
  const kept = 'Kontrollen söker efter den här meningen.';
  await buildDeviation(t, { description: kept });
  const { rows } = await read((r) =>
    sql`select 1 from log_told where data::text like ${`%${kept}%`}`.execute(r.db as never),
  );
  assert.equal(rows.length, 1);
});

test('who reports on leave: undecided until somebody says, and a report keeps the rule that held', async () => {
  const before = await buildDeviation(t, { onLeave: 'yes', startsOn: '2026-01-10' });
  assert.equal((await read((r) => getDeviation(r, before))).leaveRule, 'undecided');
  await write((w) => setLeaveRule(w, { rule: 'whoNoticed', motive: 'Beslut i styrgruppen.', validFrom: '2026-01-05' }));
  const later = await buildDeviation(t, { onLeave: 'yes', startsOn: '2026-01-10' });
  const rules = await read((r) => listLeaveRules(r));
  assert.equal((await read((r) => getDeviation(r, later))).leaveRule, 'whoNoticed');
  assert.equal((await read((r) => getDeviation(r, before))).leaveRule, 'undecided');
  assert.equal(leaveRuleOn(rules, '2026-01-04'), 'undecided');
  await assert.rejects(
    write((w) => setLeaveRule(w, { rule: 'undecided', motive: 'Igen.', validFrom: '2026-01-05' })),
    problemKeys('deviations.ruleThatDay'),
  );
});

test('a function is pointed out once for an area, asked, and answers once', async () => {
  const bodyId = await buildBody(t, { kind: 'municipality' });
  const point = (area: 'all' | 'aids', mailbox = 'avvikelser@kommun.example') =>
    write((w) => registerDeviationFunction(w, { bodyId, area, title: 'SAS', mailbox }));
  await assert.rejects(point('all', 'ingen adress'), problemKeys('deviations.mailbox'));
  const functionId = await point('all');
  const ofAids = await point('aids');
  await assert.rejects(point('aids'), { code: 'deviations.functionExists' });
  const functions = await read((r) => listDeviationFunctions(r));
  assert.equal(functionFor(functions, { bodyId, kind: 'aids' })?.id, ofAids);
  assert.equal(functionFor(functions, { bodyId, kind: 'medicines' })?.id, functionId);
  assert.equal(functionFor(functions, { bodyId: t.runtime.newId(), kind: 'aids' }), undefined);

  const deviationId = await buildDeviation(t, { toBodyId: bodyId });
  const ask = () => write((w) => askComment(w, { deviationId, functionId, question: 'Känner ni igen bristen?' }));
  await assert.rejects(ask(), { code: 'record.wrongState' });
  await move(deviationId, 'receive');
  const commentId = await ask();
  const answer = (expectedVersion: number) =>
    write((w) => answerComment(w, { commentId, expectedVersion, answer: 'Ja, sedan i höstas.' }));
  await answer(1);
  await assert.rejects(answer(2), { code: 'deviations.answered' });
  const [comment] = (await read((r) => getDeviation(r, deviationId))).comments;
  assert.equal(comment?.answer, 'Ja, sedan i höstas.');
});

test('several deviations become one improvement with actions, and it ends with what it led to', async () => {
  const bodyId = await buildBody(t);
  const [one, two, three] = [await buildDeviation(t), await buildDeviation(t), await buildDeviation(t)];
  for (const id of [one, two, three]) await move(id, 'receive');
  const begin = (deviationIds: readonly string[]) =>
    write((w) => startImprovement(w, { bodyId, title: 'Kallelser i tid', aim: 'Minst ett dygn före.', deviationIds }));
  await assert.rejects(begin([]), problemKeys('deviations.noneChosen'));
  const improvementId = await begin([one, two, one]);
  await write((w) => addToImprovement(w, { improvementId, deviationId: three }));
  const actionId = await write((w) =>
    addImprovementAction(w, {
      improvementId,
      what: 'Ny rutin',
      bodyId,
      responsibleFunction: 'MAS',
      dueOn: '2026-03-01',
    }),
  );
  await write((w) => finishImprovementAction(w, actionId));
  const moved = (to: 'start' | 'finish', effect?: string) =>
    write(async (w) => {
      const { version } = await getImprovement(w, improvementId);
      await moveImprovement(w, { improvementId, expectedVersion: version, move: to, effect });
    });
  await moved('start');
  await assert.rejects(moved('finish'), problemKeys('deviations.effect'));
  await moved('finish', 'Kallelserna kommer i tid.');
  const work = await read((r) => getImprovement(r, improvementId));
  assert.deepEqual([work.state, work.deviations.length, work.actions[0]?.doneOn !== null], ['done', 3, true]);
  assert.equal((await read((r) => getDeviation(r, two))).improvement?.id, improvementId);
});

test('who keeps one body reports for it and for no other', async () => {
  const [own, other] = [await buildBody(t, { kind: 'municipality' }), await buildBody(t, { kind: 'municipality' })];
  const toBodyId = await buildBody(t, { kind: 'region' });
  const deviationId = await buildDeviation(t, { fromBodyId: own, toBodyId });
  const foreign = await buildDeviation(t, { fromBodyId: other, toBodyId });
  const receive = (id: string) =>
    as('cooperationLead', own, 'deviation.handle', (w) =>
      moveDeviation(w, { deviationId: id, expectedVersion: 1, move: 'receive' }),
    );
  await receive(deviationId);
  await assert.rejects(receive(foreign), { code: 'access.denied' });
});

test('lists are filtered and paged, and patterns are counted from all', async () => {
  const from = await buildBody(t, { kind: 'municipality' });
  for (let count = 0; count < 3; count += 1)
    await buildDeviation(t, { fromBodyId: from, kind: 'aids', startsOn: '2024-05-05' });
  const { rows, total } = await read((r) => listDeviations(r, { bodyId: from, kind: 'aids', pageSize: 2 }));
  assert.deepEqual([rows.length, total], [2, 3]);
  assert.deepEqual(new Set(rows.map(({ ref }) => ref.split(':')[1])), new Set(['3', '2']));
  assert.equal((await read((r) => listDeviations(r, { bodyId: from, state: 'closed' }))).total, 0);
  const counted = await read((r) => listCountedDeviations(r, { from: '2024-01-01', to: '2024-12-31' }));
  assert.equal(counted.length, 3);
});

test('what a principal answers stands as a step, and takes the deviation as far as it says', async () => {
  const answered = async (deviationId: string, outcome: string, action: string, feedback: string | null) =>
    await write<void, 'release.receive'>(
      (w) =>
        takeInHandling(w, {
          release: {
            id: t.runtime.newId(),
            noun: 'deviation',
            recordId: deviationId,
            ask: { kind: 'handleDeviation', question: 'Hantera.', dueOn: null },
          },
          answer: { outcome, handledOn: '2026-02-01', action, feedback, registrationNumber: 'KS26-12' },
          answerId: t.runtime.newId(),
          answeredBy: 'Prov',
          answeredAt: t.runtime.now(),
          from: { bodyId: t.runtime.newId(), name: 'Provby kommun' },
        }),
      'release.receive',
    );
  const id = await buildDeviation(t);
  await answered(id, 'ongoing', 'Vi utreder.', null);
  assert.equal((await read((r) => getDeviation(r, id))).state, 'investigated');
  await answered(id, 'handled', 'Ny rutin.', 'Tack, rutinen är ändrad.');
  const done = await read((r) => getDeviation(r, id));
  assert.equal(done.state, 'feedbackGiven');
  assert.match(done.steps.at(-1)?.doneBy ?? '', /Provby kommun/);
  const other = await buildDeviation(t);
  await answered(other, 'notOurs', 'Ring 070-123 45 67.', null);
  const refused = await read((r) => getDeviation(r, other));
  assert.equal(refused.state, 'reported');
  assert.doesNotMatch(refused.steps.at(-1)?.note ?? '', /070/, 'what points a person out is not copied');
});
