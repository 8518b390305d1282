import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { planProblems } from './plan.ts';
import { planAfter } from './plan-transitions.ts';
import { lockPlan } from './plan-writer.ts';

export type ChangePlan = { readonly planId: Id<'plan'>; readonly expectedVersion: number; readonly title: string };

/** Changes the title of a draft plan. */
export async function changePlan(w: Writer<'plan.edit'>, input: ChangePlan): Promise<void> {
  const before = expectVersion(await lockPlan(w, input.planId), input.expectedVersion, input);
  requireBody(w.auth, before.ownerBodyId);
  planAfter(before.state, 'change');
  const problems = planProblems({ year: before.year, title: input.title });
  refuseProblems(problems);
  await save(w, before, { title: input.title.trim() });
}

export type AdoptPlan = {
  readonly planId: Id<'plan'>;
  readonly expectedVersion: number;
  readonly adoptedOn: CivilDate;
};

/** Records that the owner adopted its plan. Goals and direction may not be delegated (KL 6:38), so the owner must be a body that decides by itself. */
export async function adoptPlan(w: Writer<'plan.edit'>, input: AdoptPlan): Promise<void> {
  const before = expectVersion(await lockPlan(w, input.planId), input.expectedVersion, input);
  requireBody(w.auth, before.ownerBodyId);
  const state = planAfter(before.state, 'adopt');
  const rules = await bodyRulesOn(w, before.ownerBodyId, input.adoptedOn);
  if (rules.mayDecide !== 'yes')
    throw new AppError('record.invalid', {}, [{ path: 'ownerBodyId', key: 'plan.ownerMayNotDecide' }]);
  await save(w, before, { state, adopted_on: input.adoptedOn });
}

async function save(
  w: Writer,
  before: { readonly id: Id<'plan'>; readonly version: number },
  after: { readonly title?: string; readonly state?: string; readonly adopted_on?: CivilDate },
): Promise<void> {
  await w.db
    .updateTable('plan')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'plan', recordId: before.id, before, after });
}
