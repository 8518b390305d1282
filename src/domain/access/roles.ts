import type { Localized } from '../../kernel/language.ts';

/** The roles a person can hold, for the whole tenant or on one body. `operator` is who runs the command line on the server itself. */
export const roles = {
  committeeSecretary: { sv: 'nämndsekreterare', en: 'committee secretary' },
  caseOfficer: { sv: 'handläggare', en: 'case officer' },
  chair: { sv: 'ordförande', en: 'chair' },
  member: { sv: 'ledamot', en: 'member' },
  deputyMember: { sv: 'ersättare', en: 'deputy member' },
  controller: { sv: 'controller', en: 'controller' },
  cooperationLead: { sv: 'samverkansledare', en: 'cooperation lead' },
  archivist: { sv: 'arkivarie', en: 'archivist' },
  administrator: { sv: 'administratör', en: 'administrator' },
  operator: { sv: 'driftansvarig', en: 'operator' },
} as const satisfies Record<string, Localized>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as readonly Role[];
