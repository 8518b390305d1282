import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { releaseSectionNumber } from '../meetings/index.ts';
import { answerOf, type CourseAnswer, lockCourse, notePresent, recomputed } from './course-writer.ts';

export type WithdrawEvent = { readonly meetingId: Id<'meeting'>; readonly eventId: Id<'meetingEvent'> };

/**
 * Takes back something that was noted by a slip. It stays in the register as withdrawn; the course is put together anew without it, and when what
 * came after could then not have happened, nothing is changed. That an item was called up can be taken back while its § is the last of its series.
 */
export async function withdrawEvent(
  w: Writer<'meeting.conduct'>,
  { meetingId, eventId }: WithdrawEvent,
): Promise<CourseAnswer> {
  const open = await lockCourse(w, meetingId, 'writeDown');
  const { events } = open.course;
  const slip = events.find((event) => event.id === eventId);
  if (!slip) throw new AppError('record.notFound');
  // The state of the meeting follows these; they are undone by their opposites, not by taking them back.
  if (['opened', 'adjourned', 'resumed', 'closed'].includes(slip.kind)) throw new AppError('course.notWithdrawn');
  const after = recomputed(
    open.course,
    events.filter((event) => event !== slip),
  );
  if (slip.kind === 'itemBegan' && !events.some((event) => event !== slip && isBegin(event, slip.itemId)))
    for (const rules of open.course.scene.rules)
      if (!(await releaseSectionNumber(w, rules.bodyId, slip.itemId))) throw new AppError('course.sectionGiven');
  await w.db
    .updateTable('meeting_event')
    .set({ withdrawn: true })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', eventId)
    .execute();
  await notePresent(w, open.course, after);
  await w.log({ noun: 'meeting', recordId: meetingId, summary: 'withdrawEvent', before: slip });
  return answerOf(after);
}

function isBegin(event: { readonly kind: string; readonly itemId?: string }, itemId: string): boolean {
  return event.kind === 'itemBegan' && event.itemId === itemId;
}
