import type { Id } from '../../kernel/id.ts';
import type { Decision } from '../decisions/index.ts';
import type { Dissent } from './dissent.ts';
import type { FloorProposal } from './floor-proposal.ts';
import type { ItemOutcome } from './item-outcome.ts';
import { type PropositionCase, type Round, type Standing, standingOf } from './proposition-rounds.ts';
import type { NotifiedQuestion } from './question.ts';
import type { SectionText } from './section-text.ts';
import type { Answer, RecordedVote } from './vote.ts';

/** A question as the chair put it, with what the chair found and the vote that was asked for (KL 5:53). */
export type Proposition = Round & {
  readonly id: Id<'proposition'>;
  readonly version: number;
  readonly position: number;
  /** What yes and no stand for, in the chair's words; `noMeans` null is a plain no. */
  readonly yesMeans: string;
  readonly noMeans: string | null;
  readonly orderText: string | null;
  readonly chairFinding: Answer | null;
  readonly vote: RecordedVote | null;
};

/** What somebody told in the item, who noted it, and when (FL 27 §, R-FL-4). */
export type OralInformation = {
  readonly id: Id<'oralInformation'>;
  readonly toldBy: string | null;
  readonly body: string;
  readonly notedBy: string;
  readonly notedAt: string;
};

/** Somebody whom the proceedings of an item name. */
export type NamedPerson = { readonly id: Id<'attendance'>; readonly name: string; readonly party: string | null };

/** An item of another meeting. */
export type ItemPlace = { readonly itemId: Id<'agendaItem'>; readonly meetingId: Id<'meeting'> };

/** Everything that happened in one item: what its § in the minutes is made of. */
export type ItemProceedings = {
  readonly itemId: Id<'agendaItem'>;
  readonly outcome: ItemOutcome;
  /** The item of an earlier meeting that this one takes up again. */
  readonly carriedFrom: (ItemPlace & { readonly byMinority: boolean }) | null;
  /** The item of a later meeting that takes this one up again. */
  readonly carriedTo: ItemPlace | null;
  /** The texts that somebody has written, in the order of the fields. */
  readonly texts: readonly SectionText[];
  readonly proposals: readonly FloorProposal[];
  readonly propositions: readonly Proposition[];
  readonly dissents: readonly Dissent[];
  readonly oralInformation: readonly OralInformation[];
  /** Announced questions that were answered in this item. */
  readonly answers: readonly NotifiedQuestion[];
  readonly decisions: readonly Decision[];
  /** Whoever is named above. */
  readonly people: readonly NamedPerson[];
};

/** The answer to a proposition: that of the vote when one was asked for, otherwise what the chair found. */
export function resultOf(proposition: Pick<Proposition, 'chairFinding' | 'vote'>): Answer | null {
  return proposition.vote ? proposition.vote.result : proposition.chairFinding;
}

/**
 * The att-clauses that the notice proposes, as they stood before the body decided; null where it proposes nothing. A decision that no notice had
 * proposed is known (`inMeeting`), so one that was made without a proposal kept beside it was made as the notice proposed it.
 */
export function noticeClausesOf({ outcome, decisions }: Pick<ItemProceedings, 'outcome' | 'decisions'>) {
  const kept = outcome.proposed[0]?.clauses;
  const proposed = decisions.find((decision) => decision.state === 'proposed');
  const asProposed =
    outcome.outcome === 'decided' ? decisions.find(({ id }) => !outcome.inMeeting.includes(id)) : undefined;
  const clauses = kept ?? (proposed ?? asProposed)?.clauses ?? [];
  return clauses.length > 0 ? clauses : null;
}

/** Where the propositions of an item stand. `presentForMinority` is how many may vote where a third can have the item tabled (KL 5:50). */
export function propositionStanding(
  proceedings: Pick<ItemProceedings, 'outcome' | 'decisions' | 'proposals' | 'propositions'>,
  presentForMinority: number | null,
): Standing {
  return standingOf(propositionCase(proceedings, presentForMinority));
}

/** The same facts as the order of propositions needs them. */
export function propositionCase(
  proceedings: Pick<ItemProceedings, 'outcome' | 'decisions' | 'proposals' | 'propositions'>,
  presentForMinority: number | null,
): PropositionCase {
  return {
    noticeClauses: noticeClausesOf(proceedings),
    proposals: proceedings.proposals,
    mainProposalId: proceedings.outcome.mainProposalId,
    put: proceedings.propositions.map((one) => ({ ...one, result: resultOf(one) })),
    presentForMinority,
  };
}
