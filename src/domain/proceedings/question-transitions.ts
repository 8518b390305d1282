import type { Localized } from '../../kernel/language.ts';
import { stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** A question waits for its answer; what was not answered goes on to the next meeting, where it is a question of its own. */
export const questionStates = {
  announced: { sv: 'anmäld', en: 'announced' },
  answered: { sv: 'besvarad', en: 'answered' },
  carried: { sv: 'förd till nästa sammanträde', en: 'carried to the next meeting' },
  withdrawn: { sv: 'återtagen', en: 'withdrawn' },
} as const satisfies Record<string, Localized>;
export type QuestionState = keyof typeof questionStates;

type Row = Transition<QuestionState>;

/** A row says: in these states the action may be done, and it leads to that state. What is not in the table cannot be done. */
export const questionTransitions = [
  { action: 'answer', from: ['announced', 'answered'], to: 'answered', label: { sv: 'Besvara', en: 'Answer' } },
  {
    action: 'carry',
    from: ['announced'],
    to: 'carried',
    label: { sv: 'För till nästa sammanträde', en: 'Carry to the next meeting' },
  },
  { action: 'withdraw', from: ['announced'], to: 'withdrawn', label: { sv: 'Återta', en: 'Withdraw' } },
] as const satisfies readonly Row[];
export type QuestionAction = (typeof questionTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function questionStateAfter(state: QuestionState, action: QuestionAction): QuestionState {
  return stateAfter(questionTransitions, questionStates, state, action);
}
