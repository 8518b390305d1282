import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type ItemScene, lockItemScene, lockSceneOf, logItem, requireNoOutcome } from './item-scene.ts';
import { noticeClausesOf, type Proposition, propositionStanding } from './proceedings.ts';
import { writeOutcome } from './proceedings-writer.ts';
import type { Standing } from './proposition-rounds.ts';
import { roundWords } from './proposition-words.ts';
import type { Answer } from './vote.ts';
import { presentForMinority } from './vote-rules.ts';

/** Where the propositions of a locked item stand. Elections are told by the subject of a vote that was asked for. */
export function standingIn({ proceedings, rules, table }: ItemScene): Standing {
  const present = presentForMinority(rules, {
    voters: table.voters.length,
    isElection: proceedings.propositions.some((one) => one.vote?.subject === 'election'),
    tabledByMinorityBefore: proceedings.carriedFrom?.byMinority ?? false,
  });
  return propositionStanding(proceedings, present);
}

export type PutProposition = {
  readonly itemId: Id<'agendaItem'>;
  /** The chair's own words for yes and no; made from the motions when they are not given. */
  readonly yesMeans?: string | null;
  readonly noMeans?: string | null;
  /** What the chair said of the order, and that it was agreed to. */
  readonly orderText?: string | null;
};

/** The chair puts the next question that the order of propositions asks for (KL 5:53, R-KL-30, R-KL-34). */
export async function putProposition(w: Writer<'meeting.conduct'>, input: PutProposition): Promise<Id<'proposition'>> {
  const scene = await lockItemScene(w, input.itemId);
  requireNoOutcome(scene);
  const { next, waiting } = standingIn(scene);
  if (waiting) throw new AppError('proceedings.answerFirst');
  if (!next) throw new AppError('proceedings.nothingToPut');
  const words = roundWords(next, {
    proposals: scene.proceedings.proposals,
    hasNotice: noticeClausesOf(scene.proceedings) !== null,
    nameOf: (id) => scene.table.voters.find((voter) => voter.attendanceId === id)?.name ?? nameIn(scene, id),
  });
  const id = w.runtime.newId();
  const row = {
    position: scene.proceedings.propositions.length + 1,
    kind: next.kind,
    clause: next.clause,
    yes_means: input.yesMeans?.trim() || words.yes,
    no_means: input.noMeans?.trim() || words.no,
    order_text: input.orderText?.trim() || null,
    chair_finding: null,
    yes_proposal_id: next.yes,
    no_proposal_id: next.no,
  };
  await w.db
    .insertInto('proposition')
    .values({ tenant_id: w.tenantId, id, agenda_item_id: input.itemId, ...row })
    .execute();
  await logItem(w, input.itemId, 'proposition', { after: { id, ...row } });
  return id;
}

function nameIn({ proceedings }: ItemScene, id: string): string {
  return proceedings.people.find((person) => person.id === id)?.name ?? '';
}

type Changing = { readonly propositionId: Id<'proposition'>; readonly expectedVersion: number };

/** The chair states what the answer was and confirms it by the gavel, unless a vote is asked for (KL 5:53). */
export async function noteFinding(
  w: Writer<'meeting.conduct'>,
  input: Changing & { readonly answer: Answer },
): Promise<void> {
  const { scene, proposition } = await lockProposition(w, input);
  refuseProblems(['yes', 'no'].includes(input.answer) ? [] : [{ path: 'answer', key: 'validation.choose' }]);
  requireLast(scene, proposition);
  if (proposition.vote) throw new AppError('proceedings.voteDecides');
  await w.db
    .updateTable('proposition')
    .set({ chair_finding: input.answer, version: proposition.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', proposition.id)
    .execute();
  await logItem(w, scene.itemId, 'proposition', { after: { id: proposition.id, answer: input.answer } });
}

/** Takes back the last question, with its vote: it was put by a slip. What was taken back stays in the log. */
export async function takeBackProposition(w: Writer<'meeting.conduct'>, input: Changing): Promise<void> {
  const { scene, proposition } = await lockProposition(w, input);
  requireLast(scene, proposition);
  await w.db.deleteFrom('proposition').where('tenant_id', '=', w.tenantId).where('id', '=', proposition.id).execute();
  await logItem(w, scene.itemId, 'proposition', { before: proposition });
}

/** The chair takes a motion as the main proposal instead of that of the notice; the others then stand against each other first (R-KL-34). */
export async function chooseMainProposal(
  w: Writer<'meeting.conduct'>,
  input: {
    readonly itemId: Id<'agendaItem'>;
    readonly expectedVersion: number;
    readonly proposalId: Id<'floorProposal'> | null;
  },
): Promise<void> {
  const scene = await lockItemScene(w, input.itemId);
  const before = expectVersion(scene.proceedings.outcome, input.expectedVersion);
  requireNoOutcome(scene);
  if (scene.proceedings.propositions.length > 0) throw new AppError('proceedings.debateEnded');
  const motion = scene.proceedings.proposals.find((one) => one.id === input.proposalId);
  refuseProblems(
    input.proposalId === null || (motion?.kind === 'amendment' && motion.clause === null && !motion.withdrawn)
      ? []
      : [{ path: 'proposalId', key: 'proceedings.notAMainProposal' }],
  );
  await writeOutcome(w, before, { main_proposal_id: input.proposalId });
  await logItem(w, input.itemId, 'proposition', { after: { mainProposalId: input.proposalId } });
}

/** Locks the item of a proposition and finds the proposition in it, at the version that the person saw. */
export async function lockProposition(
  w: Writer<'meeting.conduct'>,
  { propositionId, expectedVersion }: Changing,
): Promise<{ readonly scene: ItemScene; readonly proposition: Proposition }> {
  const scene = await lockSceneOf(w, { table: 'proposition', id: propositionId });
  const proposition = scene.proceedings.propositions.find((one) => one.id === propositionId)!;
  expectVersion(proposition, expectedVersion);
  requireNoOutcome(scene);
  return { scene, proposition };
}

/** What was built on an answer stands on it: only the last question can be answered anew or taken back. */
export function requireLast(scene: ItemScene, proposition: Proposition): void {
  if (scene.proceedings.propositions.at(-1)?.id !== proposition.id) throw new AppError('proceedings.notLast');
}
