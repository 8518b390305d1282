import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { addEvents, type CourseAnswer, lockCourse } from './course-writer.ts';
import { disqualifiedFrom } from './disqualification-reader.ts';
import type { EventFact } from './meeting-event.ts';

/** What the secretary notes of the people in the room; the course of items and of the meeting itself have verbs of their own. */
export type PersonFact =
  | Extract<EventFact, { readonly kind: 'arrived' | 'left' | 'beganServing' | 'stoppedServing' }>
  | { readonly kind: 'excluded'; readonly attendanceId: Id<'attendance'>; readonly itemId: Id<'agendaItem'> };

export type NoteEvent = { readonly meetingId: Id<'meeting'>; readonly at: string; readonly event: PersonFact };

/**
 * Notes that somebody came, went, began or stopped serving, at a time that may lie a while back; or that a representative of the staff may not attend
 * the item (R-KL-08: procurement, bargaining). The answer says whether the body still has its quorum (R-KL-23): who has gone has gone, so the event
 * is kept either way.
 */
export async function noteEvent(
  w: Writer<'meeting.conduct'>,
  { meetingId, at, event }: NoteEvent,
): Promise<CourseAnswer> {
  const open = await lockCourse(w, meetingId, 'writeDown');
  const { itemId } = open.course.state;
  // Who comes in the middle of an item from which they are disqualified waits outside until it has ended (KL 6:28).
  const waits =
    event.kind === 'arrived' && itemId !== null && (await disqualifiedFrom(w, itemId)).includes(event.attendanceId);
  const { attendanceId } = event;
  return await addEvents(w, open, at, waits ? [event, { kind: 'disqualified', attendanceId, itemId }] : [event]);
}
