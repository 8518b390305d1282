import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import { getRow, lockRow } from '../../../storage/get-row.ts';
import { expectVersion } from '../../../storage/version.ts';
import { questionsOf } from '../../forms/index.ts';
import { type MayWorkOnReport, reportFor, reportForPart, structureOf, takeSectionOf } from './take-section.ts';

export type AddRemark = {
  readonly reportId: Id<'nationalReport'>;
  readonly question: string;
  readonly text: string;
};

/** Asks or says something about the answer to a question. Everybody who takes part in answering may. */
export async function addRemark(w: MayWorkOnReport, input: AddRemark): Promise<Id<'nationalReportRemark'>> {
  const report = await reportForPart(w, input.reportId, 'remark');
  if (!questionsOf(await structureOf(w, report)).some(({ code }) => code === input.question))
    throw new AppError('form.questionUnknown');
  return insert(w, { report_id: report.id, question_code: input.question, reply_to_id: null }, input.text);
}

export type ReplyToRemark = { readonly remarkId: Id<'nationalReportRemark'>; readonly text: string };

/** Replies to a remark that is not settled. */
export async function replyToRemark(w: MayWorkOnReport, input: ReplyToRemark): Promise<Id<'nationalReportRemark'>> {
  const remark = await lockRow(w, 'national_report_remark', input.remarkId);
  await reportForPart(w, remark.report_id, 'remark');
  if (remark.settled_at !== null || remark.reply_to_id !== null) throw new AppError('record.notFound');
  const { report_id, question_code } = remark;
  return insert(w, { report_id, question_code, reply_to_id: remark.id }, input.text);
}

export type SettleRemark = { readonly remarkId: Id<'nationalReportRemark'>; readonly expectedVersion: number };

/** Says that a remark is dealt with: by somebody who answers the section, or who keeps the return. */
export async function settleRemark(w: MayWorkOnReport, input: SettleRemark): Promise<void> {
  const { report_id, question_code } = await getRow(w, 'national_report_remark', input.remarkId);
  const report = await reportFor(w, report_id, 'remark');
  await takeSectionOf(w, report, question_code);
  const remark = await lockRow(w, 'national_report_remark', input.remarkId);
  expectVersion(remark, input.expectedVersion, input);
  if (remark.settled_at !== null || remark.reply_to_id !== null) throw new AppError('record.notFound');
  await w.db
    .updateTable('national_report_remark')
    .set({ settled_by: w.auth.actorName, settled_at: w.runtime.now(), version: remark.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', remark.id)
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: report_id,
    summary: `remark settled ${question_code}`,
    after: { remarkId: remark.id },
  });
}

async function insert(
  w: MayWorkOnReport,
  row: { readonly report_id: string; readonly question_code: string; readonly reply_to_id: string | null },
  words: string,
): Promise<Id<'nationalReportRemark'>> {
  const text = words.replace(/\r\n?/gu, '\n').trim();
  refuseProblems(text ? [] : [{ path: 'text', key: 'validation.required' }]);
  const id: Id<'nationalReportRemark'> = w.runtime.newId();
  await w.db
    .insertInto('national_report_remark')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      remark_text: text,
      made_by: w.auth.actorName,
      made_at: w.runtime.now(),
      settled_by: null,
      settled_at: null,
    })
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: row.report_id,
    summary: `remark ${row.question_code}`,
    after: { ...row, text },
  });
  return id;
}
