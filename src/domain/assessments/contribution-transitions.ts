import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** What has become of a contribution that was asked for. How far the text has come is told by its standing, which is computed. */
export const contributionStates = {
  asked: { sv: 'begärt', en: 'asked for' },
  ready: { sv: 'klart', en: 'ready' },
  withdrawn: { sv: 'behövs inte', en: 'not needed' },
} as const satisfies Record<string, Localized>;
export type ContributionState = keyof typeof contributionStates;

/** A row says: in these states the action may be done, and it leads to that state. A ready text is opened again before it is changed. */
export const contributionTransitions = [
  { action: 'write', from: ['asked'], to: 'same', label: { sv: 'Skriva', en: 'Write' } },
  { action: 'markReady', from: ['asked'], to: 'ready', label: { sv: 'Markera klart', en: 'Mark ready' } },
  { action: 'reopen', from: ['ready'], to: 'asked', label: { sv: 'Öppna igen', en: 'Reopen' } },
  { action: 'remind', from: ['asked'], to: 'same', label: { sv: 'Påminna', en: 'Remind' } },
  { action: 'withdraw', from: ['asked'], to: 'withdrawn', label: { sv: 'Behövs inte', en: 'Not needed' } },
  { action: 'askAgain', from: ['withdrawn'], to: 'asked', label: { sv: 'Begära igen', en: 'Ask again' } },
] as const satisfies readonly (Transition<ContributionState> & { readonly to: ContributionState | 'same' })[];
export type ContributionAction = (typeof contributionTransitions)[number]['action'];

/** The state that an action leads a contribution to. Throws `record.wrongState` when the table has no such row. */
export function contributionStateAfter(state: ContributionState, action: ContributionAction): ContributionState {
  return stateAfter(contributionTransitions, contributionStates, state, action);
}

/** Whether an action can be done with a contribution in a state, for pages that show only what can be done. */
export function contributionMay(state: ContributionState, action: ContributionAction): boolean {
  return isAllowedIn(contributionTransitions, state, action);
}
