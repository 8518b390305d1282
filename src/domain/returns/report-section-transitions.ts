import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** Whether those who answer a section have said that it is done. */
export const reportSectionStates = {
  asked: { sv: 'besvaras', en: 'being answered' },
  ready: { sv: 'klart', en: 'ready' },
} as const satisfies Record<string, Localized>;
export type ReportSectionState = keyof typeof reportSectionStates;

/** A row says: in these states the action may be done, and it leads to that state. A ready section is opened again before it is changed. */
export const reportSectionTransitions = [
  { action: 'answer', from: ['asked'], to: 'same', label: { sv: 'Besvara', en: 'Answer' } },
  { action: 'markReady', from: ['asked'], to: 'ready', label: { sv: 'Markera klart', en: 'Mark ready' } },
  { action: 'reopen', from: ['ready'], to: 'asked', label: { sv: 'Öppna igen', en: 'Reopen' } },
] as const satisfies readonly (Transition<ReportSectionState> & { readonly to: ReportSectionState | 'same' })[];
export type ReportSectionAction = (typeof reportSectionTransitions)[number]['action'];

/** The state that an action leads a section to. Throws `record.wrongState` when the table has no such row. */
export function reportSectionStateAfter(state: ReportSectionState, action: ReportSectionAction): ReportSectionState {
  return stateAfter<ReportSectionState>(reportSectionTransitions, reportSectionStates, state, action);
}

/** Whether an action can be done with a section in a state. */
export function reportSectionMay(state: ReportSectionState, action: ReportSectionAction): boolean {
  return isAllowedIn<ReportSectionState>(reportSectionTransitions, state, action);
}
