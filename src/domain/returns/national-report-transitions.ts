import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far a return that is worked on here has come. */
export const nationalReportStates = {
  answering: { sv: 'besvaras', en: 'being answered' },
  review: { sv: 'granskas', en: 'in review' },
  ready: { sv: 'klar för beslut', en: 'ready for decision' },
  approved: { sv: 'godkänd', en: 'approved' },
  sentIn: { sv: 'inskickad', en: 'sent in' },
} as const satisfies Record<string, Localized>;
export type NationalReportState = keyof typeof nationalReportStates;

/** A row says: in these states the action may be done, and it leads to that state. Approval freezes the answers; nothing is answered after it. */
export const nationalReportTransitions = [
  { action: 'assign', from: ['answering', 'review'], to: 'same', label: { sv: 'Dela ut', en: 'Give out' } },
  { action: 'answer', from: ['answering', 'review'], to: 'same', label: { sv: 'Besvara', en: 'Answer' } },
  { action: 'attach', from: ['answering', 'review'], to: 'same', label: { sv: 'Bifoga', en: 'Attach' } },
  { action: 'remark', from: ['answering', 'review'], to: 'same', label: { sv: 'Fråga', en: 'Ask' } },
  { action: 'remind', from: ['answering', 'review'], to: 'same', label: { sv: 'Påminna', en: 'Remind' } },
  {
    action: 'sendToReview',
    from: ['answering'],
    to: 'review',
    label: { sv: 'Lämna till granskning', en: 'Send to review' },
  },
  {
    action: 'takeBack',
    from: ['review', 'ready'],
    to: 'answering',
    label: { sv: 'Öppna för svar igen', en: 'Open for answers again' },
  },
  { action: 'markReady', from: ['review'], to: 'ready', label: { sv: 'Klar för beslut', en: 'Ready for decision' } },
  { action: 'approve', from: ['ready'], to: 'approved', label: { sv: 'Godkänn', en: 'Approve' } },
  { action: 'sendIn', from: ['approved'], to: 'sentIn', label: { sv: 'Skicka in', en: 'Send in' } },
] as const satisfies readonly (Transition<NationalReportState> & { readonly to: NationalReportState | 'same' })[];
export type NationalReportAction = (typeof nationalReportTransitions)[number]['action'];

/** The state that an action leads a return to. Throws `record.wrongState` when the table has no such row. */
export function nationalReportStateAfter(
  state: NationalReportState,
  action: NationalReportAction,
): NationalReportState {
  return stateAfter<NationalReportState>(nationalReportTransitions, nationalReportStates, state, action);
}

/** Whether an action can be done with a return in a state, for pages that show only what can be done. */
export function nationalReportMay(state: NationalReportState, action: NationalReportAction): boolean {
  return isAllowedIn<NationalReportState>(nationalReportTransitions, state, action);
}
