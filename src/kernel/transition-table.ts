import { AppError } from './errors.ts';
import type { Localized } from './language.ts';

/**
 * A row of a table of states: in the states of `from` the action may be done, and it leads to `to`; `same` leaves the state as it is, `gone` ends the
 * record. What is not in a table cannot be done. Tables add columns of their own (who may, under which condition).
 */
export type Transition<State extends string> = {
  readonly action: string;
  readonly from: readonly State[];
  readonly to: State | 'same' | 'gone';
  readonly label: Localized;
};

/** The row by which an action is done in a state. Throws `record.wrongState`, naming the state, when the table has none. */
export function transitionIn<State extends string, Row extends Transition<State>>(
  table: readonly Row[],
  states: Readonly<Record<State, Localized>>,
  state: State,
  action: Row['action'],
): Row {
  const row = table.find((one) => one.action === action);
  if (!row?.from.includes(state)) throw new AppError('record.wrongState', { state: states[state] });
  return row;
}

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function stateAfter<State extends string>(
  table: readonly (Transition<State> & { readonly to: State | 'same' })[],
  states: Readonly<Record<State, Localized>>,
  state: State,
  action: string,
): State {
  const { to } = transitionIn(table, states, state, action);
  return to === 'same' ? state : to;
}

/** Whether an action can be done in a state, for pages that show only what can be done. */
export function isAllowedIn<State extends string>(
  table: readonly Pick<Transition<State>, 'action' | 'from'>[],
  state: State,
  action: string,
): boolean {
  return table.some((row) => row.action === action && row.from.includes(state));
}
