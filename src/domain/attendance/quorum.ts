import type { Id } from '../../kernel/id.ts';
import { type CourseRules, type CourseScene, type CourseState, rulesFor } from './course-state.ts';

/** Whether one body of the meeting may handle its matters at a moment: how many of its members' places are filled, and how many must be. */
export type Quorum = {
  readonly bodyId: Id<'body'>;
  /** All members' places, the vacant ones among them ("Vakant (S)" is a place, R-KL-23). */
  readonly places: number;
  readonly needed: number;
  /** Serving members and deputies, in the room or at a distance. */
  readonly serving: number;
  /** Places that are empty at this moment because who served there is disqualified from the item. */
  readonly emptiedByDisqualification: number;
  readonly enough: boolean;
};

/**
 * The quorum of each body of the meeting whose rules ask for one: more than half of its members (KL 5:45, 6:27; R-KL-23). Whoever cannot serve
 * never counts (R-KL-07). An assembly may act although disqualification brings it below; a committee may not (R-KL-25). A beredning and an
 * officials' group have no quorum and are not in the answer.
 */
export function quorumAt(scene: CourseScene, state: CourseState): readonly Quorum[] {
  return scene.rules.filter((rules) => rules.quorum).map((rules) => quorumOfBody(scene, state, rules));
}

function quorumOfBody(scene: CourseScene, state: CourseState, rules: CourseRules): Quorum {
  const seats = new Set(scene.seats.filter((seat) => seat.bodyId === rules.bodyId).map((seat) => seat.id));
  let [serving, emptied, withoutSeat] = [0, 0, 0];
  for (const person of scene.people) {
    const standing = state.people.get(person.id)!;
    const place = standing.seatId ?? standing.keptSeatId ?? person.seatId;
    const unknown = person.capacity === 'member' && !scene.seats.some((seat) => seat.id === person.seatId);
    // A member whose seat the register does not know holds a place all the same, in the body the meeting belongs to.
    const own = unknown ? rulesFor(scene, null) === rules : place !== null && seats.has(place);
    if (unknown && own) withoutSeat += 1;
    if (own && standing.serves) serving += 1;
    if (own && standing.outFor !== null && isEmptied(scene, state, person.id, unknown ? null : place)) emptied += 1;
  }
  const places = seats.size + withoutSeat;
  const needed = Math.floor(places / 2) + 1;
  const counted = serving + (rules.actsDespiteDisqualification ? emptied : 0);
  return {
    bodyId: rules.bodyId,
    places,
    needed,
    serving,
    emptiedByDisqualification: emptied,
    enough: counted >= needed,
  };
}

/** Whether the place that somebody left as disqualified stands empty, and somebody served there before. */
function isEmptied(scene: CourseScene, state: CourseState, id: string, place: string | null): boolean {
  const member = scene.people.find((one) => one.id === id)?.capacity === 'member';
  if (place === null) return member;
  if (!member && state.people.get(id)?.keptSeatId === null) return false;
  return ![...state.people.values()].some((one) => one.serves && one.seatId === place);
}

/**
 * Whether somebody whose disqualification is disputed may take part in deciding about it: only when the body has no quorum without that person
 * (KL 6:30, R-KL-24). Where the rules ask for no quorum nobody is needed for it.
 */
export function mayJudgeOwnDisqualification(scene: CourseScene, state: CourseState, id: Id<'attendance'>): boolean {
  const standing = state.people.get(id);
  if (!standing?.serves) return false;
  const people = new Map(state.people).set(id, { ...standing, serves: false, seatId: null });
  const without = quorumAt(scene, { ...state, people });
  const bodyId = rulesFor(scene, standing.seatId)?.bodyId;
  return without.some((quorum) => quorum.bodyId === bodyId && quorum.serving < quorum.needed);
}
