import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  type CreateBody,
  type CreateSeat,
  createBody,
  createSeat,
  registerPerson,
} from '../../src/domain/organisation/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;
let count = 0;

/** Enters a body through the verb: a committee with a name of its own unless told. */
export function buildBody({ db, tenantId }: Where, input: Partial<CreateBody> = {}): Promise<Id<'body'>> {
  count += 1;
  const auth = authorize(operatorOf(tenantId), 'organisation.edit');
  const body: CreateBody = { kind: 'committee', name: `Provnämnden ${count}`, ...input };
  return db.transact(auth, { verb: 'createBody' }, (w) => createBody(w, body));
}

/** Enters a person through the verb. */
export function buildPerson({ db, tenantId }: Where, name?: string): Promise<Id<'person'>> {
  count += 1;
  const person = { name: name ?? `Prov Provsson ${count}` };
  const auth = authorize(operatorOf(tenantId), 'organisation.edit');
  return db.transact(auth, { verb: 'registerPerson' }, (w) => registerPerson(w, person));
}

/** Sets up a seat through the verb: a vacant member's seat of a new body unless told. */
export async function buildSeat(where: Where, input: Partial<CreateSeat> = {}): Promise<Id<'seat'>> {
  const bodyId = input.bodyId ?? (await buildBody(where));
  const auth = authorize(operatorOf(where.tenantId), 'organisation.edit');
  return await where.db.transact(auth, { verb: 'createSeat' }, (w) =>
    createSeat(w, { kind: 'member', ...input, bodyId }),
  );
}
