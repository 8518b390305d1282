import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
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
  entriesForAssignment,
  listBudgetInputs,
  positionsOf,
} from '../followup/index.ts';
import { getGoal, listGoalDocuments } from '../goals/index.ts';
import { assignmentAt, factsAt, intakeFilesOf, type LinkEnd, listProposalsOfType } from '../intake/index.ts';
import { sourcesOf } from '../matters/index.ts';
import { itemsForAssignment } from '../meetings/index.ts';
import { findBody } from '../organisation/index.ts';
import { assembleThread } from './assemble-thread.ts';
import type { StepSource, Thread, ThreadSubject } from './thread.ts';
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
  return {
    today,
    subject: { ...(await subjectOf(r, assignment)), sources: await stepSources(r, 'assignment', assignment.id) },
    goals: await goalFacts(r, line),
    relatives: [...(await lineFacts(r, assignment, line)), ...(await suggestedFacts(r, line))],
    decisions: await Promise.all(
      (await decisionsForAssignments(r, ids)).map(async (decision) => ({
        id: decision.id,
        title: decision.title,
        bodyName: decision.body.name,
        decidedOn: decision.decidedOn,
        precision: decision.datePrecision,
        clauses: decision.clauses,
        inMeeting: decision.item !== null,
        sources: await stepSources(r, 'decision', decision.id),
      })),
    ),
    items: await itemFacts(r, assignment),
    assessments: await Promise.all(
      (await assessmentsOfAssignments(r, ids)).map(async (one) => ({
        id: one.id,
        year: one.period.year,
        periodName: one.period.name,
        endsOn: one.period.endsOn,
        bodyName: one.body?.name ?? null,
        status: assessmentStatuses[one.status].label,
        statusPhrase: one.statusPhrase,
        text: one.text,
        sources: await stepSources(r, 'assessment', one.id),
      })),
    ),
    positions: await Promise.all(
      (await positionsOf(r, assignment.id)).map(async (one) => ({
        id: one.id,
        year: one.year,
        bodyName: one.body.name,
        label: answerTypes[one.answerType].label,
        text: one.text,
        sources: await stepSources(r, 'assignmentPosition', one.id),
      })),
    ),
    entries: await entryFacts(r, assignment),
    points: await pointFacts(r, line),
  };
}

/** The passages of a record, as a step shows them: which document, which line. */
async function stepSources(r: Reader, noun: string, id: string): Promise<readonly StepSource[]> {
  const sources = await sourcesOf(r, noun, id);
  const files = await intakeFilesOf(r, [...new Set(sources.map((source) => source.documentId))]);
  return sources.map(({ documentId, documentTitle, id: passageId, line, start }) => {
    const file = files.get(documentId);
    // A bundle is one document; the part in which the passage stands says more ("Aktivitetsplan 2020").
    return { documentId, documentTitle: file ? factsAt(file, start).title : documentTitle, passageId, line };
  });
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
        sources: await stepSources(r, 'goal', id),
      };
    }),
  );
}

async function lineFacts(
  r: Reader,
  subject: Assignment,
  line: readonly Assignment[],
): Promise<readonly RelativeFact[]> {
  const others = line.filter((one) => one.id !== subject.id && one.year !== subject.year);
  return await Promise.all(others.map((one) => relativeFact(r, subject, one)));
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
    const fact = await relativeFact(r, inLine[0]!, whole!);
    facts.push({ ...fact, proposedBecause: String(fields.reason ?? '') });
  }
  return facts;
}

async function relativeFact(r: Reader, subject: Assignment, other: Assignment): Promise<RelativeFact> {
  return {
    id: other.id,
    direction: other.year < subject.year ? 'predecessor' : 'successor',
    ref: other.ref,
    year: other.year,
    title: other.title,
    sources: await stepSources(r, 'assignment', other.id),
  };
}

async function itemFacts(r: Reader, assignment: Assignment): Promise<ThreadFacts['items']> {
  const items = await itemsForAssignment(r, assignment.id);
  return await Promise.all(
    items.map(async (item) => ({
      id: item.itemId,
      meetingId: item.meetingId,
      kind: item.meetingKind,
      planned: item.meetingState === 'planned' || item.meetingState === 'summoned',
      heldOn: item.heldOn,
      bodyName: item.bodies.map((body) => body.name).join(', '),
      title: item.title,
      number: item.number,
      sources: await stepSources(r, 'agendaItem', item.itemId),
    })),
  );
}

async function entryFacts(r: Reader, assignment: Assignment): Promise<ThreadFacts['entries']> {
  const entries = await entriesForAssignment(r, assignment.id);
  return await Promise.all(
    entries
      .filter((one) => one.answerType !== 'elsewhere')
      .map(async ({ entryId, report, answerType, answer }) => ({
        id: entryId,
        reportId: report.id,
        reportTitle: report.title,
        bodyName: report.body.name,
        year: report.year,
        dated: report.deliveredOn ?? report.approvedOn,
        answer: answerTypes[answerType].label,
        text: answer,
        sources: await stepSources(r, 'reportEntry', entryId),
      })),
  );
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
          sources: await stepSources(r, 'budgetInput', input.id),
        });
  return facts;
}
