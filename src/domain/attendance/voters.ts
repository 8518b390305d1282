import type { Id } from '../../kernel/id.ts';
import type { Course } from './course.ts';
import type { CoursePerson, CourseState } from './course-state.ts';
import { itemSpans, servingAt } from './presence.ts';
import { type Quorum, quorumAt } from './quorum.ts';

/** Somebody who takes part in the decision of an item, and so may move, vote and reserve: a member, or a serving deputy (KL 4:22, R-KL-22). */
export type Voter = {
  readonly attendanceId: Id<'attendance'>;
  readonly seatId: Id<'seat'> | null;
  readonly name: string;
  readonly party: string | null;
  readonly personId: Id<'person'> | null;
  /** Who presides at that moment: the chair, or the vice chair in the chair's absence. */
  readonly isChair: boolean;
};

/** Who takes part in an item: at its end if it has ended, otherwise at this moment. Nobody in one that was never called up. */
export function votersOf(course: Course, itemId: Id<'agendaItem'>): readonly Voter[] {
  const state = decidingState(course, itemId);
  if (!state) return [];
  const presiding = presidingAt(course, state);
  return servingAt(state).map((id) => {
    const person = course.scene.people.find((one) => one.id === id)!;
    return {
      attendanceId: id,
      seatId: state.people.get(id)!.seatId,
      name: person.name,
      party: person.party,
      personId: person.personId,
      isChair: id === presiding?.id,
    };
  });
}

/** The quorum of each body when an item is decided, for the warning in its § (R-KL-23). */
export function quorumIn(course: Course, itemId: Id<'agendaItem'>): readonly Quorum[] {
  const state = decidingState(course, itemId);
  return state ? quorumAt(course.scene, state) : [];
}

/** Who presides: the first of chair, vice chair and second vice chair who serves; undefined when the body must choose somebody (KL 5:11). */
export function presidingAt({ scene }: Pick<Course, 'scene'>, state: CourseState): CoursePerson | undefined {
  for (const role of ['chair', 'viceChair', 'secondViceChair']) {
    const seat = scene.seats.find((one) => one.role === role);
    const holder = scene.people.find(
      (person) => person.capacity === 'member' && (person.role === role || (seat && person.seatId === seat.id)),
    );
    if (holder && state.people.get(holder.id)?.serves) return holder;
  }
  return undefined;
}

function decidingState(course: Course, itemId: Id<'agendaItem'>): CourseState | undefined {
  return itemSpans(course)
    .find((span) => span.itemId === itemId)
    ?.states.at(-1);
}
