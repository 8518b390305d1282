import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import {
  changeDecision,
  type Decision,
  declaresImmediateAdjustment,
  makeDecision,
  mandateWarnings,
  recordDecision,
} from '../decisions/index.ts';
import { decidingPower } from '../organisation/index.ts';
import { type ItemOutcomeKind, type KeptProposal, type OutcomeFields, outcomeProblems } from './item-outcome.ts';
import { type ItemScene, lockItemScene, logItem } from './item-scene.ts';
import { writeOutcome } from './proceedings-writer.ts';
import type { Verdict } from './proposition-rounds.ts';
import { standingIn } from './put-proposition.ts';

export type DecideItem = OutcomeFields & {
  readonly itemId: Id<'agendaItem'>;
  /** The version of the outcome that the person saw; 0 when nothing had been said. */
  readonly expectedVersion: number;
  /** What was decided without a motion, other than the notice proposes or where it proposes nothing. */
  readonly clauses?: readonly string[];
  /** The decision as officials tell it, in one sentence ("Agendan godkändes"). */
  readonly sentence?: string;
};

export type ItemDecided = {
  readonly decisionIds: readonly Id<'decision'>[];
  /** What the body may not decide by its mandate (J-22); it is on record all the same. */
  readonly warnings: readonly Problem[];
};

/**
 * Brings an item to its end. When something was moved from the floor, the end is what the propositions led to: the proposed decision is made with
 * the clauses that won, and what the notice proposed is kept beside it. Without motions the proposal of the notice is what was decided.
 */
export async function decideItem(w: Writer<'meeting.conduct'>, input: DecideItem): Promise<ItemDecided> {
  const scene = await lockItemScene(w, input.itemId);
  const before = expectVersion(scene.proceedings.outcome, input.expectedVersion);
  requireStillOpen(scene, input);
  refuseProblems(outcomeProblems(input, scene.meeting.heldOn));
  const verdict = verdictFor(scene, input.outcome);
  const own = ownClauses(scene, input);
  refuseProblems(own.problems);
  const decided = input.outcome === 'decided' ? await decide(w, scene, input, verdict, own.clauses) : undefined;
  const row = {
    outcome: input.outcome,
    motivation: input.motivation?.trim() || null,
    tabled_to: input.tabledTo ?? null,
    by_minority: input.outcome !== 'decided' && verdict?.byMinority === true,
    immediately_adjusted: input.immediatelyAdjusted ?? decided?.immediatelyAdjusted ?? false,
    proposed: JSON.stringify(decided?.kept ?? []),
    made_in_meeting: JSON.stringify(decided?.inMeeting ?? []),
  };
  await writeOutcome(w, before, row);
  await logItem(w, input.itemId, 'outcome', { before, after: { ...row, decisionIds: decided?.ids ?? [] } });
  return {
    decisionIds: decided?.ids ?? [],
    warnings: decided ? mandateWarnings(decidingPower(scene.rules), decided.clauses) : [],
  };
}

/** A decision that was recorded before the end of the item was noted is part of that end, and no other end fits it. */
function requireStillOpen({ proceedings }: ItemScene, { outcome }: DecideItem): void {
  const made = proceedings.decisions.some((decision) => decision.state === 'made');
  if (made && (proceedings.outcome.outcome !== null || outcome !== 'decided')) throw new AppError('proceedings.ended');
}

/** Which ends fit what the propositions led to. An item that utgår, or that time did not allow, needs none of them answered. */
const endsOf = {
  decided: ['decided'],
  rejected: ['decided'],
  tabled: ['tabled'],
  referredBack: ['referredBack'],
  nothing: ['noted', 'decided'],
} as const satisfies Record<Verdict['kind'], readonly ItemOutcomeKind[]>;

function verdictFor(scene: ItemScene, outcome: ItemOutcomeKind): Verdict | null {
  const { verdict } = standingIn(scene);
  const moved = liveMotions(scene);
  if (!moved || outcome === 'withdrawn' || outcome === 'notTreated') return verdict;
  if (!verdict) throw new AppError('proceedings.roundsLeft');
  const ends: readonly ItemOutcomeKind[] = endsOf[verdict.kind];
  refuseProblems(ends.includes(outcome) ? [] : [{ path: 'outcome', key: 'proceedings.otherThanFound' }]);
  return verdict;
}

function liveMotions({ proceedings }: ItemScene): boolean {
  return proceedings.proposals.some((one) => !one.withdrawn && one.kind !== 'approval');
}

/** Clauses that were agreed on without a motion. Where something was moved, what was decided follows from the propositions alone. */
function ownClauses(scene: ItemScene, input: DecideItem) {
  const clauses = (input.clauses ?? []).map((clause) => clause.trim()).filter(Boolean);
  const given = clauses.length > 0 || Boolean(input.sentence?.trim());
  const problems: Problem[] = [
    ...(given && input.outcome !== 'decided' ? [{ path: 'outcome', key: 'proceedings.clausesOfNoDecision' }] : []),
    ...(given && liveMotions(scene) ? [{ path: 'clauses', key: 'proceedings.clausesFollowMotions' }] : []),
    // A body whose minutes the law rules decides in clauses; a sentence is how officials tell what they agreed on (seed 003).
    ...(input.sentence?.trim() && scene.rules.seats
      ? [{ path: 'sentence', key: 'proceedings.sentenceOfOfficials' }]
      : []),
  ];
  return { clauses: clauses.length > 0 ? clauses : null, problems };
}

async function decide(
  w: Writer<'meeting.conduct'>,
  scene: ItemScene,
  input: DecideItem,
  verdict: Verdict | null,
  own: readonly string[] | null,
) {
  const proposed = scene.proceedings.decisions.filter((decision) => decision.state === 'proposed');
  const sentence = input.sentence?.trim();
  if (sentence) {
    const fields = { agendaItemId: input.itemId, title: sentence, clauses: [], toldInSentence: true };
    const { id } = await recordDecision(w, { ...fields, state: 'made' });
    return { ids: [id], inMeeting: [id], clauses: [sentence], kept: [], immediatelyAdjusted: false };
  }
  const clauses = own ?? verdict?.clauses ?? [];
  const immediatelyAdjusted = clauses.some(declaresImmediateAdjustment);
  const made = scene.proceedings.decisions.filter((decision) => decision.state === 'made');
  if (proposed.length === 0 && made.length > 0 && clauses.length === 0) {
    const all = made.flatMap((one) => one.clauses);
    const atOnce = all.some(declaresImmediateAdjustment);
    return { ids: made.map((one) => one.id), inMeeting: [], clauses: all, kept: [], immediatelyAdjusted: atOnce };
  }
  if (proposed.length === 0) {
    refuseProblems(clauses.length > 0 ? [] : [{ path: 'clauses', key: 'decision.noClause' }]);
    const { id } = await recordDecision(w, { agendaItemId: input.itemId, title: scene.title, clauses, state: 'made' });
    return { ids: [id], inMeeting: [id], clauses, kept: [], immediatelyAdjusted };
  }
  if (own === null && !liveMotions(scene)) {
    for (const one of proposed) await makeDecision(w, { decisionId: one.id, expectedVersion: one.version });
    const all = proposed.flatMap((one) => one.clauses);
    return {
      ids: proposed.map((one) => one.id),
      inMeeting: [],
      clauses: all,
      kept: [],
      immediatelyAdjusted: all.some(declaresImmediateAdjustment),
    };
  }
  // Bodies that meet jointly decide the same thing, each for itself; proposals about different things stand in items of their own.
  refuseProblems(
    proposed.every((one) => same(one, proposed[0]!)) ? [] : [{ path: 'clauses', key: 'proceedings.severalProposals' }],
  );
  const kept: KeptProposal[] = [];
  for (const one of proposed) {
    const differs = !sameText(one.clauses, clauses);
    if (differs) {
      kept.push({ decisionId: one.id, title: one.title, clauses: one.clauses });
      await changeDecision(w, { decisionId: one.id, expectedVersion: one.version, changes: { clauses } });
    }
    await makeDecision(w, { decisionId: one.id, expectedVersion: one.version + (differs ? 1 : 0) });
  }
  return { ids: proposed.map((one) => one.id), inMeeting: [], clauses, kept, immediatelyAdjusted };
}

function same(one: Decision, other: Decision): boolean {
  return sameText(one.clauses, other.clauses);
}

function sameText(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((clause, index) => clause === other[index]);
}
