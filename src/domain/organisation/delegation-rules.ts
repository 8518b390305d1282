import type { Localized } from '../../kernel/language.ts';
import type { BodyRules } from './body-rules.ts';

/** What a nämnd may never hand on (R-KL-38, KL 6:38 and 5:1): these it decides itself. */
export const neverDelegated = {
  goals: { sv: 'verksamhetens mål, inriktning, omfattning eller kvalitet', en: 'goals, direction, scope or quality' },
  toAssembly: { sv: 'framställningar och yttranden till fullmäktige', en: 'submissions and answers to the assembly' },
  principledAuthority: {
    sv: 'myndighetsutövning av principiell beskaffenhet eller större vikt',
    en: 'exercise of authority that is a matter of principle or of great weight',
  },
  citizenProposal: {
    sv: 'medborgarförslag som överlåtits till nämnden',
    en: 'citizens’ proposals handed to the committee',
  },
  namedInLaw: { sv: 'ärenden som enligt lag inte får delegeras', en: 'matters that an act says may not be delegated' },
} as const satisfies Record<string, Localized>;
export type NeverDelegated = keyof typeof neverDelegated;

/** To whom a nämnd may hand on decisions (R-KL-39, KL 6:37–38 and 7:5–8). */
export const delegates = {
  presidium: { sv: 'presidiet', en: 'the presidium' },
  subCommittee: { sv: 'utskott', en: 'a sub-committee' },
  member: { sv: 'ledamot', en: 'a member' },
  deputy: { sv: 'ersättare', en: 'a deputy' },
  employee: { sv: 'anställd', en: 'an employee' },
  automatic: { sv: 'automatiserad beslutsfunktion', en: 'automated decision-making' },
} as const satisfies Record<string, Localized>;
export type Delegate = keyof typeof delegates;

/** The delegates who may hand on what they were given: the head of an administration to others in it, when the nämnd has allowed it (KL 7:6). */
export function maySubdelegate(delegate: Delegate, allowedByCommittee: boolean): boolean {
  return delegate === 'employee' && allowedByCommittee;
}

/** Whether a body may hand a kind of matter to a delegate (R-KL-38, R-KL-39). An automated function may not decide what KL chapter 13 is appealed by. */
export function mayDelegate(
  rules: BodyRules,
  matter: { readonly subject: NeverDelegated | 'other'; readonly legalityReview: boolean },
  to: Delegate,
): boolean {
  if (!rules.mayDelegate || matter.subject !== 'other') return false;
  return to !== 'automatic' || !matter.legalityReview;
}

/** How a delegated decision was made: by a standing delegation, or by the chair because it could not wait (KL 6:39). */
export type DelegatedDecisionKind = 'urgentByChair' | 'delegated';

/**
 * What is to be done with a delegated decision (R-KL-40, KL 6:39–40 and 8:10). One that could not wait is reported at the next meeting. Of others
 * the nämnd decides which it wants to hear of; those it does not and that can be appealed have minutes of their own, announced on the board.
 */
export function delegatedDecisionDuty(
  rules: BodyRules,
  decision: { readonly kind: DelegatedDecisionKind; readonly reported: boolean; readonly appealable: boolean },
): 'reportAtNextMeeting' | 'report' | 'ownMinutesOnBoard' | 'none' {
  if (!rules.mayDelegate && !rules.urgentByChair) return 'none';
  if (decision.kind === 'urgentByChair') return 'reportAtNextMeeting';
  if (decision.reported) return 'report';
  return decision.appealable ? 'ownMinutesOnBoard' : 'none';
}

/** The points that stand on the agenda of every meeting of a body by law, in their printed words. */
export const standingItems = {
  delegatedDecisions: {
    title: { sv: 'Anmälan av delegationsbeslut', en: 'Report of delegated decisions' },
    ruleId: 'R-KL-40',
    source: 'kommunallagen 6:39–40',
  },
} as const satisfies Record<string, { readonly title: Localized; readonly ruleId: string; readonly source: string }>;
export type StandingItem = keyof typeof standingItems;

/** Which standing points a body has on its agenda: only one that can delegate hears of delegated decisions (R-KL-40). */
export function standingItemsOf(rules: BodyRules): readonly StandingItem[] {
  return rules.mayDelegate || rules.urgentByChair ? ['delegatedDecisions'] : [];
}
