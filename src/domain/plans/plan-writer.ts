import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import type { PlanWithObjectives } from './plan.ts';
import { getPlan } from './plan-reader.ts';

/** Reads a plan for change: locked, so that two who change it come one after the other. */
export async function lockPlan(w: Writer, id: Id<'plan'>): Promise<PlanWithObjectives> {
  await lockRow(w, 'plan', id);
  return await getPlan(w, id);
}
