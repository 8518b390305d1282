import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far a round of joint self-assessments has come. */
export const assessmentRoundStates = {
  preparing: { sv: 'förbereds', en: 'being prepared' },
  open: { sv: 'pågår', en: 'under way' },
  closed: { sv: 'avslutad', en: 'closed' },
} as const satisfies Record<string, Localized>;
export type AssessmentRoundState = keyof typeof assessmentRoundStates;

/**
 * A row says: in these states the action may be done, and it leads to that state. A closed round stays closed: the view over all units is made from it,
 * and whoever saw that view before and after one more answer could take the one from the other.
 */
export const assessmentRoundTransitions = [
  { action: 'change', from: ['preparing', 'open'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
  { action: 'addUnits', from: ['preparing', 'open'], to: 'same', label: { sv: 'Lägg till enheter', en: 'Add units' } },
  { action: 'open', from: ['preparing'], to: 'open', label: { sv: 'Öppna för svar', en: 'Open for answers' } },
  { action: 'close', from: ['open'], to: 'closed', label: { sv: 'Avsluta omgången', en: 'Close the round' } },
] as const satisfies readonly (Transition<AssessmentRoundState> & { readonly to: AssessmentRoundState | 'same' })[];
export type AssessmentRoundAction = (typeof assessmentRoundTransitions)[number]['action'];

/** A year's round of joint self-assessments (FOL-01, FOL-12): one form, answered by pairs of units, or more of them together. */
export type AssessmentRound = {
  readonly id: Id<'assessmentRound'>;
  readonly version: number;
  readonly title: string;
  readonly year: number;
  /** Who leads it. */
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly formVersionId: Id<'formVersion'>;
  readonly dueOn: CivilDate;
  readonly state: AssessmentRoundState;
  /** How many assessments there are, and on how many of them the units agree. */
  readonly assessments: number;
  readonly agreed: number;
};

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function roundStateAfter(state: AssessmentRoundState, action: AssessmentRoundAction): AssessmentRoundState {
  return stateAfter<AssessmentRoundState>(assessmentRoundTransitions, assessmentRoundStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayRound(state: AssessmentRoundState, action: AssessmentRoundAction): boolean {
  return isAllowedIn<AssessmentRoundState>(assessmentRoundTransitions, state, action);
}
