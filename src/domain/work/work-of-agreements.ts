import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { type Agreement, agreementPhase, alarmOf, endOfTerm, listAgreements } from '../agreements/index.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** A step of a plan stands on Today from so many days before it is due. */
const stepAhead = 14;

/** Agreements that run out or ran out unseen, those that wait for the decisions of principals, and steps of their plans that are due. */
export const workOfAgreements: WorkSource = async (scope) =>
  mayAnywhere(scope, 'agreement.edit') ? [...(await scope.once(agreements)), ...(await scope.once(steps))] : [];

async function agreements(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  return (await listAgreements(r)).flatMap((agreement): readonly WorkFinding[] => {
    const common = {
      recordId: agreement.id,
      href: recordAddress('agreement', agreement.id) as `/${string}`,
      title: agreement.name,
      body: agreement.body,
    };
    const { asked, approved, declined } = agreement.ratification;
    if (agreement.state === 'out')
      return [{ ...common, kind: 'gatherDecisions', count: asked - approved - declined, dueOn: null }];
    const dueOn = standBy(agreement, today);
    return dueOn === undefined ? [] : [{ ...common, kind: 'renewAgreement', dueOn }];
  });
}

/** The day by which somebody must say what is to become of it: the day that its alarm rings for, or the last day of a term that ran out. */
function standBy(agreement: Agreement, today: CivilDate): CivilDate | undefined {
  const alarm = alarmOf(agreement, today);
  if (alarm) return alarm.on;
  return agreementPhase(agreement, today) === 'ranOut' ? (endOfTerm(agreement, today) ?? undefined) : undefined;
}

async function steps(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('agreement_step as step')
    .innerJoin('agreement', (join) =>
      join.onRef('agreement.tenant_id', '=', 'step.tenant_id').onRef('agreement.id', '=', 'step.agreement_id'),
    )
    .leftJoin('agreement_party as party', (join) =>
      join.onRef('party.tenant_id', '=', 'step.tenant_id').onRef('party.id', '=', 'step.agreement_party_id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'agreement.tenant_id').onRef('body.id', '=', 'agreement.body_id'),
    )
    .select(['agreement.id', 'agreement.name', 'step.id as step_id', 'step.what', 'step.due_on'])
    .select(['party.name as party', 'body.id as body_id', 'body.name as body_name'])
    .where('step.tenant_id', '=', r.tenantId)
    .where('step.done_on', 'is', null)
    .where('step.due_on', '<=', addDays(today, stepAhead))
    .orderBy('step.due_on')
    .execute();
  return rows.map((row) => ({
    kind: 'takeAgreementStep' as const,
    recordId: row.id,
    step: row.step_id,
    href: `${recordAddress('agreement', row.id)}/steg/${row.step_id}` as `/${string}`,
    title: [row.what, row.party, row.name].filter(Boolean).join(', '),
    body: row.body_id && row.body_name ? { id: row.body_id, name: row.body_name } : null,
    dueOn: row.due_on,
  }));
}
