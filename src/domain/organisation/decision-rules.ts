import type { Localized } from '../../kernel/language.ts';
import type { BodyRules, Mandate, MandateOrigin } from './body-rules.ts';

/** Whether a body may decide something by itself: by its own power, by delegation when it was delegated, or only about its own budget and work (R-ORG-1). */
export function mayDecide(
  rules: BodyRules,
  what: { readonly delegated?: boolean; readonly ownBudget?: boolean } = {},
): boolean {
  if (rules.mayDecide === 'yes') return true;
  if (rules.mandate === 'delegated') return what.delegated === true;
  return rules.mandate === 'ownBudget' && what.ownBudget === true;
}

/** By whose power a body decides: its own, what was delegated to it, none, or in a group of officials that of each party (R-ORG-1, R-ORG-3). */
export type DecidingPower = Mandate | 'eachParty';

export function decidingPower({ mandate, mayDecide }: Pick<BodyRules, 'mandate' | 'mayDecide'>): DecidingPower {
  return mandate === 'eachParty' ? 'eachParty' : mayDecide;
}

const mandateNotices: Readonly<Record<MandateOrigin, Localized | undefined>> = {
  own: undefined,
  delegated: {
    sv: 'Organet beslutar bara det som har delegerats till det; annat förslås nämnden.',
    en: 'The body decides only what was delegated to it; anything else is proposed to its committee.',
  },
  ownBudget: {
    sv: 'Organet bereder och beslutar inte, utom om den egna budgeten. Det som ska beslutas lämnas som förslag.',
    en: 'The body prepares and does not decide, except about its own budget. What is to be decided goes on as a proposal.',
  },
  eachParty: {
    sv: 'Gruppen har inget eget mandat: det den enas om gäller genom varje huvudmans eget beslut eller delegation.',
    en: 'The group has no mandate of its own: what it agrees on holds through the decision or delegation of each party.',
  },
  none: {
    sv: 'Organet bereder och beslutar inte.',
    en: 'The body prepares and does not decide.',
  },
};

/** The sentence that an agenda, a screen and minutes show where it matters that a body cannot decide as a nämnd does; undefined where it can. */
export function mandateNotice(rules: BodyRules): Localized | undefined {
  return mandateNotices[rules.mandate];
}

/**
 * Who stands behind a decision of a body (R-ORG-3): the body is its one formal maker; in a group without a mandate of its own each of its parties
 * stands behind it by itself, and so many are needed for it to hold everywhere.
 */
export function standBehind<T>(rules: BodyRules, bodyItself: T, parties: readonly T[]): readonly T[] {
  return rules.mandate === 'eachParty' ? parties : [bodyItself];
}

/** What is voted on; elections and appointments are treated otherwise than matters. */
export const voteSubjects = {
  matter: { sv: 'sakfråga', en: 'matter' },
  election: { sv: 'val', en: 'election' },
  appointment: { sv: 'anställning', en: 'appointment of staff' },
} as const satisfies Record<string, Localized>;
export type VoteSubject = keyof typeof voteSubjects;

/** Whether a ballot may be closed: only in elections and appointments where votes are open by law (R-KL-31, KL 5:54). */
export function closedBallotAllowed(rules: BodyRules, subject: VoteSubject): boolean {
  return !rules.openVote || subject !== 'matter';
}

/** What decides when votes are equal (R-KL-32, KL 5:55–56): the chair's vote, or the lot in elections and appointments; nothing where no law says. */
export function tieBreaker(rules: BodyRules, subject: VoteSubject): 'castingVote' | 'lot' | 'none' {
  if (!rules.castingVote) return 'none';
  return subject === 'matter' ? 'castingVote' : 'lot';
}

/** How many votes table an item: a third of those present in an assembly, else more than half (R-KL-35, KL 5:50, 6:33). */
export function votesToTable(rules: BodyRules, voting: number): number {
  return rules.tabling === 'third' ? Math.ceil(voting / 3) : Math.floor(voting / 2) + 1;
}

/** The ways in which a member has another opinion recorded. */
export type StatementKind = 'reservation' | 'minutesNote' | 'specialStatement';

/**
 * Whether a statement is a right or needs the leave of the body (R-KL-37). Who took part in the decision may always reserve (KL 4:27); a note or a
 * special statement is granted. Where no reservation exists, everything is granted.
 */
export function statementStanding(rules: BodyRules, kind: StatementKind): 'right' | 'byLeave' {
  return kind === 'reservation' && rules.reservation ? 'right' : 'byLeave';
}
