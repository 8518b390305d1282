import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { VoteSubject } from '../organisation/index.ts';
import type { VoteState } from './vote-transitions.ts';

/** How votes are given. Open is the rule; only elections and appointments of staff may be secret (KL 5:54, R-KL-31). */
export const ballots = {
  open: { sv: 'öppen', en: 'open' },
  secret: { sv: 'sluten', en: 'secret' },
} as const satisfies Record<string, Localized>;
export type Ballot = keyof typeof ballots;

/** What one person did in an open vote (KL 4:24–26, R-KL-33). Who does not take part in the decision cannot reserve against it either. */
export const voteChoices = {
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  abstain: { sv: 'avstår', en: 'abstains' },
  absent: { sv: 'frånvarande', en: 'absent' },
  notParticipating: { sv: 'deltar inte i beslutet', en: 'does not take part in the decision' },
} as const satisfies Record<string, Localized>;
export type VoteChoice = keyof typeof voteChoices;

/** What settled a vote (KL 5:55–56, R-KL-32). */
export const voteDeciders = {
  majority: { sv: 'enkel majoritet', en: 'simple majority' },
  castingVote: { sv: 'ordförandens utslagsröst', en: 'the chair’s casting vote' },
  lot: { sv: 'lottning', en: 'lot' },
} as const satisfies Record<string, Localized>;
export type VoteDecider = keyof typeof voteDeciders;

/** Who drew the lot: the system by its source of randomness, or a person at the table, whose name is then noted. */
export const lotKinds = {
  bySystem: { sv: 'lottad av systemet', en: 'drawn by the system' },
  byHand: { sv: 'lottad för hand', en: 'drawn by hand' },
} as const satisfies Record<string, Localized>;
export type LotKind = keyof typeof lotKinds;

/** The two answers to a proposition that the chair puts (KL 5:53). */
export type Answer = 'yes' | 'no';

/** One who is present, serves on a seat and is not disqualified from the item: who may vote. Where there are no seats, `seatId` is null. */
export type PresentVoter = {
  readonly attendanceId: Id<'attendance'>;
  readonly seatId: Id<'seat'> | null;
  readonly name: string;
  readonly party: string | null;
  readonly isChair: boolean;
};

export type CastVote = { readonly attendanceId: Id<'attendance'>; readonly choice: VoteChoice };

export type VoteCount = { readonly yes: number; readonly no: number; readonly abstain: number };

/** A vote over one proposition, with who voted how when it was open. */
export type RecordedVote = {
  readonly id: Id<'recordedVote'>;
  readonly version: number;
  readonly ballot: Ballot;
  readonly subject: VoteSubject;
  readonly state: VoteState;
  readonly casts: readonly CastVote[];
  readonly count: VoteCount | null;
  readonly result: Answer | null;
  readonly decidedBy: VoteDecider | null;
  readonly lot: { readonly kind: LotKind; readonly drawnBy: string | null } | null;
};
