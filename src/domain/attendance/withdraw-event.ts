import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { releaseSectionNumber } from '../meetings/index.ts';
import { answerOf, type CourseAnswer, lockCourse, notePresent, recomputed } from './course-writer.ts';
import type { MeetingEvent } from './meeting-event.ts';

export type WithdrawEvent = { readonly meetingId: Id<'meeting'>; readonly eventId: Id<'meetingEvent'> };

/**
 * Takes back something that was noted by a slip. It stays in the register as withdrawn; the course is put together anew without it, and when what
 * came after could then not have happened, nothing is changed. What the verb itself noted along with the entry goes with it. That an item was called up can be taken back while its § is the last of its series.
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
  const taken = [slip, ...broughtWith(events, slip)];
  const after = recomputed(
    open.course,
    events.filter((event) => !taken.includes(event)),
  );
  if (slip.kind === 'itemBegan' && !events.some((event) => event !== slip && isBegin(event, slip.itemId)))
    for (const rules of open.course.scene.rules)
      if (!(await releaseSectionNumber(w, rules.bodyId, slip.itemId))) throw new AppError('course.sectionGiven');
  await w.db
    .updateTable('meeting_event')
    .set({ withdrawn: true })
    .where('tenant_id', '=', w.tenantId)
    .where(
      'id',
      'in',
      taken.map((event) => event.id),
    )
    .execute();
  await notePresent(w, open.course, after);
  await w.log({ noun: 'meeting', recordId: meetingId, summary: 'withdrawEvent', before: taken });
  return answerOf(after);
}

/** What happens along with some entries: who is disqualified goes out when an item begins, and comes back when it ends. */
const along: Partial<Record<MeetingEvent['kind'], readonly MeetingEvent['kind'][]>> = {
  itemBegan: ['disqualified', 'excluded'],
  itemEnded: ['stoppedServing', 'returned'],
  arrived: ['disqualified'],
};

/** The entries that were noted in one go with another, right after it. */
function broughtWith(events: readonly MeetingEvent[], slip: MeetingEvent): readonly MeetingEvent[] {
  const kinds = along[slip.kind] ?? [];
  const brought: MeetingEvent[] = [];
  for (const event of events.filter((one) => one.seq > slip.seq).sort((a, b) => a.seq - b.seq)) {
    const next = event.seq === slip.seq + brought.length + 1 && event.at === slip.at && event.day === slip.day;
    if (!next || !kinds.includes(event.kind)) break;
    if (slip.kind === 'arrived' && 'attendanceId' in event && event.attendanceId !== slip.attendanceId) break;
    brought.push(event);
  }
  return brought;
}

function isBegin(event: { readonly kind: string; readonly itemId?: string }, itemId: string): boolean {
  return event.kind === 'itemBegan' && event.itemId === itemId;
}
