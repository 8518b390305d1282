import {
  type Attendance,
  type Course,
  type CourseScene,
  courseOf,
  type EventFact,
  type MeetingEvent,
  type PresenceMode,
} from '../../../domain/attendance/index.ts';
import type { Id } from '../../../kernel/id.ts';

/** What somebody answered when the name was called out. */
export type RollCallAnswer = 'present' | 'remote' | 'absent';

/** The roll call as it is typed so far: who answered what, and which deputy serves on which seat. */
export type TypedRollCall = {
  readonly answers: ReadonlyMap<string, RollCallAnswer>;
  readonly serving: readonly { readonly attendanceId: string; readonly seatId: string }[];
  /** Sound and picture were tried with those who take part at a distance (KL 5:16). */
  readonly seenAndHeard: boolean;
};

type Present = {
  readonly attendanceId: Id<'attendance'>;
  readonly mode: PresenceMode;
  readonly seenAndHeard: boolean;
};

/** Those who are there, as the verb that opens the meeting asks for them; the order is that of the list. */
export function presentOf(
  listed: readonly Pick<Attendance, 'id'>[],
  { answers, seenAndHeard }: TypedRollCall,
): readonly Present[] {
  return listed.flatMap(({ id }): readonly Present[] => {
    const answer = answers.get(id);
    if (answer === 'present') return [{ attendanceId: id, mode: 'inRoom', seenAndHeard: false }];
    return answer === 'remote' ? [{ attendanceId: id, mode: 'remote', seenAndHeard }] : [];
  });
}

/**
 * Who serves when the meeting is opened with these answers. A seat whose own member has answered meanwhile is left out: whoever calls the roll
 * quickly sends the deputies as they were proposed an answer ago.
 */
export function servingOf(
  people: readonly Pick<Attendance, 'id' | 'capacity' | 'seatId'>[],
  { answers, serving }: TypedRollCall,
): TypedRollCall['serving'] {
  const isHere = (id: string) => answers.get(id) === 'present' || answers.get(id) === 'remote';
  const taken = new Set(people.flatMap((one) => (one.capacity === 'member' && isHere(one.id) ? [one.seatId] : [])));
  return serving.filter(({ seatId }) => !taken.has(seatId as Id<'seat'>));
}

/**
 * What the meeting would look like if it were opened with these answers: the same course that the register will keep, so that the quorum shown
 * during the roll call is the quorum of the opened meeting. Deputies who can no longer serve as typed are left out until it is typed anew.
 */
export function courseAfter(scene: CourseScene, typed: TypedRollCall, at: string): Course {
  const present = presentOf(scene.people, typed);
  const base = eventsOf(
    [{ kind: 'opened' }, ...present.map((one): EventFact => ({ kind: 'arrived', ...one, seenAndHeard: true }))],
    at,
  );
  let course = courseOf(scene, base);
  for (const one of typed.serving) {
    const next = courseOf(scene, [
      ...course.events,
      ...eventsOf([{ kind: 'beganServing', ...one }], at, course.events.length),
    ]);
    if (!next.breach) course = next;
  }
  return course;
}

function eventsOf(facts: readonly EventFact[], at: string, from = 0): readonly MeetingEvent[] {
  return facts.map((fact, index) => ({ ...fact, id: `${from + index}`, seq: from + index, day: 1, at }));
}
