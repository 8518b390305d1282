import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import type { DecisionLinkKind } from './decision.ts';

/** Reads a decision's row for change. Throws `record.notFound`. */
export async function lockDecision(w: Writer, id: Id<'decision'>) {
  return await lockRow(w, 'decision', id);
}

/** Writes the att-clauses in their order, instead of those that were there. */
export async function writeClauses(w: Writer, decisionId: string, clauses: readonly string[]): Promise<void> {
  await w.db
    .deleteFrom('decision_clause')
    .where('tenant_id', '=', w.tenantId)
    .where('decision_id', '=', decisionId)
    .execute();
  if (clauses.length === 0) return;
  await w.db
    .insertInto('decision_clause')
    .values(
      clauses.map((clause, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        decision_id: decisionId,
        position: index + 1,
        clause: clause.trim(),
      })),
    )
    .execute();
}

/** Writes what a decision does to assignments. Saying it twice changes nothing. */
export async function writeLinks(
  w: Writer,
  decisionId: string,
  links: readonly { readonly assignmentId: Id<'assignment'>; readonly kind: DecisionLinkKind }[],
): Promise<void> {
  if (links.length === 0) return;
  await w.db
    .insertInto('decision_assignment')
    .values(
      links.map((link) => ({
        tenant_id: w.tenantId,
        decision_id: decisionId,
        assignment_id: link.assignmentId,
        kind: link.kind,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'decision_id', 'assignment_id', 'kind']).doNothing())
    .execute();
}
