import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { Course } from './course.ts';
import { addEvents, type CourseAnswer, lockCourse, refuseEarlier } from './course-writer.ts';
import type { EventFact } from './meeting-event.ts';

export type EndItem = { readonly meetingId: Id<'meeting'>; readonly at: string };

/** Ends the item that is being dealt with; who was outside because of it comes back (R-KL-21). */
export async function endItem(w: Writer<'meeting.conduct'>, { meetingId, at }: EndItem): Promise<CourseAnswer> {
  const open = await lockCourse(w, meetingId, 'conduct');
  const facts = endingOf(open.course);
  if (facts.length === 0) throw new AppError('course.noItem');
  refuseEarlier(open.course, at);
  return await addEvents(w, open, at, facts);
}

/**
 * What the end of an item brings with it: the deputies who stepped in for the disqualified step down, and the disqualified return to serve
 * (KL 5:17–20). Nothing when no item is open.
 */
export function endingOf({ scene, state }: Course): readonly EventFact[] {
  const { itemId } = state;
  if (itemId === null) return [];
  const out = [...state.people].filter(([, standing]) => standing.outFor === itemId);
  const kept = out.flatMap(([, standing]) => (standing.keptSeatId === null ? [] : [standing.keptSeatId]));
  const replacing = scene.people.filter((person) => {
    const standing = state.people.get(person.id)!;
    return person.capacity === 'deputy' && standing.serves && kept.includes(standing.seatId ?? '');
  });
  return [
    { kind: 'itemEnded', itemId },
    ...replacing.map((person): EventFact => ({ kind: 'stoppedServing', attendanceId: person.id })),
    ...out.map(([attendanceId]): EventFact => ({ kind: 'returned', attendanceId, itemId })),
  ];
}
