import type { Reader } from '../../storage/database.ts';
import type { FrozenProposal } from './agenda-version.ts';

/**
 * What the items of a meeting propose that its bodies decide, by item. Read from the tables: the noun decisions builds on this one and cannot
 * be asked from here. A decision made meanwhile is what was proposed, as far as the agenda is concerned.
 */
export async function proposalsOfItems(
  r: Reader,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FrozenProposal[]>> {
  const found = new Map<string, FrozenProposal[]>();
  if (itemIds.length === 0) return found;
  const rows = await r.db
    .selectFrom('decision')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'decision.body_id').onRef('body.tenant_id', '=', 'decision.tenant_id'),
    )
    .leftJoin('decision_clause as clause', (join) =>
      join.onRef('clause.decision_id', '=', 'decision.id').onRef('clause.tenant_id', '=', 'decision.tenant_id'),
    )
    .select(['decision.id', 'decision.agenda_item_id', 'decision.title', 'body.name', 'clause.clause'])
    .where('decision.tenant_id', '=', r.tenantId)
    .where('decision.agenda_item_id', 'in', itemIds)
    .orderBy('decision.created_at')
    .orderBy('decision.id')
    .orderBy('clause.position')
    .execute();
  const byDecision = Map.groupBy(rows, (row) => row.id);
  for (const clauses of byDecision.values()) {
    const { agenda_item_id, title, name } = clauses[0]!;
    const proposal = { body: name, title, clauses: clauses.flatMap(({ clause }) => (clause === null ? [] : [clause])) };
    found.set(agenda_item_id!, [...(found.get(agenda_item_id!) ?? []), proposal]);
  }
  return found;
}
