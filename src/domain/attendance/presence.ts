import type { Id } from '../../kernel/id.ts';
import type { Course } from './course.ts';
import { atTable, type CoursePerson, type CourseState } from './course-state.ts';

/** An item as it was dealt with: from when it was called up until it ended, once or in several goes. */
export type ItemSpan = {
  readonly itemId: Id<'agendaItem'>;
  readonly from: string;
  /** Null while it is being dealt with. */
  readonly to: string | null;
  /** The moments of the item, in order; the last is the one in which it is decided. */
  readonly states: readonly CourseState[];
};

/** The items of a meeting in the order in which they were first called up, with their clock times. */
export function itemSpans(course: Course): readonly ItemSpan[] {
  const spans = new Map<string, { itemId: string; from: string; to: string | null; states: CourseState[] }>();
  for (const { event, state } of course.steps) {
    if (event.kind === 'itemBegan') {
      const before = spans.get(event.itemId);
      spans.set(event.itemId, {
        itemId: event.itemId,
        from: before?.from ?? event.at,
        to: null,
        states: [...(before?.states ?? []), state],
      });
    } else if (event.kind === 'itemEnded') spans.get(event.itemId)!.to = event.at;
    else if (state.itemId !== null) spans.get(state.itemId)!.states.push(state);
  }
  return [...spans.values()];
}

/**
 * Who takes part in the decision of an item: those who serve when it is decided (KL 5:66–67, R-KL-51). A serving deputy is one of them with all a
 * member's rights (R-KL-22); who left before, came after or is disqualified is not.
 */
export function servingIn(course: Course, itemId: Id<'agendaItem'>): readonly Id<'attendance'>[] {
  const last = itemSpans(course)
    .find((span) => span.itemId === itemId)
    ?.states.at(-1);
  return last === undefined ? [] : servingAt(last);
}

/** Everybody who was at the table at some moment of an item. */
export function presentIn(course: Course, itemId: Id<'agendaItem'>): readonly Id<'attendance'>[] {
  const span = itemSpans(course).find((one) => one.itemId === itemId);
  return course.scene.people
    .map((person) => person.id)
    .filter((id) => span?.states.some((state) => atTable(state.people.get(id))));
}

/** Who serves at a moment, in the order of the attendance list. */
export function servingAt(state: CourseState): readonly Id<'attendance'>[] {
  return [...state.people].flatMap(([id, standing]) => (standing.serves ? [id] : []));
}

/** How long somebody was at the meeting, and at which items. */
export type Presence = {
  readonly person: CoursePerson;
  /** The items in whose decision the person took part, in their order. */
  readonly served: readonly Id<'agendaItem'>[];
  /** The items at which the person was present when they were decided, serving or not. */
  readonly attended: readonly Id<'agendaItem'>[];
  /** The clock times between which the person served, or was there for who never served; null to is the end of the meeting. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether the person served, or for who never served was there, from the first item to the last. */
  readonly throughout: boolean;
  /** The seats of others on which a deputy served. */
  readonly seatIds: readonly Id<'seat'>[];
  readonly remote: boolean;
};

/** How everybody on the list was at the meeting, in the order of the list; who never came has no `from`. */
export function presenceOf(course: Course): readonly Presence[] {
  const spans = itemSpans(course);
  return course.scene.people.map((person) => {
    const standings = course.steps.map(({ event, state }) => ({
      event,
      standing: state.people.get(person.id)!,
    }));
    const everServed = standings.some(({ standing }) => standing.serves);
    const during = (state: CourseState) => {
      const standing = state.people.get(person.id)!;
      return everServed ? standing.serves : atTable(standing);
    };
    // Outside for an item is no coming and going: the clock runs on, and the item is missing among the §§.
    const counts = standings.map(
      ({ standing }) =>
        (everServed ? standing.serves || standing.keptSeatId !== null : standing.here) || isOut(standing),
    );
    const first = counts.indexOf(true);
    const last = counts.lastIndexOf(true);
    const decided = spans.filter((span) => during(span.states.at(-1)!)).map((span) => span.itemId);
    return {
      person,
      served: everServed ? decided : [],
      attended: spans.filter((span) => atTable(span.states.at(-1)!.people.get(person.id))).map((span) => span.itemId),
      from: first < 0 ? null : timeOf(course, first),
      to: first < 0 || last === standings.length - 1 ? null : (standings[last + 1]?.event.at ?? null),
      throughout:
        spans.length > 0 && spans.every((span) => span.states.every((state) => isOutOr(state, person, during))),
      seatIds: [
        ...new Set(
          standings.flatMap(({ standing }) =>
            standing.serves && standing.seatId !== null && standing.seatId !== person.seatId ? [standing.seatId] : [],
          ),
        ),
      ],
      remote: standings.some(({ standing }) => standing.mode === 'remote'),
    };
  });
}

const isOut = (standing: { readonly outFor: string | null }) => standing.outFor !== null;

function isOutOr(state: CourseState, person: CoursePerson, during: (state: CourseState) => boolean): boolean {
  return isOut(state.people.get(person.id)!) || during(state);
}

/** Who was there before the meeting opened was there when it opened. */
function timeOf(course: Course, index: number): string {
  const opened = course.steps.findIndex(({ event }) => event.kind === 'opened');
  return course.steps[Math.max(index, opened)]!.event.at;
}
