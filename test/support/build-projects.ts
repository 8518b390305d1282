import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { startProject } from '../../src/domain/projects/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

let count = 0;

/** Starts a project through the verb, owned by a body of its own unless told. */
export async function buildProject(
  t: TestDatabase,
  input: Partial<Parameters<typeof startProject>[1]> = {},
): Promise<Id<'project'>> {
  count += 1;
  const bodyId = input.bodyId ?? (await buildBody(t, { name: `Projektägare ${count}` }));
  const fields = { isAnother: true, name: `Nattpatruller ${count}`, phase: 'pilot' as const, ...input, bodyId };
  return await t.db.transact(authorize(operatorOf(t.tenantId), 'project.edit'), { verb: 'startProject' }, (w) =>
    startProject(w, fields),
  );
}
