import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AccountState } from './account-transitions.ts';
import type { RoleGrant } from './actor.ts';
import { grantsOf } from './grants-reader.ts';
import type { IdentityKind } from './identity-claims.ts';
import type { GrantedRole } from './roles.ts';
import type { SignInMethod } from './sign-in-kinds.ts';

/** An open session as its holder sees it. */
export type ListedSession = {
  readonly id: string;
  readonly method: SignInMethod;
  readonly device: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
};

/** Everything about one account that its holder and an administrator may know; never a hash of anything. */
export type AccountDetail = {
  readonly id: Id<'account'>;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly state: AccountState;
  readonly stateReason: string | null;
  readonly personId: Id<'person'> | null;
  readonly hasPassword: boolean;
  readonly hasCode: boolean;
  readonly unusedRecoveryCodes: number;
  readonly passkeys: readonly {
    readonly id: Id<'passkey'>;
    readonly label: string;
    readonly madeAt: Date;
    readonly lastUsedAt: Date | null;
  }[];
  readonly identities: readonly {
    readonly id: Id<'account_identity'>;
    readonly provider: string;
    readonly kind: IdentityKind;
    readonly tiedBy: string;
    readonly tiedAt: Date;
    readonly lastUsedAt: Date | null;
  }[];
  /** Roles that were given by hand and have not ended, with the id by which they are ended. */
  readonly given: readonly {
    readonly id: Id<'role_grant'>;
    readonly role: GrantedRole;
    readonly bodyId: Id<'body'> | null;
    readonly validFrom: CivilDate;
    readonly validTo: CivilDate | null;
  }[];
  /** What holds today, from all sources. */
  readonly grants: readonly RoleGrant[];
  readonly sessions: readonly ListedSession[];
};

/** One account with all that belongs to it: a fixed number of queries. */
export async function getAccount(
  r: Reader<'account.administer' | 'account.keepOwn'>,
  accountId: Id<'account'>,
  now: Date,
  today: CivilDate,
): Promise<AccountDetail> {
  const own = { tenant_id: r.tenantId, account_id: accountId };
  const account = isId(accountId)
    ? await r.db
        .selectFrom('account')
        .select(['id', 'login', 'name', 'email', 'state', 'state_reason', 'person_id', 'password_hash'])
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', accountId)
        .executeTakeFirst()
    : undefined;
  // The proof of keeping the own account reaches no other.
  if (!account || (r.auth.action === 'account.keepOwn' && r.auth.accountId !== accountId))
    throw new AppError('record.notFound');
  const code = await r.db
    .selectFrom('code_factor')
    .select('confirmed_at')
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  const recovery = await r.db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where((eb) => eb.and(own))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  const passkeys = await r.db
    .selectFrom('passkey')
    .select(['id', 'label', 'made_at as madeAt', 'last_used_at as lastUsedAt'])
    .where((eb) => eb.and(own))
    .orderBy('made_at')
    .execute();
  const identities = await r.db
    .selectFrom('account_identity')
    .select(['id', 'provider', 'kind', 'tied_by as tiedBy', 'tied_at as tiedAt', 'last_used_at as lastUsedAt'])
    .where((eb) => eb.and(own))
    .orderBy('tied_at')
    .execute();
  const given = await r.db
    .selectFrom('role_grant')
    .select(['id', 'role', 'body_id as bodyId', 'valid_from as validFrom', 'valid_to as validTo'])
    .where((eb) => eb.and(own))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .orderBy('valid_from')
    .orderBy('role')
    .execute();
  const sessions = await r.db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'session.tenant_id')
        .onRef('account.id', '=', 'session.account_id')
        .onRef('account.epoch', '=', 'session.epoch'),
    )
    .select(['session.id', 'session.method', 'session.device'])
    .select(['session.created_at as startedAt', 'session.last_seen_at as lastSeenAt'])
    .where('session.tenant_id', '=', r.tenantId)
    .where('session.account_id', '=', accountId)
    .where('session.expires_at', '>', now)
    .orderBy('session.last_seen_at', 'desc')
    .execute();
  const grants = await grantsOf(r, [accountId], today);
  return {
    id: account.id,
    login: account.login,
    name: account.name,
    email: account.email,
    state: account.state as AccountState,
    stateReason: account.state_reason,
    personId: account.person_id,
    hasPassword: account.password_hash !== null,
    hasCode: Boolean(code?.confirmed_at),
    unusedRecoveryCodes: Number(recovery?.count ?? 0),
    passkeys,
    identities: identities.map((one) => ({ ...one, kind: one.kind as IdentityKind })),
    given: given.map((one) => ({ ...one, role: one.role as GrantedRole })),
    grants: grants.get(accountId) ?? [],
    sessions: sessions.map((one) => ({ ...one, method: one.method as SignInMethod })),
  };
}
