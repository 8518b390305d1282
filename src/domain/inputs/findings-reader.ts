import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { assessmentsOfAssignments, mainAssessmentOf, slippageOf } from '../assessments/index.ts';
import { type Assignment, listAssignments } from '../assignments/index.ts';
import { type Decision, listDecisions } from '../decisions/index.ts';
import { getActivityYear, neverTakenUp } from '../meetings/index.ts';
import { listActivityPlans } from '../plans/index.ts';
import { listReports, listReportsById, type Report } from '../reports/index.ts';
import type { BudgetInput } from './budget-input.ts';
import { type Finding, findingKindCodes } from './finding.ts';

type Found = Omit<Finding, 'key' | 'used'>;

const mostDecisions = 60;

/**
 * What the follow-up of the year before the plan found, for the body that writes the input: answers that nothing was done, assignments that rest,
 * are late or slip, claims without evidence, what was planned and never taken up, and the decisions of the year. As many queries for a big year as
 * for a small one. Today is the reader's, because what is planned for a later day may still be taken up.
 */
export async function findingsFor(
  r: Reader | Writer,
  input: Pick<BudgetInput, 'body' | 'forYear' | 'points'>,
  today: CivilDate = todayOf(r) ?? `${input.forYear}-01-01`,
): Promise<readonly Finding[]> {
  const year = input.forYear - 1;
  const bodyId = input.body.id;
  const { rows: assignments } = await listAssignments(r, { bodyId, year, pageSize: 200 });
  const [summary] = await listReports(r, { bodyId, year });
  const [report] = summary ? await listReportsById(r, [summary.id]) : [];
  const { decisions } = await listDecisions(r, { bodyId, year, state: 'made', limit: mostDecisions });
  const fromReport = report ? reportFindings(report) : [];
  const found = [
    ...fromReport,
    ...(await assessmentFindings(r, assignments)),
    ...pausedFindings(assignments),
    ...(await untakenFindings(r, { bodyId, year, today, assignments, answered: fromReport })),
    ...decisions.map(decisionFinding),
  ];
  const used = new Set(input.points.flatMap(({ origins }) => origins.map((one) => `${one.noun} ${one.recordId}`)));
  return found
    .map((one) => ({
      ...one,
      key: `${one.kind} ${one.recordId}`,
      used: used.has(`${one.noun} ${one.recordId}`),
    }))
    .filter((one, index, all) => all.findIndex(({ key }) => key === one.key) === index)
    .toSorted((a, b) => findingKindCodes.indexOf(a.kind) - findingKindCodes.indexOf(b.kind));
}

/** What the body itself answered: not dealt with, part of another plan, and sentences that nothing proves. */
function reportFindings(report: Report): readonly Found[] {
  return report.entries.flatMap((entry): readonly Found[] => {
    const { assignment } = entry;
    const about = {
      ...assignment,
      ref: assignment.number === null ? `${assignment.year}` : `${assignment.year}:${assignment.number}`,
    };
    const base = {
      noun: 'reportEntry' as const,
      recordId: entry.id,
      withinId: report.id,
      title: assignment.title,
      on: report.approval?.on ?? null,
      assignment: { id: about.id, ref: about.ref, title: about.title },
    };
    const { answerType } = entry;
    const unproven = entry.claims.filter(({ state }) => state !== 'supported').map(({ text }) => text);
    return [
      ...(answerType === 'notDealtWith' || answerType === 'absorbed'
        ? [{ ...base, kind: answerType, said: entry.answer }]
        : []),
      ...(unproven.length > 0 && answerType !== 'notDealtWith'
        ? [{ ...base, kind: 'unsupported' as const, said: unproven.join(' ') }]
        : []),
    ];
  });
}

/** What the performers wrote last: that it rests, that it will not be done, or that the forecast lies after the due day. */
async function assessmentFindings(r: Reader, assignments: readonly Assignment[]): Promise<readonly Found[]> {
  const all = await assessmentsOfAssignments(
    r,
    assignments.map(({ id }) => id),
  );
  return assignments.flatMap((assignment): readonly Found[] => {
    const own = all.filter(({ assignmentId }) => assignmentId === assignment.id);
    const last = mainAssessmentOf(assignment, own);
    if (!last) return [];
    const base = {
      noun: 'assessment' as const,
      recordId: last.id,
      withinId: null,
      title: assignment.title,
      said: last.text,
      on: last.period.endsOn,
      assignment: aboutOf(assignment),
    };
    const late = last.status === 'startedDelayed' || last.status === 'startedPartly';
    const slips = (slippageOf(assignment, own).days ?? 0) > 0;
    return [
      ...(last.status === 'paused' ? [{ ...base, kind: 'paused' as const }] : []),
      ...(late ? [{ ...base, kind: 'delayed' as const }] : []),
      ...(slips && !late ? [{ ...base, kind: 'slipped' as const }] : []),
    ];
  });
}

function pausedFindings(assignments: readonly Assignment[]): readonly Found[] {
  return assignments
    .filter(({ state }) => state === 'paused')
    .map((assignment) => ({
      kind: 'paused' as const,
      noun: 'assignment' as const,
      recordId: assignment.id,
      withinId: null,
      title: assignment.title,
      said: assignment.text ?? assignment.title,
      on: null,
      assignment: aboutOf(assignment),
    }));
}

/** What the year meant to take up and no agenda did: items, focus areas, proposals, and assignments that no report has answered for. */
async function untakenFindings(
  r: Reader,
  of: {
    readonly bodyId: Id<'body'>;
    readonly year: number;
    readonly today: CivilDate;
    readonly assignments: readonly Assignment[];
    readonly answered: readonly Found[];
  },
): Promise<readonly Found[]> {
  const [plan] = await listActivityPlans(r, { bodyId: of.bodyId, year: of.year });
  if (!plan) return [];
  const { taken } = await getActivityYear(r, plan.id);
  return neverTakenUp(taken, of.today).never.flatMap((one): readonly Found[] => {
    const assignment = of.assignments.find(({ id }) => id === one.id);
    if (one.noun === 'assignment') {
      const known = of.answered.some(({ assignment: about }) => about?.id === one.id);
      if (!assignment || known) return [];
    }
    const words = one.words[0] ?? '';
    return [
      {
        kind: one.noun === 'assignment' ? 'notDealtWith' : 'neverTakenUp',
        noun: one.noun,
        recordId: one.id,
        withinId: one.noun === 'assignment' ? null : plan.id,
        title: words,
        said: assignment?.text ?? words,
        on: one.date,
        assignment: assignment ? aboutOf(assignment) : null,
      },
    ];
  });
}

function decisionFinding(decision: Decision): Found {
  return {
    kind: 'decided',
    noun: 'decision',
    recordId: decision.id,
    withinId: null,
    title: decision.title,
    said: decision.clauses.join(' ') || decision.title,
    on: decision.decidedOn,
    assignment: null,
  };
}

const aboutOf = ({ id, ref, title }: Assignment) => ({ id, ref, title });

function todayOf(r: Reader | Writer): CivilDate | undefined {
  return 'runtime' in r ? r.runtime.today() : undefined;
}
