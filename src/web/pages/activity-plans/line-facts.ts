import * as z from 'zod';
import { type Assignment, listAssignments, listAssignmentsById } from '../../../domain/assignments/index.ts';
import { listGoals } from '../../../domain/goals/index.ts';
import { planLinksOf } from '../../../domain/meetings/index.ts';
import { type ActivityPlan, getActivityPlan } from '../../../domain/plans/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader } from '../../contracts.ts';
import { idempotencyField, idField, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import type { HandlerContext } from '../../route.ts';
import { readActivityPlan, requireOwnPlan } from './activity-plan-facts.ts';
import { activityPlanPage } from './activity-plan-page.ts';
import type { pointForm } from './line-forms.ts';
import { planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';

export const anId = '00000000-0000-4000-8000-000000000000';
export const path = `${planListPath}/:id` as const;
export const byPlan = z.object({ id: idField() });
export const byLine = z.object({ id: idField(), rad: idField() });
export const sample = { params: { id: anId, rad: anId } };
export const versioned = { version: versionField, idempotencyKey: idempotencyField };
export const key = { idempotencyKey: 'exempel' };

export type Asking = Pick<HandlerContext<'plan.edit'>, 'services' | 'auth' | 'actor'>;
export type Line = { readonly id: string; readonly rad: string };

export function saved(ctx: HandlerContext<'plan.edit'>, planId: string, text = texts[ctx.language].saved) {
  return redirect(recordAddress('activityPlan', planId), { flash: { tone: 'success', text } });
}

export async function planPage(ctx: HandlerContext<'plan.edit'>, id: string) {
  const today = ctx.services.runtime.today();
  return activityPlanPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readActivityPlan(r, id, today)));
}

export async function readLine(ctx: Asking, id: string) {
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const plan = await getActivityPlan(r, id);
    requireOwnPlan(ctx.actor, plan);
    const links = await planLinksOf(r, plan);
    return { plan, links, assignments: await assignmentsFor(r, plan, [...links.assignments.values()].flat()) };
  });
}

export async function readArea(ctx: Asking, { id, rad }: Line) {
  const facts = await readLine(ctx, id);
  const area = facts.plan.focusAreas.find((one) => one.id === rad);
  if (!area) throw new AppError('record.notFound');
  return { ...facts, area, linked: facts.links.assignments.get(rad) ?? [] };
}

export async function readPoint(ctx: Asking, { id, rad }: Line) {
  const facts = await readLine(ctx, id);
  const point = facts.plan.points.find((one) => one.id === rad);
  if (!point) throw new AppError('record.notFound');
  return { ...facts, point };
}

export async function readItem(ctx: Asking, { id, rad }: Line) {
  const facts = await readLine(ctx, id);
  const slot = facts.plan.activities.find(({ items }) => items.some((one) => one.id === rad));
  const item = slot?.items.find((one) => one.id === rad);
  if (!slot || !item) throw new AppError('record.notFound');
  const values = {
    text: item.text,
    proposer: item.proposer ?? '',
    goalId: item.goal?.id ?? '',
    focusAreaId: item.focusAreaId ?? '',
    assignmentIds: facts.links.assignments.get(rad) ?? [],
  };
  const goals = await ctx.services.db.read(ctx.auth, (r) => listGoals(r));
  return { ...facts, item, dayId: slot.dayId, values, goals };
}

/** The assignments of the year that the body has a part in, and those that the plan names already. */
export async function assignmentsFor(
  r: Reader,
  plan: ActivityPlan,
  named: readonly string[],
): Promise<readonly Assignment[]> {
  const ofYear = await listAssignments(r, { bodyId: plan.body.id, year: plan.year, pageSize: 200 });
  const known = new Set(ofYear.rows.map(({ id }) => id as string));
  return [
    ...ofYear.rows,
    ...(await listAssignmentsById(
      r,
      named.filter((id) => !known.has(id)),
    )),
  ];
}

export function pointFields({
  kind,
  text,
  giver,
  origin,
}: Omit<z.infer<typeof pointForm>, 'idempotencyKey' | 'details'>) {
  return { kind, text, giver: giver ?? null, origin: kind === 'proposal' ? (origin ?? null) : null };
}
