import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getFormResponse } from '../forms/index.ts';
import { agreementProblems } from './assessment-rules.ts';
import { lockAssessment, lockForParty, type MayAssess, setAgreed, takeBackAgreement } from './assessment-writer.ts';
import { assessmentStateAfter, type SelfAssessment, type SelfAssessmentState } from './self-assessment.ts';
import { assessmentsOfSameUnits, type OwnReader } from './self-assessment-reader.ts';

/** Says for one unit that it agrees with the assessment as it stands. When all units have, the assessment is concluded. */
export async function agree(
  w: Writer<'selfassessment.answer'>,
  input: { readonly partyId: Id<'selfAssessmentParty'> },
): Promise<void> {
  const { assessment, party } = await lockForParty(w, input.partyId, 'agree');
  refuseProblems(await missingIn(w, assessment));
  await setAgreed(w, party, { by: w.auth.actorName, on: w.runtime.today() });
  if (assessment.parties.every((one) => one.id === party.id || one.agreed))
    await setState(w, assessment, assessmentStateAfter(assessment.state, 'conclude'));
}

/** Opens a concluded assessment again while the round is open: all units agree anew. */
export async function reopenSelfAssessment(
  w: Writer<'selfassessment.answer' | 'selfassessment.edit'>,
  input: { readonly assessmentId: Id<'selfAssessment'> },
): Promise<void> {
  const assessment = await lockAssessment(w, input.assessmentId, 'reopen');
  await takeBackAgreement(w, assessment);
  await setState(w, assessment, assessmentStateAfter(assessment.state, 'reopen'));
}

/** What is missing before the units of an assessment can agree; the page lists it before anybody presses. */
export async function missingIn(r: OwnReader, assessment: SelfAssessment) {
  const { formVersion, answers } = await getFormResponse(r, assessment.responseId);
  const earlier = (await assessmentsOfSameUnits(r, assessment)).filter(
    ({ round }) => round.year < assessment.round.year,
  );
  return agreementProblems({
    structure: formVersion.structure,
    answers,
    parties: assessment.parties,
    lastYear: earlier.flatMap(({ points }) => points),
  });
}

async function setState(w: MayAssess, assessment: SelfAssessment, state: SelfAssessmentState): Promise<void> {
  const after = { state, agreed_on: state === 'agreed' ? w.runtime.today() : null };
  await w.db
    .updateTable('self_assessment')
    .set({ ...after, version: assessment.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', assessment.id)
    .execute();
  await w.log({ noun: 'selfAssessment', recordId: assessment.id, before: { state: assessment.state }, after });
}
