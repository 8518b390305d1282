import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { listPeriods, type Period } from '../assessments/index.ts';
import { measuresOf } from '../measures/index.ts';
import { periodAssignments, statusesBefore } from './period-assignments-reader.ts';
import { periodFigures } from './period-figures-reader.ts';
import {
  type Chapter,
  type FactSentence,
  type PeriodChapter,
  type PeriodReport,
  periodChapterCodes,
} from './period-report.ts';
import { draftChapter } from './period-report-draft.ts';
import { isPeriodReportKind, type PeriodReportKind, type ReportKind, reportKinds } from './report.ts';
import { receiversOf } from './report-receiver-reader.ts';
import type { ReportState } from './report-transitions.ts';

/** An interim or annual report with its facts as they are now. Throws `record.notFound`, also for a report-back. */
export async function getPeriodReport(r: Reader, id: Id<'report'>): Promise<PeriodReport> {
  const row = isId(id) ? await reportRow(r, id) : undefined;
  const kind = row?.kind as ReportKind | undefined;
  if (!row || !kind || !isPeriodReportKind(kind)) throw new AppError('record.notFound');
  const periods = await listPeriods(r);
  const period = periodOf(periods, kind, row.year);
  if (!period) throw new AppError('periodReport.noPeriod', { year: row.year });
  const previous = periods.find((one) => one.endsOn < period.endsOn);
  const facts = {
    period,
    before: previous ? { name: previous.name, statuses: await statusesBefore(r, previous) } : null,
    assignments: await periodAssignments(r, { reportId: row.id, year: row.year, period }),
    measures: await measuresOf(r, { year: row.year }),
    figures: await periodFigures(r, row.id, period),
  };
  const saved = await chapterRows(r, row.id);
  const chapters = periodChapterCodes.flatMap((chapter): Chapter[] => {
    const one = saved.find((each) => each.chapter === chapter);
    return one ? [{ ...one, chapter, now: draftChapter(chapter, facts) }] : [];
  });
  return {
    id: row.id,
    version: row.version,
    kind,
    body: { id: row.body_id, name: row.body_name },
    to: row.to_body_id !== null && row.to_name !== null ? { id: row.to_body_id, name: row.to_name } : null,
    receivers: (await receiversOf(r, [row.id])).get(row.id) ?? [],
    year: row.year,
    title: row.title,
    state: row.state as ReportState,
    authority: row.authority,
    approval:
      row.approved_by_decision_id !== null && row.approved_on !== null
        ? { decisionId: row.approved_by_decision_id, on: row.approved_on }
        : null,
    deliveredOn: row.delivered_on,
    frozen:
      row.frozen_tree !== null && row.frozen_hash !== null
        ? { tree: row.frozen_tree as DocumentTree, hash: row.frozen_hash }
        : null,
    chapters,
    ...facts,
  };
}

/** The period that a report of a kind and year is about, among some periods. */
export function periodOf(periods: readonly Period[], kind: PeriodReportKind, year: number): Period | undefined {
  return periods.find((one) => one.kind === reportKinds[kind].period && one.year === year);
}

async function chapterRows(r: Reader, reportId: string) {
  const rows = await r.db
    .selectFrom('period_chapter')
    .select(['chapter', 'version', 'draft', 'chapter_text', 'edited'])
    .where('tenant_id', '=', r.tenantId)
    .where('report_id', '=', reportId)
    .execute();
  return rows.map(({ chapter, version, draft, chapter_text: text, edited }) => ({
    chapter: chapter as PeriodChapter,
    version,
    text,
    edited,
    draft: draft as readonly FactSentence[],
  }));
}

function reportRow(r: Reader, id: string) {
  return r.db
    .selectFrom('report')
    .innerJoin('tenant', 'tenant.id', 'report.tenant_id')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'report.body_id').onRef('body.tenant_id', '=', 'report.tenant_id'),
    )
    .leftJoin('body as receiver', (join) =>
      join.onRef('receiver.id', '=', 'report.to_body_id').onRef('receiver.tenant_id', '=', 'report.tenant_id'),
    )
    .selectAll('report')
    .select(['body.name as body_name', 'receiver.name as to_name', 'tenant.name as authority'])
    .where('report.tenant_id', '=', r.tenantId)
    .where('report.id', '=', id)
    .executeTakeFirst();
}
