import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { DialogueChange, DialogueInsight, InsightKind } from './dialogue.ts';

export type InsightFilter = {
  readonly ids?: readonly Id<'dialogueInsight'>[];
  readonly dialogueId?: Id<'dialogue'>;
  readonly goalId?: Id<'goal'>;
  readonly assignmentId?: Id<'assignment'>;
};

/** An insight with the dialogue it comes from, for the pages of the goal and the assignment it is about. */
export type ToldInsight = DialogueInsight & { readonly dialogueTitle: string };

/** The insights that fit a filter, with what they have led to: two queries, however many they are. */
export async function listInsights(r: Reader, filter: InsightFilter): Promise<readonly ToldInsight[]> {
  const { ids, dialogueId, goalId, assignmentId } = filter;
  let query = r.db
    .selectFrom('dialogue_insight as insight')
    .innerJoin('dialogue', (join) =>
      join.onRef('dialogue.tenant_id', '=', 'insight.tenant_id').onRef('dialogue.id', '=', 'insight.dialogue_id'),
    )
    .leftJoin('goal', (join) =>
      join.onRef('goal.tenant_id', '=', 'insight.tenant_id').onRef('goal.id', '=', 'insight.goal_id'),
    )
    .leftJoin('goal_statement as statement', (join) =>
      join
        .onRef('statement.tenant_id', '=', 'insight.tenant_id')
        .onRef('statement.id', '=', 'insight.goal_statement_id'),
    )
    .leftJoin('assignment', (join) =>
      join.onRef('assignment.tenant_id', '=', 'insight.tenant_id').onRef('assignment.id', '=', 'insight.assignment_id'),
    )
    .selectAll('insight')
    .select(['dialogue.title as dialogue_title', 'goal.heading', 'statement.statement'])
    .select('assignment.title as assignment_title')
    .where('insight.tenant_id', '=', r.tenantId);
  if (ids !== undefined) query = query.where((eb) => eb('insight.id', '=', eb.fn.any(eb.val([...ids]))));
  if (dialogueId !== undefined) query = query.where('insight.dialogue_id', '=', dialogueId);
  if (goalId !== undefined) query = query.where('insight.goal_id', '=', goalId);
  if (assignmentId !== undefined) query = query.where('insight.assignment_id', '=', assignmentId);
  const rows = await query.orderBy('dialogue.from_on', 'desc').orderBy('insight.position').limit(200).execute();
  const changes = await changesOf(
    r,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    dialogueId: row.dialogue_id,
    dialogueTitle: row.dialogue_title,
    position: row.position,
    kind: row.kind as InsightKind,
    insight: row.insight,
    answer: row.answer,
    goal:
      row.goal_id !== null && row.heading !== null
        ? { id: row.goal_id, heading: row.heading, statementId: row.goal_statement_id, statement: row.statement }
        : null,
    assignment:
      row.assignment_id !== null && row.assignment_title !== null
        ? { id: row.assignment_id, title: row.assignment_title }
        : null,
    changes: changes.get(row.id) ?? [],
  }));
}

/** One insight. Throws `record.notFound`. */
export async function getInsight(r: Reader, id: Id<'dialogueInsight'>): Promise<ToldInsight> {
  const [insight] = isId(id) ? await listInsights(r, { ids: [id] }) : [];
  if (!insight) throw new AppError('record.notFound');
  return insight;
}

async function changesOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly DialogueChange[]>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('dialogue_change as change')
    .leftJoin('goal_document', (join) =>
      join
        .onRef('goal_document.tenant_id', '=', 'change.tenant_id')
        .onRef('goal_document.id', '=', 'change.goal_document_id'),
    )
    .leftJoin('plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'change.tenant_id').onRef('plan.id', '=', 'change.plan_id'),
    )
    .leftJoin('decision', (join) =>
      join.onRef('decision.tenant_id', '=', 'change.tenant_id').onRef('decision.id', '=', 'change.decision_id'),
    )
    .selectAll('change')
    .select(['goal_document.title as document_title', 'plan.title as plan_title', 'decision.title as decision_title'])
    .where('change.tenant_id', '=', r.tenantId)
    .where('change.dialogue_insight_id', 'in', [...ids])
    .orderBy('change.noted_on')
    .orderBy('change.id')
    .execute();
  const changes = rows.flatMap((row) => {
    const record =
      row.goal_document_id !== null
        ? { noun: 'goalDocument' as const, id: row.goal_document_id, title: row.document_title ?? '' }
        : row.plan_id !== null
          ? { noun: 'plan' as const, id: row.plan_id, title: row.plan_title ?? '' }
          : row.decision_id !== null
            ? { noun: 'decision' as const, id: row.decision_id, title: row.decision_title ?? '' }
            : undefined;
    const { id, version, sentence, noted_on: notedOn, dialogue_insight_id: insightId } = row;
    return record ? [{ id, version, sentence, notedOn, record, insightId }] : [];
  });
  return Map.groupBy(changes, ({ insightId }) => insightId);
}
