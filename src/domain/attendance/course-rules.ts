import { canServe } from './attendance.ts';
import { type CoursePerson, type CourseScene, type CourseState, type PersonState, rulesFor } from './course-state.ts';
import { type CourseBreach, courseRows } from './course-table.ts';
import type { EventFact } from './meeting-event.ts';

/** One event at one moment, with whom it is about. */
type Question = {
  readonly scene: CourseScene;
  readonly state: CourseState;
  readonly event: EventFact;
  readonly person: CoursePerson | undefined;
  readonly standing: PersonState | undefined;
};

/** For each breach, whether it stands against the event. */
const stands: Readonly<Record<CourseBreach, (question: Question) => boolean>> = {
  'course.wrongPhase': ({ state, event }) =>
    !(courseRows[event.kind].phases as readonly CourseState['phase'][]).includes(state.phase),
  'course.notOnList': ({ person }) => person === undefined,
  'course.alreadyHere': ({ standing }) => standing!.here,
  'course.notHere': ({ standing }) => !standing!.here,
  'course.itemOpen': ({ state }) => state.itemId !== null,
  'course.noSuchItem': ({ state, event }) => 'itemId' in event && event.itemId !== state.itemId,
  'course.notDeputy': ({ person }) => person!.capacity !== 'deputy',
  'course.servesAlready': ({ standing }) => standing!.serves,
  'course.notServing': ({ standing }) => !standing!.serves,
  'course.noSuchSeat': ({ scene, event }) =>
    !('seatId' in event && scene.seats.some((seat) => seat.id === event.seatId)),
  'course.seatTaken': ({ state, event }) => 'seatId' in event && isTaken(state, event.seatId),
  'course.isOutside': ({ standing }) => standing!.outFor !== null,
  'course.notOutside': ({ standing, event }) => !('itemId' in event) || standing!.outFor !== event.itemId,
  'course.brokeOff': ({ scene, state, event, standing }) =>
    mayNotServeAgain(scene, state, standing!, 'seatId' in event ? event.seatId : null),
  // KL 5:16 and 6:24 speak of members; whoever else is called in may be heard over a line in any body.
  'course.remoteNotAllowed': ({ scene, event, person }) =>
    isRemote(event) && canServe(person!.capacity) && rulesFor(scene, person!.seatId)?.remote === 'refused',
  'course.remoteNotConfirmed': ({ scene, event, person }) =>
    isRemote(event) &&
    canServe(person!.capacity) &&
    rulesFor(scene, person!.seatId)?.remote === 'allowed' &&
    !(event.kind === 'arrived' && event.seenAndHeard),
  // KL 7:11: three representatives of the staff, whoever of them and their deputies they are (R-KL-08).
  'course.tooManyStaff': ({ scene, state, person }) =>
    person!.capacity === 'staffRepresentative' &&
    scene.people.filter((one) => one.capacity === 'staffRepresentative' && state.people.get(one.id)!.here).length >= 3,
  'course.notStaff': ({ person }) => person!.capacity !== 'staffRepresentative',
};

/** Why the event cannot happen at this moment, or undefined when it can. */
export function courseBreach(scene: CourseScene, state: CourseState, event: EventFact): CourseBreach | undefined {
  const id = 'attendanceId' in event ? event.attendanceId : undefined;
  const question: Question = {
    scene,
    state,
    event,
    person: scene.people.find((one) => one.id === id),
    standing: id === undefined ? undefined : state.people.get(id),
  };
  return (['course.wrongPhase', ...courseRows[event.kind].unless] as const).find((code) => stands[code](question));
}

/** Whether somebody serves on the seat at this moment. */
export function isTaken(state: CourseState, seatId: string): boolean {
  return [...state.people.values()].some((one) => one.serves && one.seatId === seatId);
}

/**
 * Whether somebody broke off the service earlier the same day for another reason than disqualification, and therefore may not serve again
 * (R-KL-21, KL 5:17–20). A body that the rule does not bind knows no such thing.
 */
export function mayNotServeAgain(
  scene: CourseScene,
  state: CourseState,
  standing: PersonState,
  seatId: string | null,
): boolean {
  return standing.brokeOffOn === state.day && rulesFor(scene, seatId)?.breakingOffEndsService === true;
}

function isRemote(event: EventFact): boolean {
  return event.kind === 'arrived' && event.mode === 'remote';
}
