import type { Writer } from '../../storage/database.ts';
import type { AnswerHandler } from '../releases/index.ts';
import type { PartyOutcome } from './agreement-codes.ts';
import { partiesOf } from './agreement-parts-reader.ts';
import { type AgreementState, mayAgreement } from './agreement-transitions.ts';
import { notePartyDecision, partyDecisionProblems } from './note-party-decision.ts';

/** What the answer of a principal means here: a remark is a yes with a reservation. */
const outcomes = {
  approved: 'approved',
  approvedWithRemark: 'withReservation',
  rejected: 'declined',
} as const satisfies Readonly<Record<string, PartyOutcome>>;

/**
 * Takes in what a principal answered when it was asked to decide on an agreement: it becomes the decision of the party that the principal is. An answer
 * that is no decision here (no such party, an agreement that is over) stays with its release, where whoever asked reads it.
 */
export const takeAgreementDecision: AnswerHandler<'decideAgreement'> = async (
  w,
  { release, answer, from, answeredBy },
) => {
  if (release.noun !== 'agreement' || !Object.hasOwn(outcomes, answer.outcome)) return;
  const party = await decidingParty(w, release.recordId, from.bodyId);
  if (!party) return;
  const remark = answer.remark?.trim() ?? '';
  const outcome = outcomes[answer.outcome as keyof typeof outcomes];
  const decision = {
    outcome,
    decidedBy: answer.body,
    decidedOn: answer.decidedOn,
    diaryNumber: [answer.registrationNumber, answer.section].filter(Boolean).join(', ') || null,
    remarks: remark || (outcome === 'withReservation' ? `Anmärkning lämnad av ${answeredBy}.` : ''),
  };
  const over = party.state === 'decided' && outcome === 'declined';
  if (over || partyDecisionProblems(decision, w.runtime.today()).length > 0) return;
  await notePartyDecision(w, {
    agreementId: release.recordId,
    partyId: party.id,
    expectedVersion: party.decision?.version ?? 0,
    basis: 'answered',
    ...decision,
  });
};

/** The party of an agreement that a principal is, where the agreement can still take its decision. */
async function decidingParty(w: Writer, agreementId: string, bodyId: string) {
  const agreement = await w.db
    .selectFrom('agreement')
    .select(['id', 'state'])
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', agreementId)
    .executeTakeFirst();
  const state = agreement?.state as AgreementState | undefined;
  if (!agreement || !state || !mayAgreement(state, 'noteDecision')) return undefined;
  const party = (await partiesOf(w, [agreement.id]))
    .get(agreement.id)
    ?.find((one) => one.bodyId === bodyId && one.decides);
  return party && { ...party, state };
}
