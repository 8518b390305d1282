import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { type BodyRules, becamePublic, type MinutesEvent } from '../organisation/index.ts';
import type { MinutesState } from './minutes-transitions.ts';

/**
 * When a paper of a meeting becomes an official document (allmän handling). R-TF-1, tryckfrihetsförordningen 2:10: minutes are drawn up when adjusted,
 * but not those of a body in matters that it only prepares; they become so when they are sent out or the matter is closed.
 */
export const publicBasis = {
  draft: { sv: 'utkast, ännu ingen allmän handling', en: 'a draft, not yet an official document' },
  preparing: {
    sv: 'justerat, men organet bereder bara: allmän handling först när det expedieras eller ärendet avslutas',
    en: 'adjusted, but the body only prepares: an official document when it is sent out or the matter is closed',
  },
  official: { sv: 'allmän handling', en: 'an official document' },
} as const satisfies Record<string, Localized>;
export type PublicBasis = keyof typeof publicBasis;

/** What the minutes are in the eyes of the law. A draft is nothing that anybody can ask for (R-TF-2, TF 2:12); what is archived always is (TF 2:12). */
export function publicStanding(
  rules: BodyRules,
  facts: {
    readonly state: MinutesState;
    readonly adjustedOn: CivilDate | null;
    readonly dispatched: boolean;
    readonly caseClosed: boolean;
  },
): PublicBasis {
  const { adjustedOn, dispatched, caseClosed, state } = facts;
  if (adjustedOn === null) return 'draft';
  if (state === 'archived') return 'official';
  const happened: MinutesEvent[] = [
    'adjustment',
    ...(dispatched ? (['dispatch'] as const) : []),
    ...(caseClosed ? (['caseClosed'] as const) : []),
  ];
  return becamePublic(rules, happened) ? 'official' : 'preparing';
}
