import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { hashOfToken } from './pending-sign-in.ts';

/** Ties the identity behind a code, which its holder was shown and has told an administrator, to an account. The code counts once. */
export async function tieIdentity(
  w: Writer<'account.administer'>,
  { accountId, code }: { readonly accountId: Id<'account'>; readonly code: string },
): Promise<Id<'account_identity'>> {
  await lockRow(w, 'account', accountId);
  const found = await w.db
    .deleteFrom('tying_code')
    .where('tenant_id', '=', w.tenantId)
    .where('code_hash', '=', hashOfToken(code.replace(/[^\p{L}\d]/gu, '').toUpperCase()))
    .where('expires_at', '>', w.runtime.now())
    .returning(['provider', 'kind', 'subject_hash'])
    .executeTakeFirst();
  if (!found) refuseProblems([{ path: 'code', key: 'account.codeUnknown' }]);
  const { provider, kind, subject_hash } = found!;
  const taken = await w.db
    .selectFrom('account_identity')
    .select('account_id')
    .where('tenant_id', '=', w.tenantId)
    .where('provider', '=', provider)
    .where('subject_hash', '=', subject_hash)
    .executeTakeFirst();
  if (taken) refuseProblems([{ path: 'code', key: 'account.identityTaken' }]);
  const id = w.runtime.newId();
  await w.db
    .insertInto('account_identity')
    .values({
      tenant_id: w.tenantId,
      id,
      account_id: accountId,
      provider,
      kind,
      subject_hash,
      tied_by: w.auth.actorName,
      tied_at: w.runtime.now(),
      last_used_at: null,
    })
    .execute();
  await w.log({ noun: 'account', recordId: accountId, summary: 'tieIdentity', after: { provider, kind } });
  return id;
}

/** Takes an identity from an account, and ends the sessions that were opened by its provider. */
export async function untieIdentity(
  w: Writer<'account.administer'>,
  { accountId, identityId }: { readonly accountId: Id<'account'>; readonly identityId: Id<'account_identity'> },
): Promise<void> {
  const gone = await w.db
    .deleteFrom('account_identity')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', identityId)
    .returning(['provider', 'kind'])
    .executeTakeFirst();
  if (!gone) throw new AppError('record.notFound');
  await w.db
    .deleteFrom('session')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .where('provider', '=', gone.provider)
    .execute();
  await w.log({ noun: 'account', recordId: accountId, summary: 'untieIdentity', before: gone });
}
