import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type GiveAssignment, giveAssignment } from '../../src/domain/assignments/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

let count = 0;

/** Gives an assignment through the verb: a numbered one of 2023 by a new committee unless told. */
export async function buildAssignment(
  where: Pick<TestDatabase, 'db' | 'tenantId'>,
  input: Partial<GiveAssignment> = {},
): Promise<Id<'assignment'>> {
  count += 1;
  const givenByBodyId = input.givenByBodyId ?? (input.planId ? undefined : await buildBody(where));
  const auth = authorize(operatorOf(where.tenantId), 'assignment.give');
  return await where.db.transact(auth, { verb: 'giveAssignment' }, (w) =>
    giveAssignment(w, {
      year: 2023,
      number: 1000 + count,
      text: `Att pröva sak nummer ${count}.`,
      ...input,
      givenByBodyId,
    }),
  );
}
