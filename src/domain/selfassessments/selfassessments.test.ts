import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildBody } from '../../../test/support/build-organisation.ts';
import {
  agreeAll,
  answerAll,
  buildAssessmentRound,
  buildPair,
  moveRound,
} from '../../../test/support/build-selfassessments.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { type Actor, authorize, operatorOf } from '../access/index.ts';
import {
  addCommonPoint,
  addUnits,
  addUnitsOfLastRound,
  agree,
  answerTogether,
  carryOverPoint,
  getAssessmentRound,
  getSelfAssessment,
  listSelfAssessments,
  missingIn,
  noteView,
  reopenSelfAssessment,
  tellCommonPoint,
  tellParticipants,
  wholeOfRounds,
} from './index.ts';

const where = await openTestDatabase();
const { db, tenantId, close } = where;
after(close);

const operator = operatorOf(tenantId);
const staffOf = (...bodyIds: readonly Id<'body'>[]): Actor => ({
  ...operator,
  name: 'Prov Handläggare',
  grants: bodyIds.map((bodyId) => ({ role: 'caseOfficer', bodyId, validFrom: '2020-01-01', validTo: null })),
});
const answering = <T>(run: (w: Parameters<typeof answerTogether>[0]) => Promise<T>, actor: Actor = operator) =>
  db.transact(authorize(actor, 'selfassessment.answer'), { verb: 'test' }, run);
const leading = <T>(run: (w: Parameters<typeof addUnits>[0]) => Promise<T>) =>
  db.transact(authorize(operator, 'selfassessment.edit'), { verb: 'test' }, run);
const get = (id: Id<'selfAssessment'>, actor: Actor = operator) =>
  db.read(authorize(actor, 'selfassessment.answer'), (r) => getSelfAssessment(r, id));
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;
const problem = (key: string) => (error: unknown) =>
  error instanceof AppError && Array.isArray(error.details) && error.details.some((one) => one.key === key);

test('a pair answers one form together, both must agree, and a change takes the agreement back', async () => {
  const roundId = await buildAssessmentRound(where);
  const id = await buildPair(where, roundId);
  await assert.rejects(answerAll(where, id, 2), code('selfassessments.roundNotOpen'));
  await moveRound(where, roundId, 'open');
  const [first, second] = (await get(id)).parties;
  const tooEarly = answering((w) => agree(w, { partyId: first!.id }));
  await assert.rejects(tooEarly, problem('selfassessments.unanswered'));
  await assert.rejects(tooEarly, problem('selfassessments.noParticipants'));

  await answerAll(where, id, 2);
  await answering((w) => agree(w, { partyId: first!.id }));
  assert.equal((await get(id)).state, 'answering');
  const one = (step: number, expectedVersion: number) => ({
    assessmentId: id,
    answers: [
      { question: '1', answer: { value: { kind: 'scale', step } as const, comment: 'Ronder' }, expectedVersion },
    ],
  });
  await answering((w) => answerTogether(w, one(3, 1)));
  assert.ok((await get(id)).parties.every(({ agreed }) => agreed === null));
  await assert.rejects(
    answering((w) => answerTogether(w, one(4, 1))),
    code('record.changedMeanwhile'),
  );

  await agreeAll(where, id);
  const agreed = await get(id);
  assert.equal(agreed.state, 'agreed');
  assert.equal(agreed.agreedOn, '2026-03-02');
  assert.equal((await db.read(authorize(operator, 'record.read'), (r) => getAssessmentRound(r, roundId))).agreed, 1);
  await assert.rejects(
    answering((w) => answerTogether(w, one(4, 2))),
    code('selfassessments.agreedAlready'),
  );
  await answering((w) => reopenSelfAssessment(w, { assessmentId: id }));
  assert.deepEqual(
    (await get(id)).parties.map((party) => party.agreed),
    [null, null],
  );
  await agreeAll(where, id);

  await moveRound(where, roundId, 'close');
  await assert.rejects(
    answering((w) => reopenSelfAssessment(w, { assessmentId: id })),
    code('selfassessments.roundNotOpen'),
  );
  assert.ok(second);
});

test('each side speaks for itself, sees its own assessments and no others', async () => {
  const roundId = await buildAssessmentRound(where);
  const [care, home] = [await buildBody(where, { kind: 'unit' }), await buildBody(where, { kind: 'unit' })] as const;
  const own = await buildPair(where, roundId, [care, home]);
  const others = await buildPair(where, roundId);
  await moveRound(where, roundId, 'open');
  const nurse = staffOf(care);
  await answerAll(where, own, 3);
  const { parties } = await get(own, nurse);
  const [mine, theirs] = [parties.find(({ body }) => body.id === care)!, parties.find(({ body }) => body.id === home)!];
  await answering((w) => agree(w, { partyId: mine.id }), nurse);
  await assert.rejects(
    answering((w) => agree(w, { partyId: theirs.id }), nurse),
    code('access.denied'),
  );
  await assert.rejects(get(others, nurse), code('record.notFound'));
  const seen = await db.read(authorize(nurse, 'selfassessment.answer'), (r) => listSelfAssessments(r, { roundId }));
  assert.deepEqual(
    seen.map(({ id }) => id),
    [own],
  );
});

test('a unit that sees an area otherwise says so with a reason; nobody is pointed out by number', async () => {
  const roundId = await buildAssessmentRound(where);
  const id = await buildPair(where, roundId);
  await moveRound(where, roundId, 'open');
  const party = (await get(id)).parties[1]!;
  const view = { partyId: party.id, question: '1', step: 1, note: 'Vi når ingen efter tre.', expectedVersion: 0 };
  await assert.rejects(
    answering((w) => noteView(w, { ...view, note: ' ' })),
    problem('selfassessments.viewReason'),
  );
  await assert.rejects(
    answering((w) => noteView(w, { ...view, step: 9 })),
    problem('validation.choose'),
  );
  await answering((w) => noteView(w, view));
  await answering((w) => noteView(w, { ...view, step: 2, expectedVersion: 1 }));
  assert.deepEqual((await get(id)).parties[1]!.views, [{ version: 2, question: '1', step: 2, note: view.note }]);
  await assert.rejects(
    answering((w) => noteView(w, view)),
    code('record.changedMeanwhile'),
  );
  await answering((w) => noteView(w, { ...view, step: null, note: '', expectedVersion: 2 }));
  assert.deepEqual((await get(id)).parties[1]!.views, []);

  const named = `Avser 19121212-${'1212'}`;
  await assert.rejects(
    answering((w) => noteView(w, { ...view, note: named })),
    problem('privacy.personalNumber'),
  );
  await assert.rejects(
    answering((w) => tellParticipants(w, { partyId: party.id, participants: named, expectedVersion: 1 })),
    problem('privacy.personalNumber'),
  );
  for (const answer of [
    { value: { kind: 'text', text: named } as const, comment: null },
    { value: { kind: 'text', text: 'Ronder' } as const, comment: named },
  ])
    await assert.rejects(
      answering((w) =>
        answerTogether(w, { assessmentId: id, answers: [{ question: '9', answer, expectedVersion: 0 }] }),
      ),
      problem('privacy.personalNumber'),
    );
});

test('both principals take part, and the same units once in a round', async () => {
  const roundId = await buildAssessmentRound(where);
  const ids = [await buildBody(where, { kind: 'unit' }), await buildBody(where, { kind: 'unit' })] as const;
  const add = (sides: readonly ('region' | 'municipality')[], bodyIds: readonly Id<'body'>[] = ids) =>
    leading((w) => addUnits(w, { roundId, units: sides.map((side, at) => ({ side, bodyId: bodyIds[at]! })) }));
  await assert.rejects(add(['region', 'region']), problem('selfassessments.oneSide'));
  await assert.rejects(add(['region', 'municipality'], [ids[0], ids[0]]), problem('selfassessments.unitTwice'));
  await assert.rejects(moveRound(where, roundId, 'open'), problem('selfassessments.noUnits'));
  await add(['region', 'municipality']);
  await assert.rejects(add(['municipality', 'region'], [ids[1], ids[0]]), problem('selfassessments.unitsKnown'));
});

test('a plan is told of before the next year is agreed on, and what is not done is carried over', async () => {
  const bodyId = await buildBody(where, { kind: 'administration' });
  const first = await buildAssessmentRound(where, { bodyId, year: 2025 });
  const before = await buildPair(where, first);
  const third = await buildBody(where);
  await moveRound(where, first, 'open');
  await answerAll(where, before, 2);
  const [care] = (await get(before)).parties;
  const point = {
    assessmentId: before,
    question: '1',
    what: 'Gemensam rond varje vecka',
    responsibleBodyId: care!.body.id,
    responsibleFunction: 'verksamhetschef',
    dueOn: '2026-02-01',
  };
  await assert.rejects(
    answering((w) => addCommonPoint(w, { ...point, responsibleBodyId: third })),
    problem('validation.choose'),
  );
  const kept = await answering((w) => addCommonPoint(w, point));
  const done = await answering((w) => addCommonPoint(w, { ...point, question: null, what: 'Ny telefonlista' }));
  await agreeAll(where, before);
  await moveRound(where, first, 'close');

  const second = await buildAssessmentRound(where, { bodyId, year: 2026 });
  assert.equal(await leading((w) => addUnitsOfLastRound(w, { roundId: second })), 1);
  assert.equal(await leading((w) => addUnitsOfLastRound(w, { roundId: second })), 0);
  await moveRound(where, second, 'open');
  const [now] = await db.read(authorize(operator, 'selfassessment.answer'), (r) =>
    listSelfAssessments(r, { roundId: second }),
  );
  await answerAll(where, now!.id, 3);
  await assert.rejects(agreeAll(where, now!.id), problem('selfassessments.pointUntold'));

  const tell = (pointId: Id<'commonPoint'>, told: string, expectedVersion = 1) =>
    answering((w) => tellCommonPoint(w, { pointId, expectedVersion, move: 'finish', told }));
  await assert.rejects(tell(done, ' '), problem('selfassessments.told'));
  await tell(done, 'Listan används.');
  await assert.rejects(tell(done, 'Igen.', 2), code('record.wrongState'));
  const carried = await answering((w) =>
    carryOverPoint(w, {
      pointId: kept,
      expectedVersion: 1,
      assessmentId: now!.id,
      dueOn: '2026-12-01',
      told: 'Läkaren slutade.',
    }),
  );
  const [old, fresh] = [await get(before), await get(now!.id)];
  assert.deepEqual(
    old.points.map(({ state }) => state),
    ['carriedOver', 'done'],
  );
  assert.equal(old.points[0]!.told[0]!.told, 'Läkaren slutade.');
  assert.deepEqual(
    fresh.points.map(({ id, carriedFromId, state, dueOn }) => ({ id, carriedFromId, state, dueOn })),
    [{ id: carried, carriedFromId: kept, state: 'planned', dueOn: '2026-12-01' }],
  );
  const missing = await db.read(authorize(operator, 'selfassessment.answer'), (r) => missingIn(r, fresh));
  assert.deepEqual(missing, []);
  await agreeAll(where, now!.id);
});

test('the whole is of closed rounds only, and hides what is few', async () => {
  const whole = () => db.read(authorize(operator, 'record.read'), (r) => wholeOfRounds(r));
  const roundId = await buildAssessmentRound(where, { year: 2024 });
  const steps = [1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4];
  const made = [];
  for (const step of steps) made.push([await buildPair(where, roundId), step] as const);
  await moveRound(where, roundId, 'open');
  for (const [id, step] of made) {
    await answerAll(where, id, step);
    await agreeAll(where, id);
  }
  const of2024 = async () =>
    (await whole()).find(({ code: area }) => area === '1')?.years.find(({ year }) => year === 2024);
  assert.equal(
    await of2024(),
    undefined,
    'an open round is not shown: yesterday’s view and today’s would differ by one answer',
  );
  await moveRound(where, roundId, 'close');
  const team = (await whole()).find(({ code: area }) => area === '1')!;
  assert.deepEqual(team.bands, [
    { from: 1, to: 2 },
    { from: 3, to: 4 },
  ]);
  assert.deepEqual(team.years, [{ year: 2024, counts: [6, 6], answered: 12 }]);
  assert.deepEqual(team.tooFew, [2025, 2026], 'the closed rounds of the other tests had one pair each');
});
