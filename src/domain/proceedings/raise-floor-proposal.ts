import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type FloorProposal, type FloorProposalFields, floorProposalProblems, hasClauses } from './floor-proposal.ts';
import { type ItemScene, lockItemScene, lockSceneOf, logItem, requireNoOutcome } from './item-scene.ts';
import { noticeClausesOf } from './proceedings.ts';

export type RaiseFloorProposal = FloorProposalFields & { readonly itemId: Id<'agendaItem'> };

/** Notes a motion from the floor while the deliberation goes on, with who moved it and who joined. */
export async function raiseFloorProposal(
  w: Writer<'meeting.conduct'>,
  input: RaiseFloorProposal,
): Promise<Id<'floorProposal'>> {
  const scene = await lockItemScene(w, input.itemId);
  requireDebate(scene);
  refuse(scene, input);
  const id = w.runtime.newId();
  const position = Math.max(0, ...scene.proceedings.proposals.map((one) => one.position)) + 1;
  const row = { position, kind: input.kind, ...columnsOf(input) };
  await w.db
    .insertInto('floor_proposal')
    .values({ tenant_id: w.tenantId, id, agenda_item_id: input.itemId, withdrawn: false, ...row })
    .execute();
  await logItem(w, input.itemId, 'motion', { after: { id, ...input } });
  return id;
}

type Changing = { readonly proposalId: Id<'floorProposal'>; readonly expectedVersion: number };

/** Rewords a motion, or notes that others join it. Its kind stays: another kind is another motion. */
export async function changeFloorProposal(
  w: Writer<'meeting.conduct'>,
  input: Changing & { readonly changes: Partial<Omit<FloorProposalFields, 'kind'>> },
): Promise<void> {
  const { scene, before } = await lockMotion(w, input, input.changes);
  requireDebate(scene);
  const after = { ...before, ...input.changes };
  refuse(scene, after);
  await w.db
    .updateTable('floor_proposal')
    .set({ ...columnsOf(after), version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await logItem(w, scene.itemId, 'motion', { before, after });
}

/** Takes a motion back: it stays, marked, and minutes need not show it (KL 5:67 p. 1). */
export async function withdrawFloorProposal(w: Writer<'meeting.conduct'>, input: Changing): Promise<void> {
  const { scene, before } = await lockMotion(w, input);
  requireDebate(scene);
  await w.db
    .updateTable('floor_proposal')
    .set({ withdrawn: true, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await logItem(w, scene.itemId, 'motion', { before, after: { id: before.id, withdrawn: true } });
}

async function lockMotion(
  w: Writer<'meeting.conduct'>,
  { proposalId, expectedVersion }: Changing,
  written?: unknown,
): Promise<{ readonly scene: ItemScene; readonly before: FloorProposal }> {
  const scene = await lockSceneOf(w, { table: 'floor_proposal', id: proposalId });
  const before = scene.proceedings.proposals.find((one) => one.id === proposalId)!;
  expectVersion(before, expectedVersion, written);
  if (before.withdrawn) throw new AppError('proceedings.motionWithdrawn');
  return { scene, before };
}

/** Motions are made before the chair puts the first question (KL 5:53): a later one would change what was already answered. */
function requireDebate(scene: ItemScene): void {
  requireNoOutcome(scene);
  if (scene.proceedings.propositions.length > 0) throw new AppError('proceedings.debateEnded');
}

function refuse(scene: ItemScene, fields: FloorProposalFields): void {
  refuseProblems(
    floorProposalProblems(fields, {
      mayMove: scene.table.voters.map((voter) => voter.attendanceId),
      clauseCount: noticeClausesOf(scene.proceedings)?.length ?? 0,
    }),
  );
}

function columnsOf(fields: FloorProposalFields) {
  const clauses = hasClauses(fields.kind) ? (fields.clauses ?? []).map((clause) => clause.trim()) : [];
  return {
    clauses: JSON.stringify(clauses),
    clause: fields.clause ?? null,
    movers: JSON.stringify(fields.movers),
    motivation: fields.motivation?.trim() || null,
  };
}
