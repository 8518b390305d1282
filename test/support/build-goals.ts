import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type AddGoal, addGoal, type CreateGoalDocument, createGoalDocument } from '../../src/domain/goals/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;
let count = 0;

/** Enters a goal document through the verb. */
export function buildGoalDocument(
  { db, tenantId }: Where,
  input: Partial<CreateGoalDocument> = {},
): Promise<Id<'goalDocument'>> {
  count += 1;
  const auth = authorize(operatorOf(tenantId), 'goal.edit');
  return db.transact(auth, { verb: 'createGoalDocument' }, (w) =>
    createGoalDocument(w, { title: `Provmålbild ${count}`, horizonYear: 2030, ...input }),
  );
}

/** Adds a goal through the verb, to a new document unless told. */
export async function buildGoal(where: Where, input: Partial<AddGoal> = {}): Promise<Id<'goal'>> {
  count += 1;
  const goalDocumentId = input.goalDocumentId ?? (await buildGoalDocument(where));
  const auth = authorize(operatorOf(where.tenantId), 'goal.edit');
  return await where.db.transact(auth, { verb: 'addGoal' }, (w) =>
    addGoal(w, {
      perspective: 'Invånare',
      heading: `Jag når vården ${count}`,
      text: 'Vården finns nära. Den svarar när jag frågar.',
      ...input,
      goalDocumentId,
    }),
  );
}
