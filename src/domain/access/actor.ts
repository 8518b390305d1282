import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Action } from './actions.ts';
import type { Role } from './roles.ts';

/** A role that someone holds: on one body, or in the whole tenant when `bodyId` is null, between two dates. */
export type RoleGrant = {
  readonly role: Role;
  readonly bodyId: Id<'body'> | null;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  /** Where it comes from when nobody gave it by hand: a seat that is held, or another who lent it. */
  readonly source?: 'seat' | 'standIn';
  /** For whom one acts in it, when it was lent. */
  readonly onBehalfOf?: { readonly accountId: Id<'account'>; readonly name: string };
};

/** Someone who acts: a signed-in account with the roles that hold today, or the operator at the command line (`accountId` null). */
export type Actor = {
  readonly tenantId: Id<'tenant'>;
  readonly accountId: Id<'account'> | null;
  readonly name: string;
  /** The name of the authority that the account belongs to, for the head of the page. */
  readonly authority?: string;
  readonly language: Language;
  readonly grants: readonly RoleGrant[];
  /** The actions that the roles are good for here, when somebody acts through a key that was given no more. */
  readonly only?: readonly Action[];
};

/** The grants that hold on a date: roles come and go with mandates. */
export function grantsOn(grants: readonly RoleGrant[], date: CivilDate): readonly RoleGrant[] {
  return grants.filter((grant) => grant.validFrom <= date && (grant.validTo === null || date <= grant.validTo));
}

/** The operator of the installation, who loads demonstration data and runs the command line on the server. */
export function operatorOf(tenantId: Id<'tenant'>, name = 'Driftansvarig'): Actor {
  return {
    tenantId,
    accountId: null,
    name,
    language: 'sv',
    grants: [{ role: 'operator', bodyId: null, validFrom: '1900-01-01', validTo: null }],
  };
}

/** Who holds a link or a code of a letter, a slip or a screen: without account, for one body, in the role that may answer and nothing else. */
export function linkHolderOf(tenantId: Id<'tenant'>, name: string, bodyId: Id<'body'> | null): Actor {
  return {
    tenantId,
    accountId: null,
    name,
    language: 'sv',
    grants: [{ role: 'linkHolder', bodyId, validFrom: '1900-01-01', validTo: null }],
  };
}
