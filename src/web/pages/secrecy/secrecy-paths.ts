import type { MarkableNoun } from '../../../domain/secrecy/index.ts';

/** The addresses of marks of secrecy and masked copies. */
export const secrecyPaths = {
  marks: '/sekretess',
  mark: '/sekretess/markera',
  copies: '/sekretess/maskade-kopior',
} as const;

/** How the nouns whose fields can be marked are called in addresses. */
export const markableSlugs = {
  handling: 'document',
  arendepunkt: 'agendaItem',
  beslut: 'decision',
  'att-sats': 'decisionClause',
  uppdrag: 'assignment',
  uppgift: 'decisionTask',
} as const satisfies Readonly<Record<string, MarkableNoun>>;
export type MarkableSlug = keyof typeof markableSlugs;
export const markableSlugNames = Object.keys(markableSlugs) as unknown as readonly [MarkableSlug, ...MarkableSlug[]];
