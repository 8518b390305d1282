import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { holdsOn } from './body.ts';

/** Members are called to meetings, deputies are notified of them (KL 6:17). */
export const seatKinds = {
  member: { sv: 'ledamot', en: 'member' },
  deputy: { sv: 'ersättare', en: 'deputy' },
} as const satisfies Record<string, Localized>;
export type SeatKind = keyof typeof seatKinds;

/** The offices of a presidium, in the order in which they are printed. */
export const seatRoles = {
  chair: { sv: 'ordförande', en: 'chair' },
  viceChair: { sv: 'vice ordförande', en: 'vice chair' },
  secondViceChair: { sv: '2:e vice ordförande', en: 'second vice chair' },
} as const satisfies Record<string, Localized>;
export type SeatRole = keyof typeof seatRoles;

/** A seat of a body during a time, and who sits on it. A vacant seat has nobody, is printed in its place and counts as a seat (BOD-15). */
export type Seat = {
  readonly id: Id<'seat'>;
  readonly version: number;
  readonly bodyId: Id<'body'>;
  readonly kind: SeatKind;
  /** The order of the printed list; among deputies, the order in which they are called in (KL 6:16–17). */
  readonly order: number;
  readonly party: string | null;
  readonly role: SeatRole | null;
  readonly personId: Id<'person'> | null;
  readonly personName: string | null;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
};

export function isVacant(seat: Pick<Seat, 'personId'>): boolean {
  return seat.personId === null;
}

/** The seats of a day as the notice prints them: members, then deputies, each in the order of the list. */
export function seatsOn(seats: readonly Seat[], date: CivilDate): readonly Seat[] {
  const rank = (seat: Seat) => (seat.kind === 'member' ? 0 : 1);
  return seats.filter((seat) => holdsOn(seat, date)).sort((a, b) => rank(a) - rank(b) || a.order - b.order);
}

/** How many must be present: more than half of the member seats, the vacant ones counted (KL 6:27, R-KL-23). */
export function quorumOf(seats: readonly Pick<Seat, 'kind'>[]): { readonly seats: number; readonly needed: number } {
  const members = seats.filter((seat) => seat.kind === 'member').length;
  return { seats: members, needed: Math.floor(members / 2) + 1 };
}

/** Whether so many members and serving deputies make the body able to decide. */
export function isQuorate(present: number, seats: readonly Pick<Seat, 'kind'>[]): boolean {
  return present * 2 > quorumOf(seats).seats;
}

/** What does not fit between the seats of a day and the reglemente: other numbers than it says, an office or a person twice (BOD-09). */
export function seatProblems(
  seats: readonly Pick<Seat, 'kind' | 'role' | 'personId'>[],
  regulated: { readonly members?: number; readonly deputies?: number },
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [kind, expected] of [
    ['member', regulated.members],
    ['deputy', regulated.deputies],
  ] as const) {
    const found = seats.filter((seat) => seat.kind === kind).length;
    if (expected !== undefined && found !== expected)
      problems.push({ path: 'seats', key: `seat.${kind}Count`, values: { found, expected } });
  }
  for (const role of twice(seats.map((seat) => seat.role)))
    problems.push({ path: 'role', key: 'seat.roleTwice', values: { role } });
  for (const person of twice(seats.map((seat) => seat.personId)))
    problems.push({ path: 'personId', key: 'seat.personTwice', values: { person } });
  return problems;
}

function twice<T>(values: readonly (T | null)[]): readonly T[] {
  const filled = values.filter((value) => value !== null);
  return [...new Set(filled.filter((value, i) => filled.indexOf(value) !== i))];
}
