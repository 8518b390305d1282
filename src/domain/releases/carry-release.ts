import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { type Actor, authorize, operatorOf } from '../access/index.ts';
import type { AnswerHandlers } from './answer-handlers.ts';
import { outgoing, receivedToTell, undelivered } from './carried-reader.ts';
import { carryAnswer } from './carry-answer.ts';
import { hasHappened, noteEvent } from './note-event.ts';
import { findPrincipalOf, getPrincipal } from './principal-reader.ts';
import { markRecalled, receiveRelease } from './receive-release.ts';
import { postErrand, type ReleaseErrand } from './release-errand.ts';

/** What carries between authorities: the product itself, named so in the log of each. */
export function carrierOf(tenantId: Id<'tenant'>): Actor {
  return operatorOf(tenantId, 'Kansli');
}

/**
 * Carries one errand from the authority that posted it. Each end is read and written within its own wall (row-level security holds throughout): the giver
 * is read as the giver, and the copy is written as the receiver. It may run again: there is never more than one copy, one receipt and one of each answer.
 */
export async function carryRelease(
  db: Database,
  handlers: AnswerHandlers,
  from: Id<'tenant'>,
  errand: ReleaseErrand,
): Promise<void> {
  switch (errand.errand) {
    case 'deliver':
      return await deliver(db, from, errand.releaseId, errand.bodyId);
    case 'recall':
      return await recall(db, from, errand.releaseId, errand.bodyId);
    case 'read':
      return await tellRead(db, from, errand.receivedId);
    case 'answer':
      return await carryAnswer(db, handlers, from, errand.answerId);
    case 'tied':
      await sendWaiting(db, from, errand.authorityId);
      return await sendWaiting(db, errand.authorityId, from);
  }
}

/** Runs a verb as the product in one authority. */
export async function asCarrier<T>(
  db: Database,
  tenantId: Id<'tenant'>,
  verb: string,
  run: (w: Writer<'release.receive'>) => Promise<T>,
): Promise<T> {
  return await db.transact(authorize(carrierOf(tenantId), 'release.receive'), { verb }, run);
}

/** Waits, without a fault, while the two have not tied each other: the tie sends it again (`tiePrincipal`). */
async function deliver(db: Database, from: Id<'tenant'>, releaseId: Id<'release'>, bodyId: Id<'body'>): Promise<void> {
  const sent = await db.read(authorize(carrierOf(from), 'record.read'), (r) => outgoing(r, releaseId, bodyId));
  if (!sent || sent.authorityId === from) return;
  const tied = await db.read(authorize(carrierOf(sent.authorityId), 'record.read'), (r) => findPrincipalOf(r, from));
  if (!tied) return;
  const readOn = await asCarrier(db, sent.authorityId, 'receiveRelease', (w) =>
    receiveRelease(w, { ...sent, giverAuthorityId: from, giverBodyId: tied.bodyId }),
  );
  await asCarrier(db, from, 'noteDelivered', async (w) => {
    if (!(await hasHappened(w, releaseId, bodyId, 'delivered')))
      await noteEvent(w, { releaseId, bodyId, kind: 'delivered', by: w.auth.actorName, at: readOn });
    await w.log({ noun: 'release', recordId: releaseId, summary: 'delivered', after: { bodyId } });
  });
}

async function recall(db: Database, from: Id<'tenant'>, releaseId: Id<'release'>, bodyId: Id<'body'>): Promise<void> {
  const { authorityId, reason } = await db.read(authorize(carrierOf(from), 'record.read'), async (r) => {
    const principal = await getPrincipal(r, bodyId);
    const event = await r.db
      .selectFrom('release_event')
      .select('reason')
      .where('tenant_id', '=', r.tenantId)
      .where('release_id', '=', releaseId)
      .where('body_id', '=', bodyId)
      .where('kind', '=', 'recalled')
      .executeTakeFirst();
    return { authorityId: principal.authorityId, reason: event?.reason ?? '' };
  });
  if (authorityId === null || authorityId === from) return;
  await asCarrier(db, authorityId, 'markRecalled', (w) =>
    markRecalled(w, { giverAuthorityId: from, releaseId, reason }),
  );
}

async function tellRead(db: Database, from: Id<'tenant'>, receivedId: Id<'receivedRelease'>): Promise<void> {
  const told = await db.read(authorize(carrierOf(from), 'record.read'), (r) => receivedToTell(r, receivedId));
  if (!told?.readAt) return;
  const { giverAuthorityId, giverReleaseId: releaseId, addressedBodyId: bodyId, readAt, readBy } = told;
  await asCarrier(db, giverAuthorityId, 'noteRead', async (w) => {
    await requireReceiver(w, bodyId, from);
    if (!(await hasHappened(w, releaseId, bodyId, 'read')))
      await noteEvent(w, { releaseId, bodyId, kind: 'read', by: readBy ?? '', at: readAt });
    await w.log({ noun: 'release', recordId: releaseId, summary: 'read', after: { bodyId, by: readBy } });
  });
}

/** Throws `release.notTied` when the body does not stand for the authority that speaks: the message is kept and tried again. */
export async function requireReceiver(w: Writer, bodyId: Id<'body'>, authorityId: Id<'tenant'>): Promise<void> {
  const principal = await getPrincipal(w, bodyId);
  if (principal.authorityId !== authorityId) throw new AppError('release.notTied', { name: principal.name });
}

/** Posts again what one authority has released to another and what never arrived. */
async function sendWaiting(db: Database, from: Id<'tenant'>, to: Id<'tenant'>): Promise<void> {
  const waiting = await db.read(authorize(carrierOf(from), 'record.read'), (r) => undelivered(r, to));
  if (waiting.length === 0) return;
  await asCarrier(db, from, 'sendWaiting', async (w) => {
    for (const one of waiting) {
      await postErrand(w, { errand: 'deliver', ...one });
      await w.log({ noun: 'release', recordId: one.releaseId, summary: 'sendWaiting', after: { bodyId: one.bodyId } });
    }
  });
}
