import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** The states of a memo: written by the official, then ready for the notice. */
export const memoStates = {
  draft: { sv: 'utkast', en: 'draft' },
  ready: { sv: 'klar', en: 'ready' },
} as const satisfies Record<string, Localized>;
export type MemoState = keyof typeof memoStates;

type Row = {
  readonly action: string;
  readonly from: readonly MemoState[];
  readonly to: MemoState | 'same';
  readonly label: Localized;
};

/** A row says: in these states the action may be done, and it leads to that state. A memo that is ready is taken back before it is changed. */
export const memoTransitions = [
  { action: 'write', from: ['draft'], to: 'same', label: { sv: 'Skriv', en: 'Write' } },
  { action: 'finish', from: ['draft'], to: 'ready', label: { sv: 'Klar', en: 'Finish' } },
  { action: 'reopen', from: ['ready'], to: 'draft', label: { sv: 'Öppna igen', en: 'Reopen' } },
] as const satisfies readonly Row[];
export type MemoAction = (typeof memoTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function memoStateAfter(state: MemoState, action: MemoAction): MemoState {
  const row: Row | undefined = memoTransitions.find((one) => one.action === action);
  if (!row?.from.includes(state)) throw new AppError('record.wrongState', { state: memoStates[state] });
  return row.to === 'same' ? state : row.to;
}
