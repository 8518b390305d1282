import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** The states of a matter: it is open until it is closed, and a closed matter can be opened again when something new arrives. */
export const matterStates = {
  open: { sv: 'öppet', en: 'open' },
  closed: { sv: 'avslutat', en: 'closed' },
} as const satisfies Record<string, Localized>;
export type MatterState = keyof typeof matterStates;

/** What can be done to a matter, in which states, and the state it then has. What is not in the table cannot be done. */
export const matterTransitions = {
  change: { label: { sv: 'ändra', en: 'change' }, from: ['open'], to: null },
  close: { label: { sv: 'avsluta', en: 'close' }, from: ['open'], to: 'closed' },
  reopen: { label: { sv: 'öppna igen', en: 'reopen' }, from: ['closed'], to: 'open' },
} as const satisfies Record<
  string,
  { readonly label: Localized; readonly from: readonly MatterState[]; readonly to: MatterState | null }
>;
export type MatterAction = keyof typeof matterTransitions;

/** The state after an action; throws `record.wrongState` when the table does not allow it. */
export function matterAfter(state: MatterState, action: MatterAction): MatterState {
  const { from, to } = matterTransitions[action];
  if (!(from as readonly MatterState[]).includes(state))
    throw new AppError('record.wrongState', { state: matterStates[state] });
  return to ?? state;
}
