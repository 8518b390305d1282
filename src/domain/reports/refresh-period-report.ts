import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { chapterChanges, type PeriodChapter, periodChapterCodes, type ReportedAssignment } from './period-report.ts';
import { draftChapter, draftText } from './period-report-draft.ts';
import { getPeriodReport } from './period-report-reader.ts';
import { lockPeriodReport } from './period-report-writer.ts';

/** What a refreshed chapter says that it did not say, and the other way round; `kept` when a person has written the text, which then stays. */
export type ChapterChange = {
  readonly chapter: PeriodChapter;
  readonly gone: readonly string[];
  readonly added: readonly string[];
  readonly kept: boolean;
};

/**
 * Drafts the chapters again from what the register says now, and quotes assignments that had no assessment when the report was begun. A text that a
 * person wrote is never touched, and a quotation is renewed by choice only. Answers what changed.
 */
export async function refreshPeriodReport(
  w: Writer<'periodReport.edit'>,
  input: { readonly reportId: Id<'report'>; readonly expectedVersion: number },
): Promise<readonly ChapterChange[]> {
  const before = await lockPeriodReport(w, input.reportId, 'edit');
  expectVersion(before, input.expectedVersion);
  const report = await getPeriodReport(w, before.id);
  for (const one of report.assignments) if (!one.quotation && one.newer) await quote(w, before.id, one);
  const changes = await refreshChapters(w, before.id);
  await w.db
    .updateTable('report')
    .set({ version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'report', recordId: before.id, summary: 'drafted again', after: { changes } });
  return changes;
}

/** Writes what is drafted now, chapter by chapter; makes those that are not there. */
export async function refreshChapters(w: Writer, reportId: string): Promise<readonly ChapterChange[]> {
  const report = await getPeriodReport(w, reportId);
  const changes: ChapterChange[] = [];
  for (const chapter of periodChapterCodes) {
    const saved = report.chapters.find((one) => one.chapter === chapter);
    const now = draftChapter(chapter, report);
    if (!saved) {
      await w.db
        .insertInto('period_chapter')
        .values({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          report_id: reportId,
          chapter,
          draft: JSON.stringify(now),
          chapter_text: draftText(now),
          edited: false,
        })
        .execute();
      continue;
    }
    const { gone, added } = chapterChanges({ draft: saved.draft, now });
    if (gone.length + added.length > 0) changes.push({ chapter, gone, added, kept: saved.edited });
    // Also when no sentence changed: a sentence may rest on other records now.
    await w.db
      .updateTable('period_chapter')
      .set({
        draft: JSON.stringify(now),
        ...(saved.edited ? {} : { chapter_text: draftText(now) }),
        version: saved.version + 1,
      })
      .where('tenant_id', '=', w.tenantId)
      .where('report_id', '=', reportId)
      .where('chapter', '=', chapter)
      .execute();
  }
  return changes;
}

/** Settles a quotation of which there is a newer text: quote that, or keep what is quoted. The choice is recorded. */
export async function settlePeriodQuotation(
  w: Writer<'periodReport.edit'>,
  input: {
    readonly reportId: Id<'report'>;
    readonly assignmentId: Id<'assignment'>;
    readonly choice: 'refresh' | 'keep';
    /** The newest version that the person has seen. */
    readonly seenVersion: number;
  },
): Promise<void> {
  const { id } = await lockPeriodReport(w, input.reportId, 'edit');
  const report = await getPeriodReport(w, id);
  const assignment = report.assignments.find((one) => one.id === input.assignmentId);
  if (!assignment?.newer) return await w.log({ noun: 'report', recordId: id, summary: 'quotation is the newest' });
  expectVersion(assignment.newer, input.seenVersion, { choice: input.choice });
  if (input.choice === 'refresh') await quote(w, id, assignment);
  else
    await w.db
      .updateTable('period_quotation')
      .set({ kept_version: assignment.newer.version })
      .where('tenant_id', '=', w.tenantId)
      .where('report_id', '=', id)
      .where('assignment_id', '=', assignment.id)
      .execute();
  await w.log({
    noun: 'report',
    recordId: id,
    summary: `quotation ${input.choice}`,
    before: { assignment: assignment.ref, version: assignment.quotation?.version ?? null },
    after: { version: assignment.newer.version },
  });
}

async function quote(w: Writer, reportId: string, { id, newer }: ReportedAssignment): Promise<void> {
  if (!newer) return;
  const quoted = { quoted_assessment_id: newer.assessmentId, quoted_version: newer.version, kept_version: null };
  await w.db
    .insertInto('period_quotation')
    // An assignment given since the report was begun stands last among those quoted.
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      report_id: reportId,
      assignment_id: id,
      position: 0,
      ...quoted,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id', 'assignment_id']).doUpdateSet(quoted))
    .execute();
}
