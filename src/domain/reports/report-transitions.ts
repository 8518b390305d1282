import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';
import type { Action } from '../access/index.ts';

/** The states of a report, in their order. From `approved` on it is frozen: nothing in it changes any more. */
export const reportStates = {
  draft: { sv: 'utkast', en: 'draft' },
  ready: { sv: 'klar för beslut', en: 'ready for decision' },
  approved: { sv: 'godkänd', en: 'approved' },
  delivered: { sv: 'överlämnad', en: 'delivered' },
} as const satisfies Record<string, Localized>;
export type ReportState = keyof typeof reportStates;
export const reportStateCodes = Object.keys(reportStates) as readonly ReportState[];

type Row = Transition<ReportState> & {
  /** The action of the access table that the actor needs. */
  readonly who: Action;
  readonly condition: Localized;
};

const none = { sv: '', en: '' };

/**
 * A row says: in these states, who has this right may do the action, under this condition, and it leads to that state. What is not in the table
 * cannot be done; that nothing leads out of `approved` but delivery is what makes a report final.
 */
export const reportTransitions = [
  {
    action: 'edit',
    from: ['draft'],
    to: 'same',
    who: 'report.edit',
    label: { sv: 'Ändra', en: 'Edit' },
    condition: none,
  },
  {
    action: 'markReady',
    from: ['draft'],
    to: 'ready',
    who: 'report.edit',
    label: { sv: 'Klar för beslut', en: 'Ready for decision' },
    condition: {
      sv: 'Alla uppdrag har ett svar. Påståenden utan belägg visas som varningar.',
      en: 'Every assignment has an answer. Unsupported claims are shown as warnings.',
    },
  },
  {
    action: 'reopen',
    from: ['ready'],
    to: 'draft',
    who: 'report.edit',
    label: { sv: 'Öppna igen', en: 'Reopen' },
    condition: none,
  },
  {
    action: 'approve',
    from: ['ready'],
    to: 'approved',
    who: 'report.approve',
    label: { sv: 'Godkänn', en: 'Approve' },
    condition: {
      sv: 'Ett fattat beslut finns i ett ärende vid ett sammanträde med samma organ.',
      en: 'A decision has been made in an agenda item of a meeting of the same body.',
    },
  },
  {
    action: 'deliver',
    from: ['approved'],
    to: 'delivered',
    who: 'report.deliver',
    label: { sv: 'Överlämna', en: 'Deliver' },
    condition: { sv: 'Mottagaren är angiven.', en: 'The receiver is stated.' },
  },
] as const satisfies readonly Row[];
export type ReportAction = (typeof reportTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function reportStateAfter(state: ReportState, action: ReportAction): ReportState {
  return stateAfter(reportTransitions, reportStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayReport(state: ReportState, action: ReportAction): boolean {
  return isAllowedIn<ReportState>(reportTransitions, state, action);
}

/** Whether a report is frozen: approved, and from then on what was approved. */
export function isFrozen(state: ReportState): boolean {
  return state === 'approved' || state === 'delivered';
}
