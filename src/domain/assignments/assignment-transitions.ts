import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/**
 * The states of an assignment as a record: whether it stands, is worked on, rests or has ended. How far the work has come at a period is not
 * here but in its assessments ("bedöms vara klart vid årets slut").
 */
export const assignmentStates = {
  proposed: { sv: 'föreslaget', en: 'proposed' },
  given: { sv: 'givet', en: 'given' },
  started: { sv: 'påbörjat', en: 'started' },
  paused: { sv: 'pausat', en: 'paused' },
  completed: { sv: 'slutfört', en: 'completed' },
  discontinued: { sv: 'avslutat utan att slutföras', en: 'discontinued' },
  transferred: { sv: 'överlämnat till annan', en: 'transferred' },
} as const satisfies Record<string, Localized>;
export type AssignmentState = keyof typeof assignmentStates;
export const assignmentStateNames = Object.keys(assignmentStates) as readonly AssignmentState[];

const standing = ['proposed', 'given', 'started', 'paused'] as const;
const ended = ['completed', 'discontinued', 'transferred'] as const;

/** What can be done to an assignment, in which states, and the state it then has. What is not in the table cannot be done. */
export const assignmentTransitions = {
  change: { label: { sv: 'ändra', en: 'change' }, from: standing, to: null },
  give: { label: { sv: 'ge', en: 'give' }, from: ['proposed'], to: 'given' },
  start: { label: { sv: 'påbörja', en: 'start' }, from: ['given'], to: 'started' },
  pause: { label: { sv: 'pausa', en: 'pause' }, from: ['given', 'started'], to: 'paused' },
  resume: { label: { sv: 'återuppta', en: 'resume' }, from: ['paused'], to: 'started' },
  complete: { label: { sv: 'slutföra', en: 'complete' }, from: ['given', 'started', 'paused'], to: 'completed' },
  discontinue: { label: { sv: 'avsluta', en: 'discontinue' }, from: standing, to: 'discontinued' },
  transfer: { label: { sv: 'överlämna', en: 'transfer' }, from: ['given', 'started', 'paused'], to: 'transferred' },
  reopen: { label: { sv: 'öppna igen', en: 'reopen' }, from: ended, to: 'started' },
} as const satisfies Record<
  string,
  { readonly label: Localized; readonly from: readonly AssignmentState[]; readonly to: AssignmentState | null }
>;
export type AssignmentAction = keyof typeof assignmentTransitions;

/** The state after an action; throws `record.wrongState` when the table does not allow it. */
export function assignmentAfter(state: AssignmentState, action: AssignmentAction): AssignmentState {
  const { from, to } = assignmentTransitions[action];
  if (!(from as readonly AssignmentState[]).includes(state))
    throw new AppError('record.wrongState', { state: assignmentStates[state] });
  return to ?? state;
}

/** What can be done in a state, for the buttons of a page. */
export function assignmentActionsIn(state: AssignmentState): readonly AssignmentAction[] {
  const all = Object.keys(assignmentTransitions) as AssignmentAction[];
  return all.filter((action) => (assignmentTransitions[action].from as readonly AssignmentState[]).includes(state));
}
