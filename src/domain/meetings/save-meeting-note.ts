import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { type MeetingNote, meetingNoteLimit, unwrittenNote } from './meeting-note.ts';
import { noteOf } from './meeting-note-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { shareMeeting } from './meeting-writer.ts';

export type SaveMeetingNote = {
  readonly itemId: Id<'agendaItem'>;
  readonly noteTakerId: Id<'noteTaker'>;
  readonly body: string;
  /** The version that the writer began from; 0 for a text that was empty. */
  readonly expectedVersion: number;
};

/**
 * Saves the text of one note-taker about one item, as often as the page likes. Two note-takers never meet; who writes in the same text from two
 * screens gets both texts (`record.changedMeanwhile`). The log says which version was saved, not the text, which is a draft.
 */
export async function saveMeetingNote(w: Writer<'memo.write'>, input: SaveMeetingNote): Promise<MeetingNote> {
  const { meeting_id } = await getRow(w, 'agenda_item', input.itemId);
  const meeting = await shareMeeting(w, meeting_id);
  meetingStateAfter(meeting.state, 'change');
  const taker = await getRow(w, 'note_taker', input.noteTakerId);
  if (taker.meeting_id !== meeting_id) throw new AppError('record.notFound');
  refuseProblems(
    input.body.length <= meetingNoteLimit
      ? []
      : [{ path: 'body', key: 'validation.tooLong', values: { maximum: meetingNoteLimit } }],
  );
  const row = { body: input.body, edited_by: w.auth.actorName, edited_at: w.runtime.now() };
  const key = { tenant_id: w.tenantId, agenda_item_id: input.itemId, note_taker_id: input.noteTakerId };
  const version = input.expectedVersion + 1;
  const saved =
    input.expectedVersion === 0
      ? await w.db
          .insertInto('meeting_note')
          .values({ ...key, ...row })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'agenda_item_id', 'note_taker_id']).doNothing())
          .returningAll()
          .executeTakeFirst()
      : await w.db
          .updateTable('meeting_note')
          .set({ ...row, version })
          .where('tenant_id', '=', key.tenant_id)
          .where('agenda_item_id', '=', key.agenda_item_id)
          .where('note_taker_id', '=', key.note_taker_id)
          .where('version', '=', input.expectedVersion)
          .returningAll()
          .executeTakeFirst();
  if (!saved) return expectVersion(await currentNote(w, input), input.expectedVersion, { body: input.body });
  const after = { noteTakerId: input.noteTakerId, version, length: input.body.length };
  await w.log({ noun: 'agendaItem', recordId: input.itemId, summary: 'text', after });
  return noteOf(saved);
}

async function currentNote(w: Writer, { itemId, noteTakerId }: SaveMeetingNote): Promise<MeetingNote> {
  const row = await w.db
    .selectFrom('meeting_note')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .where('note_taker_id', '=', noteTakerId)
    .executeTakeFirst();
  return row ? noteOf(row) : unwrittenNote(itemId, noteTakerId);
}
