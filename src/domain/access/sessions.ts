import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import type { Database } from '../../storage/database.ts';
import { type Actor, grantsOn, type RoleGrant } from './actor.ts';
import { passwordFits } from './passwords.ts';
import type { Role } from './roles.ts';

/** Someone who is signed in, and the secret that forms of this session carry against forgery. */
export type Session = { readonly actor: Actor; readonly csrfToken: string };

const hour = 3_600_000;
/** A working day: who comes back tomorrow signs in again. */
const longest = 10 * hour;
/** How long a session may lie unused. */
const idle = 2 * hour;
/** `last_seen_at` is written at most this often, so that reading pages does not become writing. */
const seenEvery = 5 * 60_000;

/** Opens a session for a local account; throws `access.wrongLogin` without telling whether the login or the password was wrong. */
export async function signIn(
  db: Database,
  login: string,
  password: string,
): Promise<{ token: string; session: Session }> {
  const accounts = await db.system('findAccount', (system) =>
    system
      .selectFrom('account')
      .select(['tenant_id', 'id', 'password_hash'])
      .where('login', '=', login.trim().toLowerCase())
      .where('active', '=', true)
      .execute(),
  );
  // Two authorities of one installation may both have a "registrator"; the password tells which one is meant.
  for (const account of accounts.length > 0 ? accounts : [undefined]) {
    if (!(await passwordFits(account?.password_hash ?? null, password)) || !account) continue;
    const token = db.runtime.newToken(32);
    const now = db.runtime.now();
    await db.system('keepSession', (system) =>
      system
        .insertInto('session')
        .values({
          tenant_id: account.tenant_id,
          token_hash: hashOf(token),
          account_id: account.id,
          csrf_token: db.runtime.newToken(24),
          created_at: now,
          last_seen_at: now,
          expires_at: new Date(now.getTime() + longest),
        })
        .execute(),
    );
    const session = await findSession(db, token);
    if (session) return { token, session };
  }
  throw new AppError('access.wrongLogin');
}

/** The session of a token, or undefined when it has ended, lay unused too long, or its account is no longer active. */
export async function findSession(db: Database, token: string): Promise<Session | undefined> {
  const now = db.runtime.now();
  const row = await db.system('findSession', async (system) => {
    const session = await system
      .selectFrom('session')
      .innerJoin('account', (join) =>
        join.onRef('account.tenant_id', '=', 'session.tenant_id').onRef('account.id', '=', 'session.account_id'),
      )
      .innerJoin('tenant', 'tenant.id', 'session.tenant_id')
      .select(['session.tenant_id', 'session.account_id', 'session.csrf_token', 'session.last_seen_at'])
      .select(['account.name', 'account.language', 'tenant.name as authority'])
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', new Date(now.getTime() - idle))
      .where('account.active', '=', true)
      .executeTakeFirst();
    if (!session) return undefined;
    const grants = await system
      .selectFrom('role_grant')
      .select(['role', 'body_id', 'valid_from', 'valid_to'])
      .where('tenant_id', '=', session.tenant_id)
      .where('account_id', '=', session.account_id)
      .execute();
    return { ...session, grants };
  });
  if (!row) return undefined;
  if (now.getTime() - row.last_seen_at.getTime() > seenEvery) await noteSeen(db, token, now);
  const grants = row.grants.map(
    (grant): RoleGrant => ({
      role: grant.role as Role,
      bodyId: grant.body_id,
      validFrom: grant.valid_from,
      validTo: grant.valid_to,
    }),
  );
  return {
    actor: {
      tenantId: row.tenant_id,
      accountId: row.account_id,
      name: row.name,
      authority: row.authority,
      language: row.language as Language,
      grants: grantsOn(grants, db.runtime.today()),
    },
    csrfToken: row.csrf_token,
  };
}

/** Ends a session at once; an unknown token is no error, since signing out twice is none. */
export async function signOut(db: Database, token: string): Promise<void> {
  await db.system('keepSession', (system) =>
    system.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute(),
  );
}

async function noteSeen(db: Database, token: string, now: Date): Promise<void> {
  await db.system('keepSession', (system) =>
    system.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hashOf(token)).execute(),
  );
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
