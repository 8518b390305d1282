import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { documentFileIsOpen, documentIsReadable } from '../matters/index.ts';
import type { ReportAttachment, ReportRemark } from './national-report.ts';

/** The remarks about the answers of a return with their replies, in the order they were made. */
export async function remarksOf(r: Reader, reportId: Id<'nationalReport'>): Promise<readonly ReportRemark[]> {
  const rows = await r.db
    .selectFrom('national_report_remark')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('report_id', '=', reportId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows
    .filter(({ reply_to_id }) => reply_to_id === null)
    .map((row) => ({
      id: row.id,
      version: row.version,
      question: row.question_code,
      text: row.remark_text,
      madeBy: row.made_by,
      madeAt: row.made_at,
      settled: row.settled_at === null ? null : { by: row.settled_by!, at: row.settled_at },
      replies: rows
        .filter(({ reply_to_id }) => reply_to_id === row.id)
        .map((one) => ({ id: one.id, text: one.remark_text, madeBy: one.made_by, madeAt: one.made_at })),
    }));
}

/** The files that go with the answers of a return, in the order they were added. */
export async function attachmentsOf(r: Reader, reportId: Id<'nationalReport'>): Promise<readonly ReportAttachment[]> {
  const rows = await r.db
    .selectFrom('national_report_attachment as attachment')
    .innerJoin('document', (join) =>
      join.onRef('document.tenant_id', '=', 'attachment.tenant_id').onRef('document.id', '=', 'attachment.document_id'),
    )
    .selectAll('attachment')
    .select(['document.title', 'document.file_name', 'document.media_type', 'document.size', 'document.sha256'])
    .where('attachment.tenant_id', '=', r.tenantId)
    .where('attachment.report_id', '=', reportId)
    .where(documentIsReadable())
    .where(documentFileIsOpen())
    .orderBy('attachment.added_at')
    .orderBy('attachment.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    question: row.question_code,
    documentId: row.document_id,
    title: row.title,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }));
}
