import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type ChangeFields, changeProblems, type InsightFields, insightProblems } from './dialogue-rules.ts';

/** Writes down what was learnt or asked in a dialogue, last in its list. */
export async function noteInsight(
  w: Writer<'dialogue.edit'>,
  input: InsightFields & { readonly dialogueId: Id<'dialogue'> },
): Promise<Id<'dialogueInsight'>> {
  // The dialogue is locked, so that two insights noted at once do not get one place.
  const dialogue = await lockRow(w, 'dialogue', input.dialogueId);
  requireBody(w.auth, dialogue.body_id);
  refuseProblems(insightProblems(input));
  const { last } = await w.db
    .selectFrom('dialogue_insight')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('dialogue_id', '=', dialogue.id)
    .executeTakeFirstOrThrow();
  const id: Id<'dialogueInsight'> = w.runtime.newId();
  const row = { dialogue_id: dialogue.id, position: (last ?? 0) + 1, ...(await rowOf(w, input)) };
  await w.db
    .insertInto('dialogue_insight')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'dialogue', recordId: dialogue.id, summary: 'insightNoted', after: { insightId: id, ...row } });
  return id;
}

/** Changes the words of an insight, or which goal and assignment it is about. */
export async function changeInsight(
  w: Writer<'dialogue.edit'>,
  input: InsightFields & { readonly insightId: Id<'dialogueInsight'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await lockInsight(w, input.insightId);
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(insightProblems(input));
  const row = await rowOf(w, input);
  await w.db
    .updateTable('dialogue_insight')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'dialogue', recordId: before.dialogue_id, summary: 'insightChanged', before, after: row });
}

/** Notes what became different because of an insight, and where it can be seen: a goal document, a plan or a decision. */
export async function noteChange(
  w: Writer<'dialogue.edit'>,
  input: ChangeFields & { readonly insightId: Id<'dialogueInsight'> },
): Promise<Id<'dialogueChange'>> {
  const insight = await lockInsight(w, input.insightId);
  refuseProblems(changeProblems(input));
  if (input.goalDocumentId) await getRow(w, 'goal_document', input.goalDocumentId);
  if (input.planId) await getRow(w, 'plan', input.planId);
  if (input.decisionId) await getRow(w, 'decision', input.decisionId);
  const id: Id<'dialogueChange'> = w.runtime.newId();
  const row = {
    dialogue_insight_id: insight.id,
    sentence: input.sentence.trim(),
    goal_document_id: input.goalDocumentId ?? null,
    plan_id: input.planId ?? null,
    decision_id: input.decisionId ?? null,
    noted_on: w.runtime.today(),
  };
  await w.db
    .insertInto('dialogue_change')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({
    noun: 'dialogue',
    recordId: insight.dialogue_id,
    summary: 'changeNoted',
    after: { changeId: id, ...row },
  });
  return id;
}

async function lockInsight(w: Writer, insightId: Id<'dialogueInsight'>) {
  const row = await lockRow(w, 'dialogue_insight', insightId);
  requireBody(w.auth, (await getRow(w, 'dialogue', row.dialogue_id)).body_id);
  return row;
}

async function rowOf(w: Writer, fields: InsightFields) {
  const statement = fields.goalStatementId ? await getRow(w, 'goal_statement', fields.goalStatementId) : undefined;
  if (fields.assignmentId) await getRow(w, 'assignment', fields.assignmentId);
  return {
    kind: fields.kind,
    insight: fields.insight.trim(),
    // A conclusion is no question.
    answer: (fields.kind !== 'conclusion' && fields.answer?.trim()) || null,
    // The goal is kept beside its sentence: when the sentence is reworded away, the insight still stands under the goal.
    goal_id: statement?.goal_id ?? null,
    goal_statement_id: statement?.id ?? null,
    assignment_id: fields.assignmentId ?? null,
  };
}
