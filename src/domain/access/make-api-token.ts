import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { Action } from './actions.ts';
import type { Actor } from './actor.ts';
import { grantableScopes, tokenDays, tokenPrefix } from './api-token.ts';
import { hashOfToken } from './pending-sign-in.ts';

export type MakeApiToken = { readonly name: string; readonly scopes: readonly Action[]; readonly days: number };

const day = 86_400_000;

/** Makes a key for a program of the actor's own. Answers with the key itself, this once: only its hash is kept. */
export async function makeApiToken(
  w: Writer<'apiToken.make'>,
  actor: Actor,
  { name, scopes, days }: MakeApiToken,
): Promise<{ readonly id: Id<'apiToken'>; readonly token: string }> {
  const { accountId } = w.auth;
  if (accountId === null || actor.accountId !== accountId) throw new AppError('access.denied');
  const grantable = grantableScopes(actor);
  if (scopes.length === 0 || scopes.some((scope) => !grantable.includes(scope)))
    throw new AppError('record.invalid', {}, [{ path: 'scopes', key: 'validation.choose' }]);
  if (!(tokenDays as readonly number[]).includes(days))
    throw new AppError('record.invalid', {}, [{ path: 'days', key: 'validation.choose' }]);
  const { epoch } = await w.db
    .selectFrom('account')
    .select('epoch')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const id = w.runtime.newId() as Id<'apiToken'>;
  const token = `${tokenPrefix}${w.runtime.newToken(32)}`;
  const now = w.runtime.now();
  await w.db
    .insertInto('api_token')
    .values({
      tenant_id: w.tenantId,
      id,
      account_id: accountId,
      token_hash: hashOfToken(token),
      name,
      scopes,
      epoch,
      made_at: now,
      expires_at: new Date(now.getTime() + days * day),
      last_used_at: null,
      ended_at: null,
    })
    .execute();
  await w.log({ noun: 'apiToken', recordId: id, after: { name, scopes, days } });
  return { id, token };
}

/** Ends a key of one's own at once; a program that uses it is a stranger with its next call. */
export async function endApiToken(w: Writer<'apiToken.make'>, id: Id<'apiToken'>): Promise<void> {
  const ended = await w.db
    .updateTable('api_token')
    .set({ ended_at: w.runtime.now() })
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', w.auth.accountId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  if (!ended) throw new AppError('record.notFound');
  await w.log({ noun: 'apiToken', recordId: id, summary: 'ended', before: ended });
}
