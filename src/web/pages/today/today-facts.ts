import { type Actor, may } from '../../../domain/access/index.ts';
import {
  countStatuses,
  type LatestStatus,
  latestStatuses,
  type StatusCount,
} from '../../../domain/assessments/index.ts';
import { type Assignment, countAssignmentsByGoal, listAssignmentYears } from '../../../domain/assignments/index.ts';
import { type Goal, listGoals } from '../../../domain/goals/index.ts';
import { itemsForAssignments, listMeetings, type MeetingSummary } from '../../../domain/meetings/index.ts';
import { listReports, type ReportSummary } from '../../../domain/reports/index.ts';
import { readThreadLines, type ThreadLine } from '../../../domain/thread/index.ts';
import { type WorkEntry, workOf } from '../../../domain/work/index.ts';
import { addDays, type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';

/** An assignment of the year with the last day on which anything was heard of it. */
export type Heard = { readonly assignment: Assignment; readonly lastHeard: CivilDate | undefined };

/** What the start page shows. What a person can do nothing about is not read for them: those lists are empty. */
export type TodayFacts = {
  readonly year: number;
  readonly years: readonly number[];
  readonly lines: readonly ThreadLine[];
  readonly statuses: ReadonlyMap<string, LatestStatus>;
  readonly counts: readonly StatusCount[];
  readonly nextMeetings: readonly MeetingSummary[];
  /** What the reader has to do. */
  readonly work: readonly WorkEntry[];
  /** Reports that wait for a decision, for who reads them before the meeting. */
  readonly readyReports: readonly ReportSummary[];
  readonly unassessed: readonly Assignment[];
  readonly silent: readonly Heard[];
  readonly stale: readonly Heard[];
  readonly goalsWithout: readonly Goal[];
};

/** Half a year without a word, in days: longer than between two interim reports. */
const stillFor = 183;

/** Reads the start page in a fixed number of queries: every list is read once for all its rows. */
export async function readToday(r: Reader, actor: Actor, today: CivilDate): Promise<TodayFacts> {
  const known = await listAssignmentYears(r);
  const year = known.includes(yearOf(today)) ? yearOf(today) : (known[0] ?? yearOf(today));
  const years = [year - 2, year - 1, year];
  const lines = await readThreadLines(r, years);
  const statuses = await latestStatuses(r, { years });
  const ofYear = lines.flatMap(({ assignments }) => assignments.filter((one) => one.year === year && isAlive(one)));
  const steers = may(actor, 'period.edit');
  const { meetings: nextMeetings } = await listMeetings(r, {
    from: today,
    states: ['planned', 'summoned'],
    order: 'oldest',
    limit: 5,
  });
  const heard = steers ? await lastHeardOf(r, ofYear, statuses) : [];
  return {
    year,
    years,
    lines,
    statuses,
    counts: await countStatuses(r, year),
    nextMeetings,
    work: await workOf(r, actor, today),
    readyReports: may(actor, 'report.edit') ? [] : await listReports(r, { states: ['ready'] }),
    unassessed: may(actor, 'assessment.write') ? ofYear.filter(({ id }) => !statuses.has(id)) : [],
    silent: heard.filter(({ lastHeard }) => lastHeard === undefined),
    stale: heard.filter(({ lastHeard }) => lastHeard !== undefined && lastHeard < addDays(today, -stillFor)),
    goalsWithout: may(actor, 'goal.edit') ? await goalsWithoutAssignments(r) : [],
  };
}

const isAlive = ({ state }: Assignment): boolean => ['given', 'started', 'paused'].includes(state);

/** When each assignment was last told about or dealt with. The day of an assessment is that of its period's end. */
async function lastHeardOf(
  r: Reader,
  assignments: readonly Assignment[],
  statuses: ReadonlyMap<string, LatestStatus>,
): Promise<readonly Heard[]> {
  const items = await itemsForAssignments(
    r,
    assignments.map(({ id }) => id),
  );
  const met = new Map(items.map((item) => [item.assignmentId as string, item.heldOn]));
  return assignments.map((assignment) => {
    const days = [met.get(assignment.id), statuses.get(assignment.id)?.endsOn].filter((day) => day !== undefined);
    return { assignment, lastHeard: days.toSorted().at(-1) };
  });
}

async function goalsWithoutAssignments(r: Reader): Promise<readonly Goal[]> {
  const counts = await countAssignmentsByGoal(r);
  return (await listGoals(r)).filter(({ id }) => !counts.has(id));
}
