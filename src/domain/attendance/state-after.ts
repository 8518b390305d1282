import type { Id } from '../../kernel/id.ts';
import { isTaken, mayNotServeAgain } from './course-rules.ts';
import { atTable, type CourseScene, type CourseState, type PersonState } from './course-state.ts';
import type { EventFact } from './meeting-event.ts';

/** The moment after an event that can happen (`courseBreach` has been asked). */
export function stateAfter(scene: CourseScene, state: CourseState, event: EventFact): CourseState {
  switch (event.kind) {
    case 'opened':
      return { ...state, phase: 'running' };
    case 'adjourned':
      return { ...state, phase: 'adjourned' };
    case 'resumed':
      return seated(scene, { ...state, phase: 'running', day: state.day + (event.nextDay ? 1 : 0) });
    case 'closed':
      return { ...state, phase: 'closed' };
    case 'itemBegan':
      return { ...state, itemId: event.itemId };
    case 'itemEnded':
      return { ...state, itemId: null };
    case 'arrived':
      return seated(scene, withPerson(state, event.attendanceId, { here: true, mode: event.mode }));
    case 'left':
      return seated(scene, afterLeaving(state, event.attendanceId, event.reason === 'leaves'));
    case 'beganServing':
      return withPerson(state, event.attendanceId, { serves: true, seatId: event.seatId, keptSeatId: null });
    case 'stoppedServing':
      // A deputy who gives the seat back to its member has not broken off the service, and may be called in again.
      return seated(scene, withPerson(state, event.attendanceId, { serves: false, seatId: null, keptSeatId: null }));
    case 'disqualified':
    case 'excluded':
      return seated(
        scene,
        withPerson(state, event.attendanceId, {
          outFor: event.itemId,
          serves: false,
          seatId: null,
          keptSeatId: state.people.get(event.attendanceId)?.seatId ?? null,
        }),
      );
    case 'returned':
      return seated(scene, afterReturning(scene, state, event.attendanceId));
  }
}

/** A deputy comes back to the seat that was left, if nobody has taken it meanwhile (KL 5:17–20); members take their own as always. */
function afterReturning(scene: CourseScene, state: CourseState, id: Id<'attendance'>): CourseState {
  const { keptSeatId } = state.people.get(id)!;
  const isDeputy = scene.people.find((person) => person.id === id)?.capacity === 'deputy';
  const serves = isDeputy && keptSeatId !== null && !isTaken(state, keptSeatId);
  return withPerson(state, id, { outFor: null, serves, seatId: serves ? keptSeatId : null, keptSeatId: null });
}

function afterLeaving(state: CourseState, id: Id<'attendance'>, breaksOff: boolean): CourseState {
  const before = state.people.get(id)!;
  const served = before.serves || before.keptSeatId !== null;
  return withPerson(state, id, {
    here: false,
    mode: null,
    outFor: null,
    serves: false,
    seatId: null,
    keptSeatId: null,
    brokeOffOn: breaksOff && served ? state.day : before.brokeOffOn,
  });
}

/**
 * Members take their own seats as soon as they are at the table and the seat is free; nobody calls a member in. A seat on which a deputy serves is
 * not free: the member who comes late has the right to it (KL 5:17–20), and the secretary notes when the deputy stops.
 */
function seated(scene: CourseScene, state: CourseState): CourseState {
  let after = state;
  for (const person of scene.people) {
    const standing = after.people.get(person.id)!;
    if (person.capacity !== 'member' || standing.serves || !atTable(standing)) continue;
    if (mayNotServeAgain(scene, after, standing, person.seatId)) continue;
    if (person.seatId !== null && isTaken(after, person.seatId)) continue;
    after = withPerson(after, person.id, { serves: true, seatId: person.seatId });
  }
  return after;
}

function withPerson(state: CourseState, id: Id<'attendance'>, change: Partial<PersonState>): CourseState {
  return { ...state, people: new Map(state.people).set(id, { ...state.people.get(id)!, ...change }) };
}
