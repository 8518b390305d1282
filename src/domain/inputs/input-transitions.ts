import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';
import type { Action } from '../access/index.ts';

/**
 * The states of an input (inspel) on its way to the board (BUD-03): written, discussed in a meeting, decided, sent, answered. An input that was read
 * from a paper is `onRecord`: what it says is known, its way is not, until somebody tells it.
 */
export const inputStates = {
  draft: { sv: 'utkast', en: 'draft' },
  discussed: { sv: 'diskuterat', en: 'discussed' },
  onRecord: { sv: 'inläst', en: 'read in' },
  decided: { sv: 'beslutat', en: 'decided' },
  sent: { sv: 'skickat', en: 'sent' },
  answered: { sv: 'besvarat', en: 'answered' },
} as const satisfies Record<string, Localized>;
export type InputState = keyof typeof inputStates;

type Row = Transition<InputState> & {
  /** The action of the access table that the actor needs. */
  readonly who: Action;
  /** Whose right counts: who writes the input, or who receives it. */
  readonly side: 'giver' | 'receiver';
  readonly condition: Localized;
};

const none = { sv: '', en: '' };

/** A row says: in these states, who has this right on this side may do the action, and it leads to that state. What is not here cannot be done. */
export const inputTransitions = [
  {
    action: 'edit',
    from: ['draft', 'discussed'],
    to: 'same',
    who: 'report.edit',
    side: 'giver',
    label: { sv: 'Ändra', en: 'Edit' },
    condition: none,
  },
  {
    action: 'addPoint',
    from: ['draft', 'discussed', 'onRecord'],
    to: 'same',
    who: 'report.edit',
    side: 'giver',
    label: { sv: 'Lägg till punkt', en: 'Add point' },
    condition: none,
  },
  {
    action: 'discuss',
    from: ['draft', 'discussed'],
    to: 'discussed',
    who: 'report.edit',
    side: 'giver',
    label: { sv: 'Diskuterat på sammanträde', en: 'Discussed in a meeting' },
    condition: {
      sv: 'Ärendet finns på organets eget sammanträde.',
      en: 'The item is of a meeting of the body itself.',
    },
  },
  {
    action: 'decide',
    from: ['draft', 'discussed', 'onRecord'],
    to: 'decided',
    who: 'report.approve',
    side: 'giver',
    label: { sv: 'Beslutat', en: 'Decided' },
    condition: {
      sv: 'Ett fattat beslut finns i ett ärende vid ett sammanträde med samma organ. Brevet fryses.',
      en: 'A decision has been made in an agenda item of a meeting of the same body. The letter is frozen.',
    },
  },
  {
    action: 'send',
    from: ['decided'],
    to: 'sent',
    who: 'report.deliver',
    side: 'giver',
    label: { sv: 'Skicka', en: 'Send' },
    condition: { sv: 'Mottagaren är angiven.', en: 'The receiver is stated.' },
  },
  {
    action: 'receive',
    from: ['sent'],
    to: 'same',
    who: 'meeting.edit',
    side: 'receiver',
    label: { sv: 'Ta upp på sammanträde', en: 'Take up in a meeting' },
    condition: { sv: 'Sammanträdet är mottagarens eget.', en: 'The meeting is the receiver’s own.' },
  },
  {
    action: 'settle',
    from: ['sent', 'onRecord'],
    to: 'same',
    who: 'plan.edit',
    side: 'receiver',
    label: { sv: 'Ange vad det blev', en: 'Say what became of it' },
    condition: {
      sv: 'Den som lämnar en punkt eller tar upp den med andra ord säger varför.',
      en: 'Whoever leaves a point, or takes it up in other words, says why.',
    },
  },
  {
    action: 'answer',
    from: ['sent'],
    to: 'answered',
    who: 'plan.edit',
    side: 'receiver',
    label: { sv: 'Besvara inspelet', en: 'Answer the input' },
    condition: { sv: 'Varje punkt har ett utfall.', en: 'Every point has an outcome.' },
  },
  {
    action: 'reopen',
    from: ['answered'],
    to: 'sent',
    who: 'plan.edit',
    side: 'receiver',
    label: { sv: 'Öppna svaret igen', en: 'Reopen the answer' },
    condition: none,
  },
] as const satisfies readonly Row[];
export type InputAction = (typeof inputTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function inputStateAfter(state: InputState, action: InputAction): InputState {
  return stateAfter(inputTransitions, inputStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayInput(state: InputState, action: InputAction): boolean {
  return isAllowedIn<InputState>(inputTransitions, state, action);
}
