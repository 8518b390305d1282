import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** How far a task after a decision has come. Only `closed` takes it off the body's list: what is done or dropped waits until the body has heard it. */
export const decisionTaskStatuses = {
  notStarted: { sv: 'ej påbörjad', en: 'not started' },
  ongoing: { sv: 'pågår', en: 'ongoing' },
  done: { sv: 'klar', en: 'done' },
  tabled: { sv: 'vilande', en: 'tabled' },
  dropped: { sv: 'utgår', en: 'dropped' },
  closed: { sv: 'avslutad av organet', en: 'closed by the body' },
} as const satisfies Record<string, Localized>;
export type DecisionTaskStatus = keyof typeof decisionTaskStatuses;
export const decisionTaskStatusCodes = Object.keys(decisionTaskStatuses) as readonly DecisionTaskStatus[];

/** The statuses of tasks that the body still has on its list. */
export const statusesOnTheList: readonly DecisionTaskStatus[] = decisionTaskStatusCodes.filter(
  (one) => one !== 'closed',
);

type Row = {
  readonly action: string;
  readonly from: readonly DecisionTaskStatus[];
  readonly to: DecisionTaskStatus | 'same';
  /** Whether it takes the body: then it is told in an item of one of its meetings. */
  readonly byBody: boolean;
  readonly label: Localized;
};

const open = ['notStarted', 'ongoing', 'tabled'] as const;

/**
 * A row says: in these statuses the action may be done, and it leads to that status. What is not in the table cannot be done. Nobody but the body
 * closes a task or takes a closed one up again, in an item of its own meeting.
 */
export const decisionTaskTransitions = [
  {
    action: 'tell',
    from: [...open, 'done', 'dropped'],
    to: 'same',
    byBody: false,
    label: { sv: 'Läget är oförändrat', en: 'It stands as before' },
  },
  {
    action: 'start',
    from: ['notStarted', 'tabled'],
    to: 'ongoing',
    byBody: false,
    label: { sv: 'Pågår', en: 'Ongoing' },
  },
  { action: 'finish', from: open, to: 'done', byBody: false, label: { sv: 'Klar', en: 'Done' } },
  {
    action: 'table',
    from: ['notStarted', 'ongoing'],
    to: 'tabled',
    byBody: false,
    label: { sv: 'Låt vila', en: 'Table' },
  },
  { action: 'drop', from: open, to: 'dropped', byBody: false, label: { sv: 'Utgår', en: 'Drop' } },
  {
    action: 'reopen',
    from: ['done', 'dropped'],
    to: 'ongoing',
    byBody: false,
    label: { sv: 'Inte klar ändå', en: 'Not done after all' },
  },
  {
    action: 'close',
    from: [...open, 'done', 'dropped'],
    to: 'closed',
    byBody: true,
    label: { sv: 'Avsluta (organet)', en: 'Close (the body)' },
  },
  {
    action: 'takeUpAgain',
    from: ['closed'],
    to: 'ongoing',
    byBody: true,
    label: { sv: 'Ta upp igen (organet)', en: 'Take up again (the body)' },
  },
  {
    action: 'change',
    from: [...open, 'done', 'dropped'],
    to: 'same',
    byBody: false,
    label: { sv: 'Ändra', en: 'Change' },
  },
] as const satisfies readonly Row[];
export type DecisionTaskAction = (typeof decisionTaskTransitions)[number]['action'];

/** What can be said of a task: every action but changing its words. */
export type TellingAction = Exclude<DecisionTaskAction, 'change'>;
export const tellingActions = decisionTaskTransitions.map(({ action }) => action).filter((one) => one !== 'change');

const rowOf = (action: DecisionTaskAction): Row => decisionTaskTransitions.find((one) => one.action === action)!;

/** The status that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function taskStatusAfter(status: DecisionTaskStatus, action: DecisionTaskAction): DecisionTaskStatus {
  const { from, to } = rowOf(action);
  if (!from.includes(status)) throw new AppError('record.wrongState', { state: decisionTaskStatuses[status] });
  return to === 'same' ? status : to;
}

/** What can be done with a task in this status, for pages that show only that. */
export function taskActionsIn(status: DecisionTaskStatus): readonly DecisionTaskAction[] {
  return decisionTaskTransitions.filter((row: Row) => row.from.includes(status)).map(({ action }) => action);
}

/** Whether only the body can do it. */
export function takesTheBody(action: DecisionTaskAction): boolean {
  return rowOf(action).byBody;
}
