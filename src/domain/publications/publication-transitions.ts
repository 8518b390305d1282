import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';
import type { Action } from '../access/index.ts';

/** The states of one proposal to make a record public. Only `published` is open to anybody; the earlier and later ones lie in the register. */
export const publicationStates = {
  stopped: { sv: 'stoppad', en: 'stopped' },
  awaitingReview: { sv: 'väntar på granskning', en: 'awaiting review' },
  published: { sv: 'publicerad', en: 'published' },
  declined: { sv: 'inte publicerad', en: 'not published' },
  superseded: { sv: 'ersatt av nytt förslag', en: 'overtaken by a new proposal' },
  replaced: { sv: 'ersatt av ny lydelse', en: 'replaced by a newer edition' },
  withdrawn: { sv: 'tillbakadragen', en: 'withdrawn' },
} as const satisfies Record<string, Localized>;
export type PublicationState = keyof typeof publicationStates;
export const publicationStateCodes = Object.keys(publicationStates) as readonly PublicationState[];

type Row = Transition<PublicationState> & {
  /** The action of the access table that the actor needs. */
  readonly who: Action;
};

/**
 * A row says: in these states, who has this right may do the action, and it leads to that state. A proposal comes into being in the state that the gate
 * gives it: `published` when nothing was found, `awaitingReview` or `stopped` else. One that is stopped is let through only with what stopped it masked
 * or left out. What was withdrawn or declined never comes back: a new proposal is made.
 */
export const publicationTransitions = [
  {
    action: 'publish',
    from: ['awaitingReview', 'stopped'],
    to: 'published',
    who: 'publication.review',
    label: { sv: 'Publicera', en: 'Publish' },
  },
  {
    action: 'decline',
    from: ['awaitingReview', 'stopped'],
    to: 'declined',
    who: 'publication.review',
    label: { sv: 'Publicera inte', en: 'Do not publish' },
  },
  {
    action: 'overtake',
    from: ['awaitingReview', 'stopped'],
    to: 'superseded',
    who: 'publication.propose',
    label: { sv: 'Föreslå på nytt', en: 'Propose again' },
  },
  {
    action: 'replace',
    from: ['published'],
    to: 'replaced',
    who: 'publication.propose',
    label: { sv: 'Publicera ny lydelse', en: 'Publish a new edition' },
  },
  {
    action: 'withdraw',
    from: ['published'],
    to: 'withdrawn',
    who: 'publication.withdraw',
    label: { sv: 'Dra tillbaka', en: 'Withdraw' },
  },
] as const satisfies readonly Row[];
export type PublicationAction = (typeof publicationTransitions)[number]['action'];

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function publicationStateAfter(state: PublicationState, action: PublicationAction): PublicationState {
  return stateAfter(publicationTransitions, publicationStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayPublication(state: PublicationState, action: PublicationAction): boolean {
  return isAllowedIn<PublicationState>(publicationTransitions, state, action);
}
