import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';
import type { Action } from '../access/index.ts';

/** The states of the minutes of one meeting, in their order. From `adjusted` on nothing in them changes: a correction is a record beside them. */
export const minutesStates = {
  draft: { sv: 'utkast', en: 'draft' },
  commenting: { sv: 'på synpunkter', en: 'out for comments' },
  signing: { sv: 'på justering', en: 'out for signing' },
  adjusted: { sv: 'justerat', en: 'adjusted' },
  announced: { sv: 'anslaget', en: 'announced' },
  final: { sv: 'överklagandetiden slut', en: 'appeal period over' },
  archived: { sv: 'arkiverat', en: 'archived' },
} as const satisfies Record<string, Localized>;
export type MinutesState = keyof typeof minutesStates;
export const minutesStateCodes = Object.keys(minutesStates) as readonly MinutesState[];

type Row = Transition<MinutesState> & {
  /** The action of the access table that the actor needs. */
  readonly who: Action;
};

/**
 * A row says: in these states, who has this right may do the action, and it leads to that state. What is not in the table cannot be done. Minutes
 * of a body without a notice board go from `adjusted` to the archive; there is nothing to announce and no appeal to wait for.
 */
export const minutesTransitions = [
  {
    action: 'edit',
    from: ['draft', 'commenting'],
    to: 'same',
    who: 'minutes.edit',
    label: { sv: 'Ändra', en: 'Edit' },
  },
  {
    action: 'askForComments',
    from: ['draft'],
    to: 'commenting',
    who: 'minutes.edit',
    label: { sv: 'Skicka på synpunkter', en: 'Send for comments' },
  },
  {
    action: 'comment',
    from: ['commenting'],
    to: 'same',
    who: 'minutes.comment',
    label: { sv: 'Lämna synpunkt', en: 'Comment' },
  },
  {
    action: 'endComments',
    from: ['commenting'],
    to: 'draft',
    who: 'minutes.edit',
    label: { sv: 'Avsluta synpunkterna', en: 'End the comments' },
  },
  {
    action: 'sendToSign',
    from: ['draft', 'commenting'],
    to: 'signing',
    who: 'minutes.edit',
    label: { sv: 'Skicka på justering', en: 'Send for signing' },
  },
  {
    action: 'takeBack',
    from: ['signing'],
    to: 'draft',
    who: 'minutes.edit',
    label: { sv: 'Ta tillbaka', en: 'Take back' },
  },
  { action: 'return', from: ['signing'], to: 'draft', who: 'minutes.sign', label: { sv: 'Återlämna', en: 'Return' } },
  { action: 'finish', from: ['signing'], to: 'adjusted', who: 'minutes.sign', label: { sv: 'Justera', en: 'Adjust' } },
  {
    action: 'approve',
    from: ['draft', 'commenting'],
    to: 'adjusted',
    who: 'minutes.edit',
    label: { sv: 'Godkänt vid nästa sammanträde', en: 'Approved at the next meeting' },
  },
  {
    action: 'announce',
    from: ['adjusted', 'announced'],
    to: 'announced',
    who: 'notice.post',
    label: { sv: 'Anslå', en: 'Announce' },
  },
  {
    action: 'endAppeals',
    from: ['announced'],
    to: 'final',
    who: 'notice.post',
    label: { sv: 'Avsluta överklagandetiden', en: 'End the appeal period' },
  },
  {
    action: 'archive',
    from: ['adjusted', 'final'],
    to: 'archived',
    who: 'minutes.edit',
    label: { sv: 'Arkivera', en: 'Archive' },
  },
  {
    action: 'correct',
    from: ['adjusted', 'announced', 'final', 'archived'],
    to: 'same',
    who: 'minutes.edit',
    label: { sv: 'Rätta', en: 'Correct' },
  },
  {
    action: 'dispatch',
    from: ['adjusted', 'announced', 'final', 'archived'],
    to: 'same',
    who: 'minutes.edit',
    label: { sv: 'Skicka utdrag', en: 'Send an extract' },
  },
] as const satisfies readonly Row[];
export type MinutesAction = (typeof minutesTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function minutesStateAfter(state: MinutesState, action: MinutesAction): MinutesState {
  return stateAfter(minutesTransitions, minutesStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayMinutes(state: MinutesState, action: MinutesAction): boolean {
  return isAllowedIn<MinutesState>(minutesTransitions, state, action);
}

/** Whether the minutes are signed, and therefore as they will always be. */
export function isAdjusted(state: MinutesState): boolean {
  return !mayMinutes(state, 'edit') && state !== 'signing';
}
