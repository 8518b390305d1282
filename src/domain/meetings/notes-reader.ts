import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { listMeetingNotes, listNoteTakers } from './meeting-note-reader.ts';
import { getMeeting } from './meeting-reader.ts';
import type { NotesFacts } from './notes-document.ts';
import { groupsOf, questionsOf } from './theme-reader.ts';
import { findVisit } from './visit-reader.ts';

/** All that is written of a gathering beside minutes, in as many queries for a long day as for a short one. */
export async function getGathering(
  r: Reader,
  meetingId: Id<'meeting'>,
): Promise<Omit<NotesFacts, 'present' | 'decisions'>> {
  const meeting = await getMeeting(r, meetingId);
  const { name } = await r.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  return {
    authority: name,
    meeting,
    takers: await listNoteTakers(r, meetingId),
    notes: await listMeetingNotes(r, meetingId),
    questions: await questionsOf(
      r,
      meeting.items.map(({ id }) => id),
    ),
    groups: await groupsOf(r, meetingId),
    visit: await findVisit(r, meetingId),
  };
}
