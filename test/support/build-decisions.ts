import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type RecordDecision, recordDecision } from '../../src/domain/decisions/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

/** Records a decision through the verb: in an item when one is given, otherwise one that is only referred to. */
export async function buildDecision(
  { db, tenantId }: TestDatabase,
  input: Partial<RecordDecision>,
): Promise<Id<'decision'>> {
  const auth = authorize(operatorOf(tenantId), 'decision.record');
  const fields = { title: 'Godkännande av rapporten', clauses: ['att godkänna rapporten och överlämna den'], ...input };
  const { id } = await db.transact(auth, { verb: 'recordDecision' }, (w) => recordDecision(w, fields));
  return id;
}
