import { type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Decision, decisionsForAssignments } from '../decisions/index.ts';
import { type ItemOccasion, itemsForAssignments, listMeetings } from '../meetings/index.ts';
import { type AnswerFacts, type DecisionFact, type OccasionFact, wasHeld } from './answer-facts.ts';
import type { AnswerType } from './answer-types.ts';
import type { ReportedAssignment } from './reported-assignments-reader.ts';

export { type ReportedAssignment, reportedAssignments } from './reported-assignments-reader.ts';

/** What is linked to one answer: enough to judge its sentences, not to draft them, which asks too what was held by the day of the report. */
export type LinkedFacts = Omit<AnswerFacts, 'reportDate' | 'heldMeetings'>;

/** The facts of one answer, with the whole records behind them for display and for what was not used. */
export type GatheredFacts<Facts extends LinkedFacts = AnswerFacts> = {
  readonly facts: Facts;
  readonly items: readonly ItemOccasion[];
  /** Items of other bodies' meetings in the year: evidence too, but no sentence of this body's own answer. */
  readonly itemsElsewhere: readonly ItemOccasion[];
  /** Items of other years that dealt with the assignment: sentences may tell of them, drafting does not. */
  readonly itemsOfOtherYears: readonly ItemOccasion[];
  readonly decisions: readonly Decision[];
};

/** Gathers what the answers of a body for some assignments are drafted from, in few queries however many they are. */
export async function gatherFacts(
  r: Reader,
  body: LinkedFacts['body'],
  year: number,
  reportDate: CivilDate,
  assignments: readonly ReportedAssignment[],
): Promise<ReadonlyMap<string, GatheredFacts>> {
  const [linked] = await gatherLinkedFacts(r, [{ body, year, assignments }]);
  const heldMeetings = await heldMeetingDays(r, body.id, year, reportDate);
  return new Map(
    [...linked!].map(([id, found]) => [id, { ...found, facts: { ...found.facts, reportDate, heldMeetings } }]),
  );
}

/** A body that answers for some assignments of a year: one report. */
export type Answering = {
  readonly body: LinkedFacts['body'];
  readonly year: number;
  readonly assignments: readonly ReportedAssignment[];
};

/** Gathers what is linked to the answers of some reports, by assignment: as many queries for many reports as for one. */
export async function gatherLinkedFacts(
  r: Reader,
  reports: readonly Answering[],
): Promise<readonly ReadonlyMap<string, GatheredFacts<LinkedFacts>>[]> {
  if (reports.length === 0) return [];
  const ids = [...new Set(reports.flatMap(({ assignments }) => assignments.map(({ id }) => id)))];
  const items = Map.groupBy(await itemsForAssignments(r, ids), (one) => one.assignmentId as string);
  const decisions = (await decisionsForAssignments(r, ids)).filter((one) => one.state === 'made');
  const positions = await r.db
    .selectFrom('assignment_position')
    .select(['id', 'assignment_id', 'body_id', 'year', 'answer_type', 'position_text'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('body_id', '=', eb.fn.any(eb.val([...new Set(reports.map(({ body }) => body.id))]))))
    .where((eb) => eb('year', '=', eb.fn.any(eb.val([...new Set(reports.map(({ year }) => year))]))))
    .execute();
  return reports.map(({ body, year, assignments }) => {
    const taken = positions.filter((one) => one.body_id === body.id && one.year === year);
    return new Map(
      assignments.map((assignment) => {
        const ofAllYears = items.get(assignment.id) ?? [];
        const linked = ofAllYears.filter((one) => yearOf(one.heldOn) === year);
        const own = linked.filter((one) => one.bodies.some((other) => other.id === body.id));
        const about = decisions.filter((one) =>
          one.assignments.some((link) => link.id === assignment.id && link.kind !== 'creates'),
        );
        const position = taken.find((one) => one.assignment_id === assignment.id);
        const facts: LinkedFacts = {
          assignment,
          body,
          year,
          hasPart: assignment.hasPart,
          occasions: own.map(occasionOf),
          decisions: about.flatMap(decisionFactOf),
          position: position
            ? { id: position.id, answerType: position.answer_type as AnswerType, text: position.position_text }
            : null,
        };
        const itemsElsewhere = linked.filter((one) => !own.includes(one));
        const itemsOfOtherYears = ofAllYears.filter((one) => !linked.includes(one));
        return [assignment.id, { facts, items: own, itemsElsewhere, itemsOfOtherYears, decisions: about }];
      }),
    );
  });
}

async function heldMeetingDays(
  r: Reader,
  bodyId: Id<'body'>,
  year: number,
  reportDate: CivilDate,
): Promise<readonly CivilDate[]> {
  const { meetings } = await listMeetings(r, {
    bodyId,
    year,
    kinds: ['meeting', 'jointMeeting'],
    order: 'oldest',
    limit: 500,
  });
  return meetings
    .filter((meeting) => wasHeld({ date: meeting.heldOn, meetingState: meeting.state }, reportDate))
    .map((meeting) => meeting.heldOn);
}

function occasionOf(item: ItemOccasion): OccasionFact {
  return {
    itemId: item.itemId,
    date: item.heldOn,
    meetingKind: item.meetingKind,
    meetingState: item.meetingState,
    category: item.category,
    title: item.title,
  };
}

function decisionFactOf(decision: Decision): readonly DecisionFact[] {
  if (decision.decidedOn === null) return [];
  return [
    {
      id: decision.id,
      bodyId: decision.body.id,
      bodyName: decision.body.name,
      title: decision.title,
      date: decision.decidedOn,
      precision: decision.datePrecision,
    },
  ];
}
