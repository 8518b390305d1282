import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type NationalReportState, nationalReportStateAfter } from './national-report-transitions.ts';

export type SendInReport = {
  readonly reportId: Id<'nationalReport'>;
  readonly expectedVersion: number;
  /** The day it was sent in, which may lie behind. */
  readonly on: CivilDate;
  /** Where it was sent, as it is written: an authority, with its mailbox or portal. */
  readonly to: string;
  /** What the authority answered that it came in under; may come later (`noteReceipt`). */
  readonly receiptNumber: string | null;
};

/** Puts on record that an approved return was sent in: which day, by whom and where. The sending itself is done by a person, outside. */
export async function sendInReport(w: Writer<'return.edit'>, input: SendInReport): Promise<void> {
  const before = await lockRow(w, 'national_report', input.reportId);
  requireBody(w.auth, before.body_id);
  const state = nationalReportStateAfter(before.state as NationalReportState, 'sendIn');
  expectVersion(before, input.expectedVersion);
  const to = input.to.trim();
  const problems: Problem[] = [];
  if (!to) problems.push({ path: 'to', key: 'validation.required' });
  if (input.on > w.runtime.today() || (before.approved_on !== null && input.on < before.approved_on))
    problems.push({ path: 'on', key: 'returns.sentOutside' });
  refuseProblems(problems);
  const row = {
    sent_on: input.on,
    sent_by: w.auth.actorName,
    sent_to: to,
    receipt_number: input.receiptNumber?.trim() || null,
  };
  await w.db
    .updateTable('national_report')
    .set({ ...row, state, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: before.id,
    before: { state: before.state },
    after: { state, ...row },
  });
}

export type NoteReceipt = {
  readonly reportId: Id<'nationalReport'>;
  readonly expectedVersion: number;
  readonly receiptNumber: string;
};

/** Puts the number of a receipt on record that came after the return was sent in. It is noted once. */
export async function noteReceipt(w: Writer<'return.edit'>, input: NoteReceipt): Promise<void> {
  const before = await lockRow(w, 'national_report', input.reportId);
  requireBody(w.auth, before.body_id);
  expectVersion(before, input.expectedVersion);
  const number = input.receiptNumber.trim();
  refuseProblems([
    ...(number ? [] : [{ path: 'receiptNumber', key: 'validation.required' }]),
    ...(before.sent_on === null || before.receipt_number !== null
      ? [{ path: 'receiptNumber', key: 'returns.receiptThere' }]
      : []),
  ]);
  await w.db
    .updateTable('national_report')
    .set({ receipt_number: number, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'nationalReport', recordId: before.id, summary: 'receipt', after: { receiptNumber: number } });
}
