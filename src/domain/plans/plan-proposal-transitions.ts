import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';
import type { PlannedItem } from './activity-plan.ts';

/** What becomes of a proposal in the backlog of a body. Waiting proposals go on into the next year's plan. */
export const planProposalStates = {
  waiting: { sv: 'väntar', en: 'waiting' },
  planned: { sv: 'inplanerat', en: 'planned' },
  treated: { sv: 'behandlat', en: 'dealt with' },
  dropped: { sv: 'avfört', en: 'dropped' },
} as const satisfies Record<string, Localized>;
export type ProposalState = keyof typeof planProposalStates;

/** What can be done to a proposal, in which states, and the state it then has. What is not in the table cannot be done. */
export const planProposalTransitions = {
  plan: { label: { sv: 'planera in', en: 'plan' }, from: ['waiting'], to: 'planned' },
  treat: {
    label: { sv: 'anteckna som behandlat', en: 'note as dealt with' },
    from: ['waiting', 'planned'],
    to: 'treated',
  },
  drop: { label: { sv: 'avföra', en: 'drop' }, from: ['waiting', 'planned'], to: 'dropped' },
  reopen: { label: { sv: 'ta upp igen', en: 'take up again' }, from: ['planned', 'treated', 'dropped'], to: 'waiting' },
} as const satisfies Record<
  string,
  { readonly label: Localized; readonly from: readonly ProposalState[]; readonly to: ProposalState }
>;
export type ProposalAction = keyof typeof planProposalTransitions;

/**
 * The state of a proposal beside the items that came of it. That it was planned holds as long as an item of it stands on a day: taken off, it
 * waits again, so that nothing falls out of the backlog unseen; taken up at a meeting that was held, it is dealt with. What a person has said
 * about it otherwise is kept.
 */
export function proposalStanding(state: ProposalState, items: readonly Pick<PlannedItem, 'onAgenda'>[]): ProposalState {
  if (state !== 'planned') return state;
  if (items.length === 0) return 'waiting';
  return items.some(({ onAgenda }) => onAgenda === 'held') ? 'treated' : 'planned';
}

/** The state after an action; throws `record.wrongState` when the table does not allow it. */
export function proposalAfter(state: ProposalState, action: ProposalAction): ProposalState {
  const { from, to } = planProposalTransitions[action];
  if (!(from as readonly ProposalState[]).includes(state))
    throw new AppError('record.wrongState', { state: planProposalStates[state] });
  return to;
}
