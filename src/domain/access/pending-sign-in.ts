import { createHash } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';

/** What somebody can be in the middle of: away at a provider, before a passkey, or with a password and not yet a code. */
export type PendingKind = 'provider' | 'passkey' | 'newPasskey' | 'secondFactor';

export type Pending = {
  readonly tenantId: Id<'tenant'>;
  readonly kind: PendingKind;
  readonly accountId: Id<'account'> | null;
  /** The session that is proved anew; null when a new one is to be opened. */
  readonly sessionId: string | null;
  readonly content: Readonly<Record<string, string>>;
};

/** How long each may take, and how often a code may be tried, before one begins again. */
const minutes: Readonly<Record<PendingKind, number>> = { provider: 10, passkey: 5, newPasskey: 5, secondFactor: 10 };
export const mostTries = 5;

/** Notes what somebody is in the middle of, under a token that only their browser is given; whoever reads the table can go on with none. */
export async function keepPending(db: Database, token: string, pending: Pending): Promise<void> {
  const now = db.runtime.now();
  await db.system('keepSession', async (system) => {
    await system.deleteFrom('pending_sign_in').where('expires_at', '<', now).execute();
    await system
      .insertInto('pending_sign_in')
      .values({
        tenant_id: pending.tenantId,
        token_hash: hashOfToken(token),
        kind: pending.kind,
        account_id: pending.accountId,
        session_id: pending.sessionId,
        content: JSON.stringify(pending.content),
        expires_at: new Date(now.getTime() + minutes[pending.kind] * 60_000),
      })
      .execute();
  });
}

/** Takes it out for good: what was begun is ended once, well or badly, and no answer counts twice. */
export async function takePending(db: Database, token: string, kind: PendingKind): Promise<Pending | undefined> {
  const row = await db.system('keepSession', (system) =>
    system
      .deleteFrom('pending_sign_in')
      .where('token_hash', '=', hashOfToken(token))
      .where('kind', '=', kind)
      .where('expires_at', '>', db.runtime.now())
      .returningAll()
      .executeTakeFirst(),
  );
  return row && pendingOf(row);
}

/** Looks at it and counts a try, so that it bears a few wrong codes and not many. */
export async function tryPending(db: Database, token: string, kind: PendingKind): Promise<Pending | undefined> {
  const row = await db.system('keepSession', (system) =>
    system
      .updateTable('pending_sign_in')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('token_hash', '=', hashOfToken(token))
      .where('kind', '=', kind)
      .where('expires_at', '>', db.runtime.now())
      .where('tries', '<', mostTries)
      .returningAll()
      .executeTakeFirst(),
  );
  return row && pendingOf(row);
}

/** The hash under which a token is kept. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function pendingOf(row: {
  readonly tenant_id: string;
  readonly kind: string;
  readonly account_id: string | null;
  readonly session_id: string | null;
  readonly content: Readonly<Record<string, string>>;
}): Pending {
  return {
    tenantId: row.tenant_id,
    kind: row.kind as PendingKind,
    accountId: row.account_id,
    sessionId: row.session_id,
    content: row.content,
  };
}
