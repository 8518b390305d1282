import {
  authorize,
  createAccount,
  findSession,
  grantRole,
  operatorOf,
  signIn,
  signOut,
} from '../../src/domain/access/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { assignmentAt, fillRegister, type RegisterSize } from './bench-register.ts';
import { benchApp } from './bench-site.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { type Visitor, visitor } from './demo-site.ts';

/** A register laid in for a bench, with the product in front of it and a controller signed in. */
export type RegisterBench = {
  readonly t: TestDatabase;
  readonly controller: Visitor;
  readonly bodyIds: readonly Id<'body'>[];
  readonly records: number;
  readonly assignmentAt: (year: number, place: number) => Promise<Id<'assignment'>>;
  readonly close: () => Promise<void>;
};

const password = 'tre ord på rad här';

/** Opens a register of this size in a database of its own. */
export async function openRegisterBench(size: RegisterSize): Promise<RegisterBench> {
  const t = await openTestDatabase();
  const { db, tenantId } = t;
  await db.transact(authorize(operatorOf(tenantId), 'account.administer'), { verb: 'bench' }, async (w) => {
    const accountId = await createAccount(w, { login: 'controller', name: 'Kontroll Ersson', password });
    await grantRole(w, { accountId, role: 'controller', validFrom: '2020-01-01' });
  });
  const { bodyIds, records } = await fillRegister(t, size);
  const app = benchApp(t, { find: (token) => findSession(db, token), end: (token) => signOut(db, token) });
  return {
    t,
    controller: visitor(async (request) => app.fetch(request), await signIn(db, 'controller', password)),
    bodyIds,
    records,
    assignmentAt: (year, place) => assignmentAt(t, year, place),
    close: t.close,
  };
}
