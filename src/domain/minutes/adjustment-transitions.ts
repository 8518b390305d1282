import type { Localized } from '../../kernel/language.ts';
import { stateAfter, type Transition } from '../../kernel/transition-table.ts';
import type { Action } from '../access/index.ts';

/** The states of one act of adjustment: of the whole minutes, or of one § at once (R-KL-54). */
export const adjustmentStates = {
  draft: { sv: 'inte skickad', en: 'not sent' },
  signing: { sv: 'väntar på underskrift', en: 'waiting for signatures' },
  returned: { sv: 'återlämnad', en: 'returned' },
  adjusted: { sv: 'justerad', en: 'adjusted' },
} as const satisfies Record<string, Localized>;
export type AdjustmentState = keyof typeof adjustmentStates;

type Row = Transition<AdjustmentState> & {
  readonly who: Action;
};

/**
 * A row says: in these states, who has this right may do the action, and it leads to that state. What is not in the table cannot be done; nothing
 * leads out of `adjusted`, which the database refuses as well.
 */
export const adjustmentTransitions = [
  {
    action: 'send',
    from: ['draft', 'returned'],
    to: 'signing',
    who: 'minutes.edit',
    label: { sv: 'Skicka på justering', en: 'Send for signing' },
  },
  { action: 'sign', from: ['signing'], to: 'same', who: 'minutes.sign', label: { sv: 'Skriv under', en: 'Sign' } },
  {
    action: 'return',
    from: ['signing'],
    to: 'returned',
    who: 'minutes.sign',
    label: { sv: 'Återlämna med kommentar', en: 'Return with a comment' },
  },
  {
    action: 'takeBack',
    from: ['signing'],
    to: 'returned',
    who: 'minutes.edit',
    label: { sv: 'Ta tillbaka', en: 'Take back' },
  },
  { action: 'finish', from: ['signing'], to: 'adjusted', who: 'minutes.sign', label: { sv: 'Justera', en: 'Adjust' } },
  {
    action: 'approve',
    from: ['draft', 'returned'],
    to: 'adjusted',
    who: 'minutes.edit',
    label: { sv: 'Godkänd vid nästa sammanträde', en: 'Approved at the next meeting' },
  },
] as const satisfies readonly Row[];
export type AdjustmentAction = (typeof adjustmentTransitions)[number]['action'];

/** The state that an act of adjustment gets by an action. Throws `record.wrongState` when the table has no such row. */
export function adjustmentStateAfter(state: AdjustmentState, action: AdjustmentAction): AdjustmentState {
  return stateAfter(adjustmentTransitions, adjustmentStates, state, action);
}
