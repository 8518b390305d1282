import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { addReviewVariable, type ReviewStudyFields, startReviewStudy } from '../../src/domain/studies/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;
let count = 0;

/** A planned study through the verb, with the variables that are named. */
export async function buildReviewStudy(
  where: Where,
  input: Partial<ReviewStudyFields> & { readonly bodyId?: Id<'body'>; readonly variables?: readonly string[] } = {},
): Promise<Id<'reviewStudy'>> {
  count += 1;
  const bodyId = input.bodyId ?? (await buildBody(where, { kind: 'administration' }));
  const unitIds = input.unitIds ?? [await buildBody(where, { kind: 'unit' })];
  const auth = authorize(operatorOf(where.tenantId), 'study.edit');
  const usual = {
    kind: 'pointPrevalence',
    purpose: 'Se om vårdplanen följs.',
    scope: 'Alla korttidsplatser.',
  } as const;
  return await where.db.transact(auth, { verb: 'startReviewStudy' }, async (w) => {
    const studyId = await startReviewStudy(w, { title: `Granskning ${count}`, ...usual, ...input, bodyId, unitIds });
    for (const label of input.variables ?? []) await addReviewVariable(w, { studyId, label });
    return studyId;
  });
}
