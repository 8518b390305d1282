import type { Localized } from '../../kernel/language.ts';
import { type Transition, transitionIn } from '../../kernel/transition-table.ts';

/** A decision is first a proposal in the notice; it is made in the meeting, and then it is what it is: a change is a new decision. */
export const decisionStates = {
  proposed: { sv: 'förslag', en: 'proposed' },
  made: { sv: 'fattat', en: 'made' },
} as const satisfies Record<string, Localized>;
export type DecisionState = keyof typeof decisionStates;
export const decisionStateCodes = Object.keys(decisionStates) as readonly DecisionState[];

type Row = Transition<DecisionState>;

/**
 * A row says: in these states the action may be done, and it leads to that state. What is not in the table cannot be done. `takeBack` is for a slip of
 * whoever keeps the minutes, before they are sent to be signed; nobody but the proceedings of the item does it.
 */
export const decisionTransitions = [
  { action: 'change', from: ['proposed'], to: 'same', label: { sv: 'Ändra förslaget', en: 'Change the proposal' } },
  { action: 'withdraw', from: ['proposed'], to: 'gone', label: { sv: 'Ta bort förslaget', en: 'Withdraw' } },
  { action: 'make', from: ['proposed'], to: 'made', label: { sv: 'Fatta beslutet', en: 'Make the decision' } },
  {
    action: 'takeBack',
    from: ['made'],
    to: 'proposed',
    label: { sv: 'Ta tillbaka beslutet', en: 'Take the decision back' },
  },
  { action: 'link', from: ['proposed', 'made'], to: 'same', label: { sv: 'Koppla uppdrag', en: 'Link an assignment' } },
] as const satisfies readonly Row[];
export type DecisionAction = (typeof decisionTransitions)[number]['action'];

/** Throws `record.wrongState` when the table has no row for the action in this state. */
export function requireDecisionAction(state: DecisionState, action: DecisionAction): void {
  transitionIn<DecisionState, Row>(decisionTransitions, decisionStates, state, action);
}
