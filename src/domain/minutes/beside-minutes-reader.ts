import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Dispatch, MinutesComment, MinutesCorrection } from './minutes.ts';

/** The remarks on a draft, oldest first. */
export async function listMinutesComments(r: Reader, minutesId: Id<'minutes'>): Promise<readonly MinutesComment[]> {
  const rows = await r.db
    .selectFrom('minutes_comment')
    .innerJoin('adjustment', (join) =>
      join
        .onRef('adjustment.id', '=', 'minutes_comment.adjustment_id')
        .onRef('adjustment.tenant_id', '=', 'minutes_comment.tenant_id'),
    )
    .selectAll('minutes_comment')
    .where('minutes_comment.tenant_id', '=', r.tenantId)
    .where('adjustment.minutes_id', '=', minutesId)
    .orderBy('made_at')
    .orderBy('minutes_comment.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    itemId: row.agenda_item_id,
    author: row.author,
    body: row.body,
    madeAt: row.made_at,
    resolution: row.resolution,
  }));
}

/** Who opened the draft while it was out for comments, and when first. */
export async function listMinutesReadings(
  r: Reader,
  minutesId: Id<'minutes'>,
): Promise<readonly { readonly reader: string; readonly readAt: Date }[]> {
  const rows = await r.db
    .selectFrom('minutes_reading')
    .select(['reader', 'read_at'])
    .where('tenant_id', '=', r.tenantId)
    .where('minutes_id', '=', minutesId)
    .orderBy('read_at')
    .execute();
  return rows.map((row) => ({ reader: row.reader, readAt: row.read_at }));
}

/** The corrections of adjusted minutes, oldest first. */
export async function listMinutesCorrections(
  r: Reader,
  minutesId: Id<'minutes'>,
): Promise<readonly MinutesCorrection[]> {
  const rows = await r.db
    .selectFrom('minutes_correction')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('minutes_id', '=', minutesId)
    .orderBy('corrected_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    itemId: row.agenda_item_id,
    was: row.was,
    isNow: row.is_now,
    reason: row.reason,
    correctedOn: row.corrected_on,
    correctedBy: row.corrected_by,
  }));
}

/** The register of what was sent of some minutes, and of what is to be sent. */
export async function listDispatches(r: Reader, minutesId: Id<'minutes'>): Promise<readonly Dispatch[]> {
  const rows = await r.db
    .selectFrom('dispatch')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('minutes_id', '=', minutesId)
    .orderBy('dispatched_at', (order) => order.asc().nullsLast())
    .orderBy('recipient')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    itemId: row.agenda_item_id,
    recipient: row.recipient,
    address: row.address,
    bodyId: row.body_id,
    dispatchedAt: row.dispatched_at,
    dispatchedBy: row.dispatched_by,
    contentHash: row.content_hash,
  }));
}
