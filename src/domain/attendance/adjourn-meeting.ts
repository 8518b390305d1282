import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { moveMeeting } from '../meetings/index.ts';
import { addEvents, type CourseAnswer, lockCourse } from './course-writer.ts';

export type AdjournMeeting = { readonly meetingId: Id<'meeting'>; readonly at: string };

/** Adjourns a meeting (ajournering), in the middle of an item if need be. */
export async function adjournMeeting(
  w: Writer<'meeting.conduct'>,
  { meetingId, at }: AdjournMeeting,
): Promise<CourseAnswer> {
  const open = await lockCourse(w, meetingId, 'adjourn');
  const answer = await addEvents(w, open, at, [{ kind: 'adjourned' }]);
  await moveMeeting(w, { meetingId, action: 'adjourn', expectedVersion: open.meeting.version });
  return answer;
}

export type ResumeMeeting = AdjournMeeting & {
  /** True when it goes on another day: a new day of service for who broke off (R-KL-21). */
  readonly nextDay?: boolean;
};

/** Takes up an adjourned meeting where it was left; the answer says whether the quorum is still there. */
export async function resumeMeeting(
  w: Writer<'meeting.conduct'>,
  { meetingId, at, nextDay = false }: ResumeMeeting,
): Promise<CourseAnswer> {
  const open = await lockCourse(w, meetingId, 'resume');
  const answer = await addEvents(w, open, at, [{ kind: 'resumed', nextDay }]);
  await moveMeeting(w, { meetingId, action: 'resume', expectedVersion: open.meeting.version });
  return answer;
}
