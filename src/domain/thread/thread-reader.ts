import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { assessmentStatuses, assessmentsOfAssignments } from '../assessments/index.ts';
import {
  type Assignment,
  assignmentLineage,
  findAssignmentByRef,
  formatAssignmentRef,
  listGoalsOfAssignments,
  parseAssignmentRef,
} from '../assignments/index.ts';
import { decisionsForAssignments } from '../decisions/index.ts';
import { listGoalDocuments } from '../goals/index.ts';
import { listBudgetInputs, pointOutcomes } from '../inputs/index.ts';
import { suggestedLinksOf } from '../intake/index.ts';
import { itemsForAssignments } from '../meetings/index.ts';
import { findBody } from '../organisation/index.ts';
import { answerTypes, entriesForAssignments, positionsOf } from '../reports/index.ts';
import { assembleThread } from './assemble-thread.ts';
import { readRecordSteps } from './record-thread-reader.ts';
import { withSources } from './step-sources.ts';
import type { Thread, ThreadSubject } from './thread.ts';
import type { GoalFact, RelativeFact, ThreadFacts } from './thread-facts.ts';

/** The thread of the assignment that people call "2023:4" or "2020:u4", or that has this id. Throws `record.notFound`. */
export async function readThread(r: Reader, ref: string, today: CivilDate): Promise<Thread> {
  const parsed = parseAssignmentRef(ref);
  const id = parsed ? (await findAssignmentByRef(r, parsed))?.id : ref;
  if (id === undefined) throw new AppError('record.notFound');
  return await readThreadInLine(r, id, await assignmentLineage(r, id), today);
}

/** The thread of an assignment whose line has been read already. */
export async function readThreadInLine(
  r: Reader,
  id: Id<'assignment'>,
  line: readonly Assignment[],
  today: CivilDate,
): Promise<Thread> {
  const subject = line.find((one) => one.id === id);
  if (!subject)
    throw new Error(`The line that was read does not hold ${id}. Hand in what assignmentLineage answered for it.`);
  return assembleThread(await gatherThreadFacts(r, subject, line, today));
}

/** Gathers what the register knows about an assignment and its line, in a fixed number of queries; the thread is assembled from it alone. */
async function gatherThreadFacts(
  r: Reader,
  assignment: Assignment,
  line: readonly Assignment[],
  today: CivilDate,
): Promise<ThreadFacts> {
  const ids = line.map((one) => one.id);
  const facts: ThreadFacts = {
    today,
    subject: { ...(await subjectOf(r, assignment)), sources: [] },
    goals: await goalFacts(r, ids),
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
    points: await pointFacts(r, ids),
    connected: [],
  };
  return { ...(await withSources(r, facts)), connected: await connectedSteps(r, ids, facts) };
}

/**
 * What the line hangs together with beyond its own kinds of steps. Other assignments, and what says only where another station lies, are threads and
 * pages of their own.
 */
async function connectedSteps(
  r: Reader,
  ids: readonly Id<'assignment'>[],
  { goals, decisions, items, entries, points }: ThreadFacts,
): Promise<ThreadFacts['connected']> {
  const told = new Set<string>([...ids, ...[goals, decisions, items, entries, points].flat().map(({ id }) => id)]);
  const steps = await readRecordSteps(
    r,
    ids.map((id) => ({ noun: 'assignment', id })),
  );
  return steps.filter(
    ({ id, noun, target }) =>
      !told.has(id) && !elsewhere.has(noun) && !(noun === 'budgetInputPoint' && told.has(target.within ?? '')),
  );
}

const elsewhere: ReadonlySet<string> = new Set(['assignment', 'meeting', 'reportEntry']);

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
async function goalFacts(r: Reader, ids: readonly Id<'assignment'>[]): Promise<readonly GoalFact[]> {
  const documents = new Map((await listGoalDocuments(r)).map((one) => [one.id as string, one]));
  const goals = new Map((await listGoalsOfAssignments(r, ids)).map((goal) => [goal.goalId as string, goal]));
  return [...goals].map(([id, { heading, goalDocumentId }]) => {
    const document = documents.get(goalDocumentId);
    return {
      id,
      heading,
      documentTitle: document?.title ?? '',
      adoptedOn: document?.adoptedOn ?? null,
      sources: [],
    };
  });
}

function lineFacts(subject: Assignment, line: readonly Assignment[]): readonly RelativeFact[] {
  const others = line.filter((one) => one.id !== subject.id && one.year !== subject.year);
  return others.map((one) => relativeFact(subject, one));
}

/** Links that the intake suggests and nobody has confirmed: shown as what they are. */
async function suggestedFacts(r: Reader, line: readonly Assignment[]): Promise<readonly RelativeFact[]> {
  const ids = line.map((one) => one.id);
  const inLine = new Set<string>(ids);
  return (await suggestedLinksOf(r, ids)).flatMap(({ earlier, later, reason }) => {
    // A link within the line says nothing new, and one beside it is not about it.
    if (inLine.has(earlier.id) === inLine.has(later.id)) return [];
    const [own, other] = inLine.has(earlier.id) ? [earlier, later] : [later, earlier];
    return [{ ...relativeFact(own, other), proposedBecause: reason }];
  });
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

/** The points of input that led to an assignment of the line or are about one, with what the plan made of the latter. */
async function pointFacts(r: Reader, ids: readonly Id<'assignment'>[]): Promise<ThreadFacts['points']> {
  const inputs = await listBudgetInputs(r, { ofAssignments: ids, withOrigins: false });
  const inLine = new Set<string>(ids);
  return inputs.flatMap((input) =>
    input.points
      .filter(({ about, assignments }) => inLine.has(about?.id ?? '') || assignments.some(({ id }) => inLine.has(id)))
      .map(({ number, text, assignments, outcome }) => ({
        id: input.id,
        inputTitle: input.title,
        bodyName: input.body.name,
        forYear: input.forYear,
        datedOn: input.datedOn,
        number,
        text,
        outcome: outcome && !assignments.some(({ id }) => inLine.has(id)) ? pointOutcomes[outcome.outcome].label : null,
        became: assignments
          .filter(({ id, state }) => !inLine.has(id) && state !== 'proposed')
          .map((one) => `${formatAssignmentRef(one)} ${one.title}`),
        sources: [],
      })),
  );
}
