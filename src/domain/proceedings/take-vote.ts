import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { tieBreaker, type VoteSubject, voteSubjects } from '../organisation/index.ts';
import { type ItemScene, lockSceneOf, logItem, requireNoOutcome } from './item-scene.ts';
import type { Proposition } from './proceedings.ts';
import { lockProposition, requireLast } from './put-proposition.ts';
import {
  type Answer,
  type Ballot,
  ballots,
  type CastVote,
  type LotKind,
  type RecordedVote,
  type VoteCount,
  voteChoices,
} from './vote.ts';
import {
  castProblems,
  endOpenVote,
  endSecretVote,
  lotOf,
  type VoteEnd,
  type VoteFacts,
  voteRequestProblems,
} from './vote-rules.ts';
import { requireVoteAction } from './vote-transitions.ts';

export type RequestVote = {
  readonly propositionId: Id<'proposition'>;
  readonly expectedVersion: number;
  readonly ballot?: Ballot;
  readonly subject?: VoteSubject;
};

/** Somebody asks for a vote over the question that the chair has put; from then on the votes decide and not what the chair finds (KL 5:53–54). */
export async function requestVote(w: Writer<'meeting.conduct'>, input: RequestVote): Promise<Id<'recordedVote'>> {
  const { scene, proposition } = await lockProposition(w, input);
  requireLast(scene, proposition);
  const { ballot = 'open', subject = 'matter' } = input;
  refuseProblems([
    ...(ballot in ballots ? [] : [{ path: 'ballot', key: 'validation.choose' }]),
    ...(subject in voteSubjects ? [] : [{ path: 'subject', key: 'validation.choose' }]),
    ...voteRequestProblems({ rules: scene.rules, ballot, subject, voters: scene.table.voters }),
  ]);
  if (proposition.vote) throw new AppError('proceedings.voteDecides');
  const id = w.runtime.newId();
  const row = { ballot, matter_kind: subject, state: 'underWay' };
  await w.db
    .insertInto('recorded_vote')
    .values({ tenant_id: w.tenantId, id, proposition_id: proposition.id, ...row })
    .execute();
  await logItem(w, scene.itemId, 'vote', { after: { id, propositionId: proposition.id, ...row } });
  return id;
}

/**
 * Notes how some people vote in an open vote. Each has one vote: who is named again votes anew (KL 4:24). All that is noted is judged by who is at
 * the table at this moment.
 */
export async function castVotes(
  w: Writer<'meeting.conduct'>,
  input: { readonly voteId: Id<'recordedVote'>; readonly votes: readonly CastVote[] },
): Promise<void> {
  const { scene, proposition, vote } = await lockVote(w, input.voteId);
  requireVoteAction(vote.state, 'cast');
  const facts = factsOf(scene, proposition, vote);
  const people = input.votes.map((cast) => cast.attendanceId);
  refuseProblems([
    ...(input.votes.length > 0 ? [] : [{ path: 'votes', key: 'validation.required' }]),
    ...(new Set(people).size === people.length ? [] : [{ path: 'votes', key: 'proceedings.personTwice' }]),
    ...input.votes.flatMap((cast) =>
      cast.choice in voteChoices
        ? castProblems(facts, cast)
        : [{ path: `votes.${cast.attendanceId}`, key: 'validation.choose' }],
    ),
  ]);
  await writeCasts(w, vote.id, input.votes);
  await touch(w, vote, {});
  await logItem(w, scene.itemId, 'vote', { after: { id: vote.id, votes: input.votes } });
}

export type EndVote = {
  readonly voteId: Id<'recordedVote'>;
  readonly expectedVersion: number;
  /** The numbers of a secret vote. */
  readonly count?: VoteCount;
};

/** Counts the votes. Equal numbers are settled by the chair's vote, or wait for the lot in elections (KL 5:55–56, R-KL-32). */
export async function endVote(w: Writer<'meeting.conduct'>, input: EndVote): Promise<VoteEnd> {
  const { scene, proposition, vote } = await lockVote(w, input.voteId);
  expectVersion(vote, input.expectedVersion);
  const facts = factsOf(scene, proposition, vote);
  const end =
    vote.ballot === 'secret' ? endSecretVote(facts, input.count ?? { yes: 0, no: 0, abstain: 0 }) : endOpenVote(facts);
  if (end.state === 'open') {
    refuseProblems(end.problems);
    return end;
  }
  requireVoteAction(vote.state, end.state === 'tied' ? 'tie' : 'settle');
  if (vote.ballot === 'open') {
    const asked = new Set(vote.casts.map((cast) => cast.attendanceId));
    const absent = scene.table.absentMembers.filter((id) => !asked.has(id));
    await writeCasts(
      w,
      vote.id,
      absent.map((attendanceId) => ({ attendanceId, choice: 'absent' })),
    );
  }
  await touch(w, vote, {
    state: end.state,
    yes_count: end.count.yes,
    no_count: end.count.no,
    abstain_count: end.count.abstain,
    ...(end.state === 'settled' && { result: end.result, decided_by: end.decidedBy }),
  });
  await logItem(w, scene.itemId, 'vote', { after: { id: vote.id, ...end } });
  return end;
}

/** What settles equal numbers: the system's lot, a lot drawn at the table, or the chair's vote where no law says what settles them. */
export type TieBreak =
  | { readonly by: 'lot'; readonly lot: Extract<LotKind, 'bySystem'> }
  | { readonly by: 'lot'; readonly lot: Extract<LotKind, 'byHand'>; readonly drawnBy: string; readonly result: Answer }
  | { readonly by: 'castingVote'; readonly result: Answer };

/** Settles equal numbers. In elections and appointments only a lot does (KL 5:56); drawn by hand, it is noted who drew it. */
export async function breakTie(
  w: Writer<'meeting.conduct'>,
  input: { readonly voteId: Id<'recordedVote'>; readonly expectedVersion: number; readonly tieBreak: TieBreak },
): Promise<Answer> {
  const { scene, vote } = await lockVote(w, input.voteId);
  expectVersion(vote, input.expectedVersion);
  requireVoteAction(vote.state, 'breakTie');
  const { tieBreak } = input;
  const byHand = tieBreak.by === 'lot' && tieBreak.lot === 'byHand';
  const drawnBy = byHand ? tieBreak.drawnBy.trim() : null;
  refuseProblems([
    ...(tieBreak.by === 'castingVote' && tieBreaker(scene.rules, vote.subject) === 'lot'
      ? [{ path: 'tieBreak', key: 'proceedings.onlyLot' }]
      : []),
    ...(byHand && !drawnBy ? [{ path: 'drawnBy', key: 'validation.required' }] : []),
    ...('result' in tieBreak && tieBreak.result !== 'yes' && tieBreak.result !== 'no'
      ? [{ path: 'result', key: 'validation.choose' }]
      : []),
  ]);
  const result = 'result' in tieBreak ? tieBreak.result : lotOf(w.runtime.newToken(1));
  await touch(w, vote, {
    state: 'settled',
    result,
    decided_by: tieBreak.by,
    ...(tieBreak.by === 'lot' && { lot_kind: tieBreak.lot, lot_drawn_by: drawnBy }),
  });
  await logItem(w, scene.itemId, 'vote', { after: { id: vote.id, result, tieBreak } });
  return result;
}

/** Takes back a vote that was not settled: the demand for it was withdrawn, or it was begun by a slip. */
export async function takeBackVote(
  w: Writer<'meeting.conduct'>,
  input: { readonly voteId: Id<'recordedVote'>; readonly expectedVersion: number },
): Promise<void> {
  const { scene, vote } = await lockVote(w, input.voteId);
  expectVersion(vote, input.expectedVersion);
  requireVoteAction(vote.state, 'takeBack');
  await w.db.deleteFrom('recorded_vote').where('tenant_id', '=', w.tenantId).where('id', '=', vote.id).execute();
  await logItem(w, scene.itemId, 'vote', { before: vote });
}

async function lockVote(
  w: Writer<'meeting.conduct'>,
  voteId: Id<'recordedVote'>,
): Promise<{ readonly scene: ItemScene; readonly proposition: Proposition; readonly vote: RecordedVote }> {
  const { proposition_id } = await getRow(w, 'recorded_vote', voteId);
  const scene = await lockSceneOf(w, { table: 'proposition', id: proposition_id });
  requireNoOutcome(scene);
  const proposition = scene.proceedings.propositions.find((one) => one.id === proposition_id)!;
  return { scene, proposition, vote: proposition.vote! };
}

function factsOf(scene: ItemScene, proposition: Proposition, vote: RecordedVote): VoteFacts {
  return {
    rules: scene.rules,
    ballot: vote.ballot,
    subject: vote.subject,
    round: proposition.kind,
    exercisesAuthority: scene.exercisesAuthority,
    voters: scene.table.voters,
    absentMembers: scene.table.absentMembers,
    casts: vote.casts,
  };
}

async function writeCasts(w: Writer, voteId: string, casts: readonly CastVote[]): Promise<void> {
  if (casts.length === 0) return;
  await w.db
    .insertInto('vote_cast')
    .values(
      casts.map((cast) => ({
        tenant_id: w.tenantId,
        recorded_vote_id: voteId,
        attendance_id: cast.attendanceId,
        choice: cast.choice,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'recorded_vote_id', 'attendance_id'])
        .doUpdateSet((eb) => ({ choice: eb.ref('excluded.choice') })),
    )
    .execute();
}

async function touch(w: Writer, vote: RecordedVote, columns: VoteColumns): Promise<void> {
  await w.db
    .updateTable('recorded_vote')
    .set({ ...columns, version: vote.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', vote.id)
    .execute();
}

type VoteColumns = {
  readonly state?: string;
  readonly yes_count?: number;
  readonly no_count?: number;
  readonly abstain_count?: number;
  readonly result?: string;
  readonly decided_by?: string;
  readonly lot_kind?: string;
  readonly lot_drawn_by?: string | null;
};
