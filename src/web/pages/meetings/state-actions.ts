import { type MeetingAction, type MeetingState, meetingTransitions } from '../../../domain/meetings/index.ts';

/** The actions that take a meeting to another state, in the order in which they come in its life. */
export const stateActions = ['summon', 'close', 'adjust', 'cancel'] as const satisfies readonly MeetingAction[];
export type StateAction = (typeof stateActions)[number];

/** The word of each action in the address of its page. */
export const actionSlugs = {
  summon: 'kalla',
  close: 'avsluta',
  adjust: 'justera',
  cancel: 'stall-in',
} as const satisfies Record<StateAction, string>;

/** The action that an address names, or undefined. */
export function actionOfSlug(slug: string): StateAction | undefined {
  return stateActions.find((action) => actionSlugs[action] === slug);
}

/** Whether the table has a row for the action in this state, so that a page shows no button that would be refused. */
export function mayMove(state: MeetingState, action: MeetingAction): boolean {
  const row = meetingTransitions.find((one) => one.action === action);
  return row !== undefined && (row.from as readonly MeetingState[]).includes(state);
}

/** The row of the table for an action: what the button says. */
export function labelOf(action: MeetingAction, language: 'sv' | 'en'): string {
  return meetingTransitions.find((one) => one.action === action)?.label[language] ?? action;
}
