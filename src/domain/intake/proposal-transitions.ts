import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** Where a proposed record stands. `confirmed` means that a person has made it a record, or tied it to one that was there already. */
export const proposalStates = {
  open: { sv: 'Att granska', en: 'To review' },
  confirmed: { sv: 'Bekräftat', en: 'Confirmed' },
  rejected: { sv: 'Avvisat', en: 'Rejected' },
} as const satisfies Record<string, Localized>;

/** What a person can do with a proposal. */
export const proposalActions = {
  change: { sv: 'Ändra', en: 'Change' },
  confirm: { sv: 'Bekräfta', en: 'Confirm' },
  reject: { sv: 'Avvisa', en: 'Reject' },
  reopen: { sv: 'Ångra', en: 'Undo' },
} as const satisfies Record<string, Localized>;

export type ProposalState = keyof typeof proposalStates;
export type ProposalAction = keyof typeof proposalActions;
export const proposalStateNames = Object.keys(proposalStates) as readonly ProposalState[];

/**
 * State × action → the state after. What is not in the table cannot be done. A confirmed proposal is not changed in place: it is opened again
 * first, which takes its record away, as long as nothing else has come to depend on that record.
 */
export const proposalTransitions: Readonly<Record<ProposalState, Partial<Record<ProposalAction, ProposalState>>>> = {
  open: { change: 'open', confirm: 'confirmed', reject: 'rejected' },
  confirmed: { reopen: 'open' },
  rejected: { reopen: 'open' },
};

/** The state after an action; throws `record.wrongState` when the table has no row for it. */
export function afterProposalAction(state: ProposalState, action: ProposalAction): ProposalState {
  const next = proposalTransitions[state][action];
  if (!next) throw new AppError('record.wrongState', { state: proposalStates[state] });
  return next;
}
