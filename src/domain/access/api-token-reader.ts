import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Database, Reader } from '../../storage/database.ts';
import { type Action, readingActions } from './actions.ts';
import type { Actor } from './actor.ts';
import { type ApiToken, tokenPrefix } from './api-token.ts';
import { grantsOf } from './grants-reader.ts';
import { hashOfToken } from './pending-sign-in.ts';

/** The keys of whoever asks, the newest first; those that have ended among them, so that one sees what once was open. */
export async function listApiTokens(r: Reader<'apiToken.make'>): Promise<readonly ApiToken[]> {
  const rows = await r.db
    .selectFrom('api_token')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'api_token.tenant_id').onRef('account.id', '=', 'api_token.account_id'),
    )
    .selectAll('api_token')
    .select('account.epoch as account_epoch')
    .where('api_token.tenant_id', '=', r.tenantId)
    .where('api_token.account_id', '=', r.auth.accountId)
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'apiToken'>,
    name: row.name,
    scopes: row.scopes as readonly Action[],
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    ended: row.ended_at !== null || row.epoch !== row.account_epoch,
  }));
}

/** `last_used_at` is written at most this often. */
const usedEvery = 5 * 60_000;

/**
 * Who a key acts for: the person with the roles that hold today, and of what these allow no more than was handed to the key. Undefined when the key is
 * unknown, has run out or was ended, or when the account was closed or changed since.
 */
export async function findTokenActor(db: Database, token: string): Promise<Actor | undefined> {
  if (!token.startsWith(tokenPrefix) || token.length > 100) return undefined;
  const now = db.runtime.now();
  const hash = hashOfToken(token);
  const found = await db.system('findSession', async (system) => {
    const row = await system
      .selectFrom('api_token')
      .innerJoin('account', (join) =>
        join
          .onRef('account.tenant_id', '=', 'api_token.tenant_id')
          .onRef('account.id', '=', 'api_token.account_id')
          .onRef('account.epoch', '=', 'api_token.epoch'),
      )
      .select(['api_token.tenant_id', 'account_id', 'scopes', 'last_used_at', 'account.name', 'account.language'])
      .where('token_hash', '=', hash)
      .where('expires_at', '>', now)
      .where('ended_at', 'is', null)
      .where('account.active', '=', true)
      .executeTakeFirst();
    if (!row) return undefined;
    const grants = await grantsOf({ db: system, tenantId: row.tenant_id }, [row.account_id], db.runtime.today());
    return { row, grants: grants.get(row.account_id) ?? [] };
  });
  if (!found) return undefined;
  const { row, grants } = found;
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > usedEvery)
    await db.system('keepSession', (system) =>
      system.updateTable('api_token').set({ last_used_at: now }).where('token_hash', '=', hash).execute(),
    );
  return {
    tenantId: row.tenant_id,
    accountId: row.account_id,
    name: row.name,
    language: row.language as Language,
    grants,
    only: [...readingActions.slice(0, 1), ...(row.scopes as readonly Action[])],
  };
}
