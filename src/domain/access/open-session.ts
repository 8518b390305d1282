import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import { hashOfToken } from './pending-sign-in.ts';
import { longestSession } from './session-rules.ts';
import type { SignInMethod } from './sign-in-kinds.ts';

/** What a new session stands on. */
export type NewSession = {
  readonly tenantId: Id<'tenant'>;
  readonly accountId: Id<'account'>;
  /** The account's when the person showed who they are: what was changed meanwhile (a suspension, a new password) ends the session before it begins. */
  readonly epoch: number;
  readonly method: SignInMethod;
  readonly twoFactors: boolean;
  readonly provider?: string;
  readonly device: string;
};

/** Opens a session for an account whose holder has just shown who they are, and answers with the token for the cookie; only its hash is kept. */
export async function openSession(db: Database, wanted: NewSession): Promise<string> {
  const token = db.runtime.newToken(32);
  const now = db.runtime.now();
  await db.system('keepSession', (system) =>
    system
      .insertInto('session')
      .values({
        tenant_id: wanted.tenantId,
        token_hash: hashOfToken(token),
        id: db.runtime.newId(),
        account_id: wanted.accountId,
        csrf_token: db.runtime.newToken(24),
        method: wanted.method,
        two_factors: wanted.twoFactors,
        provider: wanted.provider ?? null,
        device: wanted.device,
        proved_at: now,
        epoch: wanted.epoch,
        created_at: now,
        last_seen_at: now,
        expires_at: new Date(now.getTime() + longestSession),
      })
      .execute(),
  );
  return token;
}

/**
 * Notes that the holder of a session has shown again who they are, and answers with the new token of the session: the one of before, which somebody may
 * have copied while less was asked, opens nothing from now on (ASVS 5.0, 7.2.4).
 */
export async function renewProof(
  db: Database,
  { tenantId, sessionId }: { readonly tenantId: Id<'tenant'>; readonly sessionId: string },
): Promise<string> {
  const token = db.runtime.newToken(32);
  // A row whose token could be changed in place could be given to anybody: the old one goes, and its twin comes in the same transaction.
  await db.system('keepSession', async (system) => {
    const row = await system
      .deleteFrom('session')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', sessionId)
      .returningAll()
      .executeTakeFirst();
    if (!row) return;
    await system
      .insertInto('session')
      .values({ ...row, token_hash: hashOfToken(token), proved_at: db.runtime.now() })
      .execute();
  });
  return token;
}
