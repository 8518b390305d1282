import { createHash } from 'node:crypto';
import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import type { PrintedPlan } from './activity-plan-document.ts';
import { getActivityPlan } from './activity-plan-reader.ts';
import { type ActivityPlanVersion, type PlanContent, planContentOf, standingOf } from './activity-plan-version.ts';
import { lockActivityPlan } from './activity-plan-writer.ts';

export type KeepActivityPlanVersion = {
  readonly activityPlanId: Id<'activityPlan'>;
  /** The version seen last, 0 for a draft: two who keep one at once make one. */
  readonly expectedNumber: number;
  readonly datedOn: CivilDate;
  readonly note?: string | null;
};

/** Keeps the plan as it stands as a numbered version with its date ("uppd 2020-10-23" of seed 001). What is kept never changes. */
export async function keepActivityPlanVersion(w: Writer<'plan.edit'>, input: KeepActivityPlanVersion): Promise<number> {
  const plan = await lockActivityPlan(w, input.activityPlanId);
  const [last] = await listActivityPlanVersions(w, plan.id);
  const content = planContentOf(plan);
  refuseProblems([
    ...(isCivilDate(input.datedOn) ? [] : [{ path: 'datedOn', key: 'validation.date' }]),
    ...((last?.number ?? 0) === input.expectedNumber ? [] : [{ path: 'datedOn', key: 'activityPlan.keptMeanwhile' }]),
    ...(standingOf(content, last?.content ?? null) === 'current'
      ? [{ path: 'datedOn', key: 'activityPlan.unchanged' }]
      : []),
  ]);
  const number = input.expectedNumber + 1;
  const row = {
    activity_plan_id: plan.id,
    number,
    dated_on: input.datedOn,
    note: input.note?.trim() || null,
    content_hash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    frozen_at: w.runtime.now(),
    frozen_by: w.auth.actorName,
  };
  await w.db
    .insertInto('activity_plan_version')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...row, content: JSON.stringify(content) })
    .execute();
  await w.db
    .updateTable('activity_plan')
    .set({ dated_on: input.datedOn, version: plan.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', plan.id)
    .execute();
  await w.log({ noun: 'activityPlan', recordId: plan.id, summary: `version ${number}`, after: row });
  return number;
}

/** The versions that were kept of a plan, the latest first. */
export async function listActivityPlanVersions(
  r: Reader,
  id: Id<'activityPlan'>,
): Promise<readonly ActivityPlanVersion[]> {
  const rows = await r.db
    .selectFrom('activity_plan_version')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    datedOn: row.dated_on,
    note: row.note,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    contentHash: row.content_hash,
    content: row.content as PlanContent,
  }));
}

/** A plan as it is printed: one of its versions, or as it stands now when no number is told. Throws `record.notFound`. */
export async function getPrintedPlan(r: Reader, id: Id<'activityPlan'>, number?: number): Promise<PrintedPlan> {
  const plan = await getActivityPlan(r, id);
  const versions = await listActivityPlanVersions(r, id);
  const { name: authority } = await r.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  const now = planContentOf(plan);
  const wanted =
    number === undefined
      ? versions.find(({ content }) => standingOf(now, content) === 'current')
      : versions.find((one) => one.number === number);
  if (number !== undefined && !wanted) throw new AppError('record.notFound');
  return wanted
    ? { authority, content: wanted.content, number: wanted.number, datedOn: wanted.datedOn }
    : { authority, content: now, number: null, datedOn: plan.datedOn };
}
