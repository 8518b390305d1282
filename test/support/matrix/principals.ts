import type { Role } from '../../../src/domain/access/index.ts';

/**
 * Who asks, in the matrix: fourteen that the threat model names, and three that the product knows besides. Each has a letter, by which the decision table
 * names it; `disqualified` is a member who has a conflict of interest in the matter at hand, and `suspended` a secretary whose account rests.
 */
export const matrixPrincipals = {
  N: { name: 'nobody', role: null },
  M: { name: 'member', role: 'member' },
  D: { name: 'deputy member', role: 'deputyMember' },
  J: { name: 'disqualified member', role: 'member' },
  P: { name: 'chair', role: 'chair' },
  S: { name: 'committee secretary', role: 'committeeSecretary' },
  H: { name: 'case officer', role: 'caseOfficer' },
  C: { name: 'controller', role: 'controller' },
  L: { name: 'cooperation lead', role: 'cooperationLead' },
  R: { name: 'registrar', role: 'registrar' },
  V: { name: 'auditor', role: 'auditor' },
  A: { name: 'administrator', role: 'administrator' },
  O: { name: 'operator', role: 'operator' },
  X: { name: 'suspended secretary', role: null },
  K: { name: 'archivist', role: 'archivist' },
  G: { name: 'guest', role: 'guest' },
  W: { name: 'holder of a link', role: 'linkHolder' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly role: Role | null }>>;

export type Letter = keyof typeof matrixPrincipals;
export const letters = Object.keys(matrixPrincipals) as readonly Letter[];
