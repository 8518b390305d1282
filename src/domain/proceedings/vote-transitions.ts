import type { Localized } from '../../kernel/language.ts';
import { type Transition, transitionIn } from '../../kernel/transition-table.ts';

/** A vote is under way until it is counted; equal numbers wait for the lot in an election, and for the body's own way where no law says. */
export const voteStates = {
  underWay: { sv: 'omröstning pågår', en: 'voting under way' },
  tied: { sv: 'lika röstetal', en: 'equal votes' },
  settled: { sv: 'avgjord', en: 'settled' },
} as const satisfies Record<string, Localized>;
export type VoteState = keyof typeof voteStates;

type Row = Transition<VoteState>;

/** A row says: in these states the action may be done, and it leads to that state. What is not in the table cannot be done. */
export const voteTransitions = [
  { action: 'cast', from: ['underWay'], to: 'same', label: { sv: 'Rösta', en: 'Vote' } },
  { action: 'settle', from: ['underWay'], to: 'settled', label: { sv: 'Räkna rösterna', en: 'Count the votes' } },
  { action: 'tie', from: ['underWay'], to: 'tied', label: { sv: 'Lika röstetal', en: 'Equal votes' } },
  { action: 'breakTie', from: ['tied'], to: 'settled', label: { sv: 'Avgör', en: 'Break the tie' } },
  { action: 'takeBack', from: ['underWay', 'tied'], to: 'gone', label: { sv: 'Ta tillbaka', en: 'Take back' } },
] as const satisfies readonly Row[];
export type VoteAction = (typeof voteTransitions)[number]['action'];

/** Throws `record.wrongState` when the table has no row for the action in this state. */
export function requireVoteAction(state: VoteState, action: VoteAction): void {
  transitionIn<VoteState, Row>(voteTransitions, voteStates, state, action);
}
