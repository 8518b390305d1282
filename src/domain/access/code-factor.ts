import { Secret, TOTP } from 'otpauth';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import type { Keyring } from './keyring.ts';
import { ownAccount, strengthenSession } from './own-account.ts';
import { newRecoveryCodes, useRecoveryCode } from './recovery-codes.ts';

/** RFC 6238 as every app for codes knows it: six digits, thirty seconds, HMAC-SHA-1. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** What is shown once when an app is tied: the secret to type and the address that its QR code holds. */
export type NewCodeFactor = { readonly secret: string; readonly address: string };

/** Makes a secret for an app that is not in use until a code of it has been given (`confirmCodeFactor`). A secret that waits is shown again. */
export async function prepareCodeFactor(
  w: Writer<'account.keepOwn'>,
  keyring: Keyring,
  label: string,
): Promise<NewCodeFactor> {
  const accountId = ownAccount(w);
  const found = await w.db
    .selectFrom('code_factor')
    .select(['sealed_secret', 'confirmed_at'])
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (found?.confirmed_at) throw new AppError('access.codeThere');
  const secret = found
    ? keyring.open(found.sealed_secret, accountId)
    : new Secret({ buffer: bytesOf(w.runtime.newToken(20)) }).base32;
  if (!found)
    await w.db
      .insertInto('code_factor')
      .values({
        tenant_id: w.tenantId,
        account_id: accountId,
        sealed_secret: keyring.seal(secret, accountId),
        confirmed_at: null,
      })
      .execute();
  await w.log({ noun: 'account', recordId: accountId, summary: 'prepareCodeFactor' });
  return { secret, address: totpOf(secret, label).toString() };
}

/** The secret that waits for its first code, if one does; for a page that is drawn again. */
export async function waitingCodeFactor(
  db: Database,
  keyring: Keyring,
  holder: { readonly tenantId: Id<'tenant'>; readonly accountId: Id<'account'>; readonly label: string },
): Promise<NewCodeFactor | undefined> {
  const row = await codeRow(db, holder);
  if (!row || row.confirmed_at) return undefined;
  const secret = keyring.open(row.sealed_secret, holder.accountId);
  return { secret, address: totpOf(secret, holder.label).toString() };
}

/** Takes the app into use by a code of it, and answers with the recovery codes, which are shown this once. */
export async function confirmCodeFactor(
  w: Writer<'account.keepOwn'>,
  keyring: Keyring,
  { code, sessionId }: { readonly code: string; readonly sessionId: string },
): Promise<readonly string[]> {
  const accountId = ownAccount(w);
  const row = await w.db
    .selectFrom('code_factor')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.confirmed_at) throw new AppError('access.codeThere');
  const step = stepOf(keyring.open(row.sealed_secret, accountId), code, w.runtime.now());
  if (step === undefined) throw new AppError('access.wrongCode');
  await w.db
    .updateTable('code_factor')
    .set({ confirmed_at: w.runtime.now(), last_step: step })
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .execute();
  await strengthenSession(w, sessionId);
  await w.log({ noun: 'account', recordId: accountId, summary: 'confirmCodeFactor' });
  return await newRecoveryCodes(w, accountId);
}

/** Takes the app away, with its recovery codes. */
export async function removeCodeFactor(w: Writer<'account.keepOwn'>): Promise<void> {
  const accountId = ownAccount(w);
  await forgetCodeFactor(w, accountId);
  await w.log({ noun: 'account', recordId: accountId, summary: 'removeCodeFactor' });
}

/** The rows of a second factor, deleted; also for an administrator who helps somebody that lost the telephone. */
export async function forgetCodeFactor(
  w: Writer<'account.keepOwn' | 'account.administer'>,
  accountId: Id<'account'>,
): Promise<void> {
  for (const table of ['code_factor', 'recovery_code'] as const)
    await w.db.deleteFrom(table).where('tenant_id', '=', w.tenantId).where('account_id', '=', accountId).execute();
}

/**
 * Whether somebody has the second factor now: a code of the app, each of which counts once, or a recovery code, each of which is used up. Two who give
 * the same code at the same moment are one too many: the row is changed by one of them.
 */
export async function secondFactorFits(
  db: Database,
  keyring: Keyring,
  holder: { readonly tenantId: Id<'tenant'>; readonly accountId: Id<'account'> },
  given: string,
): Promise<'code' | 'recoveryCode' | undefined> {
  const code = given.replace(/[\s-]/gu, '').toLowerCase();
  if (!/^\d{6}$/.test(code)) return (await useRecoveryCode(db, holder, code)) ? 'recoveryCode' : undefined;
  const row = await codeRow(db, holder);
  if (!row?.confirmed_at) return undefined;
  const step = stepOf(keyring.open(row.sealed_secret, holder.accountId), code, db.runtime.now());
  if (step === undefined) return undefined;
  const used = await db.system('keepSession', (system) =>
    system
      .updateTable('code_factor')
      .set({ last_step: step })
      .where('tenant_id', '=', holder.tenantId)
      .where('account_id', '=', holder.accountId)
      .where('last_step', '<', String(step))
      .executeTakeFirst(),
  );
  return used.numUpdatedRows > 0n ? 'code' : undefined;
}

async function codeRow(
  db: Database,
  { tenantId, accountId }: { readonly tenantId: string; readonly accountId: string },
) {
  return await db.system('findAccount', (system) =>
    system
      .selectFrom('code_factor')
      .select(['sealed_secret', 'confirmed_at'])
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', accountId)
      .executeTakeFirst(),
  );
}

/** The half minute that a code belongs to: the present one, or the one beside it for clocks that differ. */
function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / kind.period) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ ...kind, issuer: 'Kansli', label, secret: Secret.fromBase32(secret) });
}

function bytesOf(token: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(token, 'base64url')).buffer;
}
