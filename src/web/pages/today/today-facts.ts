import { type Actor, may } from '../../../domain/access/index.ts';
import {
  countStatuses,
  type LatestStatus,
  latestStatuses,
  type StatusCount,
} from '../../../domain/assessments/index.ts';
import { type Assignment, countAssignmentsByGoal, listAssignmentYears } from '../../../domain/assignments/index.ts';
import { type Goal, listGoals } from '../../../domain/goals/index.ts';
import { countOpenProposals } from '../../../domain/intake/index.ts';
import { itemsForAssignments, listMeetings, type MeetingSummary } from '../../../domain/meetings/index.ts';
import { listWaitingAdjustments, type WaitingAdjustment } from '../../../domain/minutes/index.ts';
import {
  listReports,
  listReportsById,
  type ReportSummary,
  reportProblems,
  reportWarnings,
} from '../../../domain/reports/index.ts';
import { readThreadLines, type ThreadLine } from '../../../domain/thread/index.ts';
import { addDays, type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';

/** A report that is written or waits for its meeting, with how many things in it someone should look at. */
export type OpenReport = { readonly report: ReportSummary; readonly openEnds: number };

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
  readonly toAdjust: readonly MeetingSummary[];
  /** Minutes that wait for the reader's own signature. */
  readonly toSign: readonly WaitingAdjustment[];
  /** Minutes of the reader's bodies that wait for others. */
  readonly outForSigning: readonly WaitingAdjustment[];
  readonly reports: readonly OpenReport[];
  readonly readyReports: readonly ReportSummary[];
  readonly proposals: number;
  readonly unassessed: readonly Assignment[];
  readonly silent: readonly Heard[];
  readonly stale: readonly Heard[];
  readonly goalsWithout: readonly Goal[];
};

/** Half a year without a word, in days: longer than between two interim reports. */
const stillFor = 183;
/** Drafts whose open ends are counted; who has more than these goes to the list of reports. */
const mostReports = 4;

/** Reads the start page in a fixed number of queries: every list is read once for all its rows. */
export async function readToday(r: Reader, actor: Actor, today: CivilDate): Promise<TodayFacts> {
  const known = await listAssignmentYears(r);
  const year = known.includes(yearOf(today)) ? yearOf(today) : (known[0] ?? yearOf(today));
  const years = [year - 2, year - 1, year];
  const lines = await readThreadLines(r, years);
  const statuses = await latestStatuses(r, { years });
  const ofYear = lines.flatMap(({ assignments }) => assignments.filter((one) => one.year === year && isAlive(one)));
  const waiting = may(actor, 'minutes.sign') ? await listWaitingAdjustments(r) : [];
  const isMine = ({ waitingFor }: WaitingAdjustment) =>
    waitingFor.some((one) => (one.accountId ? one.accountId === actor.accountId : one.name === actor.name));
  const writes = may(actor, 'report.edit');
  const steers = may(actor, 'period.edit');
  const { meetings: nextMeetings } = await listMeetings(r, {
    from: today,
    states: ['planned', 'summoned'],
    order: 'oldest',
    limit: 5,
  });
  const reports = await listReports(r, { states: ['draft', 'ready'] });
  const heard = steers ? await lastHeardOf(r, ofYear, statuses) : [];
  return {
    year,
    years,
    lines,
    statuses,
    counts: await countStatuses(r, year),
    nextMeetings,
    toAdjust: may(actor, 'meeting.edit') ? await meetingsToAdjust(r, today) : [],
    toSign: waiting.filter(isMine),
    outForSigning: waiting.filter((one) => !isMine(one) && may(actor, 'minutes.edit', one.bodyId)),
    reports: writes ? await openReports(r, reports.slice(0, mostReports)) : [],
    readyReports: writes ? [] : reports.filter(({ state }) => state === 'ready'),
    proposals: may(actor, 'intake.confirm') ? await countOpenProposals(r) : 0,
    unassessed: may(actor, 'assessment.write') ? ofYear.filter(({ id }) => !statuses.has(id)) : [],
    silent: heard.filter(({ lastHeard }) => lastHeard === undefined),
    stale: heard.filter(({ lastHeard }) => lastHeard !== undefined && lastHeard < addDays(today, -stillFor)),
    goalsWithout: may(actor, 'goal.edit') ? await goalsWithoutAssignments(r) : [],
  };
}

const isAlive = ({ state }: Assignment): boolean => ['given', 'started', 'paused'].includes(state);

async function openReports(r: Reader, reports: readonly ReportSummary[]): Promise<readonly OpenReport[]> {
  const whole = await listReportsById(
    r,
    reports.map(({ id }) => id),
  );
  const openEnds = new Map(whole.map((one) => [one.id, reportProblems(one).length + reportWarnings(one).length]));
  return reports.map((report) => ({ report, openEnds: openEnds.get(report.id) ?? 0 }));
}

/** Minutes that are late or due within a month. What is older than half a year is a matter for the archive and not for today. */
async function meetingsToAdjust(r: Reader, today: CivilDate): Promise<readonly MeetingSummary[]> {
  const { meetings } = await listMeetings(r, {
    from: addDays(today, -stillFor),
    to: today,
    states: ['closed'],
    limit: 50,
  });
  return meetings.filter(({ adjustBy }) => adjustBy !== null && adjustBy <= addDays(today, 31)).slice(0, 5);
}

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
