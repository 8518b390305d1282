import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type DecisionEffectKind, decisionEffectKinds } from './decision-effect.ts';

/** Writes that a decision led to a record. Saying it twice changes nothing. */
export async function writeEffect(
  w: Writer,
  decisionId: Id<'decision'>,
  kind: DecisionEffectKind,
  recordId: string,
): Promise<void> {
  const { noun } = decisionEffectKinds[kind];
  await w.db
    .insertInto('decision_effect')
    .values({ tenant_id: w.tenantId, decision_id: decisionId, noun, record_id: recordId, kind })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'decision_id', 'noun', 'record_id']).doUpdateSet({ kind }))
    .execute();
  await w.log({ noun: 'decision', recordId: decisionId, summary: `led to ${noun}`, after: { kind, recordId } });
}
