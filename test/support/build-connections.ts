import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type ConnectRecords, connectRecords } from '../../src/domain/connections/index.ts';
import type { TestDatabase } from './database.ts';

/** Says through the verb that two records belong together. */
export function buildConnection(
  { db, tenantId }: Pick<TestDatabase, 'db' | 'tenantId'>,
  input: Pick<ConnectRecords, 'from' | 'to'> & Partial<ConnectRecords>,
) {
  const auth = authorize(operatorOf(tenantId), 'intake.confirm');
  const fields: ConnectRecords = { kind: 'concerns', reason: 'båda nämner nattpatrullen', ...input };
  return db.transact(auth, { verb: 'connectRecords' }, (w) => connectRecords(w, fields));
}
