import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type DocumentKind, isDocumentKind } from './document-kinds.ts';
import { getDocument } from './document-reader.ts';
import { getMatter, requireMatterBody } from './matter-reader.ts';

export type ChangeDocumentKind = {
  readonly documentId: Id<'document'>;
  readonly kind: DocumentKind;
  readonly expectedVersion: number;
};

/** Says what kind of document an open one is. Of some kinds the law says where they are to be read (KL 8:14–16 a). */
export async function changeDocumentKind(w: Writer<'matter.edit'>, input: ChangeDocumentKind): Promise<void> {
  const document = await getDocument(w, input.documentId);
  if (document.bodyId) requireBody(w.auth, document.bodyId);
  else requireMatterBody(w, document.matterId ? await getMatter(w, document.matterId) : { bodyId: null });
  refuseProblems(isDocumentKind(input.kind) ? [] : [{ path: 'kind', key: 'validation.choose' }]);
  // One statement takes the row and its version: who comes second finds another version and is told.
  const { numUpdatedRows } = await w.db
    .updateTable('document')
    .set({ kind: input.kind, version: input.expectedVersion + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', document.id)
    .where('version', '=', input.expectedVersion)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) expectVersion({ version: input.expectedVersion + 1 }, input.expectedVersion, input);
  await w.log({
    noun: 'document',
    recordId: document.id,
    summary: 'kind',
    before: { kind: document.kind },
    after: { kind: input.kind },
  });
}
