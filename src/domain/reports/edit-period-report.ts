import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { getIndicator } from '../indicators/index.ts';
import { saveTexts } from './edit-report.ts';
import { type FactSentence, type PeriodChapter, periodReportProblems, periodReportWarnings } from './period-report.ts';
import { draftText } from './period-report-draft.ts';
import { getPeriodReport } from './period-report-reader.ts';
import { lockPeriodReport } from './period-report-writer.ts';
import type { ChosenReceiver } from './report-receiver.ts';
import { type ChosenFigure, saveChosenFigures } from './save-chosen-figures.ts';

type ReportKey = { readonly reportId: Id<'report'>; readonly expectedVersion: number };
type ChapterKey = {
  readonly reportId: Id<'report'>;
  readonly chapter: PeriodChapter;
  /** The version of the chapter that was on screen. */
  readonly expectedVersion: number;
};

/** Saves the text of a chapter as a person wrote it; from then on no draft is written over it. */
export async function editChapter(
  w: Writer<'periodReport.edit'>,
  input: ChapterKey & { readonly text: string },
): Promise<void> {
  const text = input.text.trim();
  await saveChapter(w, input, (saved) => ({ chapter_text: text, edited: text !== draftText(saved.draft) }), { text });
}

/** Puts the drafted text in the place of what a person wrote; the log keeps what was there. */
export async function takeChapterDraft(w: Writer<'periodReport.edit'>, input: ChapterKey): Promise<void> {
  await saveChapter(w, input, (saved) => ({ chapter_text: draftText(saved.draft), edited: false }));
}

async function saveChapter(
  w: Writer,
  { reportId, chapter, expectedVersion }: ChapterKey,
  rowOf: (saved: { readonly draft: readonly FactSentence[] }) => { chapter_text: string; edited: boolean },
  proposed?: object,
): Promise<void> {
  const report = await lockPeriodReport(w, reportId, 'edit');
  const saved = await w.db
    .selectFrom('period_chapter')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('chapter', '=', chapter)
    .executeTakeFirst();
  if (!saved) throw new AppError('record.notFound');
  expectVersion(saved, expectedVersion, proposed);
  const row = rowOf({ draft: saved.draft as readonly FactSentence[] });
  await w.db
    .updateTable('period_chapter')
    .set({ ...row, version: saved.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', saved.id)
    .execute();
  await w.log({
    noun: 'report',
    recordId: report.id,
    summary: `chapter ${chapter}`,
    before: { text: saved.chapter_text, edited: saved.edited },
    after: row,
  });
}

/** Chooses which indicators the report shows, in which order and against which target; the chapter is drafted again when somebody asks. */
export async function chooseFigures(
  w: Writer<'periodReport.edit'>,
  input: ReportKey & { readonly figures: readonly ChosenFigure[] },
): Promise<void> {
  const before = await lockPeriodReport(w, input.reportId, 'edit');
  expectVersion(before, input.expectedVersion, { figures: input.figures });
  const problems = input.figures.flatMap(({ target }, index): Problem[] =>
    target === undefined || target === null || Number.isFinite(target)
      ? []
      : [{ path: `targets.${index}`, key: 'validation.number' }],
  );
  refuseProblems(problems);
  const figures = [...new Map(input.figures.map((one) => [one.indicatorId, one])).values()];
  for (const { indicatorId } of figures) await getIndicator(w, indicatorId);
  await saveChosenFigures(w, before.id, figures);
  await bump(w, before);
  await w.log({ noun: 'report', recordId: before.id, summary: 'figures', after: { figures } });
}

/** Saves the title of an interim or annual report and who it goes to. Its closing words are a chapter. */
export async function editPeriodReportFrame(
  w: Writer<'periodReport.edit'>,
  { reportId, ...input }: ReportKey & { readonly title: string; readonly receivers: readonly ChosenReceiver[] },
): Promise<void> {
  await saveTexts(w, await lockPeriodReport(w, reportId, 'edit'), input);
}

/** Says that an interim or annual report may be decided. Answers with what should be looked at first, which does not block. */
export async function markPeriodReportReady(
  w: Writer<'periodReport.edit'>,
  input: ReportKey,
): Promise<readonly Problem[]> {
  const before = await lockPeriodReport(w, input.reportId, 'markReady');
  expectVersion(before, input.expectedVersion);
  const report = await getPeriodReport(w, before.id);
  refuseProblems(periodReportProblems(report));
  await move(w, before);
  return periodReportWarnings(report, w.runtime.today());
}

/** Takes an interim or annual report that was ready back to draft. */
export async function reopenPeriodReport(w: Writer<'periodReport.edit'>, input: ReportKey): Promise<void> {
  const before = await lockPeriodReport(w, input.reportId, 'reopen');
  expectVersion(before, input.expectedVersion);
  await move(w, before);
}

type Locked = Awaited<ReturnType<typeof lockPeriodReport>>;

async function move(w: Writer, before: Locked): Promise<void> {
  await bump(w, before, { state: before.nextState });
  await w.log({
    noun: 'report',
    recordId: before.id,
    before: { state: before.state },
    after: { state: before.nextState },
  });
}

async function bump(w: Writer, before: Locked, row: { state?: string } = {}): Promise<void> {
  await w.db
    .updateTable('report')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
}
