import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { type GoalStatement, statementChanges } from './goal.ts';

/** Brings the statements of a goal in line with its text. */
export async function writeStatements(
  w: Writer,
  goalId: Id<'goal'>,
  before: readonly GoalStatement[],
  text: string,
): Promise<void> {
  const { kept, added, removed } = statementChanges(before, text);
  if (removed.length > 0)
    await w.db
      .deleteFrom('goal_statement')
      .where('tenant_id', '=', w.tenantId)
      .where('goal_id', '=', goalId)
      .where('id', 'in', removed)
      .execute();
  for (const { id, position } of kept)
    await w.db
      .updateTable('goal_statement')
      .set({ position })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  if (added.length > 0)
    await w.db
      .insertInto('goal_statement')
      .values(added.map((one) => ({ tenant_id: w.tenantId, id: w.runtime.newId(), goal_id: goalId, ...one })))
      .execute();
}

/** The next free place among the perspectives of a document, or the goals of a perspective. */
export async function nextPosition(
  w: Writer,
  place: { readonly documentId: Id<'goalDocument'> } | { readonly perspectiveId: Id<'perspective'> },
): Promise<number> {
  const { last } =
    'documentId' in place
      ? await w.db
          .selectFrom('perspective')
          .select((eb) => eb.fn.max('position').as('last'))
          .where('tenant_id', '=', w.tenantId)
          .where('goal_document_id', '=', place.documentId)
          .executeTakeFirstOrThrow()
      : await w.db
          .selectFrom('goal')
          .select((eb) => eb.fn.max('position').as('last'))
          .where('tenant_id', '=', w.tenantId)
          .where('perspective_id', '=', place.perspectiveId)
          .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/**
 * Whether the writer may change what a body adopted: the body's own people may. An import may enter what it read in the papers of another body,
 * because a person confirmed that it stands there; it changes nothing that was entered before.
 */
export function requireAdopter(w: Writer, bodyId: Id<'body'> | null): void {
  if (bodyId !== null && w.auth.action !== 'intake.confirm') requireBody(w.auth, bodyId);
}
