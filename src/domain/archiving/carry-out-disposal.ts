import type { Id } from '../../kernel/id.ts';
import { isBlobReferred } from '../../storage/blob-references.ts';
import type { Blobs } from '../../storage/blobs.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { disposedFilesTopic, mandateOf } from './disposal.ts';
import { getDisposal } from './disposal-reader.ts';
import { disposableNow, saveDisposal, takeDisposal } from './propose-disposal.ts';

/**
 * Carries out an approved disposal in one transaction: what the documents said goes, their rows remain with the decision, the log says so, and the
 * files are destroyed after the commit unless another record uses them. Each document is judged once more; if one must stay now, nothing goes.
 */
export async function carryOutDisposal(
  w: Writer<'archive.dispose'>,
  input: { readonly disposalId: Id<'disposal'>; readonly expectedVersion: number },
): Promise<void> {
  const { before, state } = await takeDisposal(w, input, 'carryOut');
  const disposal = await getDisposal(w, before.id);
  const ids = disposal.items.map(({ documentId }) => documentId);
  await disposableNow(w, ids, disposal.id);
  const today = w.runtime.today();
  await w.db
    .updateTable('document')
    .set((eb) => ({ source_text: null, disposed_on: today, disposal_id: disposal.id, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', 'in', ids)
    .execute();
  for (const { documentId } of disposal.items)
    await w.log({
      noun: 'document',
      recordId: documentId,
      summary: 'disposed of',
      after: { disposedOn: today, mandate: mandateOf(disposal) },
    });
  await forgetReadings(w, ids);
  await saveDisposal(w, before, { state, carried_out_by: w.auth.actorName, carried_out_on: today });
  await w.post(disposedFilesTopic, { disposalId: disposal.id });
}

/** What an import made of the documents repeats what they said: proposals that became nothing, leftover text, places on pages. */
async function forgetReadings(w: Writer, ids: readonly string[]): Promise<void> {
  const files = await w.db
    .selectFrom('intake_file')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('document_id', 'in', ids)
    .execute();
  if (files.length === 0) return;
  const fileIds = files.map(({ id }) => id);
  await w.db
    .updateTable('proposal')
    .set({ fields: '{}', original_fields: '{}' })
    .where('tenant_id', '=', w.tenantId)
    .where('intake_file_id', 'in', fileIds)
    .execute();
  await w.db
    .updateTable('intake_file')
    .set({ unplaced: '[]', furniture: '[]', facts: '{}', layout_sha256: null })
    .where('tenant_id', '=', w.tenantId)
    .where('id', 'in', fileIds)
    .execute();
}

/**
 * Destroys the files of a disposal that was carried out and notes what became of each. Done again, it notes the same: a file that is gone stays what it
 * became the first time. Throws while a file was handed in just now, so that the outbox tries again.
 */
export async function destroyDisposedFiles(
  { db, blobs }: { readonly db: Database; readonly blobs: Pick<Blobs, 'remove'> },
  tenantId: Id<'tenant'>,
  disposalId: Id<'disposal'>,
): Promise<void> {
  const auth = authorize(operatorOf(tenantId, 'Kansli'), 'archive.dispose');
  const disposal = await db.read(auth, (r) => getDisposal(r, disposalId));
  if (disposal.state !== 'carriedOut') return;
  const outcomes = new Map<string, string>();
  for (const { documentId, sha256, outcome } of disposal.items)
    if (outcome === null) outcomes.set(documentId, await blobs.remove(sha256, () => isBlobReferred(db, sha256)));
  if (outcomes.size === 0) return;
  await db.transact(auth, { verb: 'noteDisposedFiles' }, async (w) => {
    for (const [documentId, bytesOutcome] of outcomes)
      await w.db
        .updateTable('disposal_item')
        .set({ bytes_outcome: bytesOutcome })
        .where('tenant_id', '=', w.tenantId)
        .where('disposal_id', '=', disposal.id)
        .where('document_id', '=', documentId)
        .execute();
    await w.log({
      noun: 'disposal',
      recordId: disposal.id,
      summary: 'files destroyed',
      after: Object.fromEntries(outcomes),
    });
  });
}
