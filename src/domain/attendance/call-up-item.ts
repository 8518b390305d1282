import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { allocateSectionNumber, sectionSeries } from '../meetings/index.ts';
import { atTable } from './course-state.ts';
import { addEvents, answerOf, type CourseAnswer, lockCourse, type OpenCourse, refuseEarlier } from './course-writer.ts';
import { disqualifiedFrom } from './disqualification-reader.ts';
import { endingOf } from './end-item.ts';
import type { EventFact } from './meeting-event.ts';

export type CallUpItem = { readonly itemId: Id<'agendaItem'>; readonly at: string };

export type CalledUp = CourseAnswer & {
  /** The § of the item in the minutes of each body. */
  readonly sections: readonly { readonly bodyId: Id<'body'>; readonly number: number }[];
};

/**
 * Calls up an item: the one before it ends, the item gets its §, and whoever is disqualified from it, or may not attend it, leaves the room. A body
 * without its quorum may not handle the matter (KL 6:27, R-KL-23) and is refused.
 */
export async function callUpItem(w: Writer<'meeting.conduct'>, { itemId, at }: CallUpItem): Promise<CalledUp> {
  const item = await getRow(w, 'agenda_item', itemId);
  const open = await lockCourse(w, item.meeting_id, 'conduct');
  refuseEarlier(open.course, at);
  if (open.course.state.itemId === itemId) {
    // Pressed twice, or by two people: it is being dealt with, and nothing changes.
    await w.log({ noun: 'meeting', recordId: open.meeting.id, summary: 'calledUpAlready', after: { itemId } });
    return { ...answerOf(open.course), sections: await give(w, open, itemId) };
  }
  const before = endingOf(open.course);
  const ended = before.length > 0 ? (await addEvents(w, open, at, before)).course : open.course;
  const lacking = answerOf(ended).withoutQuorum[0];
  if (lacking) throw new AppError('course.noQuorum', { serving: lacking.serving, needed: lacking.needed });
  const out = await disqualifiedFrom(w, itemId);
  const there = ended.scene.people.filter((person) => atTable(ended.state.people.get(person.id)));
  const facts: EventFact[] = [
    { kind: 'itemBegan', itemId },
    ...there
      .filter((person) => out.includes(person.id))
      .map((person): EventFact => ({ kind: 'disqualified', attendanceId: person.id, itemId })),
    // KL 7:14: staff representatives may not be present where public authority is exercised towards somebody (R-KL-08).
    ...there
      .filter((person) => item.exercises_authority && person.capacity === 'staffRepresentative')
      .map((person): EventFact => ({ kind: 'excluded', attendanceId: person.id, itemId })),
  ];
  const answer = await addEvents(w, { ...open, course: ended }, at, facts);
  return { ...answer, sections: await give(w, open, itemId) };
}

/** Gives the item its § in each body's series; the order of the bodies is fixed, so that two meetings never wait for each other. */
async function give(w: Writer<'meeting.conduct'>, { meeting, course }: OpenCourse, itemId: Id<'agendaItem'>) {
  if (meeting.kind !== 'meeting' && meeting.kind !== 'jointMeeting') return [];
  const sections = [];
  for (const rules of course.scene.rules.toSorted((a, b) => (a.bodyId < b.bodyId ? -1 : 1))) {
    const series = sectionSeries(rules.sections, meeting.heldOn, meeting.id);
    sections.push({ bodyId: rules.bodyId, number: await allocateSectionNumber(w, rules.bodyId, series, itemId) });
  }
  return sections;
}
