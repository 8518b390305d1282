import type { Localized } from '../../kernel/language.ts';

/**
 * How secret a matter is. `open`: nothing but the public title exists. `restricted`: something in it may be secret and is tried each time it is
 * asked for (OSL 5:5: a mark is a warning, not a decision). `secret`: it is. A level above open names the provision (OSL 5:5, TF 2:20) and
 * lets the register hold a protected title beside the public one (OSL 5:2: kept apart, so that the rest can be public).
 */
export const secrecyLevels = {
  open: { sv: 'offentligt', en: 'public' },
  restricted: { sv: 'kan omfattas av sekretess', en: 'may be secret' },
  secret: { sv: 'sekretess', en: 'secret' },
} as const satisfies Record<string, Localized>;

export type SecrecyLevel = keyof typeof secrecyLevels;
