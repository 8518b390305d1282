import type { Id } from '../../kernel/id.ts';
import type { Attendance } from './attendance.ts';
import { canServe } from './attendance.ts';
import type { Course } from './course.ts';
import { itemSpans, type Presence, presenceOf } from './presence.ts';
import { type PrintedPart, printedPart } from './presence-phrases.ts';

/** Somebody as the first page of the minutes tells it. */
export type RecordedAttendance = Attendance & {
  /** "§§ 1–4, kl. 13.00–14.10": null for who was there throughout, and for what was read from a paper. */
  readonly part: string | null;
  /** The items in whose decision the person took part. */
  readonly servedItemIds: readonly Id<'agendaItem'>[];
  /** The members, or the vacant seats of a party, for whom a deputy served: "för Namn", "för vakant (S)". */
  readonly servedFor: readonly { readonly name: string | null; readonly party: string | null }[];
  readonly remote: boolean;
};

/** The attendance of a meeting in the groups of its minutes (KL 5:66, R-KL-51). */
export type AttendanceRecord = {
  /** Whether it was put together from what happened; false for a list that was read from a paper or typed in. */
  readonly fromCourse: boolean;
  /** Everybody, in the order of the list. */
  readonly listed: readonly RecordedAttendance[];
  /** Members who took part in the decision of at least one item (Beslutande). */
  readonly members: readonly RecordedAttendance[];
  /** Tjänstgörande ersättare. */
  readonly servingDeputies: readonly RecordedAttendance[];
  /** Members and deputies who were there and took part in no decision (Ej tjänstgörande). */
  readonly idle: readonly RecordedAttendance[];
  /** In an officials' group: who spoke for each principal, in the order of the list (R-ORG-3). */
  readonly principals: readonly { readonly organisation: string; readonly people: readonly RecordedAttendance[] }[];
  /** Övriga närvarande. */
  readonly others: readonly RecordedAttendance[];
  readonly absent: readonly RecordedAttendance[];
  readonly openedAt: string | null;
  readonly closedAt: string | null;
};

/**
 * The groups of a list. Where the meeting has a course, who served is told by it; a list from a paper says only who was there, and stands as one
 * group of others beside the absent.
 */
export function attendanceRecord(
  listed: readonly Attendance[],
  course: Course,
  sections: ReadonlyMap<Id<'agendaItem'>, number>,
): AttendanceRecord {
  const fromCourse = course.events.length > 0;
  const presences = new Map(presenceOf(course).map((one) => [one.person.id, one]));
  const meeting = clockOf(course);
  const people = listed.map((one) => recorded(one, presences.get(one.id), course, sections));
  const there = people.filter((one) => one.present);
  const of = (capacity: string) => there.filter((one) => one.capacity === capacity);
  // Until the first item has been called up, who sits at the table is all there is to tell.
  const begun = itemSpans(course).length > 0;
  const served = (one: RecordedAttendance) => (begun ? one.servedItemIds.length > 0 : everServed(course, one.id));
  return {
    fromCourse,
    listed: people,
    members: fromCourse ? of('member').filter(served) : [],
    servingDeputies: of('deputy').filter(served),
    idle: fromCourse ? there.filter((one) => canServe(one.capacity) && !served(one)) : [],
    principals: byOrganisation(of('principal')),
    others: there.filter((one) =>
      fromCourse
        ? !canServe(one.capacity) && one.capacity !== 'principal'
        : !served(one) && one.capacity !== 'principal',
    ),
    absent: people.filter((one) => !one.present),
    openedAt: meeting.opened,
    closedAt: meeting.closed,
  };
}

function recorded(
  one: Attendance,
  presence: Presence | undefined,
  course: Course,
  sections: ReadonlyMap<string, number>,
): RecordedAttendance {
  if (!presence || course.events.length === 0)
    return { ...one, part: null, servedItemIds: [], servedFor: [], remote: false };
  const items = itemSpans(course).map((span) => span.itemId);
  const dealtWith = everServed(course, one.id) ? presence.served : presence.attended;
  const numbered = items.every((id) => sections.has(id));
  const part: PrintedPart = {
    numbers: dealtWith.map((id) => (numbered ? sections.get(id)! : items.indexOf(id) + 1)),
    sign: numbered ? '§' : 'punkt',
    from: presence.from,
    to: presence.to,
    throughout: presence.throughout,
    ...clockOf(course),
    items: items.length,
  };
  return {
    ...one,
    part: printedPart(part),
    servedItemIds: presence.served,
    servedFor: presence.seatIds.map((seatId) => {
      const seat = course.scene.seats.find((other) => other.id === seatId);
      const holder = course.scene.people.find((person) => person.capacity === 'member' && person.seatId === seatId);
      return { name: holder?.name ?? null, party: holder?.party ?? seat?.party ?? null };
    }),
    remote: presence.remote,
  };
}

function everServed(course: Course, id: string): boolean {
  return course.steps.some(({ state }) => state.people.get(id)?.serves === true);
}

function clockOf(course: Course): { readonly opened: string | null; readonly closed: string | null } {
  const at = (kind: string) => course.steps.find(({ event }) => event.kind === kind)?.event.at ?? null;
  return { opened: at('opened'), closed: at('closed') };
}

function byOrganisation(people: readonly RecordedAttendance[]): AttendanceRecord['principals'] {
  const organisations = [...new Set(people.map((one) => one.organisation ?? ''))];
  return organisations.map((organisation) => ({
    organisation,
    people: people.filter((one) => (one.organisation ?? '') === organisation),
  }));
}
