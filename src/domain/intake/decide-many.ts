import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { confirmAll } from './confirm-all.ts';
import { getIntakeFile, listProposals } from './intake-reader.ts';
import type { OpenQuestion, Proposal } from './proposal.ts';
import { rejectProposal } from './review-proposal.ts';
import { tellMany } from './tell-reading.ts';

/** The name of the background task that decides on many proposals; its payload is `{ fileId, accountId, actorName }`. */
export const decideManyTask = 'decideManyProposals';

/** What a person has asked for at once: those of a confidence and a type, or those that were ticked. */
export type DecideMany = {
  readonly fileId: Id<'intakeFile'>;
  readonly action: 'confirm' | 'reject';
  readonly minConfidence?: number;
  readonly type?: string;
  readonly ids?: readonly Id<'proposal'>[];
};

/** The latest such decision of a file: how far it has come, what came of it, and what stays open with the reason why. */
export type DecidedMany = Omit<DecideMany, 'fileId'> & {
  readonly state: 'waiting' | 'working' | 'done';
  readonly by: string;
  readonly at: string;
  readonly done: number;
  readonly total: number;
  /** How many of each type were decided on. */
  readonly decided: Readonly<Record<string, number>>;
  readonly left: readonly { readonly id: Id<'proposal'>; readonly questions: readonly OpenQuestion[] }[];
};

/** So many proposals are written in one transaction: few enough to be followed, many enough to be fast. */
const batch = 25;
/** Work that has told nothing for so long has been lost, and does not stand in the way of new work. */
const lostAfter = 10 * 60_000;

/** Whether many proposals of a file are being decided on just now. */
export function isDecidingMany({ many }: { readonly many: DecidedMany | null }): boolean {
  return many !== null && many.state !== 'done';
}

/** Lays a decision on many proposals in the queue. It is done beside the request, and the file tells how far it has come. */
export async function askDecideMany(w: Writer<'intake.confirm'>, input: DecideMany): Promise<void> {
  const { fileId, ...wanted } = input;
  const row = await lockRow(w, 'intake_file', fileId);
  const before = row.many as DecidedMany | null;
  const now = w.runtime.now();
  if (before && isDecidingMany({ many: before }) && now.getTime() - Date.parse(before.at) < lostAfter)
    throw new AppError('intake.manyUnderWay');
  const total = (await listProposals(w, fileId, { state: 'open' })).filter((one) => isAsked(one, input)).length;
  const { actorName: by, accountId } = w.auth;
  const none = { done: 0, total, decided: {}, left: [] };
  const many: DecidedMany = { ...wanted, ...none, state: 'waiting', by, at: now.toISOString() };
  await saveMany(w, fileId, many, row.version);
  await w.addJob(decideManyTask, { fileId, accountId, actorName: by }, `${decideManyTask}:${fileId}`);
  await w.log({ noun: 'intakeFile', recordId: fileId, summary: `asked to ${input.action} ${total} proposals` });
}

/**
 * Does the work that was asked for, as the person who asked. It runs at least once: what has been decided meanwhile is left as it is. Nothing
 * stops it; what cannot be decided stays open with the reason.
 */
export async function decideMany(
  db: Database,
  auth: Authorized<'intake.confirm'>,
  fileId: Id<'intakeFile'>,
  onFault: (error: unknown) => void,
): Promise<void> {
  const { many } = await db.read(auth, (r) => getIntakeFile(r, fileId));
  if (!many || many.state === 'done') return;
  const proposals = await db.read(auth, (r) => listProposals(r, fileId));
  const asked = proposals.filter((one) => one.state === 'open' && isAsked(one, many));
  const { tell, finish } = tellMany(db, auth.tenantId, fileId);
  const progress = (done: number, total: number) =>
    tell({ ...many, state: 'working', done, total, at: db.runtime.now().toISOString() });
  const left =
    many.action === 'confirm'
      ? await confirmAsked(db, auth, { fileId, ...many }, progress, onFault)
      : await rejectAsked(db, auth, asked, progress, onFault);
  await finish();
  const after = new Map((await db.read(auth, (r) => listProposals(r, fileId))).map((one) => [one.id, one]));
  const decided: Record<string, number> = {};
  for (const one of asked) if (after.get(one.id)?.state !== 'open') decided[one.type] = (decided[one.type] ?? 0) + 1;
  await db.transact(auth, { verb: 'decideMany' }, async (w) => {
    const { version } = await lockRow(w, 'intake_file', fileId);
    const at = w.runtime.now().toISOString();
    await saveMany(
      w,
      fileId,
      { ...many, state: 'done', at, done: asked.length, total: asked.length, decided, left },
      version,
    );
    await w.log({ noun: 'intakeFile', recordId: fileId, summary: `${many.action} many: done`, after: { decided } });
  });
}

/** Ends work that nobody may do any more: who asked has lost the right meanwhile. All that was asked for stays open. */
export async function dropDecideMany(
  db: Database,
  auth: Authorized<'intake.confirm'>,
  fileId: Id<'intakeFile'>,
): Promise<void> {
  await db.transact(auth, { verb: 'dropDecideMany' }, async (w) => {
    const row = await lockRow(w, 'intake_file', fileId);
    const many = row.many as DecidedMany | null;
    const at = w.runtime.now().toISOString();
    if (many) await saveMany(w, fileId, { ...many, state: 'done', at }, row.version);
    await w.log({ noun: 'intakeFile', recordId: fileId, summary: 'decision on many dropped: who asked may no longer' });
  });
}

async function confirmAsked(
  db: Database,
  auth: Authorized<'intake.confirm'>,
  input: DecideMany,
  onProgress: (done: number, total: number) => void,
  onFault: (error: unknown) => void,
): Promise<DecidedMany['left']> {
  const { open } = await confirmAll(db, auth, { ...input, batch }, onProgress, onFault);
  return open.map(({ proposal, questions }) => ({ id: proposal.id, questions }));
}

async function rejectAsked(
  db: Database,
  auth: Authorized<'intake.confirm'>,
  asked: readonly Proposal[],
  onProgress: (done: number, total: number) => void,
  onFault: (error: unknown) => void,
): Promise<DecidedMany['left']> {
  const left: DecidedMany['left'][number][] = [];
  for (const [index, { id, version }] of asked.entries()) {
    try {
      const seen = { proposalId: id, expectedVersion: version };
      await db.transact(auth, { verb: 'rejectProposal' }, (w) => rejectProposal(w, seen));
    } catch (error) {
      if (!(error instanceof AppError)) onFault(error);
      left.push({ id, questions: [{ code: 'fault', values: {} }] });
    }
    onProgress(index + 1, asked.length);
  }
  return left;
}

function isAsked(
  { id, type: own, confidence }: Proposal,
  { ids, type, minConfidence = 0 }: Omit<DecideMany, 'fileId'>,
) {
  return (ids?.includes(id) ?? true) && (type === undefined || own === type) && confidence >= minConfidence;
}

async function saveMany(w: Writer, fileId: Id<'intakeFile'>, many: DecidedMany, version: number): Promise<void> {
  await w.db
    .updateTable('intake_file')
    .set({ many: JSON.stringify(many), version: version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', fileId)
    .execute();
}
