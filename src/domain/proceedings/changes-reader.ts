import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

/** One thing that somebody did in a meeting, as the others who look at it are told. */
export type MeetingChange = {
  /** The item it was done in; null for what concerns the meeting as a whole, such as its course. */
  readonly itemId: Id<'agendaItem'> | null;
  /** What it was: a change of the proceedings (`proceedingsChanges`), or what another noun noted. */
  readonly what: string;
  /** Which running text, for a change of one. */
  readonly field: string | null;
  readonly by: string;
  readonly byAccountId: Id<'account'> | null;
  readonly at: string;
};

export type ChangesSince = {
  /** To be handed in next time. */
  readonly marker: string;
  readonly changes: readonly MeetingChange[];
  /** More has happened than is listed: the page is read anew. */
  readonly more: boolean;
};

/** The marker to begin with: all that is in the log now is known. */
export async function changesMarker(r: Reader): Promise<string> {
  const row = await r.db.selectFrom('log_head').select('seq').where('tenant_id', '=', r.tenantId).executeTakeFirst();
  return row ? String(row.seq) : '0';
}

/** The same for one meeting; of one that is not there nothing is said, not even that nothing has happened in it. */
async function markerOf(r: Reader, meetingId: Id<'meeting'>): Promise<string> {
  const row = await r.db
    .selectFrom('meeting')
    .innerJoin('log_head', 'log_head.tenant_id', 'meeting.tenant_id')
    .select('log_head.seq')
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.id', '=', meetingId)
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  return String(row.seq);
}

const mostChanges = 200;

/**
 * Who has done what in a meeting since a marker, for screens that look at it at the same time. It reads the log from the marker on: entries are
 * numbered in the order in which their transactions were committed, so that nothing can appear behind a marker, and however long the history of
 * the authority, only what is new is looked at.
 */
export async function changesSince(r: Reader, meetingId: Id<'meeting'>, marker: string): Promise<ChangesSince> {
  const from = /^\d{1,18}$/.test(marker) ? marker : await changesMarker(r);
  const rows = await r.db
    .selectFrom('log_told as entry')
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'entry.record_id').onRef('item.tenant_id', '=', 'entry.tenant_id'),
    )
    .select(['entry.seq', 'entry.at', 'entry.actor_id', 'entry.actor_name', 'entry.noun', 'entry.data', 'item.id'])
    .where('entry.tenant_id', '=', r.tenantId)
    .where('entry.seq', '>', from)
    .where((eb) => eb.or([eb('entry.record_id', '=', meetingId), eb('item.meeting_id', '=', meetingId)]))
    .orderBy('entry.seq')
    .limit(mostChanges + 1)
    .execute();
  const listed = rows.slice(0, mostChanges);
  const more = rows.length > mostChanges;
  return {
    // A reader sees one state, so that nothing can lie between the entries read above and the head.
    marker: more ? String(listed.at(-1)!.seq) : await markerOf(r, meetingId),
    more,
    changes: listed.map((row) => ({
      itemId: row.id,
      what: typeof row.data?.summary === 'string' ? row.data.summary : row.noun,
      field: fieldOf(row.data?.after),
      by: row.actor_name ?? '',
      byAccountId: row.actor_id,
      at: row.at.toISOString(),
    })),
  };
}

function fieldOf(after: unknown): string | null {
  if (typeof after !== 'object' || after === null || !('field' in after)) return null;
  return typeof after.field === 'string' ? after.field : null;
}
