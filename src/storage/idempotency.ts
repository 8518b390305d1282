import type { Transaction } from 'kysely';
import type { Authorized } from '../kernel/authorized.ts';
import { AppError } from '../kernel/errors.ts';
import type { Schema } from './schema/index.ts';

/** The verb and the key that the client made for one press of one button. */
export type KeyedVerb = { readonly verb: string; readonly key: string };

/**
 * Takes the key for this transaction, or gives the answer of the transaction that had it before. Two that run at the same moment wait for each
 * other here, because the key is the primary key. A key that comes back with another verb or from another account is refused.
 */
export async function claimKey(
  db: Transaction<Schema>,
  auth: Authorized,
  { verb, key }: KeyedVerb,
  at: Date,
): Promise<{ readonly answered: false } | { readonly answered: true; readonly result: unknown }> {
  const row = { tenant_id: auth.tenantId, key, verb, account_id: auth.accountId, at, result: null };
  const taken = await db
    .insertInto('idempotency')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return { answered: false };
  const found = await db
    .selectFrom('idempotency')
    .select(['verb', 'account_id', 'result'])
    .where('tenant_id', '=', auth.tenantId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (found.verb !== verb || found.account_id !== auth.accountId) throw new AppError('storage.keyReused');
  return { answered: true, result: (found.result as { value?: unknown } | null)?.value };
}

/** Keeps the answer with the key; `undefined` is kept as the absence of a value. */
export async function keepAnswer(
  db: Transaction<Schema>,
  auth: Authorized,
  { key }: KeyedVerb,
  value: unknown,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ result: JSON.stringify({ value }) })
    .where('tenant_id', '=', auth.tenantId)
    .where('key', '=', key)
    .execute();
}
