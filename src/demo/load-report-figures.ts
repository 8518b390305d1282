import { listIndicators } from '../domain/indicators/index.ts';
import { addReportFigure, changeReportFigure, findReportFor, getReport } from '../domain/reports/index.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/** The series that stands in the report of the year, as the register names it. */
const indicatorName = 'andel med fast läkare på vårdcentral';

/**
 * The report-back that is under work shows how one share has gone, once for the region and once for each municipality. The charts follow the register until
 * somebody approves the report.
 */
export async function loadReportFigures(demo: DemoWriter): Promise<void> {
  await demo.as('report.edit', 'loadDemoReportFigures', async (w) => {
    const report = await findReportFor(w, await bodyId(w, bodyNames.local), 2026);
    const [indicator] = await listIndicators(w, { name: indicatorName });
    if (report?.state !== 'draft' || !indicator) return;
    const { entries } = await getReport(w, report.id);
    const entry = entries.find(({ assignment }) => assignment.title.includes('fast vårdkontakt')) ?? entries[0];
    if (!entry) return;
    const figure = { reportId: report.id, entryId: entry.id, indicatorId: indicator.id };
    await addReportFigure(w, figure);
    const figureId = await addReportFigure(w, figure);
    const whole = { place: '', sex: 'all', ageGroup: '', from: null, target: null, alt: null } as const;
    await changeReportFigure(w, { figureId, expectedVersion: 1, form: 'places', ...whole });
  });
}
