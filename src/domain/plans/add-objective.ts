import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { isObjectiveNumber, type PlanWithObjectives } from './plan.ts';
import { planAfter } from './plan-transitions.ts';
import { lockPlan } from './plan-writer.ts';

export type AddObjective = {
  readonly planId: Id<'plan'>;
  readonly perspective: string;
  readonly number?: string | null;
  readonly objective: string;
};

/** Adds an objective to a plan that is still a draft: what was adopted is not added to. */
export async function addObjective(w: Writer<'plan.edit'>, input: AddObjective): Promise<Id<'planObjective'>> {
  const plan = await lockPlan(w, input.planId);
  requireBody(w.auth, plan.ownerBodyId);
  planAfter(plan.state, 'addObjective');
  return await insertObjective(w, plan, input);
}

/**
 * The objective that a confirmed import speaks of, by its number or its words; added when the register has none. Also in an adopted plan: it
 * is the document that was adopted, and the register only learns piece by piece what stands in it.
 */
export async function ensureObjective(
  w: Writer<'plan.edit' | 'intake.confirm'>,
  input: AddObjective,
): Promise<Id<'planObjective'>> {
  const plan = await lockPlan(w, input.planId);
  const words = input.objective.trim();
  const found = plan.objectives.find((one) => (input.number ? one.number === input.number : one.objective === words));
  return found?.id ?? (await insertObjective(w, plan, input));
}

async function insertObjective(w: Writer, plan: PlanWithObjectives, input: AddObjective): Promise<Id<'planObjective'>> {
  const problems: Problem[] = [];
  if (input.perspective.trim() === '') problems.push({ path: 'perspective', key: 'validation.required' });
  if (input.objective.trim() === '') problems.push({ path: 'objective', key: 'validation.required' });
  if (input.number && !isObjectiveNumber(input.number)) problems.push({ path: 'number', key: 'plan.objectiveNumber' });
  if (input.number && plan.objectives.some((one) => one.number === input.number))
    problems.push({ path: 'number', key: 'plan.objectiveNumberTaken', values: { number: input.number } });
  refuseProblems(problems);
  const id: Id<'planObjective'> = w.runtime.newId();
  const row = {
    position: Math.max(0, ...plan.objectives.map((one) => one.position)) + 1,
    perspective: input.perspective.trim(),
    number: input.number || null,
    objective: input.objective.trim(),
  };
  await w.db
    .insertInto('plan_objective')
    .values({ tenant_id: w.tenantId, id, plan_id: plan.id, ...row })
    .execute();
  await w.log({ noun: 'plan', recordId: plan.id, summary: 'objective added', after: { id, ...row } });
  return id;
}
