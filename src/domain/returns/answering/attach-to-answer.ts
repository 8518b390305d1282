import type { Id } from '../../../kernel/id.ts';
import { getRow } from '../../../storage/get-row.ts';
import { ensureDocument } from '../../matters/index.ts';
import { type MayWorkOnReport, reportFor, takeSectionOf } from './take-section.ts';

export type AttachToAnswer = {
  readonly reportId: Id<'nationalReport'>;
  readonly question: string;
  /** A file whose bytes lie among the blobs. */
  readonly file: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  };
};

/** Lets a document go with the answer to a question. Bytes that are in the register already are that document; the same file is attached once. */
export async function attachToAnswer(w: MayWorkOnReport, input: AttachToAnswer): Promise<void> {
  const report = await reportFor(w, input.reportId, 'attach');
  await takeSectionOf(w, report, input.question);
  const { fileName } = input.file;
  const title = fileName.replace(/\.\w{1,5}$/u, '') || fileName;
  const { id } = await ensureDocument(w, { kind: 'other', title, ...input.file });
  const row = { report_id: report.id, question_code: input.question, document_id: id };
  await w.db
    .insertInto('national_report_attachment')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      ...row,
      added_by: w.auth.actorName,
      added_at: w.runtime.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `attached ${input.question}`,
    after: { ...row, fileName },
  });
}

/** Takes a file away from an answer. The document stays in the register. */
export async function detachFromAnswer(
  w: MayWorkOnReport,
  input: { readonly attachmentId: Id<'nationalReportAttachment'> },
): Promise<void> {
  const found = await getRow(w, 'national_report_attachment', input.attachmentId);
  const report = await reportFor(w, found.report_id, 'attach');
  await takeSectionOf(w, report, found.question_code);
  await w.db
    .deleteFrom('national_report_attachment')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `detached ${found.question_code}`,
    before: { documentId: found.document_id },
  });
}
