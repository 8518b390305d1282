import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getFormResponse } from '../forms/index.ts';
import type { AnsweredReport, NationalReport, ReportSection } from './national-report.ts';
import type { NationalReportState } from './national-report-transitions.ts';
import { attachmentsOf, remarksOf } from './report-notes-reader.ts';
import type { ReportSectionState } from './report-section-transitions.ts';

export type NationalReportFilter = {
  readonly id?: Id<'nationalReport'>;
  readonly ids?: readonly Id<'nationalReport'>[];
  readonly year?: number;
  readonly states?: readonly NationalReportState[];
};

/** The returns that are worked on here and fit a filter, newest year first, with their sections: three queries however many they are. */
export async function listNationalReports(
  r: Reader,
  filter: NationalReportFilter = {},
): Promise<readonly NationalReport[]> {
  if (filter.id !== undefined && !isId(filter.id)) return [];
  let query = r.db
    .selectFrom('national_report as report')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'report.tenant_id').onRef('body.id', '=', 'report.body_id'),
    )
    .innerJoin('form_response as response', (join) =>
      join.onRef('response.tenant_id', '=', 'report.tenant_id').onRef('response.id', '=', 'report.form_response_id'),
    )
    .selectAll('report')
    .select(['body.name as body_name', 'response.form_version_id'])
    .where('report.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('report.id', '=', filter.id);
  if (filter.ids !== undefined) query = query.where((eb) => eb('report.id', '=', eb.fn.any(eb.val([...filter.ids!]))));
  if (filter.year !== undefined) query = query.where('report.year', '=', filter.year);
  if (filter.states !== undefined)
    query = query.where((eb) => eb('report.state', '=', eb.fn.any(eb.val([...filter.states!]))));
  const rows = await query.orderBy('report.year', 'desc').orderBy('report.title').execute();
  const sections = await sectionsOf(
    r,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    year: row.year,
    body: { id: row.body_id, name: row.body_name },
    receiver: row.receiver,
    dueOn: row.due_on,
    state: row.state as NationalReportState,
    responseId: row.form_response_id,
    formVersionId: row.form_version_id,
    startedBy: row.started_by,
    startedAt: row.started_at,
    sections: sections.get(row.id) ?? [],
  }));
}

/** One return with its answers, remarks and attachments. Throws `record.notFound`. */
export async function getNationalReport(r: Reader, id: Id<'nationalReport'>): Promise<AnsweredReport> {
  const [report] = await listNationalReports(r, { id });
  if (!report) throw new AppError('record.notFound');
  return {
    ...report,
    response: await getFormResponse(r, report.responseId),
    remarks: await remarksOf(r, id),
    attachments: await attachmentsOf(r, id),
  };
}

async function sectionsOf(
  r: Reader,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReportSection[]>> {
  if (reportIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('national_report_section as section')
    .innerJoin('national_report as report', (join) =>
      join.onRef('report.tenant_id', '=', 'section.tenant_id').onRef('report.id', '=', 'section.report_id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'section.tenant_id').onRef('body.id', '=', 'section.unit_body_id'),
    )
    .selectAll('section')
    .select(['body.name as unit_name', 'report.due_on as whole_due_on'])
    .where('section.tenant_id', '=', r.tenantId)
    .where('section.report_id', 'in', reportIds)
    .orderBy('section.position')
    .execute();
  const people = await r.db
    .selectFrom('national_report_responsible as responsible')
    .innerJoin('national_report_section as section', (join) =>
      join.onRef('section.tenant_id', '=', 'responsible.tenant_id').onRef('section.id', '=', 'responsible.section_id'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'responsible.tenant_id').onRef('account.id', '=', 'responsible.account_id'),
    )
    .select(['responsible.section_id', 'account.id', 'account.name'])
    .where('responsible.tenant_id', '=', r.tenantId)
    .where('section.report_id', 'in', reportIds)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
  const bySection = Map.groupBy(people, ({ section_id }) => section_id);
  return new Map(
    [...Map.groupBy(rows, ({ report_id }) => report_id)].map(([reportId, own]) => [
      reportId,
      own.map((row) => ({
        id: row.id,
        version: row.version,
        code: row.section_code,
        unit: row.unit_body_id === null ? null : { id: row.unit_body_id, name: row.unit_name! },
        responsible: (bySection.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
        dueOn: row.due_on ?? row.whole_due_on,
        hasOwnDueDay: row.due_on !== null,
        state: row.state as ReportSectionState,
        ready: row.ready_at === null ? null : { by: row.ready_by!, at: row.ready_at },
        remindedOn: row.reminded_on,
      })),
    ]),
  );
}
