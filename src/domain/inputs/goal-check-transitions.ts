import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** The states of a goal check. What was signed off is final: another view is the check of the next plan. */
export const goalCheckStates = {
  draft: { sv: 'utkast', en: 'draft' },
  signed: { sv: 'undertecknad', en: 'signed off' },
} as const satisfies Record<string, Localized>;
export type GoalCheckState = keyof typeof goalCheckStates;

/** A row says: in these states the action may be done, and it leads to that state. */
export const goalCheckTransitions = [
  { action: 'conclude', from: ['draft'], to: 'same', label: { sv: 'Skriva slutsatser', en: 'Write conclusions' } },
  { action: 'sign', from: ['draft'], to: 'signed', label: { sv: 'Underteckna', en: 'Sign off' } },
  {
    action: 'referTo',
    from: ['draft', 'signed'],
    to: 'same',
    label: { sv: 'Ange planen den ligger till grund för', en: 'Name the plan that it is the ground of' },
  },
] as const satisfies readonly Transition<GoalCheckState>[];
export type GoalCheckAction = (typeof goalCheckTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function goalCheckAfter(state: GoalCheckState, action: GoalCheckAction): GoalCheckState {
  return stateAfter(goalCheckTransitions, goalCheckStates, state, action);
}

/** Whether an action is in the table for this state. */
export function mayGoalCheck(state: GoalCheckState, action: GoalCheckAction): boolean {
  return isAllowedIn<GoalCheckState>(goalCheckTransitions, state, action);
}
