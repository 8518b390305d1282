import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type DisclosureAction, type DisclosureState, disclosureStep } from './disclosure-transitions.ts';
import { listTriedDocuments } from './record-trial.ts';
import { dayProblems } from './register-disclosure.ts';

export type AnswerDisclosure = {
  readonly requestId: Id<'disclosureRequest'>;
  readonly expectedVersion: number;
  readonly action: DisclosureAction;
  readonly answeredOn: CivilDate;
  /** The provisions by which something is held back, "OSL 25 kap. 1 §". */
  readonly provisions?: string | null;
  /** The written decision with its reasons. */
  readonly decision?: string | null;
};

/**
 * Says what became of a request. What is held back, in whole or in part, cites its provisions (TF 2:20), and a refusal is a written decision. The
 * address of who asked is kept only while an appeal can follow.
 */
export async function answerDisclosure(w: Writer<'disclosure.handle'>, input: AnswerDisclosure): Promise<void> {
  const found = await lockRow(w, 'disclosure_request', input.requestId);
  requireBody(w.auth, found.body_id);
  const { to, needsProvisions, needsDecision } = disclosureStep(found.state as DisclosureState, input.action);
  expectVersion({ ...found, contact: null }, input.expectedVersion, input);
  const tried = await listTriedDocuments(w, found.id);
  // What was found document by document says which provisions stand in the way, when nothing else was written.
  const cited = [...new Set(tried.flatMap(({ provision }) => provision ?? []))].join(', ');
  const provisions = (needsProvisions && (input.provisions?.trim() || cited)) || null;
  const decision = (needsProvisions && input.decision?.trim()) || null;
  refuseProblems([
    ...dayProblems('answeredOn', input.answeredOn, found.received_on, w.runtime.today()),
    ...(needsProvisions && !provisions ? [{ path: 'provisions', key: 'disclosure.provisions' }] : []),
    ...(input.action === 'release' && tried.some(({ outcome }) => outcome !== 'open')
      ? [{ path: 'action', key: 'disclosure.heldBack' }]
      : []),
    ...(needsDecision && !decision ? [{ path: 'decision', key: 'disclosure.decision' }] : []),
  ]);
  const row = { state: to, answered_on: input.answeredOn, provisions, decision, answered_by: w.auth.actorName };
  await w.db
    .updateTable('disclosure_request')
    .set({ ...row, contact: needsProvisions ? found.contact : null, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'disclosureRequest', recordId: found.id, summary: input.action, after: row });
}
