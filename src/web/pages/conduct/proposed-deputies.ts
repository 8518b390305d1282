import { type Attendance, atTable, type Course, courseBreach } from '../../../domain/attendance/index.ts';
import {
  type BodyRules,
  type PartyOrder,
  proposeDeputies,
  type SubstitutionReason,
} from '../../../domain/organisation/index.ts';

/** Who should serve on a seat that is empty at this moment, and by which rule of the order. */
export type DeputyForSeat = {
  readonly attendanceId: string;
  readonly name: string;
  readonly reason: SubstitutionReason;
};

/**
 * The deputies whose turn it is for the seats on which nobody serves now (R-KL-20, R-KL-21). Only who may serve at this moment is asked about: who
 * broke off earlier, or is outside because of disqualification, is passed over.
 */
export function deputiesNow(
  { scene, state }: Pick<Course, 'scene' | 'state'>,
  rules: BodyRules,
  orders: readonly PartyOrder[],
): ReadonlyMap<string, DeputyForSeat> {
  const taken = new Set([...state.people.values()].flatMap(({ serves, seatId }) => (serves && seatId ? [seatId] : [])));
  const empty = scene.seats.filter(({ id }) => !taken.has(id));
  const free = scene.people.filter(
    (person) =>
      person.capacity === 'deputy' && atTable(state.people.get(person.id)) && !state.people.get(person.id)?.serves,
  );
  const willing = free.filter((person) =>
    empty.some(
      ({ id }) =>
        courseBreach(scene, state, { kind: 'beganServing', attendanceId: person.id, seatId: id }) === undefined,
    ),
  );
  const proposed = proposeDeputies(
    {
      absentSeats: empty.map(({ id, party }) => ({ seatId: id, party })),
      deputies: willing.map(({ id, party }, order) => ({ deputyId: id, party, order })),
      orders,
    },
    rules,
  );
  return new Map(
    proposed.flatMap(({ seatId, deputyId, reason }): [string, DeputyForSeat][] =>
      deputyId === null ? [] : [[seatId, { attendanceId: deputyId, name: nameIn(scene.people, deputyId), reason }]],
    ),
  );
}

function nameIn(people: readonly Pick<Attendance, 'id' | 'name'>[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? '';
}
