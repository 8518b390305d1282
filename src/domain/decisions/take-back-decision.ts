import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { declaresImmediateAdjustment } from './decision.ts';
import { getDecision } from './decision-reader.ts';
import { requireDecisionAction } from './decision-transitions.ts';
import { lockDecision, writeClauses } from './decision-writer.ts';

export type TakeBackDecision = {
  readonly decisionId: Id<'decision'>;
  /** The clauses that the notice proposed, where others were decided; null for a decision that no notice proposed, which is then gone. */
  readonly proposed: readonly string[] | null;
};

/**
 * Makes a decision a proposal again, because its item was ended by a slip. What the body did decide is not changed so: the proceedings let it be done
 * only until the § is sent to be signed. A decision that a report was approved by stays.
 */
export async function takeBackDecision(
  w: Writer<'meeting.conduct'>,
  { decisionId, proposed }: TakeBackDecision,
): Promise<void> {
  await lockDecision(w, decisionId);
  const before = await getDecision(w, decisionId);
  requireBody(w.auth, before.body.id);
  requireDecisionAction(before.state, 'takeBack');
  await refuseInUse(w, decisionId);
  const clauses = proposed ?? before.clauses;
  const own = w.db.updateTable('decision').where('tenant_id', '=', w.tenantId).where('id', '=', decisionId);
  if (proposed === null)
    await w.db.deleteFrom('decision').where('tenant_id', '=', w.tenantId).where('id', '=', decisionId).execute();
  else {
    await own
      .set({
        state: 'proposed',
        decided_on: null,
        immediately_adjusted: clauses.some(declaresImmediateAdjustment),
        version: before.version + 1,
      })
      .execute();
    await writeClauses(w, decisionId, clauses);
  }
  await w.log({ noun: 'decision', recordId: decisionId, summary: 'takenBack', before, after: proposed && { clauses } });
}

/** The tables of later nouns are asked directly, because those build on this one. */
async function refuseInUse(w: Writer, decisionId: Id<'decision'>): Promise<void> {
  const report = await w.db
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('approved_by_decision_id', '=', decisionId)
    .executeTakeFirst();
  if (report) throw new AppError('proceedings.decisionInUse');
}
