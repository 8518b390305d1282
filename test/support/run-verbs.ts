import assert from 'node:assert/strict';
import { type Action, type Actor, authorize, type Role } from '../../src/domain/access/index.ts';
import type { Reader, Writer } from '../../src/storage/database.ts';
import type { TestDatabase } from './database.ts';

/** The two ways in which a test of a noun reaches its database: reading, and a verb with the right that most of its verbs need. */
export function runVerbs<Usual extends Action>(t: TestDatabase, usual: Usual) {
  return {
    read: <T, A extends Action = 'record.read'>(run: (r: Reader<A>) => Promise<T>, action = 'record.read' as A) =>
      t.db.read(t.auth(action), run),
    write: <T, A extends Action = Usual>(run: (w: Writer<A>) => Promise<T>, action = usual as Action as A) =>
      t.db.transact(t.auth(action), { verb: 'test' }, run),
    /** A verb by someone with one role in one body, for what the rules of access let through and what not. */
    as: <T, A extends Action>(role: Role, bodyId: string | null, action: A, run: (w: Writer<A>) => Promise<T>) =>
      t.db.transact(authorize(someoneWith(t, role, bodyId), action), { verb: 'test' }, run),
  };
}

/** Someone with one role in one body, or in all when none is named. */
export function someoneWith(t: TestDatabase, role: Role, bodyId: string | null): Actor {
  const grants = [{ role, bodyId, validFrom: '2020-01-01', validTo: null }];
  return { tenantId: t.tenantId, accountId: t.runtime.newId(), name: 'Prov', language: 'sv', grants };
}

/** For `assert.rejects`: a verb refused its input for these problems and no others. */
export function problemKeys(...keys: string[]) {
  return (error: { code?: string; details?: unknown }): true => {
    assert.equal(error.code, 'record.invalid');
    assert.deepEqual(
      (error.details as { key: string }[]).map((one) => one.key),
      keys,
    );
    return true;
  };
}
