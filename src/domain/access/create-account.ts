import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { findAccountByLogin } from './account-reader.ts';
import { passwordProblems } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import type { GrantedRole } from './roles.ts';

export type CreateAccount = {
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  /** Left out for an account that will sign in with an electronic identity. */
  readonly password?: string;
  readonly language?: Language;
};

/** Makes a local account. It has no roles yet: who may do what is granted separately, with dates. */
export async function createAccount(w: Writer<'account.administer'>, input: CreateAccount): Promise<Id<'account'>> {
  const login = input.login.trim().toLowerCase();
  const taken = (await findAccountByLogin(w, login)) ? [{ path: 'login', key: 'account.loginTaken' }] : [];
  refuseProblems([...checkAccount({ ...input, login }), ...taken]);
  const id = w.runtime.newId();
  await w.db
    .insertInto('account')
    .values({
      tenant_id: w.tenantId,
      id,
      login,
      name: input.name.trim(),
      email: input.email ?? null,
      phone: input.phone ?? null,
      password_hash: input.password === undefined ? null : await hashPassword(input.password),
      language: input.language ?? 'sv',
    })
    .execute();
  await w.log({ noun: 'account', recordId: id, after: { login, name: input.name.trim() } });
  return id;
}

function checkAccount(input: CreateAccount): readonly Problem[] {
  const problems: Problem[] = [];
  if (!/^[a-zåäö0-9._@-]{2,80}$/.test(input.login)) problems.push({ path: 'login', key: 'account.loginShape' });
  if (!input.name.trim()) problems.push({ path: 'name', key: 'account.nameMissing' });
  if (input.password !== undefined)
    problems.push(...passwordProblems(input.password, { ...input, hasSecondFactor: false }));
  return problems;
}

export type GrantRole = {
  readonly accountId: Id<'account'>;
  readonly role: GrantedRole;
  /** The body on which the role holds; left out for a role in the whole authority. */
  readonly bodyId?: Id<'body'>;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
};

/** Gives an account a role between two dates. The roles of operator and link holder are given to no account. */
export async function grantRole(w: Writer<'account.administer'>, grant: GrantRole): Promise<void> {
  const id = w.runtime.newId();
  await w.db
    .insertInto('role_grant')
    .values({
      tenant_id: w.tenantId,
      id,
      account_id: grant.accountId,
      role: grant.role,
      body_id: grant.bodyId ?? null,
      valid_from: grant.validFrom,
      valid_to: grant.validTo ?? null,
    })
    .execute();
  await w.log({ noun: 'account', recordId: grant.accountId, summary: 'grantRole', after: { ...grant } });
}
