import type { Authorized } from '../../kernel/authorized.ts';
import { cosignedAt, type NoteKey, type NoteSigner, readVerifierKey, verifierKey } from '../../kernel/signed-note.ts';
import type { Database } from '../../storage/database.ts';
import { originOf } from './checkpoint.ts';
import { raiseAlarm } from './keep-alarms.ts';
import { type HandedHead, receiveHead, type WitnessAnswer } from './receive-head.ts';
import { signHead } from './sign-head.ts';
import { proveConsistency, type TreeHead } from './tree-head-reader.ts';
import { isContradiction, isSilent, type Witness, type WitnessRefusal } from './witness.ts';
import { listWitnesses } from './witness-reader.ts';

/** Hands a head to the witness at an address. Throws when it cannot be reached or does not answer as a witness. */
export type AskWitness = (address: string, head: HandedHead) => Promise<WitnessAnswer>;

/** What signing and exchanging heads needs beside the records. */
export type HeadExchange = {
  readonly db: Database;
  readonly signer: NoteSigner;
  readonly ask: AskWitness;
  /** What the installation calls its authorities, for those whose logs it begins to watch as a neighbour. */
  readonly nameOf: (tenantId: string) => Promise<string>;
};

/**
 * Signs the log as it is now and hands the head to every witness. A witness that contradicts it raises an alarm at once; that none has answered
 * for hours raises another. What fails with one witness does not keep the others from being asked.
 */
export async function exchangeHeads(house: HeadExchange, auth: Authorized): Promise<TreeHead | undefined> {
  const { db, signer } = house;
  const head = await signHead(db, auth, signer);
  const witnesses = await db.read(auth, listWitnesses);
  if (head) for (const witness of witnesses) await askOne(house, auth, witness, head);
  const after = await db.read(auth, listWitnesses);
  if (isSilent(after, db.runtime.now()))
    await raiseAlarm(db, auth, { kind: 'witnessSilent', subject: 'all', detail: String(after.length) });
  return head;
}

async function askOne(house: HeadExchange, auth: Authorized, witness: Witness, head: TreeHead): Promise<void> {
  const { db, signer } = house;
  const key = witness.kind === 'neighbour' ? signer.key : readVerifierKey(witness.key ?? '');
  const answer = await handOver(house, auth, witness, head);
  const text = head.note.slice(0, head.note.indexOf('\n\n') + 1);
  const signedAt = 'cosignature' in answer && key ? cosignedAt(text, answer.cosignature, key) : undefined;
  const refusal: WitnessRefusal | null =
    signedAt !== undefined ? null : 'refusal' in answer ? answer.refusal : 'badSignature';
  const now = db.runtime.now();
  await db.system('keepHeads', async (system) => {
    if (signedAt !== undefined && 'cosignature' in answer)
      await system
        .insertInto('head_cosignature')
        .values({
          tenant_id: auth.tenantId,
          size: head.size,
          witness_name: witness.name,
          signed_at: signedAt,
          cosignature: answer.cosignature,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await system
      .updateTable('witness')
      .set({ last_asked_at: now, refusal, ...(refusal === null && { last_agreed_at: now }) })
      .where('tenant_id', '=', auth.tenantId)
      .where('id', '=', witness.id)
      .execute();
  });
  if (refusal !== null && isContradiction(refusal))
    await raiseAlarm(db, auth, { kind: 'witnessRefused', subject: witness.name, detail: refusal });
}

/** Asks with what we believe the witness saw last, and once more with what it says that it saw. */
async function handOver(
  house: HeadExchange,
  auth: Authorized,
  witness: Witness,
  head: TreeHead,
): Promise<WitnessAnswer | { readonly refusal: 'unreachable' | 'rolledBack' }> {
  let old = await lastAgreed(house.db, auth, witness.name);
  for (let attempt = 0; ; attempt += 1) {
    const proof = await house.db.read(auth, (r) => proveConsistency(r, old, head.size));
    const handed = { old, proof, checkpoint: head.note };
    const answer = await (witness.kind === 'neighbour'
      ? askNeighbour(house, auth, witness, handed)
      : house.ask(witness.address ?? '', handed)
    ).catch(() => ({ refusal: 'unreachable' as const }));
    if (!('refusal' in answer) || answer.refusal !== 'conflict' || !('size' in answer) || attempt > 0) return answer;
    const seen = answer.size ?? 0;
    // The witness has seen more than there is: what we have now is older than what we had.
    if (seen > head.size) return { refusal: 'rolledBack' };
    old = seen;
  }
}

async function lastAgreed(db: Database, auth: Authorized, witnessName: string): Promise<number> {
  const row = await db.read(auth, (r) =>
    r.db
      .selectFrom('head_cosignature')
      .select((eb) => eb.fn.max('size').as('size'))
      .where('tenant_id', '=', r.tenantId)
      .where('witness_name', '=', witnessName)
      .executeTakeFirst(),
  );
  return Number(row?.size ?? 0);
}

/** A neighbour begins to watch at the first head: the installation vouches for both. */
async function askNeighbour(
  { db, signer, nameOf }: HeadExchange,
  auth: Authorized,
  witness: Witness,
  handed: HandedHead,
): Promise<WitnessAnswer> {
  const neighbour = witness.neighbourId!;
  const name = await nameOf(auth.tenantId);
  await db.system('keepHeads', (system) =>
    system
      .insertInto('watched_log')
      .values({
        tenant_id: neighbour,
        id: db.runtime.newId(),
        origin: originOf(auth.tenantId),
        name,
        key: verifierKey(signer.key),
        added_at: db.runtime.now(),
        ended_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return await receiveHead(db, signer, neighbour, handed);
}

/** The key in one line, as it is handed to those who are to check or witness. */
export function keyLine(key: NoteKey): string {
  return verifierKey(key);
}
