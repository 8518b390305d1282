import type { Localized } from '../../kernel/language.ts';
import { stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How work that was handed to somebody stands. */
export const delegationStates = {
  offered: { sv: 'erbjudet', en: 'offered' },
  accepted: { sv: 'mottaget', en: 'accepted' },
  returned: { sv: 'lämnat tillbaka', en: 'returned' },
  takenBack: { sv: 'taget tillbaka', en: 'taken back' },
  done: { sv: 'klart', en: 'done' },
} as const satisfies Record<string, Localized>;
export type DelegationState = keyof typeof delegationStates;

/** Who of the two may do a step; `house` is the night, which sees that the work is done. */
export type DelegationSide = 'receiver' | 'giver' | 'house';

type Row = Transition<DelegationState> & { readonly to: DelegationState; readonly side: DelegationSide };

/** A row says: in these states, that side may do the action, and it leads to that state. What has ended stays as it ended. */
export const delegationTransitions = [
  {
    action: 'accept',
    from: ['offered'],
    to: 'accepted',
    side: 'receiver',
    label: { sv: 'Ta emot', en: 'Accept' },
  },
  {
    action: 'return',
    from: ['offered', 'accepted'],
    to: 'returned',
    side: 'receiver',
    label: { sv: 'Lämna tillbaka', en: 'Return' },
  },
  {
    action: 'takeBack',
    from: ['offered', 'accepted'],
    to: 'takenBack',
    side: 'giver',
    label: { sv: 'Ta tillbaka', en: 'Take back' },
  },
  {
    action: 'finish',
    from: ['offered', 'accepted'],
    to: 'done',
    side: 'house',
    label: { sv: 'Avsluta', en: 'Finish' },
  },
] as const satisfies readonly Row[];
export type DelegationAction = (typeof delegationTransitions)[number]['action'];

/** The side that does an action. */
export function sideOf(action: DelegationAction): DelegationSide {
  return delegationTransitions.find((row) => row.action === action)!.side;
}

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function delegationStateAfter(state: DelegationState, action: DelegationAction): DelegationState {
  return stateAfter<DelegationState>(delegationTransitions, delegationStates, state, action);
}

/** Whether the work is still with the one it was handed to. */
export function isHeld(state: DelegationState): boolean {
  return state === 'offered' || state === 'accepted';
}
