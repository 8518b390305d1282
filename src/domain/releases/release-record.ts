import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { listBodies } from '../organisation/index.ts';
import type { Ask } from './ask-kinds.ts';
import { listPrincipals } from './principal-reader.ts';
import type { ReleaseAudience } from './release.ts';
import { postErrand } from './release-errand.ts';
import { groundRow, isBarred, type ReleaseGround } from './release-grounds.ts';
import { type ReleasedContent, snapshotHash, snapshotOf, snapshotProblems } from './released-content.ts';

export type ReleaseRecord = {
  readonly content: ReleasedContent;
  /** Bodies of this register: a principal gets a copy of its own, any other body is a group whose guests may read it here. */
  readonly receivers: readonly Id<'body'>[];
  readonly ground: ReleaseGround;
  /** The provision of the secrecy that the ground lifts, "OSL 25 kap. 1 §". */
  readonly provision?: string | null;
  /** Why it may be let out, or the words of the reservation. */
  readonly assessment?: string | null;
  readonly note?: string | null;
  readonly ask?: Ask | null;
  /** The hash of the snapshot that was shown; when the record has changed since, nothing leaves. */
  readonly shownHash?: string;
  /** The proof that whoever lets it out may read what is secret; without it only what is open can be let out. */
  readonly reading?: Authorized<'matter.readProtected'>;
};

/**
 * Lets others have a copy of a record as it is now (utlämnande, OSL 8:1–2, R-OSL-7). The snapshot is kept as it left, each receiver gets a copy in its
 * own register through the outbox, and the log of both says so. Nothing else of the record is shared, and a later change of it does not follow.
 */
export async function releaseRecord(w: Writer<'release.make'>, input: ReleaseRecord): Promise<Id<'release'>> {
  const { content, ground } = input;
  requireRecord(w.auth, content.bodyId);
  const isProtected = content.secrecy !== null;
  if (isProtected && !mayReadProtected(w, input)) throw new AppError('record.notFound');
  const receivers = await audiencesOf(w, input.receivers);
  const provision = input.provision?.trim() || null;
  const assessment = input.assessment?.trim() || null;
  refuseProblems([
    ...receiverProblems(receivers, input),
    ...groundProblems({ ground, isProtected, provision, assessment, audiences: receivers.map((one) => one.audience) }),
    ...snapshotProblems(content),
    ...askProblems(input.ask ?? null, w.runtime.today()),
    ...(input.shownHash !== undefined && input.shownHash !== snapshotHash(content)
      ? [{ path: 'content', key: 'release.contentChanged' }]
      : []),
  ]);
  const id: Id<'release'> = w.runtime.newId();
  const row = {
    body_id: content.bodyId,
    noun: content.noun,
    record_id: content.recordId,
    title: content.title,
    content_hash: snapshotHash(content),
    protected: isProtected,
    ground,
    provision,
    assessment,
    note: input.note?.trim() || null,
    released_at: w.runtime.now(),
    released_by: w.auth.actorName,
  };
  const ask = input.ask ?? null;
  await w.db
    .insertInto('release')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      content: JSON.stringify(snapshotOf(content)),
      ask: ask && JSON.stringify(ask),
    })
    .execute();
  await w.db
    .insertInto('release_receiver')
    .values(
      receivers.map(({ bodyId, audience }) => ({ tenant_id: w.tenantId, release_id: id, body_id: bodyId, audience })),
    )
    .execute();
  for (const { bodyId, audience } of receivers)
    if (audience === 'principal') await postErrand(w, { errand: 'deliver', releaseId: id, bodyId });
  const told = isProtected ? { ...row, title: null, assessment: null, note: null } : row;
  await w.log({ noun: 'release', recordId: id, after: { ...told, ask: ask?.kind ?? null, receivers } });
  // The record's own history says that a copy of it left.
  await w.log({
    noun: content.noun,
    recordId: content.recordId,
    summary: 'released',
    after: { releaseId: id, receivers },
  });
  return id;
}

/** A role held on one body lets out the records of that body; what belongs to the authority as a whole is let out by a role in the whole of it. */
export function requireRecord(auth: Authorized, bodyId: Id<'body'> | null): void {
  if (bodyId !== null) requireBody(auth, bodyId);
  else if (auth.bodies !== 'all') throw new AppError('access.denied');
}

function mayReadProtected(w: Writer, { reading, content }: ReleaseRecord): boolean {
  if (reading?.action !== 'matter.readProtected' || reading.tenantId !== w.tenantId) return false;
  if (reading.accountId !== w.auth.accountId) return false;
  return reading.bodies === 'all' || (content.bodyId !== null && reading.bodies.includes(content.bodyId));
}

type Receiver = { readonly bodyId: Id<'body'>; readonly audience: ReleaseAudience; readonly own: boolean };

async function audiencesOf(w: Writer, ids: readonly Id<'body'>[]): Promise<readonly Receiver[]> {
  if (ids.length === 0) return [];
  const principals = new Map((await listPrincipals(w)).map((one) => [one.bodyId as string, one]));
  const bodies = new Set((await listBodies(w)).map(({ id }) => id as string));
  return [...new Set<string>(ids)].map((bodyId) => {
    if (!bodies.has(bodyId)) throw new AppError('record.notFound');
    const principal = principals.get(bodyId);
    return { bodyId, audience: principal ? 'principal' : 'guests', own: principal?.own ?? false };
  });
}

function receiverProblems(receivers: readonly Receiver[], { ask }: ReleaseRecord): readonly Problem[] {
  if (receivers.length === 0) return [{ path: 'receivers', key: 'release.noReceiver' }];
  return [
    ...(receivers.some(({ own }) => own) ? [{ path: 'receivers', key: 'release.toOneself' }] : []),
    ...(ask && receivers.some(({ audience }) => audience === 'guests')
      ? [{ path: 'receivers', key: 'release.guestsAsked' }]
      : []),
  ];
}

/** What speaks against a ground: secrecy is lifted by a ground that can, with its provision and reasons, and towards those it is for. */
export function groundProblems(input: {
  readonly ground: ReleaseGround;
  readonly isProtected: boolean;
  readonly provision: string | null;
  readonly assessment: string | null;
  readonly audiences: readonly ReleaseAudience[];
}): readonly Problem[] {
  const { ground, isProtected, provision, assessment, audiences } = input;
  const { liftsSecrecy, audience } = groundRow(ground);
  const wrongAudience = audiences.some(
    (one) => audience !== 'both' && audience !== (one === 'guests' ? 'guests' : 'principals'),
  );
  return [
    ...(isProtected && !liftsSecrecy ? [{ path: 'ground', key: 'release.secretNeedsGround' }] : []),
    ...(liftsSecrecy && provision === null ? [{ path: 'provision', key: 'release.provision' }] : []),
    ...(liftsSecrecy && assessment === null ? [{ path: 'assessment', key: 'release.assessment' }] : []),
    ...(provision !== null && isBarred(ground, provision) ? [{ path: 'ground', key: 'release.barred' }] : []),
    ...(wrongAudience
      ? [{ path: 'ground', key: audience === 'guests' ? 'release.reservation' : 'release.notGuests' }]
      : []),
  ];
}

function askProblems(ask: Ask | null, today: string): readonly Problem[] {
  if (!ask) return [];
  return [
    ...(ask.question.trim() ? [] : [{ path: 'question', key: 'validation.required' }]),
    ...(ask.dueOn !== null && ask.dueOn < today ? [{ path: 'dueOn', key: 'release.duePassed' }] : []),
  ];
}
