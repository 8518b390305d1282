import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { FoundOwed } from './owed.ts';

/** The principals that have not decided on an agreement that is out for decision, or that others have decided on while it was not. */
export async function owedAgreementDecisions(r: Reader): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('agreement_party as party')
    .innerJoin('agreement', (join) =>
      join.onRef('agreement.tenant_id', '=', 'party.tenant_id').onRef('agreement.id', '=', 'party.agreement_id'),
    )
    .leftJoin('agreement_decision as decision', (join) =>
      join.onRef('decision.tenant_id', '=', 'party.tenant_id').onRef('decision.agreement_party_id', '=', 'party.id'),
    )
    .select(['party.body_id', 'agreement.id', 'agreement.name', 'agreement.starts_on'])
    .where('party.tenant_id', '=', r.tenantId)
    .where('party.decides', '=', true)
    .where('party.body_id', 'is not', null)
    .where('agreement.state', '=', 'out')
    .where('decision.id', 'is', null)
    .execute();
  return rows.map(({ body_id, id, name, starts_on }) => ({
    kind: 'agreementDecision',
    principalId: body_id!,
    recordId: id,
    href: recordAddress('agreement', id) as `/${string}`,
    title: name,
    note: null,
    // An agreement cannot begin before all have decided: its first day is the last one to decide on.
    dueOn: starts_on,
  }));
}

/** The steps of implementation plans that a principal answers for and that are not done. */
export async function owedAgreementSteps(r: Reader): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('agreement_step as step')
    .innerJoin('agreement_party as party', (join) =>
      join.onRef('party.tenant_id', '=', 'step.tenant_id').onRef('party.id', '=', 'step.agreement_party_id'),
    )
    .innerJoin('agreement', (join) =>
      join.onRef('agreement.tenant_id', '=', 'step.tenant_id').onRef('agreement.id', '=', 'step.agreement_id'),
    )
    .select(['party.body_id', 'step.id', 'step.what', 'step.due_on', 'agreement.id as agreement_id', 'agreement.name'])
    .where('step.tenant_id', '=', r.tenantId)
    .where('step.done_on', 'is', null)
    .where('party.body_id', 'is not', null)
    .where('agreement.state', 'in', ['out', 'decided', 'noticeGiven', 'lapsed'])
    .execute();
  return rows.map(({ body_id, id, what, due_on, agreement_id, name }) => ({
    kind: 'agreementStep',
    principalId: body_id!,
    recordId: id,
    href: recordAddress('agreement', agreement_id) as `/${string}`,
    title: what,
    note: { sv: name, en: name },
    dueOn: due_on,
  }));
}
