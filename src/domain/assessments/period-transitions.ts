import type { Localized } from '../../kernel/language.ts';
import { stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** Whether a period takes contributions. What was said at a closed one stands, and its report can be written on firm ground. */
export const periodStates = {
  open: { sv: 'öppen', en: 'open' },
  closed: { sv: 'stängd', en: 'closed' },
} as const satisfies Record<string, Localized>;
export type PeriodState = keyof typeof periodStates;

/** A row says: in these states the action may be done, and it leads to that state. Nothing is written in a closed period; it is opened again first. */
export const periodTransitions = [
  { action: 'change', from: ['open'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
  { action: 'ask', from: ['open'], to: 'same', label: { sv: 'Begära in', en: 'Ask' } },
  { action: 'write', from: ['open'], to: 'same', label: { sv: 'Skriva', en: 'Write' } },
  { action: 'close', from: ['open'], to: 'closed', label: { sv: 'Stänga', en: 'Close' } },
  { action: 'reopen', from: ['closed'], to: 'open', label: { sv: 'Öppna igen', en: 'Reopen' } },
] as const satisfies readonly (Transition<PeriodState> & { readonly to: PeriodState | 'same' })[];
export type PeriodAction = (typeof periodTransitions)[number]['action'];

/** The state that an action leads a period to. Throws `record.wrongState` when the table has no such row. */
export function periodStateAfter(state: PeriodState, action: PeriodAction): PeriodState {
  return stateAfter(periodTransitions, periodStates, state, action);
}
