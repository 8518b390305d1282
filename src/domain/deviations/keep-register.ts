import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { deviationKinds } from './deviation.ts';
import { everyArea, type FunctionArea, isMailbox } from './deviation-function.ts';
import { refusePatientData } from './deviation-writer.ts';
import { type LeaveRule, leaveRules } from './leave-rule.ts';

/** Points a function out at a principal, for a kind of deviation or for all. */
export async function registerDeviationFunction(
  w: Writer<'deviation.handle'>,
  input: {
    readonly bodyId: Id<'body'>;
    readonly area: FunctionArea;
    readonly title: string;
    readonly mailbox: string;
  },
): Promise<Id<'deviationFunction'>> {
  requireBody(w.auth, input.bodyId);
  const [title, mailbox] = [input.title.trim(), input.mailbox.trim()];
  refuseProblems([
    ...(title ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(isMailbox(mailbox) ? [] : [{ path: 'mailbox', key: 'deviations.mailbox' }]),
    ...(input.area === everyArea || Object.hasOwn(deviationKinds, input.area)
      ? []
      : [{ path: 'area', key: 'validation.choose' }]),
  ]);
  await getBody(w, input.bodyId);
  await lockRow(w, 'body', input.bodyId);
  const known = await w.db
    .selectFrom('deviation_function')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', input.bodyId)
    .where('area', '=', input.area)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (known) throw new AppError('deviations.functionExists');
  const id: Id<'deviationFunction'> = w.runtime.newId();
  const row = { body_id: input.bodyId, area: input.area, title, mailbox, ended_on: null };
  await w.db
    .insertInto('deviation_function')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'deviationFunction', recordId: id, after: row });
  return id;
}

/** Ends the pointing out of a function; what it has answered stays. */
export async function endDeviationFunction(
  w: Writer<'deviation.handle'>,
  functionId: Id<'deviationFunction'>,
): Promise<void> {
  const before = await lockRow(w, 'deviation_function', functionId);
  requireBody(w.auth, before.body_id);
  if (before.ended_on !== null) return;
  const row = { ended_on: w.runtime.today() };
  await w.db
    .updateTable('deviation_function')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'deviationFunction', recordId: before.id, before: { ended_on: null }, after: row });
}

/** Says from which day who reports when somebody is on leave, and why (DEV-08). What was reported before keeps the rule it met. */
export async function setLeaveRule(
  w: Writer<'deviation.handle'>,
  input: { readonly rule: LeaveRule; readonly motive: string; readonly validFrom: CivilDate },
): Promise<Id<'deviationLeaveRule'>> {
  const motive = input.motive.trim();
  refuseProblems([
    ...(Object.hasOwn(leaveRules, input.rule) ? [] : [{ path: 'rule', key: 'validation.choose' }]),
    ...(motive ? [] : [{ path: 'motive', key: 'validation.required' }]),
    ...(isCivilDate(input.validFrom) ? [] : [{ path: 'validFrom', key: 'validation.date' }]),
  ]);
  await refusePatientData(w, { motive }, true);
  const known = await w.db
    .selectFrom('deviation_leave_rule')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('valid_from', '=', input.validFrom)
    .executeTakeFirst();
  if (known) refuseProblems([{ path: 'validFrom', key: 'deviations.ruleThatDay' }]);
  const id: Id<'deviationLeaveRule'> = w.runtime.newId();
  const row = { rule: input.rule, motive, valid_from: input.validFrom, set_by: w.auth.actorName };
  await w.db
    .insertInto('deviation_leave_rule')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'deviationLeaveRule', recordId: id, after: row });
  return id;
}

/** Enters a place where the form is tried before it is taken into use (DEV-10). */
export async function addPilotSite(
  w: Writer<'deviation.handle'>,
  input: {
    readonly bodyId: Id<'body'>;
    readonly site: string;
    readonly startsOn: CivilDate;
    readonly endsOn?: CivilDate | undefined;
    readonly note?: string | undefined;
  },
): Promise<Id<'deviationPilotSite'>> {
  requireBody(w.auth, input.bodyId);
  const [site, note] = [input.site.trim(), input.note?.trim() ?? ''];
  refuseProblems([
    ...(site ? [] : [{ path: 'site', key: 'validation.required' }]),
    ...(isCivilDate(input.startsOn) ? [] : [{ path: 'startsOn', key: 'validation.date' }]),
    ...(input.endsOn !== undefined && input.endsOn < input.startsOn
      ? [{ path: 'endsOn', key: 'deviations.endsBefore' }]
      : []),
  ]);
  await refusePatientData(w, { site, note }, true);
  await getBody(w, input.bodyId);
  const id: Id<'deviationPilotSite'> = w.runtime.newId();
  const row = { body_id: input.bodyId, site, starts_on: input.startsOn, ends_on: input.endsOn ?? null, note };
  await w.db
    .insertInto('deviation_pilot_site')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'deviationPilotSite', recordId: id, after: row });
  return id;
}
