import type { Localized } from '../../kernel/language.ts';

type LevelRow = {
  readonly label: Localized;
  /** The place in the order: what is made of several things is as secret as the most secret of them. */
  readonly rank: number;
  /** Who may read what has the level: `everybody`, those who work in the `authority`, or who may read what is `protected` in the body. */
  readonly readBy: 'everybody' | 'authority' | 'protected';
  /** A mark of secrecy names its provision, and nothing else may have the look of one (TF 2:20). */
  readonly needsProvision: boolean;
};

/**
 * How secret something is, from open to what could hurt a person whose address is protected. The order is total, so that two levels always have a
 * higher one. `workingMaterial` and `internal` are no secrecy: the one is no public document yet (TF 2:12), the other none that the authority lays
 * out by itself; both are read inside the house. `secret` is what a provision of the OSL may cover: a mark is a warning and no decision, and each
 * request is tried (OSL 5:5). `protectedPerson` is about somebody with protected personal data (OSL 21:3, 22:1).
 */
export const secrecyLevels = {
  open: {
    label: { sv: 'offentligt', en: 'public' },
    rank: 0,
    readBy: 'everybody',
    needsProvision: false,
  },
  workingMaterial: {
    label: { sv: 'arbetsmaterial', en: 'working material' },
    rank: 1,
    readBy: 'authority',
    needsProvision: false,
  },
  internal: {
    label: { sv: 'internt', en: 'internal' },
    rank: 2,
    readBy: 'authority',
    needsProvision: false,
  },
  secret: {
    label: { sv: 'sekretess', en: 'secret' },
    rank: 3,
    readBy: 'protected',
    needsProvision: true,
  },
  protectedPerson: {
    label: { sv: 'skyddade personuppgifter', en: 'protected personal data' },
    rank: 4,
    readBy: 'protected',
    needsProvision: true,
  },
} as const satisfies Record<string, LevelRow>;

export type SecrecyLevel = keyof typeof secrecyLevels;
export const secrecyLevelCodes = Object.keys(secrecyLevels) as readonly SecrecyLevel[];

/** The levels that everybody who works in the authority may read: what SQL asks for in place of "open". */
export const readableLevels: readonly SecrecyLevel[] = secrecyLevelCodes.filter(
  (level) => secrecyLevels[level].readBy !== 'protected',
);

/** Whether something of this level is kept from those who may not read what is protected. A code that nobody knows is: deny wins. */
export function isWithheld(level: string | null | undefined): boolean {
  if (level === null || level === undefined) return false;
  return !(readableLevels as readonly string[]).includes(level);
}

/** Whether something of this level may be laid before everybody as it is. */
export function isPublic(level: SecrecyLevel): boolean {
  return secrecyLevels[level].readBy === 'everybody';
}

/** The highest of some levels; open when there is none. A code that nobody knows counts as the highest of all: deny wins. */
export function highestLevel(levels: Iterable<string>): SecrecyLevel {
  let highest: SecrecyLevel = 'open';
  for (const level of levels) {
    const known: SecrecyLevel = isLevel(level) ? level : 'protectedPerson';
    if (secrecyLevels[known].rank > secrecyLevels[highest].rank) highest = known;
  }
  return highest;
}

/** Whether a text is the code of a level. */
export function isLevel(text: string): text is SecrecyLevel {
  return Object.hasOwn(secrecyLevels, text);
}
