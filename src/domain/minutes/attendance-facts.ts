import { type Attendance, type Course, type Presence, presenceOf, printedPart } from '../attendance/index.ts';
import { type Seat, type SeatRole, seatRoles } from '../organisation/index.ts';
import type { AttendanceFacts, PersonFacts } from './minutes-facts.ts';

/** What the attendance of a cover is told from. `numbers` are the §§ of the items, by item; `seats` tell whom a deputy replaced. */
export type AttendanceSources = {
  readonly course: Course;
  readonly attendance: readonly Attendance[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly seats: readonly Seat[];
  /** Whether the numbers are §§ or the numbers of the agenda. */
  readonly sign: '§' | 'punkt';
};

/**
 * Who was there, from the course of the meeting: members and deputies who served with the §§ and times when it was not all of it, deputies who did
 * not serve, others (R-KL-51, KL 5:66). A meeting whose course was not kept tells it from the list alone.
 */
export function attendanceFacts(sources: AttendanceSources): AttendanceFacts {
  const { attendance, course } = sources;
  const kept = course.steps.length > 0;
  const presences = new Map(presenceOf(course).map((one) => [one.person.id as string, one]));
  const people = attendance.map((row) => ({ row, presence: presences.get(row.id) }));
  const was = ({ row, presence }: (typeof people)[number]) =>
    kept ? presence !== undefined && presence.from !== null : row.present;
  const served = ({ row, presence }: (typeof people)[number]) =>
    kept ? (presence?.served.length ?? 0) > 0 : row.capacity !== 'deputy';
  const facts = (those: typeof people): readonly PersonFacts[] =>
    those.map(({ row, presence }) => personFacts(row, kept ? presence : undefined, sources));
  const present = people.filter(was);
  const members = present.filter(({ row }) => row.capacity === 'member');
  const deputies = present.filter(({ row }) => row.capacity === 'deputy');
  return {
    members: facts(members),
    servingDeputies: facts(kept ? deputies.filter(served) : []),
    otherDeputies: facts(kept ? deputies.filter((one) => !served(one)) : deputies),
    others: facts(present.filter(({ row }) => row.capacity !== 'member' && row.capacity !== 'deputy')),
    principals: principalsOf(people.map((one) => ({ row: one.row, present: was(one) }))),
  };
}

function personFacts(row: Attendance, presence: Presence | undefined, sources: AttendanceSources): PersonFacts {
  return {
    name: row.name,
    party: row.party,
    role: roleWord(row.role),
    organisation: row.organisation,
    during: presence ? duringOf(presence, sources) : null,
    replaces: presence ? replacedBy(presence, sources) : null,
    remote: presence?.remote ?? false,
  };
}

/** A role of a seat in the words of the minutes; what a paper called somebody stays as it was written. */
function roleWord(role: string | null): string | null {
  return role !== null && Object.hasOwn(seatRoles, role) ? seatRoles[role as SeatRole].sv : role;
}

function duringOf(presence: Presence, { course, numbers, sign }: AttendanceSources): string | null {
  const items = presence.served.length > 0 ? presence.served : presence.attended;
  const at = (kind: 'opened' | 'closed') => course.steps.find(({ event }) => event.kind === kind)?.event.at ?? null;
  return printedPart({
    numbers: items.flatMap((id) => numbers.get(id) ?? []),
    sign,
    from: presence.from,
    to: presence.to,
    throughout: presence.throughout,
    opened: at('opened'),
    closed: at('closed'),
    items: numbers.size,
  });
}

function replacedBy(presence: Presence, { seats }: AttendanceSources): string | null {
  const names = presence.seatIds.flatMap((id) => {
    const seat = seats.find((one) => one.id === id);
    return seat ? [seat.personName ?? 'vakant plats'] : [];
  });
  return names.join(' och ') || null;
}

/** Those present and absent under each principal, in the order in which the principals are first named, and last the others (R-ORG-3). */
function principalsOf(
  people: readonly { readonly row: Attendance; readonly present: boolean }[],
): AttendanceFacts['principals'] {
  // Who was read from a paper was not told apart: then the organisation is all that is known.
  const speaks = ({ row }: (typeof people)[number]) => row.capacity === 'principal' || row.capacity === null;
  const facts = ({ row, present }: (typeof people)[number]): PersonFacts => ({
    name: row.name,
    party: row.party,
    role: row.role,
    organisation: row.organisation,
    during: null,
    present,
  });
  const named = people.filter((one) => speaks(one) && one.row.organisation !== null);
  const others = people.filter((one) => !named.includes(one));
  return [
    ...[...Map.groupBy(named, ({ row }) => row.organisation!)].map(([name, those]) => ({
      name,
      people: those.map(facts),
    })),
    ...(others.length > 0 ? [{ name: null, people: others.map(facts) }] : []),
  ];
}
