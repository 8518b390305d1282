import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { PlanWithObjectives } from './plan.ts';
import { getPlan } from './plan-reader.ts';

/** Reads a plan for change: locked, so that two who change it come one after the other. */
export async function lockPlan(w: Writer, id: Id<'plan'>): Promise<PlanWithObjectives> {
  await getPlan(w, id);
  await w.db
    .selectFrom('plan')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return await getPlan(w, id);
}
