import type { Id } from '../../kernel/id.ts';
import type { AttendanceCapacity } from './attendance.ts';
import type { PresenceMode } from './meeting-event.ts';

/** Somebody on the attendance list, as far as the course of the meeting asks. */
export type CoursePerson = {
  readonly id: Id<'attendance'>;
  readonly name: string;
  readonly party: string | null;
  readonly capacity: AttendanceCapacity | null;
  /** A member's own seat, or the seat of a deputy. */
  readonly seatId: Id<'seat'> | null;
  readonly personId: Id<'person'> | null;
  readonly organisation: string | null;
  readonly role: string | null;
};

/** A member's seat of one of the meeting's bodies on its day; a vacant one counts (R-KL-23). */
export type CourseSeat = {
  readonly id: Id<'seat'>;
  readonly bodyId: Id<'body'>;
  readonly role: string | null;
  readonly party: string | null;
};

/** What the rules of one of the meeting's bodies say about its course on the day of the meeting. */
export type CourseRules = {
  readonly bodyId: Id<'body'>;
  /** More than half of the members must be present (KL 5:45, 6:27). */
  readonly quorum: boolean;
  /** It may act although disqualification has brought it under its quorum (KL 5:46: the assembly alone). */
  readonly actsDespiteDisqualification: boolean;
  /** Who broke off the service for another reason than disqualification may not serve again that day (KL 5:17–20, R-KL-21). */
  readonly breakingOffEndsService: boolean;
  /** Members at a distance (KL 5:16, 6:24): allowed, refused, or asked about by no law. */
  readonly remote: 'allowed' | 'refused' | 'unregulated';
  /** Which sections say who is disqualified in this body (KL 5:47–49, 6:28–32), if any do. */
  readonly disqualification: 'assembly' | 'committee' | 'no';
  /** Representatives of the staff are called like members (KL 7:10–18). */
  readonly staffRepresentatives: boolean;
  /** Others may be called to inform (KL 6:26). */
  readonly informants: boolean;
  /** Its §§ run through the year, or begin anew at each meeting. */
  readonly sections: 'year' | 'meeting';
};

/** All that the course of a meeting is judged by beside what happened. */
export type CourseScene = {
  readonly people: readonly CoursePerson[];
  readonly seats: readonly CourseSeat[];
  readonly rules: readonly CourseRules[];
};

/** How one person stands at a moment of the meeting. */
export type PersonState = {
  readonly here: boolean;
  readonly mode: PresenceMode | null;
  /** The item during which the person is outside the room: disqualified, or a staff representative who may not attend. */
  readonly outFor: Id<'agendaItem'> | null;
  /** Whether the person serves: takes part in decisions and counts for quorum. */
  readonly serves: boolean;
  /** The member's seat that is served on; null for a member whose seat the register does not know. */
  readonly seatId: Id<'seat'> | null;
  /** The seat that was left because of disqualification, to come back to after the item. */
  readonly keptSeatId: Id<'seat'> | null;
  /** The day of the meeting on which the service was broken off. */
  readonly brokeOffOn: number | null;
};

/** A moment of the meeting, between two things that happened. */
export type CourseState = {
  readonly phase: 'notOpened' | 'running' | 'adjourned' | 'closed';
  readonly day: number;
  readonly itemId: Id<'agendaItem'> | null;
  readonly people: ReadonlyMap<Id<'attendance'>, PersonState>;
};

const outside: PersonState = {
  here: false,
  mode: null,
  outFor: null,
  serves: false,
  seatId: null,
  keptSeatId: null,
  brokeOffOn: null,
};

/** Before anything has happened: nobody is there. */
export function stateAtStart(scene: CourseScene): CourseState {
  return {
    phase: 'notOpened',
    day: 1,
    itemId: null,
    people: new Map(scene.people.map((person) => [person.id, outside])),
  };
}

/** The rules that hold for somebody: those of the body whose seat it is, otherwise of the first body of the meeting. */
export function rulesFor(scene: CourseScene, seatId: Id<'seat'> | null): CourseRules | undefined {
  const bodyId = scene.seats.find((seat) => seat.id === seatId)?.bodyId;
  return scene.rules.find((rules) => rules.bodyId === bodyId) ?? scene.rules[0];
}

/** Whether the person sits at the table: is there, and not outside because of an item. */
export function atTable(person: PersonState | undefined): boolean {
  return person?.here === true && person.outFor === null;
}
