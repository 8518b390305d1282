import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import {
  type AssessmentRoundAction,
  type AssessmentRoundState,
  mayRound,
  roundStateAfter,
} from './assessment-round.ts';
import { type AssessmentParty, mayAssess, type SelfAssessment, type SelfAssessmentAction } from './self-assessment.ts';
import { getSelfAssessment } from './self-assessment-reader.ts';

export type MayAssess = Writer<'selfassessment.answer' | 'selfassessment.edit'>;

/** Reads a round for change: only who leads it, and only what its state allows. */
export async function lockRound(
  w: Writer<'selfassessment.edit'>,
  id: Id<'assessmentRound'>,
  action: AssessmentRoundAction,
) {
  const row = await lockRow(w, 'assessment_round', id);
  requireBody(w.auth, row.body_id);
  return { ...row, nextState: roundStateAfter(row.state as AssessmentRoundState, action) };
}

/**
 * Reads an assessment for change: one that the actor may see at all (`record.notFound` otherwise), in a state in which the action can be done. It is
 * locked, so that two units that agree at once both see what the other did.
 */
export async function lockAssessment(
  w: MayAssess,
  id: Id<'selfAssessment'>,
  action: SelfAssessmentAction,
): Promise<SelfAssessment> {
  await lockRow(w, 'self_assessment', id);
  const assessment = await getSelfAssessment(w, id);
  if (action !== 'plan' && !mayRound(assessment.round.state, 'close'))
    throw new AppError('selfassessments.roundNotOpen');
  if (!mayAssess(assessment, action)) throw new AppError('selfassessments.agreedAlready');
  return assessment;
}

/** The assessment of a unit that takes part, read for change by somebody who may speak for that unit. */
export async function lockForParty(
  w: Writer<'selfassessment.answer'>,
  partyId: Id<'selfAssessmentParty'>,
  action: SelfAssessmentAction,
): Promise<{ readonly assessment: SelfAssessment; readonly party: AssessmentParty }> {
  const { self_assessment_id: id } = await getRow(w, 'self_assessment_party', partyId);
  const assessment = await lockAssessment(w, id, action);
  const party = assessment.parties.find((one) => one.id === partyId);
  if (!party) throw new AppError('record.notFound');
  requireBody(w.auth, party.body.id);
  return { assessment, party };
}

/** Takes back that units agreed: they agreed to what stood there, and now something else does. */
export async function takeBackAgreement(w: MayAssess, assessment: SelfAssessment): Promise<void> {
  for (const party of assessment.parties.filter(({ agreed }) => agreed !== null)) await setAgreed(w, party, null);
}

/** Writes whether a unit agrees. */
export async function setAgreed(
  w: MayAssess,
  party: AssessmentParty,
  agreed: AssessmentParty['agreed'],
): Promise<void> {
  await w.db
    .updateTable('self_assessment_party')
    .set((eb) => ({
      agreed_by: agreed?.by ?? null,
      agreed_on: agreed?.on ?? null,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', party.id)
    .execute();
  await w.log({
    noun: 'selfAssessmentParty',
    recordId: party.id,
    summary: agreed ? 'agrees' : 'agreement taken back',
    before: { agreed: party.agreed },
    after: { agreed },
  });
}
