import { countAssignments } from '../../../domain/assignments/index.ts';
import { type BudgetInput, listBudgetInputs } from '../../../domain/inputs/index.ts';
import { findSeries, listMeetings, type MeetingSummary } from '../../../domain/meetings/index.ts';
import {
  type Body,
  type BodyRules,
  checkSeats,
  getBody,
  hasSeats,
  listBodies,
  listParticipants,
  listRegulations,
  listSeats,
  listSubstitutionOrders,
  type Participant,
  type Regulation,
  rulesOf,
  type Seat,
  type SubstitutionOrder,
} from '../../../domain/organisation/index.ts';
import { listReports, type ReportSummary } from '../../../domain/reports/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Problem } from '../../../kernel/problem.ts';

type Reader = Parameters<typeof listBodies>[0];

/** All that the page of a body shows, as it is on a day. */
export type BodyFacts = {
  readonly body: Body;
  readonly day: CivilDate;
  readonly parent: Body | undefined;
  readonly below: readonly Body[];
  readonly rules: BodyRules;
  /** Whether it is a kind of body that meets, as against a party that others only name. */
  readonly meets: boolean;
  readonly regulations: readonly Regulation[];
  readonly substitutions: readonly SubstitutionOrder[];
  readonly participants: readonly Participant[];
  readonly seats: readonly Seat[];
  /** Where the seats do not agree with the body's own rules. */
  readonly seatProblems: readonly Problem[];
  readonly assignmentCount: number;
  readonly performerCount: number;
  readonly meetings: readonly MeetingSummary[];
  readonly meetingCount: number;
  readonly reports: readonly ReportSummary[];
  readonly inputs: { readonly given: readonly BudgetInput[]; readonly received: readonly BudgetInput[] };
  /** How far the §§ of the year have come; undefined for a body whose §§ begin anew at each meeting, or that gives none. */
  readonly series: Awaited<ReturnType<typeof findSeries>> | undefined;
};

const fewMeetings = 8;

/** Reads a body with its seats, rules and what it has to do with. */
export async function readBody(r: Reader, id: string, day: CivilDate): Promise<BodyFacts> {
  const body = await getBody(r, id);
  const bodies = await listBodies(r);
  const regulations = await listRegulations(r, id);
  const seats = await listSeats(r, id, day);
  const rules = rulesOf(body.kind, regulations, day);
  const year = Number(day.slice(0, 4));
  const { meetings, total } = await listMeetings(r, { bodyId: id, limit: fewMeetings });
  return {
    body,
    day,
    parent: bodies.find((one) => one.id === body.parentId),
    below: bodies.filter((one) => one.parentId === id),
    rules,
    meets: hasSeats(body.kind) || body.kind === 'officialsGroup',
    regulations,
    substitutions: await listSubstitutionOrders(r, id),
    participants: await listParticipants(r, id),
    seats,
    seatProblems: seats.length > 0 ? await checkSeats(r, id, day) : [],
    assignmentCount: await countAssignments(r, { bodyId: id, year }),
    performerCount: await countAssignments(r, { bodyId: id, role: 'performer', year }),
    meetings,
    meetingCount: total,
    reports: await listReports(r, { bodyId: id }),
    inputs: {
      given: await listBudgetInputs(r, { bodyId: id, withOrigins: false }),
      received: await listBudgetInputs(r, { toBodyIds: [id], states: ['sent', 'answered'], withOrigins: false }),
    },
    series: rules.seats && rules.sectionSeries === 'year' ? await findSeries(r, id, day.slice(0, 4)) : undefined,
  };
}
