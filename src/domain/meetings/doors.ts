import type { Localized } from '../../kernel/language.ts';
import type { BodyRules } from '../organisation/index.ts';
import type { AgendaItem } from './agenda-item.ts';

/** Whether the public may listen to an item, and why not. */
export const doorReasons = {
  open: { sv: 'öppet för allmänheten', en: 'open to the public' },
  byRule: {
    sv: 'stängda dörrar: organet sammanträder inte öppet',
    en: 'closed doors: the body does not meet in public',
  },
  authority: { sv: 'stängda dörrar: myndighetsutövning', en: 'closed doors: exercise of public authority' },
  secrecy: { sv: 'stängda dörrar: sekretess', en: 'closed doors: secrecy' },
  byChoice: { sv: 'stängda dörrar: organet har bestämt det', en: 'closed doors: decided by the body' },
} as const satisfies Record<string, Localized>;
export type DoorReason = keyof typeof doorReasons;

/**
 * The doors of an item. R-KL-06 (kommunallagen 6:25): a nämnd meets behind closed doors unless it was allowed to meet in public, and always for
 * exercise of public authority and for what is secret. An assembly meets in public and closes its doors by a decision of its own (KL 5:42).
 */
export function doorsOf(
  item: Pick<AgendaItem, 'exercisesAuthority' | 'doorsClosed' | 'matter'>,
  { doors }: Pick<BodyRules, 'doors'>,
): DoorReason {
  if (doors !== 'public') {
    if (item.matter?.secret) return 'secrecy';
    if (item.exercisesAuthority) return 'authority';
    if (doors !== 'openAllowed') return 'byRule';
  }
  return item.doorsClosed ? 'byChoice' : 'open';
}
