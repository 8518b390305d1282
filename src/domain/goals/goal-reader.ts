import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { GoalDocumentRow, GoalRow, GoalStatementRow } from '../../storage/schema/goals.ts';
import type { Goal, GoalDocument, GoalTree } from './goal.ts';

/** How many assignments each goal has. Assignments come after goals in the order of nouns, so the one who draws the tree hands this in. */
export type CountAssignments = (r: Reader) => Promise<ReadonlyMap<string, number>>;

export async function listGoalDocuments(r: Reader): Promise<readonly GoalDocument[]> {
  const rows = await r.db
    .selectFrom('goal_document')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('horizon_year', (order) => order.desc().nullsLast())
    .orderBy('title')
    .execute();
  return rows.map(toDocument);
}

export async function findGoalDocumentByTitle(r: Reader, title: string): Promise<GoalDocument | undefined> {
  const row = await r.db
    .selectFrom('goal_document')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('title', '=', title.trim())
    .executeTakeFirst();
  return row && toDocument(row);
}

/** The whole tree of a goal document: perspectives, goals and citable statements in their order. */
export async function getGoalTree(
  r: Reader,
  id: Id<'goalDocument'>,
  countAssignments?: CountAssignments,
): Promise<GoalTree> {
  const document = toDocument(await getRow(r, 'goal_document', id));
  const perspectives = await perspectivesOf(r, id);
  return treeOf(document, perspectives, await counted(r, await listGoals(r, id), countAssignments));
}

/** The trees of all goal documents, the one that looks furthest first: as many queries for many documents as for one. */
export async function listGoalTrees(r: Reader, countAssignments?: CountAssignments): Promise<readonly GoalTree[]> {
  const documents = await listGoalDocuments(r);
  const perspectives = await perspectivesOf(r);
  const goals = await counted(r, await listGoals(r), countAssignments);
  return documents.map((document) => treeOf(document, perspectives, goals));
}

/** The goals of a document (of all documents when none is named) in their order, each with its statements. */
export async function listGoals(r: Reader, documentId?: Id<'goalDocument'>): Promise<readonly Goal[]> {
  let query = r.db.selectFrom('goal').selectAll().where('tenant_id', '=', r.tenantId);
  if (documentId) query = query.where('goal_document_id', '=', documentId);
  const rows = await query.orderBy('goal_document_id').orderBy('position').execute();
  return await withStatements(r, rows);
}

export async function getGoal(r: Reader, id: Id<'goal'>): Promise<Goal> {
  const [goal] = await withStatements(r, [await getRow(r, 'goal', id)]);
  return goal!;
}

async function perspectivesOf(r: Reader, documentId?: Id<'goalDocument'>) {
  let query = r.db
    .selectFrom('perspective')
    .select(['id', 'goal_document_id', 'position', 'name'])
    .where('tenant_id', '=', r.tenantId);
  if (documentId) query = query.where('goal_document_id', '=', documentId);
  return await query.orderBy('position').execute();
}

async function counted(r: Reader, goals: readonly Goal[], count?: CountAssignments): Promise<readonly Goal[]> {
  const counts = await count?.(r);
  return counts ? goals.map((goal) => ({ ...goal, assignments: counts.get(goal.id) ?? 0 })) : goals;
}

function treeOf(
  document: GoalDocument,
  perspectives: Awaited<ReturnType<typeof perspectivesOf>>,
  goals: readonly Goal[],
): GoalTree {
  return {
    ...document,
    perspectives: perspectives
      .filter((one) => one.goal_document_id === document.id)
      .map(({ id, position, name }) => ({
        id,
        position,
        name,
        goals: goals.filter((goal) => goal.perspectiveId === id),
      })),
  };
}

async function withStatements(r: Reader, rows: readonly Selectable<GoalRow>[]): Promise<readonly Goal[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const statements = await r.db
    .selectFrom('goal_statement')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('goal_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map((row) => toGoal(row, statements));
}

function toDocument(row: Selectable<GoalDocumentRow>): GoalDocument {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    horizonYear: row.horizon_year,
    vision: row.vision,
    adoptedByBodyId: row.adopted_by_body_id,
    adoptedOn: row.adopted_on,
  };
}

function toGoal(row: Selectable<GoalRow>, statements: readonly Selectable<GoalStatementRow>[]): Goal {
  return {
    id: row.id,
    version: row.version,
    goalDocumentId: row.goal_document_id,
    perspectiveId: row.perspective_id,
    position: row.position,
    heading: row.heading,
    text: row.body_text,
    statements: statements
      .filter((one) => one.goal_id === row.id)
      .map(({ id, position, statement, anchor }) => ({ id, position, statement, anchor })),
  };
}
