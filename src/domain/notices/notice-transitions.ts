import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** The states of one entry on one board. A joint nämnd has an entry on each participant's board, and each is put up by that participant. */
export const noticeStates = {
  awaiting: { sv: 'ska anslås', en: 'to be put up' },
  posted: { sv: 'anslaget', en: 'on the board' },
  hidden: { sv: 'inte synligt', en: 'out of sight' },
  takenDown: { sv: 'nedtaget', en: 'taken down' },
} as const satisfies Record<string, Localized>;
export type NoticeState = keyof typeof noticeStates;
export const noticeStateCodes = Object.keys(noticeStates) as readonly NoticeState[];

type Row = Transition<NoticeState>;

/**
 * A row says: in these states the action may be done, and it leads to that state. An entry is taken down only when the time for appeal has ended
 * (`taken down` asks the clock too); until then it can be noted that it was out of sight, after which the time has not run and it is put up anew.
 */
export const noticeTransitions = [
  { action: 'post', from: ['awaiting'], to: 'posted', label: { sv: 'Anslå', en: 'Put up' } },
  { action: 'hide', from: ['posted'], to: 'hidden', label: { sv: 'Anteckna avbrott', en: 'Note an interruption' } },
  { action: 'restore', from: ['hidden'], to: 'posted', label: { sv: 'Synligt igen', en: 'In sight again' } },
  { action: 'postAnew', from: ['posted', 'hidden'], to: 'posted', label: { sv: 'Anslå på nytt', en: 'Put up anew' } },
  {
    action: 'noteAppeal',
    from: ['posted', 'hidden', 'takenDown'],
    to: 'same',
    label: { sv: 'Anteckna överklagande', en: 'Note an appeal' },
  },
  {
    action: 'settleAppeal',
    from: ['posted', 'hidden', 'takenDown'],
    to: 'same',
    label: { sv: 'Överklagandet avgjort', en: 'Appeal settled' },
  },
  { action: 'takeDown', from: ['posted', 'hidden'], to: 'takenDown', label: { sv: 'Ta ned', en: 'Take down' } },
] as const satisfies readonly Row[];
export type NoticeAction = (typeof noticeTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function noticeStateAfter(state: NoticeState, action: NoticeAction): NoticeState {
  return stateAfter(noticeTransitions, noticeStates, state, action);
}

/** Whether an action is in the table for this state. */
export function mayNotice(state: NoticeState, action: NoticeAction): boolean {
  return isAllowedIn<NoticeState>(noticeTransitions, state, action);
}
