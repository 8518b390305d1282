import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { answerProofs } from './answer-proof.ts';
import type { AnsweredReport } from './national-report.ts';
import { type NationalReportData, nationalReportData } from './national-report-data.ts';
import { nationalReportDocument } from './national-report-document.ts';
import { getNationalReport } from './national-report-reader.ts';
import { aidsFor } from './prefill/answer-aids-reader.ts';

/** What has become of a return since it was made ready: the decision, what was frozen by it, and how it was sent in. */
export type ReturnApproval = {
  /** The organisation that answers. */
  readonly authority: string;
  readonly approval: { readonly decisionId: Id<'decision'>; readonly on: CivilDate } | null;
  readonly frozen: { readonly tree: DocumentTree; readonly data: NationalReportData; readonly hash: string } | null;
  readonly sent: {
    readonly on: CivilDate;
    readonly by: string;
    readonly to: string;
    readonly receiptNumber: string | null;
  } | null;
};

/** A return as it leaves the house: the document and the data, as approved when they are frozen and otherwise as they are now. */
export type ReturnToSend = ReturnApproval & {
  readonly report: AnsweredReport;
  readonly tree: DocumentTree;
  readonly data: NationalReportData;
};

/** How far the approval of a return has come. Throws `record.notFound`. */
export async function getReturnApproval(r: Reader, id: Id<'nationalReport'>): Promise<ReturnApproval> {
  const row = await r.db
    .selectFrom('national_report as report')
    .innerJoin('tenant', 'tenant.id', 'report.tenant_id')
    .selectAll('report')
    .select('tenant.name as authority')
    .where('report.tenant_id', '=', r.tenantId)
    .where('report.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  return {
    authority: row.authority,
    approval:
      row.approved_by_decision_id !== null && row.approved_on !== null
        ? { decisionId: row.approved_by_decision_id, on: row.approved_on }
        : null,
    frozen:
      row.frozen_hash === null
        ? null
        : {
            tree: row.frozen_tree as DocumentTree,
            data: row.frozen_data as NationalReportData,
            hash: row.frozen_hash,
          },
    sent:
      row.sent_on === null
        ? null
        : { on: row.sent_on, by: row.sent_by ?? '', to: row.sent_to ?? '', receiptNumber: row.receipt_number },
  };
}

/** A return with its document and its data. One that is not frozen yet tells what its answers rest on now, with addresses below `publicUrl`. */
export async function getReturnToSend(r: Reader, id: Id<'nationalReport'>, publicUrl = ''): Promise<ReturnToSend> {
  const report = await getNationalReport(r, id);
  const approval = await getReturnApproval(r, id);
  if (approval.frozen) return { ...approval, report, tree: approval.frozen.tree, data: approval.frozen.data };
  const evidence = answerProofs(await aidsFor(r, report), publicUrl);
  const told = { ...report, authority: approval.authority, approvedOn: approval.approval?.on ?? null, evidence };
  return { ...approval, report, tree: nationalReportDocument(told), data: nationalReportData(told) };
}

/** The returns that decisions approved, by decision: what was decided is a paper of its item. */
export async function returnsApprovedBy(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<ReadonlyMap<Id<'decision'>, { readonly id: Id<'nationalReport'>; readonly title: string }>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('national_report')
    .select(['id', 'title', 'approved_by_decision_id'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('approved_by_decision_id', '=', eb.fn.any(eb.val([...decisionIds]))))
    .execute();
  return new Map(rows.map(({ id, title, approved_by_decision_id }) => [approved_by_decision_id!, { id, title }]));
}
