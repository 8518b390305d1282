import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { grantsOn, type RoleGrant } from './actor.ts';
import type { GrantedRole } from './roles.ts';

/**
 * The roles in which another may act for somebody. A seat is not among them: who stands in for a member is laid down by law and by who was elected
 * (KL 6:16–17), and who audits or administers does so in person.
 */
export const lendableRoles = [
  'committeeSecretary',
  'caseOfficer',
  'controller',
  'cooperationLead',
  'registrar',
  'archivist',
] as const satisfies readonly GrantedRole[];
export type LendableRole = (typeof lendableRoles)[number];

/** Somebody who acts in another's role on one body, from one day to another. */
export type StandIn = {
  readonly giverId: Id<'account'>;
  readonly giverName: string;
  readonly role: LendableRole;
  readonly bodyId: Id<'body'>;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
};

/** How long somebody stands in at most, before it is thought of again. */
export const longestStandIn = 366;

/** Those of somebody's own grants that can be lent on a body: given by hand, in a role that may be lent, never what was borrowed from a third. */
export function lendable(own: readonly RoleGrant[], bodyId: Id<'body'>): readonly RoleGrant[] {
  return own.filter(
    (grant) =>
      grant.onBehalfOf === undefined &&
      (lendableRoles as readonly string[]).includes(grant.role) &&
      (grant.bodyId === null || grant.bodyId === bodyId),
  );
}

/**
 * What a stand-in may do, as long as it is asked for: the giver's own role, on the one body, in the days that both the giver has it and it was lent.
 * A giver who loses the role, or whose account closes, lends nothing any more.
 */
export function borrowedGrants(standIns: readonly StandIn[], ownOf: (giverId: string) => readonly RoleGrant[]) {
  return standIns.flatMap((one) =>
    lendable(ownOf(one.giverId), one.bodyId)
      .filter(({ role }) => role === one.role)
      .map(
        (grant): RoleGrant => ({
          role: one.role,
          bodyId: one.bodyId,
          validFrom: later(grant.validFrom, one.validFrom),
          validTo: grant.validTo !== null && grant.validTo < one.validTo ? grant.validTo : one.validTo,
          source: 'standIn',
          onBehalfOf: { accountId: one.giverId, name: one.giverName },
        }),
      )
      .filter(({ validFrom, validTo }) => validTo === null || validFrom <= validTo),
  );
}

function later(one: CivilDate, other: CivilDate): CivilDate {
  return [one, other].toSorted()[1]!;
}

/** What is wrong with lending a role: to oneself, backwards, for too long, or more than one has. */
export function standInProblems(
  wanted: Omit<StandIn, 'giverName'> & { readonly receiverId: Id<'account'> },
  own: readonly RoleGrant[],
  today: CivilDate,
): readonly Problem[] {
  const longest = addDays(wanted.validFrom, longestStandIn);
  const held = lendable(own, wanted.bodyId).some(
    (grant) => grant.role === wanted.role && grantsOn([grant], wanted.validFrom).length > 0,
  );
  return [
    ...(wanted.giverId === wanted.receiverId ? [{ path: 'receiverId', key: 'standIn.oneself' }] : []),
    ...(wanted.validTo < wanted.validFrom ? [{ path: 'validTo', key: 'standIn.backwards' }] : []),
    ...(wanted.validTo < today ? [{ path: 'validTo', key: 'standIn.passed' }] : []),
    ...(wanted.validTo > longest ? [{ path: 'validTo', key: 'standIn.long', values: { longest } }] : []),
    ...(held ? [] : [{ path: 'role', key: 'standIn.notHeld' }]),
  ];
}
