import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far a deviation has come. */
export const deviationStates = {
  reported: { sv: 'rapporterad', en: 'reported' },
  received: { sv: 'mottagen', en: 'received' },
  investigated: { sv: 'utreds', en: 'being investigated' },
  actionDecided: { sv: 'åtgärd bestämd', en: 'action decided' },
  feedbackGiven: { sv: 'återkopplad', en: 'feedback given' },
  closed: { sv: 'avslutad', en: 'closed' },
  sentElsewhere: { sv: 'hanteras i annat system', en: 'handled in another system' },
} as const satisfies Record<string, Localized>;
export type DeviationState = keyof typeof deviationStates;
export const deviationStateCodes = Object.keys(deviationStates) as readonly DeviationState[];

type Row = Transition<DeviationState> & {
  readonly to: DeviationState | 'same';
  /** What the person who does it must write, if anything. */
  readonly note: Localized | null;
  /** What is said of it when it has been done. */
  readonly done: Localized;
};

/**
 * A row says: in these states the action may be done, and it leads to that state. Whoever reported is told what was decided before a deviation is closed;
 * what turns out to concern one person is sent to the system where that person's care is handled.
 */
export const deviationTransitions = [
  {
    action: 'receive',
    done: { sv: 'Mottagen', en: 'Received' },
    from: ['reported'],
    to: 'received',
    note: null,
    label: { sv: 'Ta emot', en: 'Receive' },
  },
  {
    action: 'investigate',
    done: { sv: 'Utredning påbörjad', en: 'Investigation begun' },
    from: ['received'],
    to: 'investigated',
    note: null,
    label: { sv: 'Börja utreda', en: 'Begin to investigate' },
  },
  {
    action: 'decideAction',
    done: { sv: 'Åtgärd bestämd', en: 'Action decided' },
    from: ['received', 'investigated'],
    to: 'actionDecided',
    note: { sv: 'Vad som ska göras', en: 'What is to be done' },
    label: { sv: 'Bestäm åtgärd', en: 'Decide on action' },
  },
  {
    action: 'giveFeedback',
    done: { sv: 'Återkopplad', en: 'Feedback given' },
    from: ['actionDecided'],
    to: 'feedbackGiven',
    note: { sv: 'Återkoppling till den som rapporterade', en: 'Feedback to whoever reported' },
    label: { sv: 'Återkoppla', en: 'Give feedback' },
  },
  {
    action: 'close',
    done: { sv: 'Avslutad', en: 'Closed' },
    from: ['feedbackGiven'],
    to: 'closed',
    note: null,
    label: { sv: 'Avsluta', en: 'Close' },
  },
  {
    action: 'reopen',
    done: { sv: 'Öppnad igen', en: 'Opened again' },
    from: ['feedbackGiven', 'closed'],
    to: 'investigated',
    note: { sv: 'Varför den öppnas igen', en: 'Why it is opened again' },
    label: { sv: 'Öppna igen', en: 'Open again' },
  },
  {
    action: 'sendElsewhere',
    done: { sv: 'Förd till annat system', en: 'Taken to another system' },
    from: ['reported', 'received', 'investigated'],
    to: 'sentElsewhere',
    note: { sv: 'Vart den har förts och varför', en: 'Where it was taken, and why' },
    label: { sv: 'För till annat system', en: 'Take to another system' },
  },
  {
    action: 'takeIn',
    done: { sv: 'Svar från huvudmannen', en: 'Answer from the principal' },
    from: ['reported', 'received', 'investigated', 'actionDecided', 'feedbackGiven', 'closed', 'sentElsewhere'],
    to: 'same',
    note: null,
    label: { sv: 'Svar från huvudmannen', en: 'Answer from the principal' },
  },
  {
    action: 'report',
    done: { sv: 'Rapporterad', en: 'Reported' },
    from: [],
    to: 'reported',
    note: null,
    label: { sv: 'Rapporterad', en: 'Reported' },
  },
  {
    action: 'askComment',
    done: { sv: 'Synpunkter begärda', en: 'Comments asked for' },
    from: ['received', 'investigated', 'actionDecided'],
    to: 'same',
    note: null,
    label: { sv: 'Inhämta synpunkter', en: 'Ask for comments' },
  },
  {
    action: 'improve',
    done: { sv: 'Förd till förbättringsarbete', en: 'Taken to an improvement' },
    from: ['received', 'investigated', 'actionDecided', 'feedbackGiven', 'closed'],
    to: 'same',
    note: null,
    label: { sv: 'För till förbättringsarbete', en: 'Take to an improvement' },
  },
] as const satisfies readonly Row[];
export type DeviationAction = (typeof deviationTransitions)[number]['action'];

/** What moves a deviation from one state to another by hand. */
export type DeviationMove = Exclude<DeviationAction, 'report' | 'takeIn' | 'askComment' | 'improve'>;
export const deviationMoves: readonly DeviationMove[] = deviationTransitions
  .map(({ action }) => action)
  .filter((one) => one !== 'report' && one !== 'takeIn' && one !== 'askComment' && one !== 'improve');

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function deviationStateAfter(state: DeviationState, action: DeviationAction): DeviationState {
  return stateAfter<DeviationState>(deviationTransitions, deviationStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayDeviate(state: DeviationState, action: DeviationAction): boolean {
  return isAllowedIn<DeviationState>(deviationTransitions, state, action);
}

/** What must be written when a deviation is moved; null when nothing has to be. */
export function noteOf(move: DeviationMove): Localized | null {
  const rows: readonly Row[] = deviationTransitions;
  return rows.find(({ action }) => action === move)?.note ?? null;
}
