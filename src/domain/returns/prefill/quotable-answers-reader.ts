import type { Reader } from '../../../storage/database.ts';
import type { ReportState } from '../../reports/index.ts';

/** What a body answered to an assignment in a report-back that has been approved: it stands, so that it can be quoted. */
export type QuotableAnswer = {
  readonly id: string;
  readonly reportId: string;
  readonly reportTitle: string;
  readonly bodyName: string;
  readonly assignmentId: string;
  readonly assignmentTitle: string;
  readonly year: number;
  readonly text: string;
};

/** The approved answers with some ids, or of a year to some assignments, in the order of their reports: one query. */
export async function quotableAnswers(
  r: Reader,
  of: { readonly entryIds: readonly string[] } | { readonly assignmentIds: readonly string[]; readonly year: number },
): Promise<readonly QuotableAnswer[]> {
  const ids = 'entryIds' in of ? of.entryIds : of.assignmentIds;
  if (ids.length === 0) return [];
  const standing: readonly ReportState[] = ['approved', 'delivered'];
  let query = r.db
    .selectFrom('report_entry as entry')
    .innerJoin('report', (join) =>
      join.onRef('report.tenant_id', '=', 'entry.tenant_id').onRef('report.id', '=', 'entry.report_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'report.tenant_id').onRef('body.id', '=', 'report.body_id'),
    )
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.tenant_id', '=', 'entry.tenant_id').onRef('assignment.id', '=', 'entry.assignment_id'),
    )
    .select(['entry.id', 'entry.report_id', 'entry.answer_text', 'entry.assignment_id', 'report.title', 'report.year'])
    .select(['body.name as body_name', 'assignment.title as assignment_title'])
    .where('entry.tenant_id', '=', r.tenantId)
    .where('report.state', 'in', standing)
    .where((eb) =>
      eb('entryIds' in of ? 'entry.id' : 'entry.assignment_id', '=', eb.fn.any(eb.val([...new Set(ids)]))),
    );
  if ('year' in of) query = query.where('report.year', '=', of.year);
  const rows = await query.orderBy('report.title').orderBy('entry.position').execute();
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    reportTitle: row.title,
    bodyName: row.body_name,
    assignmentId: row.assignment_id,
    assignmentTitle: row.assignment_title,
    year: row.year,
    text: row.answer_text,
  }));
}
