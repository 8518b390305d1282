import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { asOfKind, getIndicator } from '../indicators/index.ts';
import { lockPeriodReport } from './period-report-writer.ts';
import { type FigureChoice, figureForms } from './report-figure.ts';
import { lockReportBack } from './report-writer.ts';

/** Who writes a report chooses its figures: a report-back and a report of a period have rights of their own. */
type FigureWriter = Writer<'report.edit' | 'periodReport.edit'>;
type FigureKey = { readonly figureId: Id<'reportFigure'>; readonly expectedVersion: number };

/** Puts a chart of a series last among the figures of a draft; in a report-back at one of its answers. */
export async function addReportFigure(
  w: FigureWriter,
  input: {
    readonly reportId: Id<'report'>;
    readonly entryId?: Id<'reportEntry'>;
    readonly indicatorId: Id<'indicator'>;
  },
): Promise<Id<'reportFigure'>> {
  const report = await lockOwnReport(w, input.reportId);
  if (input.entryId !== undefined && (await getRow(w, 'report_entry', input.entryId)).report_id !== report.id)
    throw new AppError('record.notFound');
  const indicator = await getIndicator(w, input.indicatorId);
  const { last } = await w.db
    .selectFrom('report_figure')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow();
  const id: Id<'reportFigure'> = w.runtime.newId();
  const row = { report_entry_id: input.entryId ?? null, indicator_id: indicator.id, position: (last ?? 0) + 1 };
  await w.db
    .insertInto('report_figure')
    .values({
      tenant_id: w.tenantId,
      id,
      report_id: report.id,
      ...row,
      target: null,
      from_as_of: null,
      alt_text: null,
      frozen: null,
    })
    .execute();
  await w.log({ noun: 'report', recordId: report.id, summary: 'figure added', after: row });
  return id;
}

/** Says which part of the series a figure shows, how it is drawn, its target and the words for who cannot see it. */
export async function changeReportFigure(w: FigureWriter, input: FigureKey & FigureChoice): Promise<void> {
  const { figure, report } = await lockFigure(w, input.figureId);
  const { form, place, sex, ageGroup, from, target, alt } = input;
  expectVersion(figure, input.expectedVersion, { form, place, sex, ageGroup, from, target, alt });
  refuseProblems(choiceProblems(input));
  const row = {
    form,
    // Every municipality has its own picture in that form, so that none is chosen.
    place: form === 'places' ? '' : place.trim(),
    sex,
    age_group: ageGroup.trim(),
    from_as_of: from,
    target: target === null ? null : String(target),
    alt_text: alt?.trim() || null,
  };
  await w.db
    .updateTable('report_figure')
    .set({ ...row, version: figure.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', figure.id)
    .execute();
  const before = Object.fromEntries(Object.keys(row).map((key) => [key, figure[key as keyof typeof row]]));
  await w.log({ noun: 'report', recordId: report.id, summary: 'figure changed', before, after: row });
}

function choiceProblems({ form, from, target, alt }: FigureChoice): readonly Problem[] {
  return [
    ...(form in figureForms ? [] : [{ path: 'form', key: 'validation.choose' }]),
    ...(from === null || asOfKind(from) !== undefined ? [] : [{ path: 'from', key: 'reportFigure.from' }]),
    ...(target === null || Number.isFinite(target) ? [] : [{ path: 'target', key: 'periodReport.target' }]),
    ...(alt === null || alt.length <= 1000 ? [] : [{ path: 'alt', key: 'reportFigure.alt' }]),
  ];
}

/** Lets a figure change places with the one before it at the same answer. */
export async function raiseReportFigure(
  w: FigureWriter,
  input: { readonly figureId: Id<'reportFigure'> },
): Promise<void> {
  const { figure, report } = await lockFigure(w, input.figureId);
  const before = await w.db
    .selectFrom('report_figure')
    .select(['id', 'position'])
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('report_entry_id', 'is not distinct from', figure.report_entry_id)
    .where('position', '<', figure.position)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!before) return refuseProblems([{ path: 'figureId', key: 'reportFigure.first' }]);
  for (const [id, position] of [
    [figure.id, before.position],
    [before.id, figure.position],
  ] as const)
    await w.db
      .updateTable('report_figure')
      .set({ position })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  await w.log({ noun: 'report', recordId: report.id, summary: 'figures ordered', after: { figureId: figure.id } });
}

/** Takes a figure out of a draft. */
export async function removeReportFigure(w: FigureWriter, input: FigureKey): Promise<void> {
  const { figure, report } = await lockFigure(w, input.figureId);
  expectVersion(figure, input.expectedVersion);
  await w.db.deleteFrom('report_figure').where('tenant_id', '=', w.tenantId).where('id', '=', figure.id).execute();
  const { indicator_id, position, form, place, alt_text } = figure;
  await w.log({
    noun: 'report',
    recordId: report.id,
    summary: 'figure removed',
    before: { indicator_id, position, form, place, alt_text },
  });
}

async function lockFigure(w: FigureWriter, id: Id<'reportFigure'>) {
  const { report_id } = await getRow(w, 'report_figure', id);
  const report = await lockOwnReport(w, report_id);
  return { report, figure: await lockRow(w, 'report_figure', id) };
}

function lockOwnReport(w: FigureWriter, id: Id<'report'>) {
  return w.auth.action === 'periodReport.edit' ? lockPeriodReport(w, id, 'edit') : lockReportBack(w, id, 'edit');
}
