/**
 * In which order the chair puts the proposals of an item, so that each question can be answered by yes or no (KL 5:53) and the end is one
 * decision. First whether the item is decided today (tabling, referral back), then what is decided, then what is added.
 *
 * With more than two proposals about the same thing the chair first finds the counter-proposal (motförslag) that stands against the main one
 * (R-KL-34). Notice, A, B and C: "A or B?", "the winner or C?", and then "the notice or the winner of those?". Each question is a round.
 *
 * The order is written as a generator: it asks round after round and is answered with what the chair found or the vote gave. What has been
 * answered so far is in the register; the first round without an answer is the next one to put.
 */
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { type FloorProposal, isFormal } from './floor-proposal.ts';
import type { Answer } from './vote.ts';

/** What a round is about. */
export const roundKinds = {
  formal: { sv: 'om ärendet ska avgöras i dag', en: 'whether the item is decided today' },
  counterProposal: { sv: 'motförslag i huvudvoteringen', en: 'counter-proposal' },
  main: { sv: 'huvudproposition', en: 'main proposition' },
  clause: { sv: 'om en beslutssats', en: 'about one clause' },
  addition: { sv: 'om ett tillägg', en: 'about an addition' },
} as const satisfies Record<string, Localized>;
export type RoundKind = keyof typeof roundKinds;

/** A proposal that can be put: a motion by its id, or null for that of the notice. */
export type ProposalRef = Id<'floorProposal'> | null;

/**
 * One question of the chair. A side that is null is what stands without a motion: the proposal of the notice; deciding today, in a formal
 * round; nothing, against an addition or where the notice proposes nothing.
 */
export type Round = {
  readonly kind: RoundKind;
  readonly clause: number | null;
  readonly yes: ProposalRef;
  readonly no: ProposalRef;
};

/** A round that was put, with its answer; null while it is not found or the votes are not counted. */
export type PutRound = Round & { readonly result: Answer | null };

/** All that the order depends on. */
export type PropositionCase = {
  /** The att-clauses of the notice; null where it proposes nothing. */
  readonly noticeClauses: readonly string[] | null;
  readonly proposals: readonly FloorProposal[];
  readonly mainProposalId: Id<'floorProposal'> | null;
  readonly put: readonly PutRound[];
  /** How many may vote, where a third of them can have the item tabled or referred back (KL 5:50); null elsewhere and in elections. */
  readonly presentForMinority: number | null;
};

/** What the rounds led to. `asProposed` says that nothing but the proposal of the notice was decided. */
export type Verdict = {
  readonly kind: 'decided' | 'rejected' | 'tabled' | 'referredBack' | 'nothing';
  readonly clauses: readonly string[];
  readonly asProposed: boolean;
  /** The motion that won, or null for the notice. */
  readonly winner: ProposalRef;
  readonly byMinority: boolean;
};

/** Where the item stands: the next round to put, one that waits for its answer, or the end. Exactly one of the three is set. */
export type Standing = {
  readonly next: Round | null;
  readonly waiting: Round | null;
  readonly verdict: Verdict | null;
};

/** Follows the order as far as there are answers. */
export function standingOf(facts: PropositionCase): Standing {
  const order = rounds(facts);
  let step = order.next();
  while (!step.done) {
    const round = step.value;
    const put = facts.put.find((one) => isSameRound(one, round));
    if (!put) return { next: round, waiting: null, verdict: null };
    if (put.result === null) return { next: null, waiting: round, verdict: null };
    step = order.next(put.result);
  }
  return { next: null, waiting: null, verdict: step.value };
}

export function isSameRound(one: Round, other: Round): boolean {
  return one.kind === other.kind && one.clause === other.clause && one.yes === other.yes && one.no === other.no;
}

type Asking<Result> = Generator<Round, Result, Answer>;

function* rounds(facts: PropositionCase): Asking<Verdict> {
  const live = facts.proposals.filter((one) => !one.withdrawn);
  for (const motion of live.filter(isFormal)) {
    const byMinority = isAskedByThird(motion, facts.presentForMinority);
    if (byMinority || (yield { kind: 'formal', clause: null, yes: null, no: motion.id }) === 'no')
      return verdict({ kind: motion.kind === 'tabling' ? 'tabled' : 'referredBack', winner: motion.id, byMinority });
  }
  const whole = wholeProposals(facts, live);
  const [main, ...counters] = whole;
  if (main === undefined) return yield* withAdditions(facts, live, { kind: 'nothing' });
  const winner = yield* contest({ kind: 'main', clause: null }, main, counters, facts);
  if (winner === undefined) return verdict({ kind: 'nothing' });
  const motion = live.find((one) => one.id === winner);
  if (motion?.kind === 'rejection') return verdict({ kind: 'rejected', winner, clauses: rejectionClauses });
  const clauses = motion ? motion.clauses : yield* amendedClauses(facts, live);
  return yield* withAdditions(facts, live, { kind: 'decided', winner, clauses });
}

/** How a body says no to what was proposed. */
export const rejectionClauses = ['att avslå förslaget'] as const;

/** Whether a third of those present stand behind the motion (KL 5:50). */
export function isAskedByThird(motion: Pick<FloorProposal, 'movers'>, present: number | null): boolean {
  return present !== null && present > 0 && motion.movers.length * 3 >= present;
}

/** The proposals about the item as a whole, the main one first; rejections by several are one and the same. */
function wholeProposals(facts: PropositionCase, live: readonly FloorProposal[]): readonly ProposalRef[] {
  const rejection = live.find((one) => one.kind === 'rejection');
  const all: readonly ProposalRef[] = [
    ...(facts.noticeClauses ? [null] : []),
    ...live.filter((one) => one.kind === 'amendment' && one.clause === null).map((one) => one.id),
    ...(rejection ? [rejection.id] : []),
  ];
  const chosen = facts.mainProposalId;
  return chosen !== null && all.includes(chosen) ? [chosen, ...all.filter((one) => one !== chosen)] : all;
}

/** The winner among proposals about the same thing; undefined when the only one was turned down. */
function* contest(
  about: Pick<Round, 'kind' | 'clause'>,
  main: ProposalRef,
  counters: readonly ProposalRef[],
  facts: PropositionCase,
): Asking<ProposalRef | undefined> {
  const [first, ...others] = counters;
  if (first === undefined) {
    // The notice alone is agreed to when nobody moves otherwise; a motion alone is asked about.
    if (main === null && facts.noticeClauses) return main;
    return (yield { ...about, yes: main, no: null }) === 'yes' ? main : undefined;
  }
  let counter = first;
  for (const other of others) {
    const answer = yield { kind: 'counterProposal', clause: about.clause, yes: counter, no: other };
    if (answer === 'no') counter = other;
  }
  return (yield { ...about, yes: main, no: counter }) === 'yes' ? main : counter;
}

/** The clauses of the notice, each with the amendment that won over it. */
function* amendedClauses(facts: PropositionCase, live: readonly FloorProposal[]): Asking<readonly string[]> {
  const result: string[] = [];
  for (const [index, clause] of (facts.noticeClauses ?? []).entries()) {
    const amendments = live.filter((one) => one.kind === 'amendment' && one.clause === index + 1);
    const winner =
      amendments.length === 0
        ? null
        : yield* contest(
            { kind: 'clause', clause: index + 1 },
            null,
            amendments.map((one) => one.id),
            facts,
          );
    const won = amendments.find((one) => one.id === winner);
    result.push(...(won ? won.clauses : [clause]));
  }
  return result;
}

/** Additions are put separately, each for itself, when something was decided or nothing else was proposed. */
function* withAdditions(
  facts: PropositionCase,
  live: readonly FloorProposal[],
  found: Partial<Verdict> & Pick<Verdict, 'kind'>,
): Asking<Verdict> {
  const clauses = [...(found.clauses ?? [])];
  for (const addition of live.filter((one) => one.kind === 'addition')) {
    if ((yield { kind: 'addition', clause: null, yes: addition.id, no: null }) === 'yes')
      clauses.push(...addition.clauses);
  }
  const kind = clauses.length > 0 ? 'decided' : found.kind;
  const asProposed = kind === 'decided' && sameClauses(clauses, facts.noticeClauses ?? []);
  return verdict({ ...found, kind, clauses, asProposed });
}

function sameClauses(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((clause, index) => clause === other[index]);
}

function verdict(found: Partial<Verdict> & Pick<Verdict, 'kind'>): Verdict {
  return { clauses: [], asProposed: false, winner: null, byMinority: false, ...found };
}
