import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { getDocument } from '../matters/index.ts';
import { type AgreementDecisionBasis, type PartyOutcome, partyOutcomes } from './agreement-codes.ts';
import { partiesOf } from './agreement-parts-reader.ts';
import { lockParty } from './keep-agreement-party.ts';
import { decideWhenAllHave } from './move-agreement.ts';

export type PartyDecisionFields = {
  readonly outcome: PartyOutcome;
  /** The body of the principal that decided: "kommunfullmäktige". */
  readonly decidedBy: string;
  readonly decidedOn: CivilDate | null;
  readonly diaryNumber?: string | null;
  readonly remarks?: string;
  /** The extract of minutes, where it is among the documents. */
  readonly documentId?: Id<'document'> | null;
};

export type NotePartyDecision = PartyDecisionFields & {
  readonly agreementId: Id<'agreement'>;
  readonly partyId: Id<'agreementParty'>;
  /** 0 where nothing is on record yet. */
  readonly expectedVersion: number;
  readonly basis?: Exclude<AgreementDecisionBasis, 'claimed'>;
  readonly decisionId?: Id<'decision'> | null;
};

/**
 * Writes what a principal decided on the agreement: outcome, body, day and diary number (K-03). When it was the last one that said yes, the agreement is
 * decided. What was known from a claim alone becomes a decision of its own when its day and number are written.
 */
export async function notePartyDecision(
  w: Writer<'agreement.edit' | 'decision.record' | 'release.receive'>,
  input: NotePartyDecision,
): Promise<{ readonly allHaveDecided: boolean }> {
  const { agreement, before } = await lockParty(w, input.agreementId, input.partyId);
  const { decision } = before;
  expectVersion({ ...decision, version: decision?.version ?? 0 }, input.expectedVersion, input);
  refuseProblems(partyDecisionProblems(input, w.runtime.today()));
  if (!before.decides) throw new AppError('agreement.partyOnlySigns', { party: before.name });
  if (agreement.state === 'decided' && input.outcome === 'declined') throw new AppError('agreement.alreadyDecided');
  if (input.documentId) await getDocument(w, input.documentId);
  const row = {
    outcome: input.outcome,
    basis: input.basis ?? 'recorded',
    decided_by: input.decidedBy.trim(),
    decided_on: input.decidedOn,
    diary_number: input.diaryNumber?.trim() || null,
    remarks: input.remarks?.trim() ?? '',
    decision_id: input.decisionId ?? decision?.decisionId ?? null,
    document_id: input.documentId ?? null,
  };
  await writeDecision(w, agreement.id, before.id, row, input.expectedVersion);
  await w.log({
    noun: 'agreement',
    recordId: agreement.id,
    summary: 'decision',
    before: decision,
    after: { party: before.name, ...row },
  });
  return { allHaveDecided: await decideWhenAllHave(w, agreement.id) };
}

/**
 * Writes what a meeting here decided for a party: the decision is its own evidence, and what was known before from a claim gives way to it. Answers with
 * the agreement that it was about.
 */
export async function notePartyDecisionOf(
  w: Writer<'decision.record'>,
  input: PartyDecisionFields & { readonly partyId: Id<'agreementParty'>; readonly decisionId: Id<'decision'> },
): Promise<Id<'agreement'>> {
  const { agreement_id: agreementId } = await getRow(w, 'agreement_party', input.partyId);
  const party = (await partiesOf(w, [agreementId])).get(agreementId)?.find(({ id }) => id === input.partyId);
  await notePartyDecision(w, {
    ...input,
    agreementId,
    expectedVersion: party?.decision?.version ?? 0,
    basis: 'meeting',
  });
  return agreementId;
}

/** Takes back a decision that was noted by a slip, while the agreement still waits for others. */
export async function takeBackPartyDecision(
  w: Writer<'agreement.edit'>,
  input: {
    readonly agreementId: Id<'agreement'>;
    readonly partyId: Id<'agreementParty'>;
    readonly expectedVersion: number;
  },
): Promise<void> {
  const { agreement, before } = await lockParty(w, input.agreementId, input.partyId);
  expectVersion({ ...before.decision, version: before.decision?.version ?? 0 }, input.expectedVersion, input);
  if (!before.decision) throw new AppError('record.notFound');
  if (agreement.state === 'decided' && before.decision.basis !== 'claimed')
    throw new AppError('agreement.alreadyDecided');
  await w.db
    .deleteFrom('agreement_decision')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.decision.id)
    .execute();
  await w.log({ noun: 'agreement', recordId: agreement.id, summary: 'decision', before: before.decision });
}

/** What must be corrected in a decision: what came of it, who decided, and a day that has been. */
export function partyDecisionProblems(input: PartyDecisionFields, today: CivilDate): readonly Problem[] {
  const { decidedOn } = input;
  return [
    ...(input.outcome in partyOutcomes ? [] : [{ path: 'outcome', key: 'validation.choose' }]),
    ...(input.decidedBy.trim() ? [] : [{ path: 'decidedBy', key: 'agreements.whichBody' }]),
    ...(decidedOn === null || !isCivilDate(decidedOn) ? [{ path: 'decidedOn', key: 'validation.date' }] : []),
    ...(decidedOn !== null && isCivilDate(decidedOn) && decidedOn > today
      ? [{ path: 'decidedOn', key: 'agreements.decidedAhead' }]
      : []),
    ...(input.outcome === 'withReservation' && !input.remarks?.trim()
      ? [{ path: 'remarks', key: 'agreements.whichReservation' }]
      : []),
  ];
}

type DecisionColumns = {
  readonly outcome: string;
  readonly basis: string;
  readonly decided_by: string;
  readonly decided_on: CivilDate | null;
  readonly diary_number: string | null;
  readonly remarks: string;
  readonly decision_id?: string | null;
  readonly document_id?: string | null;
  readonly agreement_claim_id?: string | null;
};

/** Writes the decision of a party: a first one, or instead of what was known before. */
export async function writeDecision(
  w: Writer,
  agreementId: string,
  partyId: string,
  row: DecisionColumns,
  version: number,
): Promise<void> {
  await w.db
    .insertInto('agreement_decision')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      agreement_id: agreementId,
      agreement_party_id: partyId,
      ...row,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'agreement_party_id']).doUpdateSet({ ...row, version: version + 1 }),
    )
    .execute();
}
