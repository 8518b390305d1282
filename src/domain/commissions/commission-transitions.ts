import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, type Transition, transitionIn } from '../../kernel/transition-table.ts';
import type { Commission } from './commission.ts';

/** Where a commission stands on a day. It follows from the decision and the dates, so that nobody has to move it when a year ends. */
export const commissionStates = {
  proposed: { sv: 'föreslagen', en: 'proposed' },
  decided: { sv: 'beslutad, har inte börjat', en: 'decided, has not begun' },
  running: { sv: 'pågår', en: 'running' },
  extended: { sv: 'förlängd', en: 'extended' },
  ended: { sv: 'avslutad', en: 'ended' },
} as const satisfies Record<string, Localized>;
export type CommissionState = keyof typeof commissionStates;
export const commissionStateCodes = Object.keys(commissionStates) as readonly CommissionState[];

type Row = Transition<CommissionState> & { readonly to: CommissionState | 'same' };

/** A row says: in these states the action may be done. What was told wrong is put right at any time; what has gone on in a new commission is not extended again. */
export const commissionTransitions = [
  {
    action: 'change',
    from: ['proposed', 'decided', 'running', 'extended', 'ended'],
    to: 'same',
    label: { sv: 'Ändra', en: 'Change' },
  },
  { action: 'decide', from: ['proposed'], to: 'decided', label: { sv: 'Beslutad', en: 'Decided' } },
  {
    action: 'extend',
    from: ['decided', 'running', 'ended'],
    to: 'extended',
    label: { sv: 'Förläng', en: 'Extend' },
  },
  { action: 'end', from: ['proposed', 'decided', 'running'], to: 'ended', label: { sv: 'Avsluta', en: 'End' } },
] as const satisfies readonly Row[];
export type CommissionAction = (typeof commissionTransitions)[number]['action'];

type Facts = Pick<Commission, 'decided' | 'from' | 'to' | 'endedOn' | 'extendedBy'>;

/** The state on a day: ended when somebody ended it, extended as soon as a decided one goes on with it. */
export function commissionState({ decided, from, to, endedOn, extendedBy }: Facts, today: CivilDate): CommissionState {
  if (endedOn) return 'ended';
  if (!decided) return 'proposed';
  if (extendedBy?.decided) return 'extended';
  if (to && to < today) return 'ended';
  return from && from > today ? 'decided' : 'running';
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayCommission(state: CommissionState, action: CommissionAction): boolean {
  return isAllowedIn<CommissionState>(commissionTransitions, state, action);
}

/** Throws `record.wrongState` when the table has no such row. */
export function requireCommissionState(state: CommissionState, action: CommissionAction): void {
  transitionIn<CommissionState, Row>(commissionTransitions, commissionStates, state, action);
}
