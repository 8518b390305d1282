import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AgreementClaim, AgreementParty, AgreementStep, AgreementVersion } from './agreement.ts';
import type { AgreementDecisionBasis, AgreementPartyKind, PartyOutcome } from './agreement-codes.ts';

/** The parties of some agreements with the decision of each: the region first, then the municipalities by name, then the others. */
export async function partiesOf(
  r: Reader,
  ids: readonly Id<'agreement'>[],
): Promise<ReadonlyMap<string, readonly AgreementParty[]>> {
  const rows = await r.db
    .selectFrom('agreement_party as party')
    .leftJoin('agreement_decision as decision', (join) =>
      join.onRef('decision.tenant_id', '=', 'party.tenant_id').onRef('decision.agreement_party_id', '=', 'party.id'),
    )
    .selectAll('party')
    .select([
      'decision.id as decided_id',
      'decision.version as decided_version',
      'decision.outcome',
      'decision.basis',
      'decision.decided_by',
      'decision.decided_on',
      'decision.diary_number',
      'decision.remarks',
      'decision.decision_id',
      'decision.document_id',
      'decision.agreement_claim_id',
    ])
    .where('party.tenant_id', '=', r.tenantId)
    .where((eb) => eb('party.agreement_id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('party.name')
    .execute();
  const order = (kind: string) => ['region', 'municipality'].indexOf(kind) + 1 || 3;
  const parties = rows.map((row) => ({
    agreementId: row.agreement_id,
    id: row.id,
    version: row.version,
    kind: row.kind as AgreementPartyKind,
    name: row.name,
    bodyId: row.body_id,
    members: row.members,
    decides: row.decides,
    signedOn: row.signed_on,
    decision:
      row.decided_id === null
        ? null
        : {
            id: row.decided_id,
            version: row.decided_version!,
            outcome: row.outcome as PartyOutcome,
            basis: row.basis as AgreementDecisionBasis,
            decidedBy: row.decided_by ?? '',
            decidedOn: row.decided_on,
            diaryNumber: row.diary_number,
            remarks: row.remarks ?? '',
            decisionId: row.decision_id,
            documentId: row.document_id,
            claimId: row.agreement_claim_id,
          },
  }));
  const sorted = parties.toSorted((a, b) => order(a.kind) - order(b.kind) || a.name.localeCompare(b.name, 'sv'));
  return Map.groupBy(sorted, ({ agreementId }) => agreementId);
}

/** What sources claim of some agreements. */
export async function claimsOf(
  r: Reader,
  ids: readonly Id<'agreement'>[],
): Promise<ReadonlyMap<string, readonly AgreementClaim[]>> {
  const rows = await r.db
    .selectFrom('agreement_claim')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('agreement_id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const claims = rows.map((row) => ({
    agreementId: row.agreement_id,
    id: row.id,
    version: row.version,
    principals: row.principals,
    words: row.words,
    settledOn: row.settled_on,
  }));
  return Map.groupBy(claims, ({ agreementId }) => agreementId);
}

/** The texts of an agreement, the first version first. */
export async function versionsOf(r: Reader, id: Id<'agreement'>): Promise<readonly AgreementVersion[]> {
  const rows = await r.db
    .selectFrom('agreement_version')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('agreement_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    number: row.number,
    label: row.label,
    text: row.agreement_text,
    documentId: row.document_id,
    madeOn: row.made_on,
    fixedOn: row.fixed_on,
  }));
}

/** The steps of the plan by which it is carried out, those due first first and those without a day last. */
export async function stepsOf(r: Reader, id: Id<'agreement'>): Promise<readonly AgreementStep[]> {
  const rows = await r.db
    .selectFrom('agreement_step')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('agreement_id', '=', id)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('what')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    what: row.what,
    responsible: row.responsible,
    partyId: row.agreement_party_id,
    dueOn: row.due_on,
    doneOn: row.done_on,
    note: row.note,
  }));
}
