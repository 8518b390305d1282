import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { documentFileIsOpen, getDocument, openDocuments } from '../matters/index.ts';
import { type ConsultationState, consultationStateAfter } from './consultation-transitions.ts';

/** A document of the register that goes with the question: exactly these bytes, so that everybody answers on the same version (CON-16). */
export type RemittedDocument = {
  readonly id: Id<'document'>;
  readonly title: string;
  readonly datedOn: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/** The open documents of a round, in their order. What lies in a matter that is not open, or has a mark on what its file says, is left out, title and all. */
export async function remittedDocuments(r: Reader, consultationId: string): Promise<readonly RemittedDocument[]> {
  const rows = await openDocuments(r)
    .innerJoin('consultation_document as sent', (join) =>
      join.onRef('sent.tenant_id', '=', 'document.tenant_id').onRef('sent.document_id', '=', 'document.id'),
    )
    .select(['document.id', 'document.title', 'document.dated_on', 'document.file_name', 'document.media_type'])
    .select(['document.size', 'document.sha256'])
    .where('sent.consultation_id', '=', consultationId)
    .where(documentFileIsOpen())
    .orderBy('sent.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    datedOn: row.dated_on,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
  }));
}

/** Chooses the papers of a round before it is sent; the list takes the place of the one before. */
export async function setRemittedDocuments(
  w: Writer<'matter.edit'>,
  input: { readonly consultationId: Id<'consultation'>; readonly documentIds: readonly Id<'document'>[] },
): Promise<void> {
  const found = await lockRow(w, 'consultation', input.consultationId);
  if (found.body_id) requireBody(w.auth, found.body_id);
  consultationStateAfter(found.state as ConsultationState, 'change');
  const documentIds = [...new Set(input.documentIds)];
  // Each must be an open document: what is sent to others cannot be secret here.
  for (const id of documentIds) await getDocument(w, id);
  await w.db
    .deleteFrom('consultation_document')
    .where('tenant_id', '=', w.tenantId)
    .where('consultation_id', '=', found.id)
    .execute();
  if (documentIds.length > 0)
    await w.db
      .insertInto('consultation_document')
      .values(
        documentIds.map((document_id, index) => ({
          tenant_id: w.tenantId,
          consultation_id: found.id,
          document_id,
          position: index + 1,
        })),
      )
      .execute();
  await w.log({ noun: 'consultation', recordId: found.id, summary: 'documents', after: { documentIds } });
}
