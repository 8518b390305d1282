import type { Id } from '../../kernel/id.ts';
import { type Course, presentIn, servingIn, votersOf } from '../attendance/index.ts';
import type { BodyRules } from '../organisation/index.ts';
import type { PresentVoter } from './vote.ts';

/** Who sits at the table when an item is decided, as the rules of motions, votes and dissent see them. */
export type ItemTable = {
  /** Members and serving deputies who are there and not disqualified; in a body without seats whoever speaks for a principal. */
  readonly voters: readonly PresentVoter[];
  /** Deputies who are there and do not serve. */
  readonly idleDeputies: readonly Id<'attendance'>[];
  /** Members who do not take part: absent, or outside because of disqualification. */
  readonly absentMembers: readonly Id<'attendance'>[];
};

/** The table of an item as the course of the meeting tells it: as it is now while the item is dealt with, else as it was when the item ended. */
export function itemTable(course: Course, itemId: Id<'agendaItem'>, rules: BodyRules): ItemTable {
  const { people } = course.scene;
  const present = presentIn(course, itemId);
  const serving = servingIn(course, itemId);
  return {
    voters: rules.seats ? votersOf(course, itemId) : principalsIn(course, present),
    idleDeputies: people
      .filter(({ id, capacity }) => capacity === 'deputy' && present.includes(id) && !serving.includes(id))
      .map(({ id }) => id),
    absentMembers: people
      .filter(({ id, capacity }) => capacity === 'member' && !serving.includes(id))
      .map(({ id }) => id),
  };
}

/** In a group without seats nobody serves: whoever is there for a principal has a say, and none of them a casting vote (R-ORG-3). */
function principalsIn(course: Course, present: readonly Id<'attendance'>[]): readonly PresentVoter[] {
  return course.scene.people
    .filter(({ id, capacity }) => present.includes(id) && (capacity === null || capacity === 'principal'))
    .map(({ id, name, party }) => ({ attendanceId: id, seatId: null, name, party, isChair: false }));
}
