import { createHash } from 'node:crypto';
import { checkTree, type DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { findDecision } from '../decisions/index.ts';
import { freezeFormResponse } from '../forms/index.ts';
import { answerProofs } from './answer-proof.ts';
import type { NationalReportData } from './national-report-data.ts';
import { nationalReportData } from './national-report-data.ts';
import { nationalReportDocument } from './national-report-document.ts';
import { getNationalReport } from './national-report-reader.ts';
import { type NationalReportState, nationalReportStateAfter } from './national-report-transitions.ts';
import { aidsFor } from './prefill/answer-aids-reader.ts';
import { getReturnApproval } from './return-approval-reader.ts';

export type ApproveNationalReport = {
  readonly reportId: Id<'nationalReport'>;
  readonly expectedVersion: number;
  /** The decision by which its body approved it, made in an item of a meeting. */
  readonly decisionId: Id<'decision'>;
  /** The product's own address, before the stable addresses of what the answers rest on. */
  readonly publicUrl?: string;
};

/**
 * Approves a return by a decision of its body: its answers are frozen, and the document and the data as they are now, with what the answers rest on, are
 * kept under one hash. From then on the return is those two; a correction is the return of next year.
 */
export async function approveNationalReport(
  w: Writer<'return.approve' | 'decision.record' | 'meeting.conduct'>,
  input: ApproveNationalReport,
): Promise<void> {
  const before = await lockRow(w, 'national_report', input.reportId);
  const state = nationalReportStateAfter(before.state as NationalReportState, 'approve');
  expectVersion(before, input.expectedVersion);
  const decision = await findDecision(w, input.decisionId);
  if (
    decision?.state !== 'made' ||
    !decision.item ||
    decision.body.id !== before.body_id ||
    decision.decidedOn === null
  )
    throw new AppError('return.noDecision');
  await freezeFormResponse(w, before.form_response_id);
  const report = await getNationalReport(w, input.reportId);
  const { authority } = await getReturnApproval(w, input.reportId);
  const evidence = answerProofs(await aidsFor(w, report), input.publicUrl ?? '');
  const told = { ...report, authority, approvedOn: decision.decidedOn, evidence };
  const tree = nationalReportDocument(told);
  refuseUnwritable(tree);
  const data = nationalReportData(told);
  const hash = returnHash(tree, data);
  await w.db
    .updateTable('national_report')
    .set({
      state,
      approved_by_decision_id: decision.id,
      approved_on: decision.decidedOn,
      frozen_tree: JSON.stringify(tree),
      frozen_data: JSON.stringify(data),
      frozen_hash: hash,
      version: before.version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: before.id,
    before: { state: before.state },
    after: { state, decisionId: decision.id, frozenHash: hash },
  });
}

/** What is frozen must be possible to write for ever after: a document that no writer would take is refused before it is final. */
function refuseUnwritable(tree: DocumentTree): void {
  const faults = checkTree(tree);
  if (faults.length === 0) return;
  throw new AppError('document.notConforming', { reason: joinTexts(faults.map((fault) => fault.text)) }, faults);
}

/** The seal of an approved return: SHA-256 over the canonical JSON of its document and its data, the same whatever order a column keeps keys in. */
export function returnHash(tree: DocumentTree, data: NationalReportData): string {
  // Through JSON once, so that absent members are hashed as they will be read back.
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify({ tree, data }))))
    .digest('hex');
}
