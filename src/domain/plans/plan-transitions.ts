import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** The states of a plan. A draft is being written; an adopted plan is what the owner decided and its objectives stand. */
export const planStates = {
  draft: { sv: 'utkast', en: 'draft' },
  adopted: { sv: 'fastställd', en: 'adopted' },
} as const satisfies Record<string, Localized>;
export type PlanState = keyof typeof planStates;

/** What can be done to a plan, in which states, and the state it then has. What is not in the table cannot be done. */
export const planTransitions = {
  change: { label: { sv: 'ändra', en: 'change' }, from: ['draft'], to: null },
  addObjective: { label: { sv: 'lägga till mål', en: 'add objective' }, from: ['draft'], to: null },
  adopt: { label: { sv: 'fastställa', en: 'adopt' }, from: ['draft'], to: 'adopted' },
} as const satisfies Record<
  string,
  { readonly label: Localized; readonly from: readonly PlanState[]; readonly to: PlanState | null }
>;
export type PlanAction = keyof typeof planTransitions;

/** The state after an action; throws `record.wrongState` when the table does not allow it. */
export function planAfter(state: PlanState, action: PlanAction): PlanState {
  const { from, to } = planTransitions[action];
  if (!(from as readonly PlanState[]).includes(state))
    throw new AppError('record.wrongState', { state: planStates[state] });
  return to ?? state;
}
