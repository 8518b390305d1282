import type { Localized } from '../../kernel/language.ts';
import { stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** The states of a memo: written by the official, then ready for the notice. */
export const memoStates = {
  draft: { sv: 'utkast', en: 'draft' },
  ready: { sv: 'klar', en: 'ready' },
} as const satisfies Record<string, Localized>;
export type MemoState = keyof typeof memoStates;

type Row = Transition<MemoState>;

/** A row says: in these states the action may be done, and it leads to that state. A memo that is ready is taken back before it is changed. */
export const memoTransitions = [
  { action: 'write', from: ['draft'], to: 'same', label: { sv: 'Skriv', en: 'Write' } },
  { action: 'finish', from: ['draft'], to: 'ready', label: { sv: 'Klar', en: 'Finish' } },
  { action: 'reopen', from: ['ready'], to: 'draft', label: { sv: 'Öppna igen', en: 'Reopen' } },
] as const satisfies readonly Row[];
export type MemoAction = (typeof memoTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function memoStateAfter(state: MemoState, action: MemoAction): MemoState {
  return stateAfter(memoTransitions, memoStates, state, action);
}
