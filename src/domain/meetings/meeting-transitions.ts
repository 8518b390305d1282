import type { Localized } from '../../kernel/language.ts';
import { stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** The states of a meeting (domain.md §1.12). What its minutes go through until they are final is a table of the minutes. */
export const meetingStates = {
  planned: { sv: 'planerat', en: 'planned' },
  summoned: { sv: 'kallat', en: 'summoned' },
  opened: { sv: 'pågår', en: 'under way' },
  adjourned: { sv: 'ajournerat', en: 'adjourned' },
  closed: { sv: 'genomfört', en: 'held' },
  adjusted: { sv: 'justerat', en: 'adjusted' },
  cancelled: { sv: 'inställt', en: 'cancelled' },
} as const satisfies Record<string, Localized>;
export type MeetingState = keyof typeof meetingStates;
export const meetingStateCodes = Object.keys(meetingStates) as readonly MeetingState[];

type Row = Transition<MeetingState>;

/**
 * A row says: in these states the action may be done, and it leads to that state. What is not in the table cannot be done. A closed meeting may
 * still get items and links, because the register is often written after the meeting; an adjusted one may not (final is final), except that
 * items can always be linked to the assignments they dealt with: a link is about the thread and changes nothing in the minutes.
 */
export const meetingTransitions = [
  { action: 'summon', from: ['planned'], to: 'summoned', label: { sv: 'Kalla', en: 'Summon' } },
  { action: 'open', from: ['planned', 'summoned'], to: 'opened', label: { sv: 'Öppna', en: 'Open' } },
  { action: 'adjourn', from: ['opened'], to: 'adjourned', label: { sv: 'Ajournera', en: 'Adjourn' } },
  { action: 'resume', from: ['adjourned'], to: 'opened', label: { sv: 'Återuppta', en: 'Resume' } },
  { action: 'conduct', from: ['opened'], to: 'same', label: { sv: 'Genomför', en: 'Conduct' } },
  {
    action: 'writeDown',
    from: ['opened', 'adjourned', 'closed'],
    to: 'same',
    label: { sv: 'Skriv', en: 'Write down' },
  },
  {
    action: 'announceQuestion',
    from: ['planned', 'summoned', 'opened', 'adjourned'],
    to: 'same',
    label: { sv: 'Anmäl en fråga', en: 'Announce a question' },
  },
  { action: 'close', from: ['planned', 'summoned', 'opened'], to: 'closed', label: { sv: 'Avsluta', en: 'Close' } },
  { action: 'adjust', from: ['closed'], to: 'adjusted', label: { sv: 'Justera', en: 'Adjust' } },
  { action: 'cancel', from: ['planned', 'summoned'], to: 'cancelled', label: { sv: 'Ställ in', en: 'Cancel' } },
  {
    action: 'change',
    from: ['planned', 'summoned', 'opened', 'adjourned', 'closed'],
    to: 'same',
    label: { sv: 'Ändra', en: 'Change' },
  },
  {
    action: 'changeAgenda',
    from: ['planned', 'summoned', 'opened', 'adjourned', 'closed'],
    to: 'same',
    label: { sv: 'Ändra dagordningen', en: 'Change the agenda' },
  },
  {
    action: 'freezeAgenda',
    from: ['planned', 'summoned'],
    to: 'same',
    label: { sv: 'Frys dagordningen', en: 'Freeze the agenda' },
  },
  {
    action: 'sendLetters',
    from: ['summoned', 'cancelled'],
    to: 'same',
    label: { sv: 'Skicka brev', en: 'Send letters' },
  },
  {
    action: 'answerSummons',
    from: ['summoned'],
    to: 'same',
    label: { sv: 'Svara på kallelsen', en: 'Answer the summons' },
  },
  {
    action: 'raiseItem',
    from: ['opened', 'adjourned', 'closed'],
    to: 'same',
    label: { sv: 'Väck ärende', en: 'Raise a matter' },
  },
  {
    action: 'linkAssignment',
    from: ['planned', 'summoned', 'opened', 'adjourned', 'closed', 'adjusted'],
    to: 'same',
    label: { sv: 'Koppla uppdrag', en: 'Link an assignment' },
  },
] as const satisfies readonly Row[];
export type MeetingAction = (typeof meetingTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function meetingStateAfter(state: MeetingState, action: MeetingAction): MeetingState {
  return stateAfter(meetingTransitions, meetingStates, state, action);
}
