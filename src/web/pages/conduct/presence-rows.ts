import {
  atTable,
  type Course,
  type CoursePerson,
  type CourseState,
  itemSpans,
} from '../../../domain/attendance/index.ts';

/** How somebody is in a §, in one word with a shape of its own. */
export const standings = ['inRoom', 'remote', 'outside', 'absent', 'vacant'] as const;
export type Standing = (typeof standings)[number];

/** A place at the table: a seat with its holder, or a person beside the seats. */
export type PresenceRow = {
  readonly key: string;
  readonly seatId: string | null;
  readonly role: string | null;
  readonly party: string | null;
  /** For whom somebody without a seat speaks: a principal, an employer. */
  readonly organisation: string | null;
  /** The row of the attendance list; null for a vacant seat, and for a seat whose holder is not on the list. */
  readonly attendanceId: string | null;
  readonly name: string | null;
  readonly standing: Standing;
  readonly serves: boolean;
  /** The deputy who serves on the seat. */
  readonly servedBy: { readonly attendanceId: string; readonly name: string } | null;
  /** For a deputy: on whose seat. */
  readonly servesFor: string | null;
};

/** Everybody in three groups: the seats of the body, its deputies, and whoever else is called in. */
export type PresenceTable = {
  readonly seats: readonly PresenceRow[];
  readonly deputies: readonly PresenceRow[];
  readonly others: readonly PresenceRow[];
};

/** The moment that is shown for an item: now while it is dealt with or not yet called up, otherwise when it ended. */
export function momentOf(course: Course, itemId: string | null): CourseState {
  const span = itemSpans(course).find((one) => one.itemId === itemId);
  return span && span.to !== null ? (span.states.at(-1) ?? course.state) : course.state;
}

/** Who sits where at a moment of the meeting. */
export function presenceTable({ scene }: Pick<Course, 'scene'>, state: CourseState): PresenceTable {
  const members = scene.people.filter((person) => person.capacity === 'member');
  const holderOf = (seatId: string) => members.find((person) => person.seatId === seatId);
  const seatRows = scene.seats.map((seat): PresenceRow => {
    const holder = holderOf(seat.id);
    const serving = scene.people.find((person) => {
      const standing = state.people.get(person.id);
      return standing?.serves && standing.seatId === seat.id;
    });
    const deputy = serving && serving.id !== holder?.id ? { attendanceId: serving.id, name: serving.name } : null;
    return {
      key: seat.id,
      seatId: seat.id,
      role: seat.role ?? holder?.role ?? null,
      party: seat.party ?? holder?.party ?? null,
      organisation: null,
      attendanceId: holder?.id ?? null,
      name: holder?.name ?? null,
      standing: holder ? standingOf(state, holder.id) : 'vacant',
      serves: serving !== undefined,
      servedBy: deputy,
      servesFor: null,
    };
  });
  const withoutSeat = members.filter((person) => !scene.seats.some((seat) => seat.id === person.seatId));
  const rowOf = (person: CoursePerson): PresenceRow => {
    const standing = state.people.get(person.id);
    const seat = scene.seats.find((one) => one.id === standing?.seatId);
    return {
      key: person.id,
      seatId: person.seatId,
      role: person.role,
      party: person.party,
      organisation: person.organisation,
      attendanceId: person.id,
      name: person.name,
      standing: standingOf(state, person.id),
      serves: standing?.serves ?? false,
      servedBy: null,
      servesFor: standing?.serves && seat ? (holderOf(seat.id)?.name ?? seat.party ?? seat.role ?? '') : null,
    };
  };
  return {
    seats: [...seatRows, ...withoutSeat.map(rowOf)],
    deputies: scene.people.filter((person) => person.capacity === 'deputy').map(rowOf),
    others: scene.people.filter(({ capacity }) => capacity !== 'member' && capacity !== 'deputy').map(rowOf),
  };
}

function standingOf(state: CourseState, id: string): Standing {
  const standing = state.people.get(id);
  if (!standing?.here) return 'absent';
  if (!atTable(standing)) return 'outside';
  return standing.mode === 'remote' ? 'remote' : 'inRoom';
}
