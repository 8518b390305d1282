import { listAllAssignments, listAssignmentYears, yearToOpen } from '../../../domain/assignments/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import { isFrozen, listReports, listReportsById } from '../../../domain/reports/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../../storage/database.ts';
import { type ReportListFacts, reportsEachPage } from './report-list-page.ts';

/** Gathers a page of the list of reports. Only those under work are judged: what is frozen lacks nothing any more. */
export async function gatherReportList(r: Reader, today: CivilDate, pageNumber = 1): Promise<ReportListFacts> {
  const all = await listReports(r);
  const reports = all.slice((pageNumber - 1) * reportsEachPage, pageNumber * reportsEachPage);
  const place = { pageNumber, total: all.length };
  const underWork = await listReportsById(
    r,
    reports.filter(({ kind, state }) => kind === 'reportBack' && !isFrozen(state)).map(({ id }) => id),
  );
  const year = yearToOpen(await listAssignmentYears(r), today);
  if (year === undefined) return { reports, place, underWork, notBegun: { year: 0, bodies: [] } };
  const rows = await listAllAssignments(r, { year });
  const parties = new Set(rows.flatMap((assignment) => assignment.parties.map(({ bodyId }) => bodyId)));
  // Who has elected seats answers for its assignments in a report; an administration reports in the situations of the year.
  const bodies = (await listBodies(r)).filter(
    ({ id, kind }) =>
      parties.has(id) &&
      hasSeats(kind) &&
      !all.some((report) => report.kind === 'reportBack' && report.year === year && report.body.id === id),
  );
  return { reports, place, underWork, notBegun: { year, bodies } };
}
