import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildGoal } from '../../../test/support/build-goals.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { getGoal, rewordGoal } from '../goals/index.ts';
import {
  changeDialogue,
  changeInsight,
  type DialogueFields,
  getDialogue,
  getInsight,
  listDialogues,
  listInsights,
  noteChange,
  noteDialogue,
  noteInsight,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const refuses = (path: string, key: string) => (error: unknown) =>
  error instanceof AppError &&
  (error.details as readonly Problem[] | undefined)?.some((one) => one.path === path && one.key === key) === true;
const says = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

/** As the seed tells of its citizen dialogues: a season, just over twenty occasions, about four hundred people. */
const season: DialogueFields = {
  kind: 'citizen',
  title: 'Medborgardialoger inför målbilden',
  fromOn: '2025-11-03',
  toOn: '2026-02-20',
  occasions: 20,
  occasionsQualifier: 'over',
  participants: 400,
  participantsQualifier: 'about',
  answerUnits: 'both',
  materials: ['Bildspel', 'Film'],
};
const buildDialogue = async (fields: Partial<DialogueFields> = {}, bodyId?: Id<'body'>) => {
  const owner = bodyId ?? (await buildBody(t));
  return await write('dialogue.edit', (w) => noteDialogue(w, { ...season, ...fields, bodyId: owner }));
};

test('a season of dialogues keeps the words that say how sure its numbers are', async () => {
  const id = await buildDialogue();
  const dialogue = await read((r) => getDialogue(r, id));
  assert.deepEqual(
    [dialogue.occasions, dialogue.participants, dialogue.answerUnits, dialogue.materials],
    [{ count: 20, qualifier: 'over' }, { count: 400, qualifier: 'about' }, 'both', ['Bildspel', 'Film']],
  );
  for (const year of [2025, 2026])
    assert.ok(
      (await read((r) => listDialogues(r, { year }))).some((one) => one.id === id),
      `it was held in ${year}`,
    );
  assert.ok(!(await read((r) => listDialogues(r, { year: 2024 }))).some((one) => one.id === id));
  const change = {
    ...season,
    dialogueId: id,
    expectedVersion: 1,
    participants: 431,
    participantsQualifier: 'exact' as const,
  };
  await write('dialogue.edit', (w) => changeDialogue(w, change));
  assert.deepEqual((await read((r) => getDialogue(r, id))).participants, { count: 431, qualifier: 'exact' });
  await assert.rejects(
    write('dialogue.edit', (w) => changeDialogue(w, change)),
    says('record.changedMeanwhile'),
  );
});

test('an insight about a sentence of a goal is found from the goal, and says what it has led to', async () => {
  const goalId = await buildGoal(t, { text: 'Vården finns nära. Den svarar när jag frågar.' });
  const goal = await read((r) => getGoal(r, goalId));
  const assignmentId = await buildAssignment(t, { year: 2026, title: 'Att svara i telefon' });
  const dialogueId = await buildDialogue();
  const fields = { kind: 'conclusion' as const, insight: 'Vård nära ofta, men resa för mer sällan' };
  const insightId = await write('dialogue.edit', (w) =>
    noteInsight(w, { ...fields, dialogueId, goalStatementId: goal.statements[0]!.id, assignmentId }),
  );
  await write('dialogue.edit', (w) => noteInsight(w, { ...fields, insight: 'Ett till', dialogueId }));
  assert.deepEqual(
    (await read((r) => listInsights(r, { goalId }))).map(({ id, goal: one }) => [id, one?.statement]),
    [[insightId, 'Vården finns nära.']],
  );
  assert.deepEqual(
    (await read((r) => listInsights(r, { assignmentId }))).map(({ id }) => id),
    [insightId],
  );
  await write('dialogue.edit', (w) =>
    noteChange(w, { insightId, sentence: 'Målet fick en mening om resor.', goalDocumentId: goal.goalDocumentId }),
  );
  const { insights, insightsWithChange } = await read((r) => getDialogue(r, dialogueId));
  assert.deepEqual([insights, insightsWithChange], [2, 1]);
  const [change] = (await read((r) => getInsight(r, insightId))).changes;
  assert.deepEqual([change?.sentence, change?.record.noun], ['Målet fick en mening om resor.', 'goalDocument']);

  // When the sentence is reworded, the insight still stands under the goal.
  await write('goal.edit', (w) =>
    rewordGoal(w, { goalId, expectedVersion: goal.version, heading: goal.heading, text: 'Vården är nära mig.' }),
  );
  const kept = await read((r) => getInsight(r, insightId));
  assert.deepEqual([kept.goal?.id, kept.goal?.statement], [goalId, null]);
});

test('a question keeps its answer, a conclusion has none', async () => {
  const dialogueId = await buildDialogue();
  const asked = {
    dialogueId,
    kind: 'askedByAudience' as const,
    insight: 'Vad händer med ambulansen?',
    answer: 'Den blir kvar.',
  };
  const insightId = await write('dialogue.edit', (w) => noteInsight(w, asked));
  assert.equal((await read((r) => getInsight(r, insightId))).answer, 'Den blir kvar.');
  await write('dialogue.edit', (w) =>
    changeInsight(w, { ...asked, kind: 'conclusion', insightId, expectedVersion: 1 }),
  );
  assert.equal((await read((r) => getInsight(r, insightId))).answer, null);
});

test('what does not hold together is refused with its field', async () => {
  await assert.rejects(buildDialogue({ toOn: '2025-01-01' }), refuses('toOn', 'dialogue.endsBeforeStart'));
  await assert.rejects(buildDialogue({ participants: 0 }), refuses('participants', 'validation.tooSmall'));
  await assert.rejects(
    buildDialogue({ summary: `Ring ${['811228', '9874'].join('-')}.` }),
    refuses('summary', 'privacy.personalNumber'),
  );
  const dialogueId = await buildDialogue();
  const insightId = await write('dialogue.edit', (w) =>
    noteInsight(w, { dialogueId, kind: 'conclusion', insight: 'Öppet på lördagar' }),
  );
  await assert.rejects(
    write('dialogue.edit', (w) => noteChange(w, { insightId, sentence: 'Det blev så.' })),
    refuses('goalDocumentId', 'dialogue.oneRecord'),
  );
});

test('who holds the role on another body can neither change a dialogue nor write insights in it', async () => {
  const dialogueId = await buildDialogue();
  const grants = [
    { role: 'cooperationLead' as const, bodyId: await buildBody(t), validFrom: '2020-01-01', validTo: null },
  ];
  const stranger = authorize({ ...operatorOf(t.tenantId), grants }, 'dialogue.edit');
  await assert.rejects(
    t.db.transact(stranger, { verb: 'prov' }, (w) =>
      noteInsight(w, { dialogueId, kind: 'conclusion', insight: 'Min åsikt' }),
    ),
    says('access.denied'),
  );
  await assert.rejects(
    buildDialogue({}, undefined).then((id) =>
      t.db.transact(stranger, { verb: 'prov' }, (w) =>
        changeDialogue(w, { ...season, dialogueId: id, expectedVersion: 1 }),
      ),
    ),
    says('access.denied'),
  );
});
