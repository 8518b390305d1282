import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type BodyRules, closedBallotAllowed, tieBreaker, type VoteSubject } from '../organisation/index.ts';
import type { RoundKind } from './proposition-rounds.ts';
import type { Answer, Ballot, CastVote, PresentVoter, VoteCount, VoteDecider } from './vote.ts';

/** All that the rules of a vote depend on. */
export type VoteFacts = {
  readonly rules: BodyRules;
  readonly ballot: Ballot;
  readonly subject: VoteSubject;
  readonly round: RoundKind;
  readonly exercisesAuthority: boolean;
  /** Who may vote at this moment. */
  readonly voters: readonly PresentVoter[];
  /** Members who are not at the table: they can be noted as absent. */
  readonly absentMembers: readonly Id<'attendance'>[];
  readonly casts: readonly CastVote[];
};

/** Whether a body votes at all. One without seats, such as a chefsgrupp, decides when all agree: what no law gives a vote has none (R-ORG-3). */
export function hasVotes(rules: BodyRules): boolean {
  return rules.seats;
}

/** Whether who took part in handling exercise of authority must take part in deciding it (KL 4:26: "en ledamot i en nämnd", R-KL-33). */
export function mustDecideInAuthority(rules: BodyRules): boolean {
  return rules.disqualification === 'committee' && rules.mayDecide !== 'no';
}

/**
 * How many there are to count a third of, where a third can have an item tabled or referred back (KL 5:50, R-KL-35); null where a majority decides
 * it: in a nämnd (KL 6:33), in elections, and when a minority has had the item tabled before.
 */
export function presentForMinority(
  rules: BodyRules,
  facts: { readonly voters: number; readonly isElection: boolean; readonly tabledByMinorityBefore: boolean },
): number | null {
  if (rules.tabling !== 'third' || facts.isElection || facts.tabledByMinorityBefore) return null;
  return facts.voters;
}

/** What stands in the way of a vote: a body that decides in agreement has none (R-ORG-3), and a secret one is for elections and staff (KL 5:54). */
export function voteRequestProblems(
  facts: Pick<VoteFacts, 'rules' | 'ballot' | 'subject' | 'voters'>,
): readonly Problem[] {
  if (!hasVotes(facts.rules)) return [{ path: 'ballot', key: 'proceedings.decidesInAgreement' }];
  return [
    ...(facts.ballot === 'secret' && !closedBallotAllowed(facts.rules, facts.subject)
      ? [{ path: 'ballot', key: 'proceedings.secretOnlyInElections' }]
      : []),
    ...(facts.voters.length === 0 ? [{ path: 'voters', key: 'proceedings.nobodyMayVote' }] : []),
  ];
}

/**
 * What stands in the way of noting how one person voted. Who is not at the table is absent and nothing else; in exercise of authority who took
 * part decides too, but nobody has to vote for more than one of the proposals (KL 4:26), so that one may abstain between counter-proposals.
 */
export function castProblems(facts: VoteFacts, { attendanceId, choice }: CastVote): readonly Problem[] {
  const path = `votes.${attendanceId}`;
  const mayVote = facts.voters.some((voter) => voter.attendanceId === attendanceId);
  if (facts.ballot === 'secret') return [{ path, key: 'proceedings.secretBallot' }];
  // Who voted and went before the votes were counted is noted as absent: a vote counts with those who are there when it ends.
  const mayBeAbsent =
    facts.absentMembers.includes(attendanceId) || facts.casts.some((cast) => cast.attendanceId === attendanceId);
  if (!mayVote) return choice === 'absent' && mayBeAbsent ? [] : [{ path, key: 'proceedings.mayNotVote' }];
  if (choice === 'absent') return [{ path, key: 'proceedings.isPresent' }];
  if (!facts.exercisesAuthority || !mustDecideInAuthority(facts.rules)) return [];
  const stepsAside = choice === 'notParticipating' || (choice === 'abstain' && facts.round !== 'counterProposal');
  return stepsAside ? [{ path, key: 'proceedings.mustDecide' }] : [];
}

/** The numbers of an open vote. Who is absent or takes no part in the decision is in none of them. */
export function countVotes(casts: readonly CastVote[]): VoteCount {
  const number = (choice: CastVote['choice']) => casts.filter((cast) => cast.choice === choice).length;
  return { yes: number('yes'), no: number('no'), abstain: number('abstain') };
}

/** How a vote ends: with a result, with equal numbers that a lot, or the body's own way, must settle, or not yet, because something is missing. */
export type VoteEnd =
  | {
      readonly state: 'settled';
      readonly count: VoteCount;
      readonly result: Answer;
      readonly decidedBy: VoteDecider;
    }
  | { readonly state: 'tied'; readonly count: VoteCount }
  | { readonly state: 'open'; readonly problems: readonly Problem[] };

/** Counts an open vote once everybody who may vote has been asked. */
export function endOpenVote(facts: VoteFacts): VoteEnd {
  const asked = new Set(facts.casts.map((cast) => cast.attendanceId));
  const missing = facts.voters.filter((voter) => !asked.has(voter.attendanceId));
  const problems = [
    ...missing.map((voter) => ({
      path: `votes.${voter.attendanceId}`,
      key: 'proceedings.voteMissing',
      values: { name: voter.name },
    })),
    ...facts.casts.flatMap((cast) => castProblems(facts, cast)),
  ];
  if (problems.length > 0) return { state: 'open', problems };
  const count = countVotes(facts.casts);
  const decided = byMajority(count);
  if (decided) return decided;
  if (tieBreaker(facts.rules, facts.subject) !== 'castingVote') return { state: 'tied', count };
  const chair = facts.voters.find((voter) => voter.isChair);
  if (!chair) return { state: 'open', problems: [{ path: 'voters', key: 'proceedings.noChair' }] };
  const own = facts.casts.find((cast) => cast.attendanceId === chair.attendanceId)?.choice;
  // The chair may abstain like the others, but must vote where the vote is needed (KL 4:25, 5:55).
  if (own !== 'yes' && own !== 'no')
    return {
      state: 'open',
      problems: [
        { path: `votes.${chair.attendanceId}`, key: 'proceedings.chairMustVote', values: { name: chair.name } },
      ],
    };
  return { state: 'settled', count, result: own, decidedBy: 'castingVote' };
}

/** Takes the numbers of a secret vote: each who may vote is in exactly one of them, who handed in no ballot or a blank one as abstaining. */
export function endSecretVote(facts: Pick<VoteFacts, 'voters'>, count: VoteCount): VoteEnd {
  const numbers = [count.yes, count.no, count.abstain];
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (numbers.some((number) => !Number.isInteger(number) || number < 0) || sum !== facts.voters.length)
    return {
      state: 'open',
      problems: [{ path: 'count', key: 'proceedings.countsDoNotFit', values: { sum, voters: facts.voters.length } }],
    };
  return byMajority(count) ?? { state: 'tied', count };
}

function byMajority(count: VoteCount): VoteEnd | undefined {
  if (count.yes === count.no) return undefined;
  return { state: 'settled', count, result: count.yes > count.no ? 'yes' : 'no', decidedBy: 'majority' };
}

/** The lot that a random token gives: even is yes. The token comes from the Runtime, so that a test can know it beforehand. */
export function lotOf(token: string): Answer {
  const byte = Buffer.from(token, 'base64url')[0] ?? 0;
  return byte % 2 === 0 ? 'yes' : 'no';
}
