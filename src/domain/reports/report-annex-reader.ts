import type { Reader } from '../../storage/database.ts';
import { listIndicators } from '../indicators/index.ts';
import { documentIsReadable } from '../matters/index.ts';
import { type MeetingKind, meetingKinds } from '../meetings/index.ts';
import type { Report, ReportEntry } from './report.ts';
import type { AnnexKind, AnnexTable, ReportAnnex } from './report-annex.ts';
import { dayPhrase } from './swedish-phrases.ts';

type ReportOfAnnexes = Pick<Report, 'id' | 'body' | 'year'> & { readonly entries: readonly ReportEntry[] };

/** The annexes of some reports, by report, in their order: as many queries for many as for one. A document whose matter is not open is left out. */
export async function annexesOf(
  r: Reader,
  reports: readonly ReportOfAnnexes[],
): Promise<ReadonlyMap<string, readonly ReportAnnex[]>> {
  const rows = await annexRows(
    r,
    reports.map(({ id }) => id),
  );
  if (rows.length === 0) return new Map();
  const using = (kind: AnnexKind) =>
    reports.filter(({ id }) => rows.some((row) => row.report_id === id && row.kind === kind));
  const meetings = await meetingTables(r, using('meetings'));
  const figures = await figureTables(r, using('figures'));
  return Map.groupBy(
    rows.map((row): ReportAnnex & { readonly reportId: string } => ({
      reportId: row.report_id,
      id: row.id,
      version: row.version,
      position: row.position,
      kind: row.kind as AnnexKind,
      title: row.title,
      text: row.annex_text,
      document:
        row.document_id !== null && row.document_title !== null && row.file_name !== null && row.sha256 !== null
          ? {
              id: row.document_id,
              title: row.document_title,
              fileName: row.file_name,
              datedOn: row.dated_on,
              sha256: row.sha256,
            }
          : null,
      table: { meetings, figures }[row.kind as 'meetings' | 'figures']?.get(row.report_id) ?? null,
    })),
    (annex) => annex.reportId,
  );
}

async function annexRows(r: Reader, reportIds: readonly string[]) {
  if (reportIds.length === 0) return [];
  return await r.db
    .selectFrom('report_annex as annex')
    .leftJoin('document', (join) =>
      join
        .onRef('document.id', '=', 'annex.document_id')
        .onRef('document.tenant_id', '=', 'annex.tenant_id')
        .on(documentIsReadable()),
    )
    .selectAll('annex')
    .select(['document.title as document_title', 'document.file_name', 'document.dated_on', 'document.sha256'])
    .where('annex.tenant_id', '=', r.tenantId)
    .where((eb) => eb('annex.report_id', '=', eb.fn.any(eb.val([...reportIds]))))
    .orderBy('annex.position')
    .orderBy('annex.id')
    .execute();
}

/** The meetings that a body held in the year of its report, each with the numbers of the assignments that the report proves by it. */
async function meetingTables(r: Reader, reports: readonly ReportOfAnnexes[]): Promise<ReadonlyMap<string, AnnexTable>> {
  if (reports.length === 0) return new Map();
  const bodyIds = [...new Set(reports.map(({ body }) => body.id))];
  const years = reports.map(({ year }) => year);
  const rows = await r.db
    .selectFrom('meeting')
    .leftJoin('meeting_body as shared', (join) =>
      join.onRef('shared.meeting_id', '=', 'meeting.id').onRef('shared.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['meeting.id', 'meeting.body_id', 'meeting.held_on', 'meeting.kind', 'meeting.title', 'meeting.place'])
    .select('shared.body_id as shared_body_id')
    .where('meeting.tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb.or([
        eb('meeting.body_id', '=', eb.fn.any(eb.val(bodyIds))),
        eb('shared.body_id', '=', eb.fn.any(eb.val(bodyIds))),
      ]),
    )
    .where('meeting.held_on', '>=', `${Math.min(...years)}-01-01`)
    .where('meeting.held_on', '<=', `${Math.max(...years)}-12-31`)
    .where('meeting.state', 'in', ['closed', 'adjusted'])
    .orderBy('meeting.held_on')
    .orderBy('meeting.id')
    .execute();
  return new Map(
    reports.map((report): [string, AnnexTable] => {
      const own = rows.filter(
        (row) =>
          Number(row.held_on.slice(0, 4)) === report.year &&
          (row.body_id === report.body.id || row.shared_body_id === report.body.id),
      );
      const meetings = [...new Map(own.map((row) => [row.id, row])).values()];
      return [
        report.id,
        {
          header: ['Dag', 'Sammankomst', 'Plats', 'Uppdrag'],
          rows: meetings.map((row) => [
            dayPhrase(row.held_on).replace(/^den /u, ''),
            row.title ?? meetingKinds[row.kind as MeetingKind].sv,
            row.place ?? '',
            numbersProvedBy(report.entries, row.id),
          ]),
        },
      ];
    }),
  );
}

function numbersProvedBy(entries: readonly ReportEntry[], meetingId: string): string {
  return entries
    .filter((entry) =>
      entry.claims.some((claim) => claim.evidence.some((one) => one.meetingId === meetingId && !one.gone)),
    )
    .map((entry) => String(entry.assignment.number ?? `u${entry.position}`))
    .join(', ');
}

/** The values that the register holds for the year of a report. */
async function figureTables(r: Reader, reports: readonly ReportOfAnnexes[]): Promise<ReadonlyMap<string, AnnexTable>> {
  if (reports.length === 0) return new Map();
  const indicators = await listIndicators(r);
  return new Map(
    reports.map(({ id, year }): [string, AnnexTable] => [
      id,
      {
        header: ['Mått', 'Värde', 'Gäller', 'Förändring'],
        rows: indicators.flatMap(({ name, unit, values }) =>
          values
            .filter((value) => value.asOf?.startsWith(String(year)))
            .map((value) => [
              name,
              [value.qualifier, swedishNumber(value.value), unit].filter(Boolean).join(' '),
              value.asOf ?? '',
              value.changePercent === null
                ? ''
                : `${value.changePercent > 0 ? '+' : ''}${swedishNumber(value.changePercent)} %${value.changedFrom ? ` från ${value.changedFrom}` : ''}`,
            ]),
        ),
      },
    ]),
  );
}

function swedishNumber(value: number): string {
  return value.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
}
