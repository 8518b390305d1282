import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { expectVersion } from '../../../storage/version.ts';
import { printedCode } from '../../forms/index.ts';
import { getNationalReport } from '../national-report-reader.ts';
import {
  type ReportSectionAction,
  type ReportSectionState,
  reportSectionStateAfter,
} from '../report-section-transitions.ts';
import { reportProgress } from './report-progress.ts';
import { type MayWorkOnReport, reportFor, takeSection } from './take-section.ts';

export type MoveSection = {
  readonly reportId: Id<'nationalReport'>;
  readonly sectionId: Id<'nationalReportSection'>;
  readonly expectedVersion: number;
};

/** Says that a section is done. Every question in it that must be answered and is asked now has its answer. */
export async function markSectionReady(w: MayWorkOnReport, input: MoveSection): Promise<void> {
  const found = await take(w, input, 'markReady');
  const own = reportProgress(await getNationalReport(w, input.reportId)).find(({ section }) => section.id === found.id);
  const missing = own?.missing ?? [];
  if (missing.length > 0)
    throw new AppError('returns.questionsMissing', {
      questions: missing.map(({ code }) => printedCode(code)).join(', '),
    });
  await save(w, found, 'markReady', { ready_by: w.auth.actorName, ready_at: w.runtime.now() });
}

/** Opens a ready section again, so that its answers can be changed. */
export async function reopenSection(w: MayWorkOnReport, input: MoveSection): Promise<void> {
  await save(w, await take(w, input, 'reopen'), 'reopen', { ready_by: null, ready_at: null });
}

type Found = Awaited<ReturnType<typeof takeSection>>;

async function take(w: MayWorkOnReport, input: MoveSection, action: ReportSectionAction): Promise<Found> {
  const report = await reportFor(w, input.reportId, 'answer');
  const found = await takeSection(w, report, input.sectionId);
  reportSectionStateAfter(found.state as ReportSectionState, action);
  return expectVersion(found, input.expectedVersion, input);
}

async function save(
  w: MayWorkOnReport,
  found: Found,
  action: ReportSectionAction,
  row: { readonly ready_by: string | null; readonly ready_at: Date | null },
): Promise<void> {
  const state = reportSectionStateAfter(found.state as ReportSectionState, action);
  await w.db
    .updateTable('national_report_section')
    .set({ ...row, state, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: found.report_id,
    summary: `${action} ${found.section_code}`,
    before: { state: found.state },
    after: { state, ready_by: row.ready_by },
  });
}
