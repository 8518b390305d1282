import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import {
  isClockTime,
  type LockedMeeting,
  lockMeeting,
  type MeetingAction,
  meetingStateAfter,
} from '../meetings/index.ts';
import { type Course, courseOf } from './course.ts';
import { columnsOf, listEvents, sceneOf } from './course-reader.ts';
import { type EventFact, type MeetingEvent, meetingEventKinds } from './meeting-event.ts';
import { type Quorum, quorumAt } from './quorum.ts';

/** What a verb of the course answers: the course as it now stands, and the bodies that at this moment lack their quorum. */
export type CourseAnswer = { readonly course: Course; readonly withoutQuorum: readonly Quorum[] };

/** The meeting locked for whoever conducts it, with its course so far. */
export type OpenCourse = { readonly meeting: LockedMeeting; readonly course: Course };

/** Locks a meeting in a state in which the action can be done, and puts its course together. */
export async function lockCourse(
  w: Writer<'meeting.conduct'>,
  meetingId: Id<'meeting'>,
  action: MeetingAction,
): Promise<OpenCourse> {
  const meeting = await lockMeeting(w, meetingId);
  meetingStateAfter(meeting.state, action);
  const scene = await sceneOf(w, meetingId, meeting.bodyIds, meeting.heldOn);
  return { meeting, course: courseOf(scene, await listEvents(w, meetingId)) };
}

/**
 * Adds to the course what happened at a clock time, in the order given. All of it must fit where it stands, and what was noted for later times must
 * still be possible after it; otherwise nothing is written and the answer says what stands against it.
 */
export async function addEvents(
  w: Writer,
  { meeting, course }: OpenCourse,
  at: string,
  facts: readonly EventFact[],
): Promise<CourseAnswer> {
  refuseProblems(isClockTime(at) ? [] : [{ path: 'at', key: 'meeting.time' }]);
  const first = (await lastSeq(w, meeting.id)) + 1;
  let day = course.state.day;
  const added = facts.map((fact, index): MeetingEvent => {
    if (fact.kind === 'resumed' && fact.nextDay) day += 1;
    return { ...fact, id: w.runtime.newId(), seq: first + index, day, at };
  });
  const after = recomputed(course, [...course.events, ...added]);
  if (added.length > 0)
    await w.db
      .insertInto('meeting_event')
      .values(
        added.map((event) => ({
          tenant_id: w.tenantId,
          id: event.id,
          meeting_id: meeting.id,
          seq: event.seq,
          day: event.day,
          at: event.at,
          ...columnsOf(event),
          withdrawn: false,
        })),
      )
      .execute();
  await notePresent(w, course, after);
  await w.log({ noun: 'meeting', recordId: meeting.id, summary: 'course', after: { at, events: facts } });
  return answerOf(after);
}

/** The course with other events, or a refusal that says which of them can then not have happened and why. */
export function recomputed(course: Course, events: readonly MeetingEvent[]): Course {
  const after = courseOf(course.scene, events);
  if (!after.breach) return after;
  const { code, event } = after.breach;
  const about = 'attendanceId' in event ? event.attendanceId : undefined;
  const name = course.scene.people.find((person) => person.id === about)?.name ?? '';
  throw new AppError(code, { name, what: meetingEventKinds[event.kind], at: event.at });
}

export function answerOf(course: Course): CourseAnswer {
  return { course, withoutQuorum: quorumAt(course.scene, course.state).filter((quorum) => !quorum.enough) };
}

/** §§ follow the clock: nothing can happen to an item before what has already happened to one. */
export function refuseEarlier(course: Course, at: string): void {
  const kinds: readonly string[] = ['itemBegan', 'itemEnded', 'opened', 'resumed'];
  const last = course.steps.findLast(({ event }) => kinds.includes(event.kind))?.event;
  refuseProblems(
    last && last.day === course.state.day && at < last.at
      ? [{ path: 'at', key: 'meeting.beforeLastItem', values: { at: last.at } }]
      : [],
  );
}

/** Keeps on the list who has been there at all, for everybody who only asks that. */
export async function notePresent(w: Writer, before: Course, after: Course): Promise<void> {
  const was = everHere(before);
  const is = everHere(after);
  for (const [present, ids] of [
    [true, [...is].filter((id) => !was.has(id))],
    [false, [...was].filter((id) => !is.has(id))],
  ] as const)
    if (ids.length > 0)
      await w.db
        .updateTable('meeting_attendance')
        .set({ present })
        .where('tenant_id', '=', w.tenantId)
        .where('id', 'in', ids)
        .execute();
}

function everHere(course: Course): ReadonlySet<string> {
  return new Set(course.steps.flatMap(({ event }) => (event.kind === 'arrived' ? [event.attendanceId] : [])));
}

async function lastSeq(w: Writer, meetingId: Id<'meeting'>): Promise<number> {
  const row = await w.db
    .selectFrom('meeting_event')
    .select('seq')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}
