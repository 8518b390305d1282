import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { addObjective } from '../../src/domain/plans/index.ts';
import { type StartPeriodReport, startPeriodReport } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildAssignment } from './build-assignments.ts';
import { buildAssessment, buildPeriod } from './build-followup.ts';
import { buildIndicatorValue } from './build-indicators.ts';
import { buildMeasure, buildMeasurePlan, buildTelling } from './build-measures.ts';
import { buildBody } from './build-organisation.ts';
import { buildPlan } from './build-plans.ts';
import type { TestDatabase } from './database.ts';

/** Begins an interim report of 2026 through the verb. */
export async function buildPeriodReport(
  { db, tenantId }: Pick<TestDatabase, 'db' | 'tenantId'>,
  input: Partial<StartPeriodReport> & Pick<StartPeriodReport, 'bodyId'>,
): Promise<Id<'report'>> {
  const auth = authorize(operatorOf(tenantId), 'periodReport.edit');
  return await db.transact(auth, { verb: 'startPeriodReport' }, (w) =>
    startPeriodReport(w, { kind: 'interim', year: 2026, ...input }),
  );
}

/**
 * A small administration in 2026, invented: an assembly, a board, two performers; four assignments under two objectives and beside them, one of them
 * late and one that nobody assessed; last year's one assignment; three measures of two bodies, one stopped; an indicator. Its clock stands in September.
 */
export async function buildAdministration(t: TestDatabase) {
  t.clock.set('2026-09-01T09:00:00.000Z');
  const assembly = await buildBody(t, { name: 'Regionfullmäktige', kind: 'assembly' });
  const board = await buildBody(t, { name: 'Regionstyrelsen' });
  const care = await buildBody(t, { name: 'Närsjukvården' });
  const culture = await buildBody(t, { name: 'Kulturförvaltningen' });
  const planId = await buildPlan(t, { ownerBodyId: board, year: 2026 });
  const objective = (number: string, words: string, perspective: string) =>
    t.db.transact(authorize(operatorOf(t.tenantId), 'plan.edit'), { verb: 'addObjective' }, (w) =>
      addObjective(w, { planId, number, objective: words, perspective }),
    );
  const near = await objective('1.1', 'Vården finns nära', 'Invånare och samhälle');
  const open = await objective('2.1', 'Kulturen är öppen för alla', 'Process');
  const give = (number: number, text: string, objectiveId: Id<'planObjective'> | undefined, performer: Id<'body'>) =>
    buildAssignment(t, {
      planId,
      year: 2026,
      number,
      text,
      ...(objectiveId && { objectiveId }),
      ...(number === 2 && { dueOn: '2026-12-31' }),
      parties: [{ bodyId: performer, role: 'performer' }],
    });
  const first = await give(1, 'Att öppna en mobil mottagning.', near, care);
  const second = await give(2, 'Att införa en gemensam vårdplan.', near, care);
  const third = await give(3, 'Att hålla öppet på kvällar.', open, culture);
  const fourth = await give(4, 'Att pröva en ny budgetmodell.', undefined, board);
  const lastYear = await buildAssignment(t, { year: 2025, number: 1, givenByBodyId: board });
  await buildAssessment(t, {
    assignmentId: lastYear,
    periodId: await buildPeriod(t, 2025, 'annual'),
    text: 'Uppdraget är pausat.',
    status: 'paused',
  });
  const periodId = await buildPeriod(t, 2026, 'interim');
  const said = (assignmentId: string, bodyId: string, text: string, own: object = {}) =>
    buildAssessment(t, { assignmentId, bodyId, periodId, text, ...own });
  await said(first, care, 'Uppdraget har startat och bedöms vara klart vid årets slut.\nMottagningen har öppnat.');
  await said(second, care, 'Uppdraget har startat men bedöms inte vara klart vid årets slut.', {
    forecastOn: '2027-06-30',
  });
  await said(third, culture, 'Uppdraget genomförs under året.');
  const savings = await buildMeasurePlan(t, { bodyId: board, demanded: 3_000_000 });
  const measure = (title: string, own: object) => buildMeasure(t, { planId: savings, title, ...own });
  const staff = await measure('Färre hyrkonsulter', {
    responsibleBodyId: care,
    planned: 1_000_400,
    plannedFullYear: 2_000_400,
  });
  const fees = await measure('Högre avgifter för intyg', {
    responsibleBodyId: care,
    kind: 'revenue',
    planned: 300_400,
    plannedFullYear: 600_400,
  });
  const premises = await measure('Mindre lokaler', {
    responsibleBodyId: culture,
    planned: 200_400,
    plannedFullYear: 400_400,
  });
  await buildTelling(t, { measureId: staff, month: '2026-06', effect: 400_400, forecast: 800_400 });
  await buildTelling(t, { measureId: fees, month: '2026-06', effect: 150_400, forecast: 300_400 });
  // What is told after the period does not belong to its report.
  await buildTelling(t, { measureId: fees, month: '2026-08', effect: 999_000, forecast: 999_000 });
  const { indicatorId } = await buildIndicatorValue(t, { asOf: '2025', value: 5_000 });
  await buildIndicatorValue(t, { asOf: '2026-05', value: 6_250 });
  return { assembly, board, care, culture, periodId, first, second, third, fourth, staff, fees, premises, indicatorId };
}
