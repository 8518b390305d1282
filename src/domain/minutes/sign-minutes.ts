import type { Authorized } from '../../kernel/authorized.ts';
import { type CivilDate, civilDateIn } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { unsealItems } from '../proceedings/index.ts';
import { finishAdjustment } from './finish-adjustment.ts';
import { type MinutesState, minutesStateAfter } from './minutes-transitions.ts';
import { lockAdjustment, moveMinutes } from './minutes-writer.ts';
import { sealOf, signatureFits } from './seal-signature.ts';
import type { Signature, SignatureRequest } from './signature.ts';

export type SignMinutes = { readonly request: SignatureRequest; readonly signature: Signature };

/**
 * Puts a signature under a frozen document. It must be made for exactly this document, in this round, by one of its signers; the last one makes the
 * minutes adjusted on that day (R-KL-53). Answers whether it was the last.
 */
export async function signMinutes(w: Writer<'minutes.sign'>, input: SignMinutes): Promise<boolean> {
  const { request, signature } = input;
  const { adjustment, minutes } = await lockAdjustment(w, request.adjustmentId, 'sign');
  if (
    request.contentHash !== adjustment.content_hash ||
    request.round !== adjustment.round ||
    request.signer.accountId !== w.auth.accountId ||
    !signatureFits(request, signature)
  )
    throw new AppError('minutes.signatureUnfit');
  const signers = await signersOf(w, adjustment.id, adjustment.round);
  const own = signers.find((one) => one.signed_at === null && isSigner(one, w.auth));
  if (!own) throw new AppError('minutes.notSigner');
  await putSignature(w, own.id, request.at, signature);
  await w.log({
    noun: 'adjustment',
    recordId: adjustment.id,
    summary: 'sign',
    after: { signer: own.name, role: own.role, contentHash: signature.contentHash, seal: signature.seal },
  });
  if (signers.some((one) => one.id !== own.id && one.signed_at === null)) return false;
  await finishAdjustment(w, { minutes, adjustment, on: w.runtime.today() });
  return true;
}

/**
 * Notes that somebody has signed the same document on paper, with where the paper is kept. It is the secretary's word, and says so: for a body whose
 * chair has no account, and the same document with the same hash was printed.
 */
export async function notePaperSignature(
  w: Writer<'minutes.edit'>,
  input: {
    readonly adjustmentId: Id<'adjustment'>;
    readonly signerId: Id<'adjuster'>;
    readonly signedOn: CivilDate;
    readonly keptAt: string;
  },
): Promise<boolean> {
  const { adjustment, minutes } = await lockAdjustment(w, input.adjustmentId, 'sign');
  const today = w.runtime.today();
  refuseProblems([
    ...(input.keptAt.trim() ? [] : [{ path: 'keptAt', key: 'validation.required' }]),
    ...(input.signedOn > today ? [{ path: 'signedOn', key: 'minutes.signedLater' }] : []),
  ]);
  const signers = await signersOf(w, adjustment.id, adjustment.round);
  const own = signers.find((one) => one.id === input.signerId && one.signed_at === null);
  if (!own || adjustment.content_hash === null) throw new AppError('minutes.notSigner');
  const at = w.runtime.now();
  const request: SignatureRequest = {
    adjustmentId: adjustment.id,
    round: adjustment.round,
    contentHash: adjustment.content_hash,
    role: own.role,
    signer: { accountId: null, name: own.name },
    at,
    nonce: w.runtime.newToken(18),
  };
  const signature: Signature = {
    method: 'paper',
    contentHash: request.contentHash,
    at: at.toISOString(),
    nonce: request.nonce,
    seal: sealOf(request),
    statement: `Undertecknat på papper den ${input.signedOn}, antecknat av ${w.auth.actorName}. Pappret förvaras: ${input.keptAt.trim()}.`,
    evidence: { signedOn: input.signedOn, keptAt: input.keptAt.trim(), notedBy: w.auth.actorName },
  };
  await putSignature(w, own.id, at, signature);
  await w.log({
    noun: 'adjustment',
    recordId: adjustment.id,
    summary: 'sign on paper',
    after: { signer: own.name, role: own.role, seal: signature.seal, ...signature.evidence },
  });
  if (signers.some((one) => one.id !== own.id && one.signed_at === null)) return false;
  const days = [input.signedOn, ...signers.flatMap(dayOfSignature)].sort();
  await finishAdjustment(w, { minutes, adjustment, on: days.at(-1)! });
  return true;
}

/** Gives the document back instead of signing, with what must change. The round is over; its signatures stay as proof of what was signed. */
export async function returnMinutes(
  w: Writer<'minutes.sign'>,
  input: { readonly adjustmentId: Id<'adjustment'>; readonly comment: string },
): Promise<void> {
  const { adjustment, minutes } = await lockAdjustment(w, input.adjustmentId, 'return');
  const comment = input.comment.trim();
  refuseProblems(comment ? [] : [{ path: 'comment', key: 'validation.required' }]);
  const signers = await signersOf(w, adjustment.id, adjustment.round);
  const own = signers.find((one) => one.signed_at === null && isSigner(one, w.auth));
  if (!own) throw new AppError('minutes.notSigner');
  await w.db
    .updateTable('adjuster')
    .set({ rejected_at: w.runtime.now(), comment })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', own.id)
    .execute();
  await reopen(w, { adjustment, minutes, state: adjustment.nextState, action: 'return' });
  await w.log({ noun: 'adjustment', recordId: adjustment.id, summary: 'return', after: { by: own.name, comment } });
}

/** Takes the document back from signing, because the secretary found something to change. Signatures of the round count no more. */
export async function takeBackMinutes(
  w: Writer<'minutes.edit'>,
  input: { readonly adjustmentId: Id<'adjustment'> },
): Promise<void> {
  const { adjustment, minutes } = await lockAdjustment(w, input.adjustmentId, 'takeBack');
  await reopen(w, { adjustment, minutes, state: adjustment.nextState, action: 'takeBack' });
  await w.log({ noun: 'adjustment', recordId: adjustment.id, summary: 'takeBack' });
}

type Locked = Awaited<ReturnType<typeof lockAdjustment>>;

async function reopen(
  w: Writer<'minutes.edit' | 'minutes.sign'>,
  { adjustment, minutes, state, action }: Locked & { readonly state: string; readonly action: 'return' | 'takeBack' },
): Promise<void> {
  await w.db
    .updateTable('adjustment')
    .set({ state, version: adjustment.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', adjustment.id)
    .execute();
  await unsealItems(w, { meetingId: minutes.meeting_id, itemIds: adjustment.item_ids });
  if (adjustment.kind !== 'whole') return;
  await moveMinutes(w, minutes, minutesStateAfter(minutes.state as MinutesState, action));
}

async function signersOf(w: Writer, adjustmentId: string, round: number) {
  return await w.db
    .selectFrom('adjuster')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('adjustment_id', '=', adjustmentId)
    .where('round', '=', round)
    .orderBy('position')
    .execute();
}

/** Whether a signer is the one who acts: by the account the secretary chose, or by name where none was chosen. */
export function isSigner(
  signer: { readonly account_id: string | null; readonly name: string },
  auth: Pick<Authorized, 'accountId' | 'actorName'>,
): boolean {
  if (signer.account_id !== null) return signer.account_id === auth.accountId;
  return auth.accountId !== null && signer.name === auth.actorName;
}

/** The day of a signature: on paper the day that was noted, otherwise the day it was made. */
function dayOfSignature(one: { readonly signed_at: Date | null; readonly signature: unknown }): readonly CivilDate[] {
  const evidence = (one.signature as Signature | null)?.evidence as { readonly signedOn?: CivilDate } | undefined;
  if (evidence?.signedOn) return [evidence.signedOn];
  return one.signed_at ? [civilDateIn(one.signed_at)] : [];
}

async function putSignature(w: Writer, signerId: string, at: Date, signature: Signature): Promise<void> {
  await w.db
    .updateTable('adjuster')
    .set({ signed_at: at, signature: JSON.stringify(signature) })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', signerId)
    .execute();
}
