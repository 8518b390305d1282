import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { createAccount, grantRole } from './create-account.ts';

export type InviteGuest = {
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly password: string;
  /** The group whose guest it is. */
  readonly bodyId: Id<'body'>;
  /** The last day. */
  readonly until: CivilDate;
};

/** How long a guest can be invited at a time: a year and a day, so that each guest is thought of again at least once a year. */
export const longestVisit = 366;

/** Makes an account for somebody outside who follows a group: with an end from the first day, and sight of what is let out to the group's guests alone. */
export async function inviteGuest(
  w: Writer<'account.administer'>,
  { bodyId, until, ...account }: InviteGuest,
): Promise<Id<'account'>> {
  const today = w.runtime.today();
  const longest = addDays(today, longestVisit);
  refuseProblems([
    ...(until < today ? [{ path: 'until', key: 'account.untilPassed' }] : []),
    ...(until > longest ? [{ path: 'until', key: 'account.untilFar', values: { longest } }] : []),
  ]);
  const accountId = await createAccount(w, account);
  await grantRole(w, { accountId, role: 'guest', bodyId, validFrom: today, validTo: until });
  return accountId;
}
