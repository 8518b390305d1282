import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type CreatePlan, createPlan } from '../../src/domain/plans/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

/** Begins a plan through the verb: of 2023 and a new committee unless told. */
export async function buildPlan(
  where: Pick<TestDatabase, 'db' | 'tenantId'>,
  input: Partial<CreatePlan> = {},
): Promise<Id<'plan'>> {
  const ownerBodyId = input.ownerBodyId ?? (await buildBody(where));
  const auth = authorize(operatorOf(where.tenantId), 'plan.edit');
  return await where.db.transact(auth, { verb: 'createPlan' }, (w) =>
    createPlan(w, { year: 2023, title: 'Verksamhetsplan med budget', ...input, ownerBodyId }),
  );
}
