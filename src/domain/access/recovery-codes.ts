import type { Database, Writer } from '../../storage/database.ts';
import { ownAccount } from './own-account.ts';
import { hashOfToken } from './pending-sign-in.ts';

/** Makes new recovery codes; those of before open nothing any more. */
export async function renewRecoveryCodes(w: Writer<'account.keepOwn'>): Promise<readonly string[]> {
  const accountId = ownAccount(w);
  await w.log({ noun: 'account', recordId: accountId, summary: 'renewRecoveryCodes' });
  return await newRecoveryCodes(w, accountId);
}

/** How many recovery codes there are: enough for a lost telephone, few enough to keep on a slip. */
const manyCodes = 8;
/** Without the letters and digits that are taken for each other. */
const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Replaces the recovery codes of an account, and answers with the new ones as they are printed. */
export async function newRecoveryCodes(w: Writer<'account.keepOwn'>, accountId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: manyCodes }, () =>
    [...w.runtime.newToken(96).toLowerCase()]
      .filter((letter) => codeLetters.includes(letter))
      .slice(0, 10)
      .join(''),
  );
  await w.db
    .deleteFrom('recovery_code')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .execute();
  await w.db
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        tenant_id: w.tenantId,
        account_id: accountId,
        code_hash: recoveryHash(accountId, code),
        used_at: null,
      })),
    )
    .execute();
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** Uses a recovery code up; false when it is none, or was used before. */
export async function useRecoveryCode(
  db: Database,
  { tenantId, accountId }: { readonly tenantId: string; readonly accountId: string },
  code: string,
): Promise<boolean> {
  const used = await db.system('keepSession', (system) =>
    system
      .updateTable('recovery_code')
      .set({ used_at: db.runtime.now() })
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', accountId)
      .where('code_hash', '=', recoveryHash(accountId, code))
      .where('used_at', 'is', null)
      .executeTakeFirst(),
  );
  return used.numUpdatedRows > 0n;
}

function recoveryHash(accountId: string, code: string): string {
  return hashOfToken(`${accountId} ${code}`);
}
