import type { Localized } from '../../kernel/language.ts';

/**
 * The roles that somebody acts in, for the whole tenant or on one body. Two are given to nobody: `operator` is who runs the command line on the
 * server itself, and `linkHolder` is who has a link or a code from a letter, a slip or a screen, and may answer what it leads to and nothing else.
 */
export const roles = {
  committeeSecretary: { sv: 'nämndsekreterare', en: 'committee secretary' },
  caseOfficer: { sv: 'handläggare', en: 'case officer' },
  chair: { sv: 'ordförande', en: 'chair' },
  member: { sv: 'ledamot', en: 'member' },
  deputyMember: { sv: 'ersättare', en: 'deputy member' },
  controller: { sv: 'controller', en: 'controller' },
  cooperationLead: { sv: 'samverkansledare', en: 'cooperation lead' },
  archivist: { sv: 'arkivarie', en: 'archivist' },
  registrar: { sv: 'registrator', en: 'registrar' },
  auditor: { sv: 'revisor', en: 'auditor' },
  guest: { sv: 'gäst', en: 'guest' },
  administrator: { sv: 'administratör', en: 'administrator' },
  operator: { sv: 'driftansvarig', en: 'operator' },
  linkHolder: { sv: 'svarande med länk', en: 'respondent with a link' },
} as const satisfies Record<string, Localized>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as readonly Role[];

/** The roles that an account can be given. */
export type GrantedRole = Exclude<Role, 'operator' | 'linkHolder'>;
export const grantedRoles = roleNames.filter(
  (role): role is GrantedRole => role !== 'operator' && role !== 'linkHolder',
);
