import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far a measure has come. */
export const measureStates = {
  planned: { sv: 'planerad', en: 'planned' },
  ongoing: { sv: 'pågår', en: 'ongoing' },
  done: { sv: 'genomförd', en: 'carried out' },
  stopped: { sv: 'avbruten', en: 'stopped' },
} as const satisfies Record<string, Localized>;
export type MeasureState = keyof typeof measureStates;
export const measureStateCodes = Object.keys(measureStates) as readonly MeasureState[];

type Row = Transition<MeasureState> & {
  readonly to: MeasureState | 'same';
  /** Whether it must be said why. */
  readonly withReason: boolean;
};

/**
 * A row says: in these states the action may be done, and it leads to that state. What is not in the table cannot be done. A stopped measure gives
 * nothing more, but what it has given is still told; who takes a measure up again says why.
 */
export const measureTransitions = [
  {
    action: 'change',
    from: ['planned', 'ongoing'],
    to: 'same',
    withReason: false,
    label: { sv: 'Ändra', en: 'Change' },
  },
  { action: 'start', from: ['planned'], to: 'ongoing', withReason: false, label: { sv: 'Påbörja', en: 'Start' } },
  {
    action: 'tell',
    from: ['planned', 'ongoing', 'done', 'stopped'],
    to: 'same',
    withReason: false,
    label: { sv: 'Följ upp', en: 'Follow up' },
  },
  {
    action: 'finish',
    from: ['ongoing'],
    to: 'done',
    withReason: false,
    label: { sv: 'Genomförd', en: 'Carried out' },
  },
  {
    action: 'stop',
    from: ['planned', 'ongoing'],
    to: 'stopped',
    withReason: true,
    label: { sv: 'Avbryt', en: 'Stop' },
  },
  {
    action: 'takeUpAgain',
    from: ['done', 'stopped'],
    to: 'ongoing',
    withReason: true,
    label: { sv: 'Ta upp igen', en: 'Take up again' },
  },
] as const satisfies readonly Row[];
export type MeasureAction = (typeof measureTransitions)[number]['action'];

/** What moves a measure from one state to another. */
export type MeasureMove = Exclude<MeasureAction, 'change' | 'tell'>;
export const measureMoves: readonly MeasureMove[] = measureTransitions
  .map(({ action }) => action)
  .filter((one) => one !== 'change' && one !== 'tell');

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function measureStateAfter(state: MeasureState, action: MeasureAction): MeasureState {
  return stateAfter<MeasureState>(measureTransitions, measureStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayMeasure(state: MeasureState, action: MeasureAction): boolean {
  return isAllowedIn<MeasureState>(measureTransitions, state, action);
}

/** Whether a move must say why. */
export function needsReason(action: MeasureMove): boolean {
  return measureTransitions.some((row) => row.action === action && row.withReason);
}
