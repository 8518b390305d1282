import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far a disposal (gallring) has come. */
export const disposalStates = {
  proposed: { sv: 'föreslagen', en: 'proposed' },
  approved: { sv: 'godkänd', en: 'approved' },
  returned: { sv: 'återlämnad', en: 'returned' },
  carriedOut: { sv: 'verkställd', en: 'carried out' },
} as const satisfies Record<string, Localized>;
export type DisposalState = keyof typeof disposalStates;

/** A row says: in these states the action may be done, and it leads to that state. One proposes, another approves; nothing leads out of what was carried out. */
export const disposalTransitions = [
  {
    action: 'approve',
    from: ['proposed'],
    to: 'approved',
    label: { sv: 'Godkänn', en: 'Approve' },
  },
  {
    action: 'return',
    from: ['proposed', 'approved'],
    to: 'returned',
    label: { sv: 'Återlämna', en: 'Return' },
  },
  {
    action: 'carryOut',
    from: ['approved'],
    to: 'carriedOut',
    label: { sv: 'Verkställ gallringen', en: 'Carry out the disposal' },
  },
] as const satisfies readonly (Transition<DisposalState> & { readonly to: DisposalState })[];
export type DisposalAction = (typeof disposalTransitions)[number]['action'];

export function disposalStateAfter(state: DisposalState, action: DisposalAction): DisposalState {
  return stateAfter<DisposalState>(disposalTransitions, disposalStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayDispose(state: DisposalState, action: DisposalAction): boolean {
  return isAllowedIn<DisposalState>(disposalTransitions, state, action);
}
