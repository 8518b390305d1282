import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { nameKey } from '../organisation/index.ts';

/**
 * Where a principal stands to what a group without a mandate of its own agreed (R-ORG-3: the group is the one formal maker of its decision, and it
 * holds for a principal through that one's own mandate). What nobody has said yet is no code: it is shown as missing.
 */
export const principalStandKinds = {
  standsBehind: { sv: 'står bakom', en: 'stands behind it' },
  needsOwnDecision: { sv: 'behöver eget beslut', en: 'needs a decision of its own' },
  doesNotStand: { sv: 'står inte bakom', en: 'does not stand behind it' },
} as const satisfies Record<string, Localized>;
export type PrincipalStandKind = keyof typeof principalStandKinds;
export const principalStandCodes = Object.keys(principalStandKinds) as readonly PrincipalStandKind[];

/** Where one principal stands to one decision; `stand` is null while nobody has said. */
export type PrincipalStand = {
  readonly decisionId: Id<'decision'>;
  readonly version: number;
  readonly principalId: Id<'body'>;
  readonly principal: string;
  readonly stand: PrincipalStandKind | null;
  /** The day on which the principal decided by itself; from then on it stands behind the decision. */
  readonly ownDecisionOn: CivilDate | null;
  readonly note: string | null;
};

/** Who stood behind a proposal before it was decided (seed 003: a steering group), and when if it is known. */
export type Endorsement = { readonly endorsedBy: string; readonly endorsedOn: CivilDate | null };

/** The endorsements that were written as lines and those that bodies answered one by one, each body once: what was answered knows its day best. */
export function bothEndorsements(
  written: readonly Endorsement[] = [],
  answered: readonly Endorsement[] = [],
): readonly Endorsement[] {
  const names = new Set(answered.map(({ endorsedBy }) => nameKey(endorsedBy)));
  return [...written.filter(({ endorsedBy }) => !names.has(nameKey(endorsedBy))), ...answered];
}

/** Whether the decision holds for a principal: it stands behind it, or has decided so by itself. */
export function holdsFor({ stand, ownDecisionOn }: Pick<PrincipalStand, 'stand' | 'ownDecisionOn'>): boolean {
  return stand === 'standsBehind' || (stand === 'needsOwnDecision' && ownDecisionOn !== null);
}

/** A decision by who stands where: for whom it holds, who must decide first, who stays out, and who has not said. */
export type Backing = {
  readonly holds: readonly PrincipalStand[];
  readonly awaited: readonly PrincipalStand[];
  readonly against: readonly PrincipalStand[];
  readonly unsaid: readonly PrincipalStand[];
  /** Whether it holds with all; a decision without principals holds with nobody. */
  readonly everywhere: boolean;
};

export function backingOf(stands: readonly PrincipalStand[]): Backing {
  const holds = stands.filter(holdsFor);
  return {
    holds,
    awaited: stands.filter((one) => one.stand === 'needsOwnDecision' && one.ownDecisionOn === null),
    against: stands.filter((one) => one.stand === 'doesNotStand'),
    unsaid: stands.filter((one) => one.stand === null),
    everywhere: stands.length > 0 && holds.length === stands.length,
  };
}

/** The sentences of minutes about who stands where: "Står bakom beslutet: A och B." None for a decision nobody was asked about. */
export function backingSentences(stands: readonly PrincipalStand[]): readonly string[] {
  const { holds, awaited, against, unsaid, everywhere } = backingOf(stands);
  if (unsaid.length === stands.length) return [];
  const named = (those: readonly PrincipalStand[]) =>
    those.map(({ principal, note }) => (note ? `${principal} (${note})` : principal)).join(', ');
  if (everywhere && holds.every(({ note, ownDecisionOn }) => !note && !ownDecisionOn))
    return [`Samtliga ${stands.length} huvudmän står bakom beslutet.`];
  return [
    ...(holds.length > 0 ? [`Står bakom beslutet: ${named(holds)}.`] : []),
    ...(awaited.length > 0 ? [`Behöver eget beslut: ${named(awaited)}.`] : []),
    ...(against.length > 0 ? [`Står inte bakom beslutet: ${named(against)}.`] : []),
    ...(unsaid.length > 0 ? [`Har inte lämnat besked: ${named(unsaid)}.`] : []),
  ];
}

/** The sentence about who endorsed the proposal: "Styrgruppen har ställt sig bakom förslaget." */
export function endorsementSentence({ endorsedBy, endorsedOn }: Endorsement): string {
  return `${endorsedBy} har ${endorsedOn ? `den ${endorsedOn} ` : ''}ställt sig bakom förslaget.`;
}
