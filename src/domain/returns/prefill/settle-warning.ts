import { AppError } from '../../../kernel/errors.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { MayWorkOnReport } from '../answering/take-section.ts';
import { aidsFor } from './answer-aids-reader.ts';
import { lockQuestion, type QuestionKey } from './lock-question.ts';

export type SettleWarning = QuestionKey & { readonly key: string; readonly reason: string };

/** Lets an answer stand in spite of a remark, with the reason. It holds for this remark with these figures: with others it is unsettled again. */
export async function settleWarning(w: MayWorkOnReport, input: SettleWarning): Promise<void> {
  const { report, question } = await lockQuestion(w, input, { keepsAnswer: true });
  const reason = input.reason.trim();
  refuseProblems(reason === '' ? [{ path: 'reason', key: 'validation.required' }] : []);
  const warning = (await aidsFor(w, report)).get(question.code)?.warnings.find(({ key }) => key === input.key);
  if (!warning) throw new AppError('returns.warningGone');
  const row = { reason, settled_by: w.auth.actorName, settled_at: w.runtime.now() };
  const of = { report_id: report.id, question_code: question.code, kind: warning.kind, warning_key: warning.key };
  await w.db
    .insertInto('national_report_settlement')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...of, ...row })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'report_id', 'question_code', 'warning_key']).doUpdateSet(row),
    )
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `remark on ${question.code} settled`,
    after: { kind: warning.kind, values: warning.values, reason },
  });
}

/** Takes that back: the remark is there again. */
export async function unsettleWarning(w: MayWorkOnReport, input: Omit<SettleWarning, 'reason'>): Promise<void> {
  const { report, question } = await lockQuestion(w, input, { keepsAnswer: true });
  const gone = await w.db
    .deleteFrom('national_report_settlement')
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('question_code', '=', question.code)
    .where('warning_key', '=', input.key)
    .returning(['kind', 'reason'])
    .executeTakeFirst();
  if (!gone) throw new AppError('returns.warningGone');
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `remark on ${question.code} unsettled`,
    before: gone,
  });
}
