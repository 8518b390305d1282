import { type AssessmentStatus, ensurePeriod, writeAssessment } from '../domain/assessments/index.ts';
import { listBudgetInputs, recordBudgetInput, takeUpPoint } from '../domain/inputs/index.ts';
import {
  type AnswerType,
  approveReport,
  deliverReport,
  editEntry,
  getReport,
  linksBelow,
  markReady,
  startReport,
  takePosition,
} from '../domain/reports/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import type { DemoReport, DemoYear } from './demo-data.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { assignmentId, type LoadedYear } from './load-year.ts';
import { bodyNames } from './region.ts';

/** What the periods said about the assignments, how the body stood to them, its input to the next plan, and its report-back. */
export async function loadFollowup(demo: DemoWriter, data: DemoYear, loaded: LoadedYear): Promise<void> {
  await loadAssessments(demo, data);
  await demo.as('report.edit', 'loadDemoPositions', async (w) => {
    for (const { number, body, answerType, text } of data.positions)
      await takePosition(w, {
        assignmentId: await assignmentId(w, `${data.year}:${number}`),
        bodyId: await bodyId(w, body),
        year: data.year,
        answerType: answerType as AnswerType,
        text,
      });
  });
  const input = data.budgetInput;
  if (input)
    await demo.as('report.edit', 'loadDemoBudgetInput', async (w) => {
      const points = input.points.map(({ text }, index) => ({ number: index + 1, text }));
      const { forYear, datedOn, title } = input;
      await recordBudgetInput(w, { bodyId: await bodyId(w, input.body), forYear, datedOn, title, points });
    });
  for (const report of data.reports) await loadReport(demo, data.year, report, loaded);
}

/** Says which points of each year's input the plans took up, once all plans are there. */
export async function loadTakenUp(demo: DemoWriter, years: readonly DemoYear[]): Promise<void> {
  await demo.as('report.edit', 'loadDemoTakenUp', async (w) => {
    for (const { budgetInput } of years) {
      if (!budgetInput) continue;
      const { forYear } = budgetInput;
      const [found] = await listBudgetInputs(w, { bodyId: await bodyId(w, budgetInput.body), forYear });
      for (const [index, { takenUpBy }] of budgetInput.points.entries()) {
        const point = found?.points[index];
        if (takenUpBy && point)
          await takeUpPoint(w, { pointId: point.id, assignmentId: await assignmentId(w, takenUpBy) });
      }
    }
  });
}

async function loadAssessments(demo: DemoWriter, data: DemoYear): Promise<void> {
  const periods = await demo.as('period.edit', 'loadDemoPeriods', async (w) => ({
    interim: await ensurePeriod(w, { year: data.year, kind: 'interim' }),
    annual: await ensurePeriod(w, { year: data.year, kind: 'annual' }),
  }));
  await demo.as('assessment.write', 'loadDemoAssessments', async (w) => {
    const performer = await bodyId(w, bodyNames.administration);
    for (const { number, period, status, text, forecastOn } of data.assessments)
      await writeAssessment(w, {
        assignmentId: await assignmentId(w, `${data.year}:${number}`),
        periodId: periods[period],
        bodyId: performer,
        status: status as AssessmentStatus,
        text,
        forecastOn: forecastOn ?? null,
      });
  });
}

async function loadReport(demo: DemoWriter, year: number, report: DemoReport, loaded: LoadedYear): Promise<void> {
  const { body, foreword, closing, state, approvedAt } = report;
  const reportId: Id<'report'> = await demo.as('report.edit', 'startDemoReport', async (w) =>
    startReport(w, { bodyId: await bodyId(w, body), year, foreword, closing }),
  );
  for (const { number, sentence } of report.added ?? [])
    await demo.as('report.edit', 'editDemoAnswer', async (w) => {
      const entry = (await getReport(w, reportId)).entries.find(({ assignment }) => assignment.number === number);
      if (!entry) throw new Error(`The demonstration adds a sentence to number ${number}, which the report lacks.`);
      const { id, version, answerType, answer } = entry;
      await editEntry(w, { entryId: id, expectedVersion: version, answerType, answer: `${answer} ${sentence}` });
    });
  if (state === 'draft') return;
  const decisionId = approvedAt && loaded.decisions.get(approvedAt.item);
  await finishReport(demo, reportId, decisionId, report.deliveredOn);
}

/** Takes a report from draft to delivered by the decision that approved it; without one it stays ready. */
export async function finishReport(
  demo: DemoWriter,
  reportId: Id<'report'>,
  decisionId: Id<'decision'> | undefined,
  deliveredOn: CivilDate | undefined,
): Promise<void> {
  const now = async (w: Writer) => ({ reportId, expectedVersion: (await getReport(w, reportId)).version });
  await demo.as('report.edit', 'readyDemoReport', async (w) => markReady(w, await now(w)));
  if (!decisionId) return;
  const linkTo = linksBelow(demo.publicUrl);
  await demo.as('report.approve', 'approveDemoReport', async (w) =>
    approveReport(w, { ...(await now(w)), decisionId, linkTo }),
  );
  await demo.as('report.deliver', 'deliverDemoReport', async (w) =>
    deliverReport(w, { ...(await now(w)), on: deliveredOn }),
  );
}
