import type { Localized } from '../../kernel/language.ts';
import type { Transition } from '../../kernel/transition-table.ts';

/** How something that another authority let us have stands. */
export const receivedStates = {
  received: { sv: 'mottagen', en: 'received' },
  open: { sv: 'väntar på svar', en: 'waits for an answer' },
  answered: { sv: 'besvarad', en: 'answered' },
  recalled: { sv: 'återkallad', en: 'recalled' },
} as const satisfies Readonly<Record<string, Localized>>;
export type ReceivedState = keyof typeof receivedStates;

/**
 * What can be done with what was received. An answer may be corrected by a new one, which is sent too; what was recalled stays where it is, because what
 * was read is known, but nothing more is asked.
 */
export const receivedTransitions = [
  { action: 'answer', from: ['open', 'answered'], to: 'answered', label: { sv: 'Svara', en: 'Answer' } },
  {
    action: 'recall',
    from: ['received', 'open', 'answered'],
    to: 'recalled',
    label: { sv: 'Återkalla', en: 'Recall' },
  },
] as const satisfies readonly Transition<ReceivedState>[];
