import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { moveMeeting } from '../meetings/index.ts';
import { addEvents, type CourseAnswer, lockCourse } from './course-writer.ts';
import type { EventFact, PresenceMode } from './meeting-event.ts';
import { prepareRollCall } from './prepare-roll-call.ts';

export type OpenMeeting = {
  readonly meetingId: Id<'meeting'>;
  readonly at: string;
  /** Who answered at the roll call (upprop). */
  readonly present?: readonly {
    readonly attendanceId: Id<'attendance'>;
    readonly mode?: PresenceMode;
    readonly seenAndHeard?: boolean;
  }[];
  /** The deputies who serve from the beginning, and on whose seats. */
  readonly serving?: readonly { readonly attendanceId: Id<'attendance'>; readonly seatId: Id<'seat'> }[];
};

/**
 * Opens a meeting with its roll call. A meeting may be opened without a quorum, since the chair must be able to find that out and close it again;
 * the answer says it, and no item can then be called up (R-KL-23).
 */
export async function openMeeting(w: Writer<'meeting.conduct'>, input: OpenMeeting): Promise<CourseAnswer> {
  await prepareRollCall(w, input.meetingId);
  const open = await lockCourse(w, input.meetingId, 'open');
  const facts: EventFact[] = [
    { kind: 'opened' },
    ...(input.present ?? []).map(
      ({ attendanceId, mode = 'inRoom', seenAndHeard = false }): EventFact => ({
        kind: 'arrived',
        attendanceId,
        mode,
        seenAndHeard,
      }),
    ),
    ...(input.serving ?? []).map((one): EventFact => ({ kind: 'beganServing', ...one })),
  ];
  const answer = await addEvents(w, open, input.at, facts);
  await moveMeeting(w, { meetingId: input.meetingId, action: 'open', expectedVersion: open.meeting.version });
  return answer;
}
