import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Writer } from '../../../storage/database.ts';
import { getRow, lockRow } from '../../../storage/get-row.ts';
import { type FormStructure, getFormVersion } from '../../forms/index.ts';
import {
  type NationalReportAction,
  type NationalReportState,
  nationalReportStateAfter,
} from '../national-report-transitions.ts';
import { requireAnswerer, requirePart } from './may-answer.ts';

export type MayWorkOnReport = Writer<'return.answer' | 'return.edit'>;

/** The row of a return in which an action can be done now. Several may answer at once, so it is not locked. */
export async function reportFor(w: MayWorkOnReport, id: Id<'nationalReport'>, action: NationalReportAction) {
  const report = await getRow(w, 'national_report', id);
  nationalReportStateAfter(report.state as NationalReportState, action);
  return report;
}

/** The same for somebody who takes part in answering it, in whichever section. Throws `returns.notYours`. */
export async function reportForPart(w: MayWorkOnReport, id: Id<'nationalReport'>, action: NationalReportAction) {
  const report = await reportFor(w, id, action);
  const sections = await w.db
    .selectFrom('national_report_section as section')
    .leftJoin('national_report_responsible as responsible', (join) =>
      join.onRef('responsible.tenant_id', '=', 'section.tenant_id').onRef('responsible.section_id', '=', 'section.id'),
    )
    .select(['section.id', 'section.unit_body_id', 'responsible.account_id'])
    .where('section.tenant_id', '=', w.tenantId)
    .where('section.report_id', '=', report.id)
    .execute();
  const given = [...Map.groupBy(sections, (row) => row.id).values()].map((rows) => ({
    unitId: rows[0]!.unit_body_id,
    responsibleIds: rows.flatMap(({ account_id }) => (account_id === null ? [] : [account_id])),
  }));
  requirePart(w.auth, report.body_id, given);
  return report;
}

/** What is asked in the return of a row. */
export async function structureOf(
  w: MayWorkOnReport,
  report: { readonly form_response_id: string },
): Promise<FormStructure> {
  const response = await getRow(w, 'form_response', report.form_response_id);
  return (await getFormVersion(w, response.form_version_id)).structure;
}

/** The section of a return in which a question stands, locked, for somebody whom it was given to. Throws `returns.notYours`. */
export async function takeSectionOf(
  w: MayWorkOnReport,
  report: Awaited<ReturnType<typeof reportFor>>,
  question: string,
) {
  const structure = await structureOf(w, report);
  const section = structure.parts
    .flatMap(({ sections }) => sections)
    .find(({ questions }) => questions.some(({ code }) => code === question));
  if (!section) throw new AppError('form.questionUnknown');
  const row = await w.db
    .selectFrom('national_report_section')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('section_code', '=', section.code)
    .executeTakeFirst();
  if (!row) throw new AppError('form.questionUnknown');
  return takeSection(w, report, row.id);
}

/** A section by its id, locked, for somebody whom it was given to. Throws `returns.notYours`. */
export async function takeSection(
  w: MayWorkOnReport,
  report: { readonly id: string; readonly body_id: string },
  id: Id<'nationalReportSection'>,
) {
  const section = await lockRow(w, 'national_report_section', id);
  if (section.report_id !== report.id) throw new AppError('record.notFound');
  const responsible = await w.db
    .selectFrom('national_report_responsible')
    .select('account_id')
    .where('tenant_id', '=', w.tenantId)
    .where('section_id', '=', id)
    .execute();
  requireAnswerer(w.auth, report.body_id, {
    unitId: section.unit_body_id,
    responsibleIds: responsible.map(({ account_id }) => account_id),
  });
  return section;
}
