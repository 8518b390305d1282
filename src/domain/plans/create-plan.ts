import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { findBody } from '../organisation/index.ts';
import { planProblems } from './plan.ts';
import { findPlan } from './plan-reader.ts';

export type CreatePlan = { readonly year: number; readonly title: string; readonly ownerBodyId: Id<'body'> };

/** Begins the plan of a year as a draft. A body has one plan a year. */
export async function createPlan(w: Writer<'plan.edit'>, input: CreatePlan): Promise<Id<'plan'>> {
  requireBody(w.auth, input.ownerBodyId);
  return await insertPlan(w, input);
}

/** The plan that a confirmed import speaks of; begun as a draft when the register has none. Who confirms may not own the plan that the document names. */
export async function ensurePlan(w: Writer<'plan.edit' | 'intake.confirm'>, input: CreatePlan): Promise<Id<'plan'>> {
  return (await findPlan(w, input.year, input.ownerBodyId))?.id ?? (await insertPlan(w, input));
}

async function insertPlan(w: Writer, input: CreatePlan): Promise<Id<'plan'>> {
  const problems: Problem[] = [...planProblems(input)];
  if (!(await findBody(w, input.ownerBodyId))) problems.push({ path: 'ownerBodyId', key: 'validation.id' });
  else if (await findPlan(w, input.year, input.ownerBodyId))
    problems.push({ path: 'year', key: 'plan.exists', values: { year: input.year } });
  refuseProblems(problems);
  const id: Id<'plan'> = w.runtime.newId();
  const row = { year: input.year, title: input.title.trim(), owner_body_id: input.ownerBodyId, state: 'draft' };
  await w.db
    .insertInto('plan')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'plan', recordId: id, summary: 'begun', after: row });
  return id;
}
