import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { addEvents, type CourseAnswer, lockCourse } from './course-writer.ts';
import type { EventFact } from './meeting-event.ts';

/** What the secretary notes of the people in the room; the course of items and of the meeting itself have verbs of their own. */
export type PersonFact = Extract<EventFact, { readonly kind: 'arrived' | 'left' | 'beganServing' | 'stoppedServing' }>;

export type NoteEvent = { readonly meetingId: Id<'meeting'>; readonly at: string; readonly event: PersonFact };

/**
 * Notes that somebody came, went, began or stopped serving, at a time that may lie a while back. The answer says whether the body still has its
 * quorum (R-KL-23): who has gone has gone, so the event is kept either way.
 */
export async function noteEvent(
  w: Writer<'meeting.conduct'>,
  { meetingId, at, event }: NoteEvent,
): Promise<CourseAnswer> {
  return await addEvents(w, await lockCourse(w, meetingId, 'writeDown'), at, [event]);
}
