import type { BodyRules } from './body-rules.ts';

/** What is confirmed of each member who takes part at a distance: sound and picture at once, and all see and hear each other (KL 5:16). */
export type RemoteConfirmation = { readonly realTime: boolean; readonly allSeeAndHear: boolean };

/**
 * Whether members may take part at a distance (R-KL-05, KL 6:24 and 5:16): a nämnd only where the assembly has decided it. A chefsgrupp and a
 * beredning are bound by no such section and decide for themselves.
 */
export function mayTakePartRemotely(rules: BodyRules): boolean {
  return rules.remote === 'allowed' || rules.remote === 'free';
}

/** Whether a member at a distance counts as present: it is allowed, and what KL 5:16 asks for is confirmed where it binds (R-KL-05). */
export function countsAsPresentRemotely(rules: BodyRules, confirmed: RemoteConfirmation): boolean {
  return rules.remote === 'free' || (rules.remote === 'allowed' && confirmed.realTime && confirmed.allSeeAndHear);
}

/** Whether a deputy may speak: always while serving (R-KL-22), else when the assembly has said so (R-KL-04, KL 6:17). */
export function deputyMaySpeak(rules: BodyRules, serving: boolean): boolean {
  return serving || rules.deputyMaySpeak;
}

/** Whether a deputy may have an opinion recorded: while serving as a member (R-KL-22), else when the assembly has said so (R-KL-04, KL 6:17). */
export function deputyMayRecordOpinion(rules: BodyRules, serving: boolean): boolean {
  return serving || rules.deputyMayRecordOpinion;
}

/** The rights of a member in an item. */
export type MemberRight = 'speak' | 'move' | 'vote' | 'reserve' | 'recordOpinion';

/**
 * Whether a deputy has one of the rights of a member (R-KL-22, KL 4:22): all of them while serving, and of the others only those that the assembly
 * has given (R-KL-04). A body without such seats gives them by its own habit, and no rule here speaks of it.
 */
export function deputyHasRight(rules: BodyRules, right: MemberRight, serving: boolean): boolean {
  if (right === 'speak') return deputyMaySpeak(rules, serving);
  if (right === 'recordOpinion') return deputyMayRecordOpinion(rules, serving);
  if (right === 'reserve') return serving && rules.reservation;
  return serving;
}

/** What a quorum is computed by. */
export type QuorumRule = {
  /** Whether more than half of the seats must be filled (R-KL-23); a body without the rule is never below it. */
  readonly needed: boolean;
  /** Whether those who are disqualified may take it below without stopping it (R-KL-25, KL 5:46: the assembly alone). */
  readonly mayFallByDisqualification: boolean;
};

/** The rule by which a body is able to decide (KL 6:27, 5:45–46). */
export function quorumRuleOf(rules: BodyRules): QuorumRule {
  return { needed: rules.quorumNeeded, mayFallByDisqualification: rules.actsBelowQuorumByDisqualification };
}
