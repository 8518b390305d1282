import { recordDecision } from '../../src/domain/decisions/index.ts';
import { findMeetingOn, getMeeting } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { getReport, listReports, type Report, type ReportEntry } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { DemoSite, Visitor } from './demo-site.ts';

/** A report of the demonstration region by its year: 2026 is a draft, the earlier ones are delivered. */
export async function demoReport(site: DemoSite, year: number): Promise<Report> {
  return await site.read(async (r) => {
    const found = (await listReports(r, { year, kinds: ['reportBack'] }))[0];
    if (!found) throw new Error(`The demonstration region has no report of ${year}.`);
    return await getReport(r, found.id);
  });
}

/** The answer to an assignment by its number. */
export function entryTo(report: Report, number: number): ReportEntry {
  const entry = report.entries.find((one) => one.assignment.number === number);
  if (!entry) throw new Error(`The report of ${report.year} has no answer to assignment ${number}.`);
  return entry;
}

/** Records what the body decides on the report of 2026: the decision in the item of its last meeting. */
export async function decideOnReport(
  site: DemoSite,
  title = 'Återrapportering av uppdrag 2026',
): Promise<Id<'decision'>> {
  return await site.write('decision.record', async (w) => {
    const body = await findBodyByName(w, 'Beredning för lokal vård');
    const meeting = body && (await findMeetingOn(w, body.id, '2026-12-03'));
    const item =
      meeting &&
      (await getMeeting(w, meeting.id)).items.find((one) => one.title === 'Återrapportering av uppdrag 2026');
    if (!item) throw new Error('The demonstration region has no item for the report-back of 2026.');
    const { id } = await recordDecision(w, {
      agendaItemId: item.id,
      title,
      clauses: ['att godkänna återrapporteringen'],
      state: 'made',
    });
    return id;
  });
}

/** A report of the demonstration region as tests of its pages go about it: where its pages are, how it stands now, and how an answer is saved. */
export async function followReport(site: DemoSite, year: number) {
  const draft = await demoReport(site, year);
  const path = (report: { readonly id: string }, rest = ''): string => `/uppfoljning/${report.id}${rest}`;
  const now = (): Promise<Report> => site.read((r) => getReport(r, draft.id));
  const answerPath = (number: number, rest = ''): string => path(draft, `/svar/${entryTo(draft, number).id}${rest}`);
  const save = async (visitor: Visitor, number: number, answer: string, version?: number): Promise<Response> =>
    visitor.post(answerPath(number), { answer, version: String(version ?? entryTo(await now(), number).version) });
  return { draft, path, now, answerPath, save };
}
