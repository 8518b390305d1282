import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import type { PlanPoint, PlanPointKind, ProposalOrigin } from './activity-plan.ts';
import { listActivityPlans } from './activity-plan-reader.ts';
import { lockActivityPlan } from './activity-plan-writer.ts';
import { ensureActivityPlan } from './add-to-activity-plan.ts';

export type CreateActivityPlan = { readonly bodyId: Id<'body'>; readonly year: number; readonly title: string };

/** Begins the activity plan of a body for a year in which it has none. */
export async function createActivityPlan(
  w: Writer<'plan.edit'>,
  input: CreateActivityPlan,
): Promise<Id<'activityPlan'>> {
  requireBody(w.auth, (await getBody(w, input.bodyId)).id);
  const [taken] = await listActivityPlans(w, { bodyId: input.bodyId, year: input.year });
  refuseProblems([
    ...(taken ? [{ path: 'year', key: 'activityPlan.exists', values: { year: input.year } }] : []),
    ...(input.year >= 1900 && input.year <= 2200 ? [] : [{ path: 'year', key: 'validation.number' }]),
  ]);
  return (await ensureActivityPlan(w, input)).id;
}

/** Changes the words of a focus area; the changed one no longer counts as copied. */
export async function changeFocusArea(
  w: Writer<'plan.edit'>,
  input: { readonly focusAreaId: Id<'focusArea'>; readonly expectedVersion: number; readonly text: string },
): Promise<void> {
  const row = await lockRow(w, 'focus_area', input.focusAreaId);
  const plan = await lockActivityPlan(w, row.activity_plan_id);
  expectVersion(plan.focusAreas.find(({ id }) => id === row.id)!, input.expectedVersion, input);
  refuseProblems(input.text.trim() ? [] : [{ path: 'text', key: 'validation.required' }]);
  const after = { area: input.text.trim(), copied_from_year: null };
  await w.db
    .updateTable('focus_area')
    .set({ ...after, version: row.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', row.id)
    .execute();
  await w.log({ noun: 'focusArea', recordId: row.id, before: row, after });
}

export type ChangePlanPoint = {
  readonly pointId: Id<'planPoint'>;
  readonly expectedVersion: number;
  readonly kind: PlanPointKind;
  readonly text: string;
  readonly details?: readonly string[];
  readonly giver?: string | null;
  readonly origin?: ProposalOrigin | null;
};

/** Changes a further point of the plan; the changed one no longer counts as copied. */
export async function changePlanPoint(w: Writer<'plan.edit'>, input: ChangePlanPoint): Promise<void> {
  const point = await lockPoint(w, input.pointId);
  expectVersion(point, input.expectedVersion, input);
  refuseProblems(input.text.trim() ? [] : [{ path: 'text', key: 'validation.required' }]);
  const after = {
    kind: input.kind,
    point: input.text.trim(),
    details: JSON.stringify((input.details ?? []).map((one) => one.trim()).filter(Boolean)),
    giver: input.giver?.trim() || null,
    origin: input.kind === 'proposal' ? (input.origin ?? null) : null,
    copied_from_year: null,
  };
  await w.db
    .updateTable('plan_point')
    .set({ ...after, version: point.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', point.id)
    .execute();
  await w.log({ noun: 'planPoint', recordId: point.id, before: point, after });
}

/** Takes a focus area or a further point out of the plan. Versions that were kept still show it. */
export async function removePlanLine(
  w: Writer<'plan.edit'>,
  input: {
    readonly noun: 'focusArea' | 'planPoint';
    readonly recordId: string;
    readonly expectedVersion: number;
  },
): Promise<void> {
  const table = input.noun === 'focusArea' ? 'focus_area' : 'plan_point';
  const row = await lockRow(w, table, input.recordId);
  await lockActivityPlan(w, row.activity_plan_id);
  expectVersion(row, input.expectedVersion);
  await w.db.deleteFrom(table).where('tenant_id', '=', w.tenantId).where('id', '=', row.id).execute();
  await w.log({ noun: input.noun, recordId: row.id, before: row, after: null });
}

/** A point read for change. */
export async function lockPoint(
  w: Writer<'plan.edit'>,
  id: Id<'planPoint'>,
): Promise<PlanPoint & { readonly activityPlanId: Id<'activityPlan'> }> {
  const row = await lockRow(w, 'plan_point', id);
  const plan = await lockActivityPlan(w, row.activity_plan_id);
  return { ...plan.points.find((one) => one.id === id)!, activityPlanId: plan.id };
}
