import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Database } from '../../storage/database.ts';
import type { Actor } from './actor.ts';
import { grantsOf } from './grants-reader.ts';
import { openSession } from './open-session.ts';
import { passwordFits } from './passwords.ts';
import { hashOfToken } from './pending-sign-in.ts';
import { longestIdle, mustProtect, type SessionFacts } from './session-rules.ts';
import type { ProofKind, SecondFactorPolicy, SignInMethod } from './sign-in-kinds.ts';

/** Someone who is signed in, the secret that forms of this session carry against forgery, and what the session stands on. */
export type Session = { readonly actor: Actor; readonly csrfToken: string; readonly facts?: SessionFacts };

/** `last_seen_at` is written at most this often, so that reading pages does not become writing. */
const seenEvery = 5 * 60_000;

/** An account whose password was given rightly, and whether that is enough to come in. */
export type KnownAccount = {
  readonly tenantId: Id<'tenant'>;
  readonly accountId: Id<'account'>;
  readonly epoch: number;
  readonly hasCode: boolean;
};

/** The account of a login and its password; throws `access.wrongLogin` without telling whether the login or the password was wrong. */
export async function checkPassword(db: Database, login: string, password: string): Promise<KnownAccount> {
  const accounts = await db.system('findAccount', (system) =>
    system
      .selectFrom('account')
      .leftJoin('code_factor as code', (join) =>
        join
          .onRef('code.tenant_id', '=', 'account.tenant_id')
          .onRef('code.account_id', '=', 'account.id')
          .on('code.confirmed_at', 'is not', null),
      )
      .select(['account.tenant_id', 'account.id', 'account.password_hash', 'account.epoch', 'code.confirmed_at'])
      .where('login', '=', login.trim().toLowerCase())
      .where('active', '=', true)
      .execute(),
  );
  // Two authorities of one installation may both have a "registrator"; the password tells which one is meant.
  for (const account of accounts.length > 0 ? accounts : [undefined]) {
    if (!(await passwordFits(account?.password_hash ?? null, password)) || !account) continue;
    const { tenant_id: tenantId, id: accountId, epoch, confirmed_at } = account;
    return { tenantId, accountId, epoch, hasCode: confirmed_at !== null };
  }
  throw new AppError('access.wrongLogin');
}

/** Opens a session for an account whose password is enough. Who has a second factor is refused here and comes in by `beginSignIn`. */
export async function signIn(
  db: Database,
  login: string,
  password: string,
  device = '',
): Promise<{ token: string; session: Session }> {
  const account = await checkPassword(db, login, password);
  if (account.hasCode) throw new AppError('access.codeNeeded');
  return await sessionOf(db, await openSession(db, { ...account, method: 'password', twoFactors: false, device }));
}

/** The session that was just opened; a change of the account in between has ended it already. */
export async function sessionOf(
  db: Database,
  token: string,
  policy?: SecondFactorPolicy,
): Promise<{ token: string; session: Session }> {
  const session = await findSession(db, token, policy);
  if (!session) throw new AppError('access.wrongLogin');
  return { token, session };
}

/**
 * The session of a token, or undefined when it has ended, lay unused too long, or its account was closed or changed since. Roles are read anew each time,
 * so that whatever is taken away is gone with the next request. Where a second factor is required, a session without one may do nothing but get one.
 */
export async function findSession(
  db: Database,
  token: string,
  policy: SecondFactorPolicy = 'optional',
): Promise<Session | undefined> {
  const now = db.runtime.now();
  const found = await db.system('findSession', async (system) => {
    const row = await system
      .selectFrom('session')
      .innerJoin('account', (join) =>
        join
          .onRef('account.tenant_id', '=', 'session.tenant_id')
          .onRef('account.id', '=', 'session.account_id')
          .onRef('account.epoch', '=', 'session.epoch'),
      )
      .innerJoin('tenant', 'tenant.id', 'session.tenant_id')
      .select(['session.tenant_id', 'session.account_id', 'session.csrf_token', 'session.last_seen_at'])
      .select(['session.id', 'session.method', 'session.two_factors', 'session.provider', 'session.proved_at'])
      .select(['account.name', 'account.language', 'account.password_hash', 'tenant.name as authority'])
      .select((eb) => [
        eb
          .exists(
            eb
              .selectFrom('code_factor as code')
              .select('code.account_id')
              .whereRef('code.tenant_id', '=', 'session.tenant_id')
              .whereRef('code.account_id', '=', 'session.account_id')
              .where('code.confirmed_at', 'is not', null),
          )
          .as('has_code'),
        eb
          .exists(
            eb
              .selectFrom('passkey')
              .select('passkey.id')
              .whereRef('passkey.tenant_id', '=', 'session.tenant_id')
              .whereRef('passkey.account_id', '=', 'session.account_id'),
          )
          .as('has_passkey'),
      ])
      .where('token_hash', '=', hashOfToken(token))
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', new Date(now.getTime() - longestIdle))
      .where('account.active', '=', true)
      .executeTakeFirst();
    if (!row) return undefined;
    const look = { db: system, tenantId: row.tenant_id };
    const grants = await grantsOf(look, [row.account_id], db.runtime.today());
    return { row, grants: grants.get(row.account_id) ?? [] };
  });
  if (!found) return undefined;
  const { row, grants } = found;
  if (now.getTime() - row.last_seen_at.getTime() > seenEvery) await noteSeen(db, token, now);
  const protect = mustProtect(policy, row.two_factors);
  return {
    actor: {
      tenantId: row.tenant_id,
      accountId: row.account_id,
      name: row.name,
      authority: row.authority,
      language: row.language as Language,
      grants: protect ? [] : grants,
    },
    csrfToken: row.csrf_token,
    facts: {
      id: row.id,
      method: row.method as SignInMethod,
      twoFactors: row.two_factors,
      provider: row.provider,
      provedAt: row.proved_at,
      proofs: proofsOf(row),
      mustProtect: protect,
    },
  };
}

/** How the holder can show again that they are there, the usual way first. Who has a code gives it together with the password. */
function proofsOf(row: {
  readonly password_hash: string | null;
  readonly has_code: unknown;
  readonly has_passkey: unknown;
  readonly provider: string | null;
}): readonly ProofKind[] {
  return [
    ...(row.password_hash === null ? [] : [row.has_code ? ('code' as const) : ('password' as const)]),
    ...(row.has_passkey ? (['passkey'] as const) : []),
    ...(row.provider === null ? [] : (['provider'] as const)),
  ];
}

/** Ends a session at once; an unknown token is no error, since signing out twice is none. */
export async function signOut(db: Database, token: string): Promise<void> {
  await db.system('keepSession', (system) =>
    system.deleteFrom('session').where('token_hash', '=', hashOfToken(token)).execute(),
  );
}

async function noteSeen(db: Database, token: string, now: Date): Promise<void> {
  await db.system('keepSession', (system) =>
    system.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hashOfToken(token)).execute(),
  );
}
