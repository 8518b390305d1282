import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Decision, decisionsForAssignments } from '../decisions/index.ts';
import { type ItemOccasion, itemsForAssignments, listMeetings } from '../meetings/index.ts';
import type { BodyKind } from '../organisation/index.ts';
import { type AnswerFacts, type DecisionFact, type OccasionFact, wasHeld } from './answer-facts.ts';
import type { AnswerType } from './answer-types.ts';

/** An assignment as far as a report needs it. */
export type ReportedAssignment = AnswerFacts['assignment'] & {
  readonly year: number;
  readonly heading: string | null;
  readonly hasPart: boolean;
};

/** The facts of one answer, with the whole records behind them for display and for what was not used. */
export type GatheredFacts = {
  readonly facts: AnswerFacts;
  readonly items: readonly ItemOccasion[];
  /** Items of other bodies' meetings in the year: evidence too, but no sentence of this body's own answer. */
  readonly itemsElsewhere: readonly ItemOccasion[];
  readonly decisions: readonly Decision[];
};

/**
 * The assignments that a body answers for in a year, in the order of the plan: each in which it has a part, and those of the same plans that are
 * directed to others, because the report says so of them ("Uppdrag 13 och 14 riktas till andra beredningar").
 */
export async function reportedAssignments(
  r: Reader,
  bodyId: Id<'body'>,
  year: number,
): Promise<readonly (ReportedAssignment & { readonly reportTo: Id<'body'> | null })[]> {
  const rows = await r.db
    .selectFrom('assignment')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('year', '=', year)
    .where('state', '!=', 'proposed')
    .orderBy('position')
    .orderBy('number')
    .orderBy('id')
    .execute();
  const parts = await r.db
    .selectFrom('assignment_party as party')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.id', '=', 'party.assignment_id').onRef('assignment.tenant_id', '=', 'party.tenant_id'),
    )
    .select('party.assignment_id')
    .where('party.tenant_id', '=', r.tenantId)
    .where('party.body_id', '=', bodyId)
    .where('assignment.year', '=', year)
    .execute();
  const own = new Set(parts.map((one) => one.assignment_id));
  // Two plans of a year may give assignments in the same table: those of a plan in which the body has no part are none of its business.
  const sourceOf = (row: { plan_id: string | null; given_by_body_id: string | null }) =>
    row.plan_id ?? row.given_by_body_id;
  const sources = new Set(rows.filter((row) => own.has(row.id)).map(sourceOf));
  return rows
    .filter((row) => own.has(row.id) || (row.number !== null && sources.has(sourceOf(row))))
    .map((row) => ({
      id: row.id,
      year: row.year,
      number: row.number,
      title: row.title,
      fullText: row.full_text,
      heading: row.heading,
      hasPart: own.has(row.id),
      reportTo: row.report_to_body_id ?? row.given_by_body_id,
    }));
}

/** Gathers what the answers of a body for some assignments are drafted from, in few queries however many they are. */
export async function gatherFacts(
  r: Reader,
  body: { readonly id: Id<'body'>; readonly kind: BodyKind; readonly name: string },
  year: number,
  reportDate: CivilDate,
  assignments: readonly ReportedAssignment[],
): Promise<ReadonlyMap<string, GatheredFacts>> {
  const ids = assignments.map((one) => one.id);
  const items = (await itemsForAssignments(r, ids)).filter((one) => Number(one.heldOn.slice(0, 4)) === year);
  const decisions = (await decisionsForAssignments(r, ids)).filter((one) => one.state === 'made');
  const positions = await r.db
    .selectFrom('assignment_position')
    .select(['id', 'assignment_id', 'answer_type', 'position_text'])
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', body.id)
    .where('year', '=', year)
    .execute();
  const heldMeetings = await heldMeetingDays(r, body.id, year, reportDate);
  return new Map(
    assignments.map((assignment) => {
      const linked = items.filter((one) => one.assignmentId === assignment.id);
      const own = linked.filter((one) => one.bodies.some((other) => other.id === body.id));
      const about = decisions.filter((one) =>
        one.assignments.some((link) => link.id === assignment.id && link.kind !== 'creates'),
      );
      const position = positions.find((one) => one.assignment_id === assignment.id);
      const facts: AnswerFacts = {
        assignment,
        body,
        year,
        reportDate,
        hasPart: assignment.hasPart,
        occasions: own.map(occasionOf),
        heldMeetings,
        decisions: about.flatMap(decisionFactOf),
        position: position
          ? { id: position.id, answerType: position.answer_type as AnswerType, text: position.position_text }
          : null,
      };
      const itemsElsewhere = linked.filter((one) => !own.includes(one));
      return [assignment.id, { facts, items: own, itemsElsewhere, decisions: about }];
    }),
  );
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
