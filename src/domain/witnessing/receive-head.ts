import type { Id } from '../../kernel/id.ts';
import { provesConsistency } from '../../kernel/merkle-tree.ts';
import { cosign, type NoteSigner, openNote, readVerifierKey } from '../../kernel/signed-note.ts';
import type { Database, WriteQueries } from '../../storage/database.ts';
import { lockName } from '../../storage/lock-name.ts';
import { type Checkpoint, checkpointText, readCheckpoint } from './checkpoint.ts';
import { raiseAlarm } from './keep-alarms.ts';
import { type Contradiction, isContradiction, type WitnessRefusal } from './witness.ts';

/** A head that is handed to a witness: what it saw last according to the sender, the proof from there, and the signed note. */
export type HandedHead = { readonly old: number; readonly proof: readonly string[]; readonly checkpoint: string };

/** What the witness answers: its signature, or why there is none and how many entries it had seen. */
export type WitnessAnswer =
  | { readonly cosignature: string }
  | { readonly refusal: Exclude<WitnessRefusal, 'unreachable'>; readonly size?: number };

type Known = { readonly id: string; readonly name: string; readonly last: Seen | undefined };
type Seen = { readonly size: number; readonly root: string; readonly at: Date };

/**
 * What a witness does with a head (C2SP tlog-witness): it must be signed by the key that the log is known by, and begin with all that was seen
 * of that log before. Then the witness signs and remembers it. A head that contradicts an earlier one is kept with its signature as the proof
 * of it, told of here, and answered with a refusal that is told of there.
 *
 * Two signed heads prove a contradiction by themselves when they have the same size and other roots, or when the later one has fewer entries.
 * A longer one without a proof that fits proves nothing to others, yet someone must look at it.
 */
export async function receiveHead(
  db: Database,
  signer: NoteSigner,
  witness: Id<'tenant'>,
  { old, proof, checkpoint: note }: HandedHead,
): Promise<WitnessAnswer> {
  const origin = note.slice(0, note.indexOf('\n'));
  const outcome = await db.system('keepHeads', async (system): Promise<WitnessAnswer & { readonly known?: Known }> => {
    const watched = await system
      .selectFrom('watched_log')
      .select(['id', 'name', 'key'])
      .where('tenant_id', '=', witness)
      .where('origin', '=', origin)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!watched) return { refusal: 'unknownLog' };
    const key = readVerifierKey(watched.key);
    const text = key && openNote(note, key);
    const head = text === undefined ? undefined : readCheckpoint(text);
    if (!head) return { refusal: 'badSignature' };
    // One head of a log at a time, else two that contradict each other could both find nothing before them.
    await lockName(system, `watched log ${watched.id}`);
    const known = { ...watched, last: await lastSeen(system, witness, watched.id) };
    const refusal = refusalOf(head, known.last, old, proof);
    if (refusal !== undefined) {
      if (isContradiction(refusal)) await keepFault(system, db, witness, known, refusal, head, note);
      return { refusal, known, ...(known.last && { size: known.last.size }) };
    }
    if (known.last?.size !== head.size)
      await system
        .insertInto('watched_head')
        .values({
          tenant_id: witness,
          watched_log_id: watched.id,
          size: head.size,
          root: head.root,
          note,
          received_at: db.runtime.now(),
        })
        .execute();
    return { cosignature: cosign(checkpointText(head), signer, db.runtime.now()) };
  });
  if ('cosignature' in outcome) return { cosignature: outcome.cosignature };
  const { refusal, known, size } = outcome;
  if (known && isContradiction(refusal))
    await raiseAlarm(db, { tenantId: witness }, { kind: 'watchedContradicts', subject: known.name, detail: refusal });
  return { refusal, ...(size !== undefined && { size }) };
}

/** Why a head is not signed, by what was seen of its log before. */
export function refusalOf(
  head: Checkpoint,
  last: Seen | undefined,
  old: number,
  proof: readonly string[],
): Contradiction | 'conflict' | undefined {
  if (!last) return old === 0 && proof.length === 0 ? undefined : 'conflict';
  // An older head that was late on its way has an older time; one that was signed after it says that entries are gone.
  if (head.size < last.size) return head.at.getTime() > last.at.getTime() ? 'rolledBack' : 'conflict';
  if (head.size === last.size) return head.root === last.root ? undefined : 'forked';
  if (old !== last.size) return 'conflict';
  const steps = proof.map((hash) => Buffer.from(hash, 'hex'));
  const was = { size: last.size, root: Buffer.from(last.root, 'hex') };
  return provesConsistency(was, { size: head.size, root: Buffer.from(head.root, 'hex') }, steps)
    ? undefined
    : 'unproved';
}

async function lastSeen(system: WriteQueries, witness: string, logId: string): Promise<Seen | undefined> {
  const row = await system
    .selectFrom('watched_head')
    .select(['size', 'root', 'note'])
    .where('tenant_id', '=', witness)
    .where('watched_log_id', '=', logId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const head = readCheckpoint(row.note.slice(0, row.note.indexOf('\n\n') + 1));
  return { size: Number(row.size), root: row.root, at: head?.at ?? new Date(0) };
}

async function keepFault(
  system: WriteQueries,
  db: Database,
  witness: string,
  known: Known,
  kind: Contradiction,
  head: Checkpoint,
  note: string,
): Promise<void> {
  await system
    .insertInto('watched_fault')
    .values({
      tenant_id: witness,
      id: db.runtime.newId(),
      watched_log_id: known.id,
      kind,
      size: head.size,
      note,
      received_at: db.runtime.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
