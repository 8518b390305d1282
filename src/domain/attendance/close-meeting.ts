import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { moveMeeting } from '../meetings/index.ts';
import { addEvents, type CourseAnswer, lockCourse } from './course-writer.ts';

export type CloseMeeting = { readonly meetingId: Id<'meeting'>; readonly at: string };

/**
 * Closes a meeting; the item that is being dealt with must have ended. From now on nobody can reserve any more (KL 4:27).
 */
export async function closeMeeting(
  w: Writer<'meeting.conduct'>,
  { meetingId, at }: CloseMeeting,
): Promise<CourseAnswer> {
  const open = await lockCourse(w, meetingId, 'conduct');
  const answer = await addEvents(w, open, at, [{ kind: 'closed' }]);
  await moveMeeting(w, { meetingId, action: 'close', expectedVersion: open.meeting.version });
  return answer;
}
