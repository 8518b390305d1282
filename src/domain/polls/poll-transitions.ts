import type { Localized } from '../../kernel/language.ts';
import type { Transition } from '../../kernel/transition-table.ts';

/** How far a poll has come. It never goes back: what is asked stands once it is open, and what was answered once it is closed. */
export const pollStates = {
  draft: { sv: 'utkast', en: 'draft' },
  open: { sv: 'öppen', en: 'open' },
  closed: { sv: 'stängd', en: 'closed' },
  published: { sv: 'publicerad', en: 'published' },
} as const satisfies Record<string, Localized>;
export type PollState = keyof typeof pollStates;
export const pollStateCodes = Object.keys(pollStates) as unknown as readonly [PollState, ...PollState[]];

/** In these states the action may be done, and it leads there. `answer` is done by anybody, without an account. */
export const pollTransitions = [
  { action: 'edit', from: ['draft'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
  { action: 'open', from: ['draft'], to: 'open', label: { sv: 'Öppna för svar', en: 'Open for answers' } },
  { action: 'makeLinks', from: ['draft', 'open'], to: 'same', label: { sv: 'Skapa koder', en: 'Make codes' } },
  { action: 'answer', from: ['open'], to: 'same', label: { sv: 'Svara', en: 'Answer' } },
  { action: 'close', from: ['open'], to: 'closed', label: { sv: 'Stäng omröstningen', en: 'Close the poll' } },
  {
    action: 'chooseComments',
    from: ['closed'],
    to: 'same',
    label: { sv: 'Välj kommentarer', en: 'Choose comments' },
  },
  {
    action: 'publish',
    from: ['closed'],
    to: 'published',
    label: { sv: 'Publicera resultatet', en: 'Publish the result' },
  },
] as const satisfies readonly (Transition<PollState> & { readonly to: PollState | 'same' })[];
export type PollAction = (typeof pollTransitions)[number]['action'];

/** The actions that move a poll on and ask nothing more. */
export const pollMoves = ['open', 'close', 'publish'] as const satisfies readonly PollAction[];
export type PollMove = (typeof pollMoves)[number];
