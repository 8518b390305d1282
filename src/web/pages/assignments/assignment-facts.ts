import {
  type AssessmentStatus,
  assessmentsOf,
  mainAssessmentOf,
  type StripYear,
  statusStrip,
} from '../../../domain/assessments/index.ts';
import {
  type Assignment,
  type AssignmentLink,
  assignmentLineage,
  listAssignmentLinks,
  listOpenLinks,
  type OpenAssignmentLink,
} from '../../../domain/assignments/index.ts';
import { type Source, sourcesOf } from '../../../domain/matters/index.ts';
import { type Body, listBodies } from '../../../domain/organisation/index.ts';
import { getPlan, type Plan } from '../../../domain/plans/index.ts';
import {
  answersOfAssignment,
  type BodyAnswer,
  listReports,
  type ReportSummary,
} from '../../../domain/reports/index.ts';
import { readThreadInLine, type Thread } from '../../../domain/thread/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';
import { type Connected, readConnections } from '../connections/connected-facts.ts';

/** What the page of an assignment shows: its thread, and the facts that stand beside it. */
export type AssignmentFacts = {
  readonly assignment: Assignment;
  readonly thread: Thread;
  readonly status: AssessmentStatus | undefined;
  readonly strip: readonly StripYear[];
  readonly links: readonly AssignmentLink[];
  readonly openLinks: readonly OpenAssignmentLink[];
  readonly sources: readonly Source[];
  readonly connections: readonly Connected[];
  readonly plan: Plan | undefined;
  readonly givenBy: Body | undefined;
  readonly reportTo: Body | undefined;
  /** Reports of the year by bodies that have a part in the assignment: where its answer belongs. */
  readonly reports: readonly ReportSummary[];
  /** What each body answers in its report-back of the year, and who owes an answer. */
  readonly answers: readonly BodyAnswer[];
};

export async function readAssignmentFacts(r: Reader, id: string, today: CivilDate): Promise<AssignmentFacts> {
  const line = await assignmentLineage(r, id);
  const assignment = line.find((one) => one.id === id)!;
  const { planId, givenByBodyId, reportToBodyId, parties, year } = assignment;
  const bodies = await listBodies(r);
  const concerned = new Set(parties.map(({ bodyId }) => bodyId));
  const reports = await listReports(r, {
    year,
    kinds: ['reportBack'],
    concerning: { id: assignment.id, bodyIds: [...concerned] },
  });
  return {
    assignment,
    thread: await readThreadInLine(r, id, line, today),
    status: mainAssessmentOf(assignment, await assessmentsOf(r, id))?.status,
    strip: await statusStrip(r, line),
    links: await listAssignmentLinks(r, id),
    openLinks: await listOpenLinks(r, id),
    sources: await sourcesOf(r, 'assignment', id),
    connections: (await readConnections(r, [id])).get(id) ?? [],
    plan: planId ? await getPlan(r, planId) : undefined,
    givenBy: bodies.find((one) => one.id === givenByBodyId),
    reportTo: bodies.find((one) => one.id === reportToBodyId),
    reports: reports.filter((report) => concerned.has(report.body.id)),
    answers: await answersOfAssignment(r, assignment, { reports, bodies }),
  };
}
