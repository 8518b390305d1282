import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type Assignment,
  assignmentLineage,
  findAssignment,
  findAssignmentByRef,
  listAssignmentGoals,
  listAssignmentsById,
  parseAssignmentRef,
} from '../assignments/index.ts';
import { decisionsForAssignments } from '../decisions/index.ts';
import {
  answerTypes,
  assessmentStatuses,
  assessmentsOfAssignments,
  entriesForAssignments,
  listBudgetInputs,
  positionsOf,
} from '../followup/index.ts';
import { getGoal, listGoalDocuments } from '../goals/index.ts';
import { assignmentAt, type LinkEnd, listProposalsOfType } from '../intake/index.ts';
import { itemsForAssignments } from '../meetings/index.ts';
import { findBody } from '../organisation/index.ts';
import { assembleThread } from './assemble-thread.ts';
import { withSources } from './step-sources.ts';
import type { Thread, ThreadSubject } from './thread.ts';
import type { GoalFact, RelativeFact, ThreadFacts } from './thread-facts.ts';

/** The thread of the assignment that people call "2023:4" or "2020:u4", or that has this id. Throws `record.notFound`. */
export async function readThread(r: Reader, ref: string, today: CivilDate): Promise<Thread> {
  const parsed = parseAssignmentRef(ref);
  const assignment = parsed ? await findAssignmentByRef(r, parsed) : await findAssignment(r, ref);
  if (!assignment) throw new AppError('record.notFound');
  return assembleThread(await gatherThreadFacts(r, assignment, today));
}

/** Gathers what the register knows about an assignment and its line; the thread is assembled from it alone. */
export async function gatherThreadFacts(r: Reader, assignment: Assignment, today: CivilDate): Promise<ThreadFacts> {
  const line = await assignmentLineage(r, assignment.id);
  const ids = line.map((one) => one.id);
  const facts: ThreadFacts = {
    today,
    subject: { ...(await subjectOf(r, assignment)), sources: [] },
    goals: await goalFacts(r, line),
    relatives: [...lineFacts(assignment, line), ...(await suggestedFacts(r, line))],
    decisions: (await decisionsForAssignments(r, ids)).map((decision) => ({
      id: decision.id,
      title: decision.title,
      bodyName: decision.body.name,
      decidedOn: decision.decidedOn,
      precision: decision.datePrecision,
      clauses: decision.clauses,
      inMeeting: decision.item !== null,
      sources: [],
    })),
    items: await itemFacts(r, ids),
    assessments: (await assessmentsOfAssignments(r, ids)).map((one) => ({
      id: one.id,
      year: one.period.year,
      periodName: one.period.name,
      endsOn: one.period.endsOn,
      bodyName: one.body?.name ?? null,
      status: assessmentStatuses[one.status].label,
      statusPhrase: one.statusPhrase,
      text: one.text,
      sources: [],
    })),
    positions: (await positionsOf(r, assignment.id)).map((one) => ({
      id: one.id,
      year: one.year,
      bodyName: one.body.name,
      label: answerTypes[one.answerType].label,
      text: one.text,
      sources: [],
    })),
    entries: await entryFacts(r, ids),
    points: await pointFacts(r, line),
  };
  return await withSources(r, facts);
}

async function subjectOf(r: Reader, assignment: Assignment): Promise<ThreadSubject> {
  const named = (role: string) =>
    assignment.parties.filter((party) => party.role === role).map((party) => party.bodyName);
  const giver = assignment.givenByBodyId ? await findBody(r, assignment.givenByBodyId) : undefined;
  return {
    id: assignment.id,
    ref: assignment.ref,
    year: assignment.year,
    number: assignment.number,
    title: assignment.title,
    fullText: assignment.text,
    state: assignment.state,
    givenBy: giver?.name ?? null,
    performers: named('performer'),
    consulted: named('consulted'),
    monitors: named('monitor'),
  };
}

/** The goals of the whole line: an assignment serves the goal that its predecessor was given for. */
async function goalFacts(r: Reader, line: readonly Assignment[]): Promise<readonly GoalFact[]> {
  const documents = new Map((await listGoalDocuments(r)).map((one) => [one.id as string, one]));
  const goalIds = new Set<string>();
  for (const { id } of line) for (const { goalId } of await listAssignmentGoals(r, id)) goalIds.add(goalId);
  return await Promise.all(
    [...goalIds].map(async (id) => {
      const goal = await getGoal(r, id);
      const document = documents.get(goal.goalDocumentId);
      return {
        id,
        heading: goal.heading,
        documentTitle: document?.title ?? '',
        adoptedOn: document?.adoptedOn ?? null,
        sources: [],
      };
    }),
  );
}

function lineFacts(subject: Assignment, line: readonly Assignment[]): readonly RelativeFact[] {
  const others = line.filter((one) => one.id !== subject.id && one.year !== subject.year);
  return others.map((one) => relativeFact(subject, one));
}

/** Links that the intake suggests and nobody has confirmed: shown as what they are. */
async function suggestedFacts(r: Reader, line: readonly Assignment[]): Promise<readonly RelativeFact[]> {
  const known = new Set(line.map((one) => one.id as string));
  const facts: RelativeFact[] = [];
  for (const { fields } of await listProposalsOfType(r, 'assignmentLink', 'open')) {
    const earlier = await assignmentAt(r, fields.from, fields.fromEnd as LinkEnd | undefined);
    const later = await assignmentAt(r, fields.to, fields.toEnd as LinkEnd | undefined);
    const inLine = [earlier, later].filter((one) => one && known.has(one.id));
    const other = [earlier, later].find((one) => one && !known.has(one.id));
    if (inLine.length !== 1 || !other) continue;
    const [whole] = await listAssignmentsById(r, [other.id]);
    const fact = relativeFact(inLine[0]!, whole!);
    facts.push({ ...fact, proposedBecause: String(fields.reason ?? '') });
  }
  return facts;
}

function relativeFact(subject: Assignment, other: Assignment): RelativeFact {
  return {
    id: other.id,
    direction: other.year < subject.year ? 'predecessor' : 'successor',
    ref: other.ref,
    year: other.year,
    title: other.title,
    sources: [],
  };
}

/** What meetings dealt with along the whole line; an item that dealt with two of its assignments is one step. */
async function itemFacts(r: Reader, ids: readonly Id<'assignment'>[]): Promise<ThreadFacts['items']> {
  const items = new Map((await itemsForAssignments(r, ids)).map((item) => [item.itemId as string, item]));
  return [...items.values()].map((item) => ({
    id: item.itemId,
    assignmentId: item.assignmentId,
    meetingId: item.meetingId,
    kind: item.meetingKind,
    planned: item.meetingState === 'planned' || item.meetingState === 'summoned',
    heldOn: item.heldOn,
    bodyName: item.bodies.map((body) => body.name).join(', '),
    title: item.title,
    number: item.number,
    sources: [],
  }));
}

async function entryFacts(r: Reader, ids: readonly Id<'assignment'>[]): Promise<ThreadFacts['entries']> {
  const entries = await entriesForAssignments(r, ids);
  return entries
    .filter((one) => one.answerType !== 'elsewhere')
    .map(({ entryId, assignmentId, report, answerType, answer }) => ({
      id: entryId,
      assignmentId,
      reportId: report.id,
      reportTitle: report.title,
      bodyName: report.body.name,
      year: report.year,
      dated: report.deliveredOn ?? report.approvedOn,
      answer: answerTypes[answerType].label,
      text: answer,
      sources: [],
    }));
}

async function pointFacts(r: Reader, line: readonly Assignment[]): Promise<ThreadFacts['points']> {
  const facts: ThreadFacts['points'][number][] = [];
  for (const { id } of line)
    for (const input of await listBudgetInputs(r, { takenUpBy: id }))
      for (const point of input.points.filter((one) => one.takenUpBy?.id === id))
        facts.push({
          id: input.id,
          inputTitle: input.title,
          bodyName: input.body.name,
          forYear: input.forYear,
          datedOn: input.datedOn,
          number: point.number,
          text: point.text,
          sources: [],
        });
  return facts;
}
