import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { claimsOf, partiesOf } from './agreement-parts-reader.ts';
import { lockAgreement } from './agreement-writer.ts';
import { decideWhenAllHave } from './move-agreement.ts';
import { writeDecision } from './note-party-decision.ts';

/** Keeps what a source says of decisions that it does not show one by one. The same words again are the same claim. */
export async function recordAgreementClaim(
  w: Writer<'agreement.edit' | 'intake.confirm'>,
  input: {
    readonly agreementId: Id<'agreement'>;
    readonly words: string;
    readonly principals?: number | null;
  },
): Promise<Id<'agreementClaim'>> {
  const words = input.words.trim().replace(/\s+/gu, ' ');
  const { principals = null } = input;
  refuseProblems([
    ...(words ? [] : [{ path: 'words', key: 'validation.required' }]),
    ...(principals === null || (Number.isInteger(principals) && principals > 0)
      ? []
      : [{ path: 'principals', key: 'validation.number' }]),
  ]);
  const agreement = await lockAgreement(w, input.agreementId, 'noteDecision');
  const known = (await claimsOf(w, [agreement.id])).get(agreement.id)?.find((one) => one.words === words);
  if (known) return known.id;
  const id: Id<'agreementClaim'> = w.runtime.newId();
  const row = { agreement_id: agreement.id, words, principals };
  await w.db
    .insertInto('agreement_claim')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'agreement', recordId: agreement.id, summary: 'claim', after: row });
  return id;
}

export type SettleClaim = {
  readonly agreementId: Id<'agreement'>;
  readonly claimId: Id<'agreementClaim'>;
  readonly expectedVersion: number;
  /** The parties that the person reads the claim to mean, one by one. */
  readonly partyIds: readonly Id<'agreementParty'>[];
};

/**
 * Takes a claim for the decisions it speaks of, by a person and party by party: each then has a decision whose one source is the claim, without day
 * and number, and is shown so until somebody writes them. Whoever has decided already is left as it is.
 */
export async function settleClaim(w: Writer<'agreement.edit'>, input: SettleClaim): Promise<void> {
  const agreement = await lockAgreement(w, input.agreementId, 'noteDecision');
  const claim = (await claimsOf(w, [agreement.id])).get(agreement.id)?.find(({ id }) => id === input.claimId);
  if (!claim) throw new AppError('record.notFound');
  expectVersion(claim, input.expectedVersion, input);
  const parties = (await partiesOf(w, [agreement.id])).get(agreement.id) ?? [];
  const chosen = parties.filter(
    ({ id, decides, decision }) => input.partyIds.includes(id) && decides && decision === null,
  );
  const count = chosen.reduce((sum, { members }) => sum + members, 0);
  refuseProblems([
    ...(chosen.length === 0 ? [{ path: 'partyIds', key: 'agreements.chooseParties' }] : []),
    ...(claim.principals !== null && count > claim.principals
      ? [{ path: 'partyIds', key: 'agreements.moreThanClaimed', values: { chosen: count, told: claim.principals } }]
      : []),
  ]);
  for (const party of chosen)
    await writeDecision(
      w,
      agreement.id,
      party.id,
      {
        outcome: 'approved',
        basis: 'claimed',
        decided_by: '',
        decided_on: null,
        diary_number: null,
        remarks: '',
        agreement_claim_id: claim.id,
      },
      0,
    );
  await w.db
    .updateTable('agreement_claim')
    .set({ settled_on: w.runtime.today(), version: claim.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', claim.id)
    .execute();
  await w.log({
    noun: 'agreement',
    recordId: agreement.id,
    summary: 'claimSettled',
    before: claim,
    after: { parties: chosen.map(({ name }) => name) },
  });
  await decideWhenAllHave(w, agreement.id);
}
