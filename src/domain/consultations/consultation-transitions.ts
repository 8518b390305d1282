import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** How far a consultation has come. What was read in from a summary of answers was sent by somebody else and has no round here. */
export const consultationStates = {
  recorded: { sv: 'inläst', en: 'read in' },
  draft: { sv: 'utkast', en: 'draft' },
  sent: { sv: 'utskickad', en: 'sent' },
  closed: { sv: 'avslutad', en: 'closed' },
} as const satisfies Record<string, Localized>;
export type ConsultationState = keyof typeof consultationStates;

type Row = {
  readonly action: string;
  readonly from: readonly ConsultationState[];
  readonly to: ConsultationState | 'same';
  readonly label: Localized;
};

/**
 * A row says: in these states the action may be done, and it leads to that state. R-FL-3: a round is sent once, to everybody on the same day, so
 * nothing leads back to `draft`, and the question is not changed after it. Late answers come in until somebody closes the round.
 */
export const consultationTransitions = [
  { action: 'change', from: ['draft'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
  { action: 'send', from: ['draft'], to: 'sent', label: { sv: 'Skicka till alla', en: 'Send to all' } },
  { action: 'remind', from: ['sent'], to: 'same', label: { sv: 'Påminn', en: 'Remind' } },
  { action: 'giveTime', from: ['sent'], to: 'same', label: { sv: 'Ge anstånd', en: 'Give more time' } },
  { action: 'close', from: ['sent'], to: 'closed', label: { sv: 'Avsluta remissen', en: 'Close the consultation' } },
  { action: 'reopen', from: ['closed'], to: 'sent', label: { sv: 'Öppna igen', en: 'Open again' } },
  { action: 'answer', from: ['sent'], to: 'same', label: { sv: 'Registrera svar', en: 'Enter an answer' } },
] as const satisfies readonly Row[];
export type ConsultationAction = (typeof consultationTransitions)[number]['action'];

const rowOf = (action: ConsultationAction): Row => consultationTransitions.find((one) => one.action === action)!;

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function consultationStateAfter(state: ConsultationState, action: ConsultationAction): ConsultationState {
  const { from, to } = rowOf(action);
  if (!from.includes(state)) throw new AppError('record.wrongState', { state: consultationStates[state] });
  return to === 'same' ? state : to;
}

/** What can be done with a consultation in this state, for pages that show only that. */
export function consultationActionsIn(state: ConsultationState): readonly ConsultationAction[] {
  return consultationTransitions.filter((row: Row) => row.from.includes(state)).map(({ action }) => action);
}
