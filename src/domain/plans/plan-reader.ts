import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { PlanRow } from '../../storage/schema/plans.ts';
import type { Plan, PlanObjective, PlanWithObjectives } from './plan.ts';
import type { PlanState } from './plan-transitions.ts';

export type PlanFilter = { readonly year?: number; readonly ownerBodyId?: Id<'body'>; readonly state?: PlanState };

/** The plans, the newest year first. */
export async function listPlans(r: Reader, filter: PlanFilter = {}): Promise<readonly Plan[]> {
  let query = r.db.selectFrom('plan').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  if (filter.ownerBodyId) query = query.where('owner_body_id', '=', filter.ownerBodyId);
  if (filter.state) query = query.where('state', '=', filter.state);
  const rows = await query.orderBy('year', 'desc').orderBy('title').execute();
  return rows.map(toPlan);
}

/** The plan of a body for a year: there is at most one. */
export async function findPlan(r: Reader, year: number, ownerBodyId: Id<'body'>): Promise<Plan | undefined> {
  return (await listPlans(r, { year, ownerBodyId }))[0];
}

/** A plan with its objectives in their order. */
export async function getPlan(r: Reader, id: Id<'plan'>): Promise<PlanWithObjectives> {
  const row = await getRow(r, 'plan', id);
  return { ...toPlan(row), objectives: await listObjectives(r, id) };
}

export async function listObjectives(r: Reader, planId: Id<'plan'>): Promise<readonly PlanObjective[]> {
  const rows = await r.db
    .selectFrom('plan_objective')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    position: row.position,
    perspective: row.perspective,
    number: row.number,
    objective: row.objective,
  }));
}

function toPlan(row: Selectable<PlanRow>): Plan {
  return {
    id: row.id,
    version: row.version,
    year: row.year,
    title: row.title,
    ownerBodyId: row.owner_body_id,
    state: row.state as PlanState,
    adoptedOn: row.adopted_on,
  };
}
