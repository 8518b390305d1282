import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { MeetingNoteRow } from '../../storage/schema/joint-meetings.ts';
import type { MeetingNote, NoteTaker } from './meeting-note.ts';

/** Those who write notes from a meeting, in the order in which they are named. */
export async function listNoteTakers(r: Reader, meetingId: Id<'meeting'>): Promise<readonly NoteTaker[]> {
  const rows = await r.db
    .selectFrom('note_taker')
    .select(['id', 'name', 'account_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  return rows.map(({ id, name, account_id }) => ({ id, name, accountId: account_id }));
}

/** All notes from a meeting. */
export async function listMeetingNotes(r: Reader, meetingId: Id<'meeting'>): Promise<readonly MeetingNote[]> {
  const rows = await r.db
    .selectFrom('meeting_note as note')
    .innerJoin('note_taker as taker', (join) =>
      join.onRef('taker.id', '=', 'note.note_taker_id').onRef('taker.tenant_id', '=', 'note.tenant_id'),
    )
    .selectAll('note')
    .where('note.tenant_id', '=', r.tenantId)
    .where('taker.meeting_id', '=', meetingId)
    .execute();
  return rows.map(noteOf);
}

export function noteOf(row: Selectable<MeetingNoteRow>): MeetingNote {
  return {
    itemId: row.agenda_item_id,
    noteTakerId: row.note_taker_id,
    version: row.version,
    body: row.body,
    editedBy: row.edited_by,
    editedAt: row.edited_at.toISOString(),
  };
}
