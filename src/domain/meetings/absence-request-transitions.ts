import type { Localized } from '../../kernel/language.ts';
import { stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far it has come that a deputy serves on the seat of a member who cannot come. */
export const servingRequestStates = {
  asked: { sv: 'tillfrågad', en: 'asked' },
  accepted: { sv: 'tjänstgör', en: 'will serve' },
  declined: { sv: 'avböjt', en: 'declined' },
  withdrawn: { sv: 'återtagen', en: 'withdrawn' },
} as const satisfies Record<string, Localized>;
export type ServingRequestState = keyof typeof servingRequestStates;

type Row = Transition<ServingRequestState>;

/** Who accepted may still fall ill; a question that was declined or withdrawn is over, and the next deputy is asked anew. */
export const servingRequestTransitions = [
  { action: 'accept', from: ['asked', 'accepted'], to: 'accepted', label: { sv: 'Tjänstgör', en: 'Serve' } },
  { action: 'decline', from: ['asked', 'accepted'], to: 'declined', label: { sv: 'Avböj', en: 'Decline' } },
  {
    action: 'withdraw',
    from: ['asked', 'accepted'],
    to: 'withdrawn',
    label: { sv: 'Ta tillbaka frågan', en: 'Withdraw the question' },
  },
] as const satisfies readonly Row[];
export type ServingRequestAction = (typeof servingRequestTransitions)[number]['action'];

/** Whether a question still stands: it is asked or has been accepted. */
export function isLiveRequest(state: ServingRequestState): boolean {
  return servingRequestTransitions.some(({ from }) => (from as readonly ServingRequestState[]).includes(state));
}

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function servingRequestStateAfter(
  state: ServingRequestState,
  action: ServingRequestAction,
): ServingRequestState {
  return stateAfter(servingRequestTransitions, servingRequestStates, state, action);
}
