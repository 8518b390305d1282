import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import type { Identity } from './identity-claims.ts';
import type { Keyring } from './keyring.ts';
import { openSession, renewProof } from './open-session.ts';
import { hashOfToken } from './pending-sign-in.ts';
import { type Session, sessionOf } from './sessions.ts';

/** Somebody whom a provider vouches for. */
export type Vouched = {
  /** The authority whose accounts the provider opens. */
  readonly tenantId: Id<'tenant'>;
  readonly provider: string;
  readonly identity: Identity;
  /** Whether the identification is one of two factors, as the levels of assurance 3 and 4 are. */
  readonly twoFactors: boolean;
  readonly device: string;
};

/** They have come in, or are not known here and get a code with which an administrator ties them to an account. */
export type IdentitySignIn =
  | { readonly next: 'in'; readonly token: string; readonly session: Session }
  | { readonly next: 'unknown'; readonly code: string };

/** How long the code of somebody unknown counts. */
const hours = 24;

/**
 * Opens the account that an identity is tied to. Somebody unknown, somebody whose account is closed and somebody who has left office are answered alike,
 * down to the code, so that the answer tells nobody who has an account here.
 */
export async function signInWithIdentity(db: Database, keyring: Keyring, vouched: Vouched): Promise<IdentitySignIn> {
  const { tenantId, provider, identity, twoFactors, device } = vouched;
  const subjectHash = keyring.hashSubject(provider, identity.kind, identity.subject);
  const account = await accountOf(db, { tenantId, provider, subjectHash });
  const code = codeFrom(db.runtime.newToken(64));
  if (!account) {
    await db.system('keepSession', async (system) => {
      const now = db.runtime.now();
      await system.deleteFrom('tying_code').where('expires_at', '<', now).execute();
      await system
        .deleteFrom('tying_code')
        .where('tenant_id', '=', tenantId)
        .where('provider', '=', provider)
        .where('subject_hash', '=', subjectHash)
        .execute();
      await system
        .insertInto('tying_code')
        .values({
          tenant_id: tenantId,
          code_hash: hashOfToken(code),
          provider,
          kind: identity.kind,
          subject_hash: subjectHash,
          expires_at: new Date(now.getTime() + hours * 3_600_000),
        })
        .execute();
    });
    return { next: 'unknown', code: `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}` };
  }
  await noteUsed(db, tenantId, account.identityId);
  const { accountId, epoch } = account;
  const opened = { tenantId, accountId, epoch, method: 'provider' as const, twoFactors, provider, device };
  return { next: 'in', ...(await sessionOf(db, await openSession(db, opened))) };
}

/** Shows by a provider that the holder of a session is there, and answers with its new token; the identity of somebody else shows nothing. */
export async function proveByIdentity(
  db: Database,
  keyring: Keyring,
  vouched: Omit<Vouched, 'twoFactors' | 'device'>,
  holder: { readonly accountId: Id<'account'> | null; readonly sessionId: string },
): Promise<string> {
  const { tenantId, provider, identity } = vouched;
  const subjectHash = keyring.hashSubject(provider, identity.kind, identity.subject);
  const account = await accountOf(db, { tenantId, provider, subjectHash });
  if (!account || account.accountId !== holder.accountId) throw new AppError('access.identityRefused');
  return await renewProof(db, { tenantId, sessionId: holder.sessionId });
}

async function accountOf(
  db: Database,
  known: { readonly tenantId: string; readonly provider: string; readonly subjectHash: string },
) {
  return await db.system('findAccount', (system) =>
    system
      .selectFrom('account_identity as tied')
      .innerJoin('account', (join) =>
        join.onRef('account.tenant_id', '=', 'tied.tenant_id').onRef('account.id', '=', 'tied.account_id'),
      )
      .select(['tied.id as identityId', 'tied.account_id as accountId', 'account.epoch'])
      .where('tied.tenant_id', '=', known.tenantId)
      .where('tied.provider', '=', known.provider)
      .where('tied.subject_hash', '=', known.subjectHash)
      .where('account.active', '=', true)
      .executeTakeFirst(),
  );
}

async function noteUsed(db: Database, tenantId: string, identityId: string): Promise<void> {
  await db.system('keepSession', (system) =>
    system
      .updateTable('account_identity')
      .set({ last_used_at: db.runtime.now() })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', identityId)
      .execute(),
  );
}

/** Twelve letters and digits that are not taken for each other when they are read over a telephone. */
function codeFrom(token: string): string {
  return [...token.toUpperCase()]
    .filter((letter) => /[A-HJKMNP-Z2-9]/.test(letter))
    .slice(0, 12)
    .join('');
}
