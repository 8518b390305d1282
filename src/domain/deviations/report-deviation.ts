import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { type DeviationFields, deviationFormVersion, deviationProblems } from './deviation-rules.ts';
import type { DeviationState } from './deviation-transitions.ts';
import { addStep, knownNames } from './deviation-writer.ts';
import { leaveRuleOn } from './leave-rule.ts';
import { listLeaveRules } from './register-reader.ts';

/**
 * Reports a deviation. What concerns one person is noted as handled in the own system of the authority, without words; the rest waits to be received by
 * the principal that it concerns.
 */
export async function reportDeviation(w: Writer<'deviation.report'>, input: DeviationFields): Promise<Id<'deviation'>> {
  requireBody(w.auth, input.fromBodyId);
  const today = w.runtime.today();
  refuseProblems(deviationProblems(input, { today, known: await knownNames(w) }));
  // The body that reports is locked, so that two reports at once do not get one number.
  await lockRow(w, 'body', input.fromBodyId);
  if (input.toBodyId) await getBody(w, input.toBodyId);
  const year = Number(today.slice(0, 4));
  const { last } = await w.db
    .selectFrom('deviation')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('from_body_id', '=', input.fromBodyId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  const id: Id<'deviation'> = w.runtime.newId();
  const state: DeviationState = input.level === 'individual' ? 'sentElsewhere' : 'reported';
  const row = {
    year,
    number: (last ?? 0) + 1,
    form_version: deviationFormVersion,
    from_body_id: input.fromBodyId,
    to_body_id: input.relation === 'externalParty' ? null : (input.toBodyId ?? null),
    external_party: input.relation === 'externalParty' ? (input.externalParty?.trim() ?? '') : '',
    reporter_function: input.reporterFunction.trim(),
    unit: input.unit?.trim() ?? '',
    relation: input.relation,
    level: input.level,
    kind: input.kind,
    chain_step: input.chainStep,
    on_leave: input.onLeave,
    leave_rule: input.onLeave === 'yes' ? leaveRuleOn(await listLeaveRules(w), input.startsOn) : null,
    starts_on: input.startsOn,
    ends_on: input.endsOn ?? null,
    description: input.description?.trim() ?? '',
    own_system: input.ownSystem?.trim() ?? '',
    reported_on: today,
    acknowledged: input.acknowledged ?? false,
    improvement_work_id: null,
    state,
  };
  await w.db
    .insertInto('deviation')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await addStep(w, id, { action: 'report', state, note: '' });
  await w.log({ noun: 'deviation', recordId: id, after: row });
  return id;
}
