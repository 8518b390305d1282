import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildReviewStudy } from '../../../test/support/build-studies.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { checkTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { type Actor, authorize, operatorOf } from '../access/index.ts';
import {
  addReviewLesson,
  addReviewRound,
  addReviewVariable,
  carryReviewLesson,
  changeReviewRound,
  changeReviewStudy,
  countedFigures,
  getReviewStudy,
  publishReviewStudy,
  removeReviewVariable,
  reviewStudyDocument,
} from './index.ts';

const where = await openTestDatabase();
const { db, tenantId, close } = where;
after(close);
const operator = operatorOf(tenantId);
const edit = <T>(run: (w: Parameters<typeof addReviewRound>[0]) => Promise<T>, actor: Actor = operator) =>
  db.transact(authorize(actor, 'study.edit'), { verb: 'test' }, run);
const get = (id: Id<'reviewStudy'>) => db.read(authorize(operator, 'record.read'), (r) => getReviewStudy(r, id));
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;
const problem = (key: string) => (error: unknown) =>
  error instanceof AppError && Array.isArray(error.details) && error.details.some((one) => one.key === key);

const autumn = { title: 'Hösten', startsOn: '2025-10-06', endsOn: '2025-10-10', findings: 'Planer saknas.' };

test('figures of few are shown to nobody but those who counted them', async () => {
  const id = await buildReviewStudy(where, {
    variables: ['Har en vårdplan', 'Har en läkare', 'Har fallit', 'Går själv'],
  });
  const { variables } = await get(id);
  const counts = [40, 57, 3, 0];
  const figures = Object.fromEntries(variables.map((variable, at) => [variable.id, counts[at]!]));
  const roundId = await edit((w) => addReviewRound(w, { studyId: id, ...autumn, reviewed: 60, figures }));
  const study = await get(id);
  assert.equal(study.state, 'ongoing');
  const shown = variables.map(
    (variable) => study.rounds[0]!.figures.find(({ variableId }) => variableId === variable.id)!.shown,
  );
  assert.deepEqual(shown, [40, null, null, 0], 'three of sixty are few, and fifty-seven of sixty tell of them');
  const text = JSON.stringify(reviewStudyDocument(study, 'Provregionen'));
  assert.match(text, /40 \(67 %\)/);
  assert.match(text, /visas inte \(färre än 5\)/);
  assert.doesNotMatch(text, /57|95 %/);

  const counted = await db.read(authorize(operator, 'study.edit'), (r) => countedFigures(r, roundId));
  assert.deepEqual(
    variables.map((variable) => counted.get(variable.id)),
    counts,
  );
  const other: Actor = {
    ...operator,
    grants: [{ role: 'controller', bodyId: await buildBody(where), validFrom: '2020-01-01', validTo: null }],
  };
  await assert.rejects(
    db.read(authorize(other, 'study.edit'), (r) => countedFigures(r, roundId)),
    code('access.denied'),
  );
  await assert.rejects(
    edit((w) => addReviewRound(w, { studyId: id, ...autumn, reviewed: 60, figures }), other),
    code('access.denied'),
  );
});

test('a round counts no more than were reviewed, and ends after it begins', async () => {
  const id = await buildReviewStudy(where, { variables: ['Har en vårdplan'] });
  const [variable] = (await get(id)).variables;
  const round = { studyId: id, ...autumn, reviewed: 10, figures: { [variable!.id]: 11 } };
  await assert.rejects(
    edit((w) => addReviewRound(w, round)),
    problem('studies.moreThanReviewed'),
  );
  await assert.rejects(
    edit((w) => addReviewRound(w, { ...round, reviewed: null })),
    problem('studies.reviewedFirst'),
  );
  await assert.rejects(
    edit((w) => addReviewRound(w, { ...round, endsOn: '2025-10-01' })),
    problem('studies.endsBeforeStart'),
  );
  await assert.rejects(
    edit((w) => addReviewRound(w, { ...round, findings: `Patient 19121212-${'1212'}`, figures: {} })),
    problem('privacy.personalNumber'),
  );
  const roundId = await edit((w) => addReviewRound(w, { ...round, figures: { [variable!.id]: 5 } }));
  await edit((w) => changeReviewRound(w, { ...round, roundId, expectedVersion: 1, figures: { [variable!.id]: 10 } }));
  assert.equal((await get(id)).rounds[0]!.figures[0]!.shown, 10);
  await assert.rejects(
    edit((w) => changeReviewRound(w, { ...round, roundId, expectedVersion: 1, figures: {} })),
    code('record.changedMeanwhile'),
  );
  await assert.rejects(
    edit((w) => removeReviewVariable(w, { variableId: variable!.id })),
    problem('studies.variableCounted'),
  );
});

test('a summary is published when all is counted, and stays as it was read', async () => {
  const id = await buildReviewStudy(where, { variables: ['Har en vårdplan'] });
  const [variable] = (await get(id)).variables;
  const publish = (conclusions: string, expectedVersion: number) =>
    edit((w) => publishReviewStudy(w, { studyId: id, expectedVersion, conclusions, authority: 'Provregionen' }));
  await assert.rejects(publish('Fler planer behövs.', 1), code('record.wrongState'));
  const unplanned = await edit((w) => addReviewRound(w, { studyId: id, ...autumn, reviewed: null, figures: {} }));
  await assert.rejects(publish('Fler planer behövs.', 2), problem('studies.noFigures'));
  await edit((w) =>
    changeReviewRound(w, {
      roundId: unplanned,
      expectedVersion: 1,
      ...autumn,
      reviewed: 40,
      figures: { [variable!.id]: 25 },
    }),
  );
  await assert.rejects(publish(' ', 2), problem('studies.noConclusions'));
  const lessonId = await edit((w) => addReviewLesson(w, { studyId: id, lesson: 'Skriv planen vid inskrivning.' }));
  await publish('Fler planer behövs.', 2);
  const { published, state, version } = await get(id);
  assert.equal(state, 'published');
  assert.equal(published?.on, '2026-03-02');
  assert.deepEqual(checkTree(published!.tree), []);
  assert.match(JSON.stringify(published?.tree), /25 \(63 %\)[\s\S]*Skriv planen vid inskrivning/);
  for (const change of [
    () => edit((w) => addReviewVariable(w, { studyId: id, label: 'Mer' })),
    () => edit((w) => addReviewLesson(w, { studyId: id, lesson: 'Mer' })),
    () =>
      edit((w) =>
        changeReviewStudy(w, {
          studyId: id,
          expectedVersion: version,
          title: 'Ny',
          kind: 'evaluation',
          purpose: 'Nytt',
          scope: 'Nytt',
          unitIds: [],
        }),
      ),
  ])
    await assert.rejects(change(), code('record.wrongState'));

  const assignmentId = await buildAssignment(where);
  await edit((w) =>
    carryReviewLesson(w, { lessonId, expectedVersion: 1, to: { noun: 'assignment', id: assignmentId } }),
  );
  const [lesson] = (await get(id)).lessons;
  assert.deepEqual(lesson?.carried, { noun: 'assignment', id: assignmentId, withinId: null, on: '2026-03-02' });
  await assert.rejects(
    edit((w) => carryReviewLesson(w, { lessonId, expectedVersion: 2, to: { noun: 'planPoint', id: assignmentId } })),
    code('record.notFound'),
  );
});
