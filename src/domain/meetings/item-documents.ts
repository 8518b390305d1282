import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getDocument } from '../matters/index.ts';
import { requireUndecided } from './decided-items.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem } from './meeting-writer.ts';

export type ItemDocumentChoice = { readonly itemId: Id<'agendaItem'>; readonly documentId: Id<'document'> };

/** Puts a registered, open document last among those of an item. One that stands there already stays where it is. */
export async function attachDocument(
  w: Writer<'meeting.edit' | 'memo.write'>,
  input: ItemDocumentChoice,
): Promise<void> {
  const documents = await documentsForChange(w, input.itemId);
  const { title } = await getDocument(w, input.documentId);
  if (!documents.includes(input.documentId))
    await w.db
      .insertInto('agenda_item_document')
      .values({
        tenant_id: w.tenantId,
        agenda_item_id: input.itemId,
        document_id: input.documentId,
        position: documents.length + 1,
      })
      .execute();
  await w.log({
    noun: 'agendaItem',
    recordId: input.itemId,
    summary: 'document added',
    after: { documentId: input.documentId, title },
  });
}

/** Takes a document off an item; it stays in the register, and in the versions of the agenda that were sent with it. */
export async function detachDocument(
  w: Writer<'meeting.edit' | 'memo.write'>,
  input: ItemDocumentChoice,
): Promise<void> {
  const documents = await documentsForChange(w, input.itemId);
  await writeDocuments(
    w,
    input.itemId,
    documents.filter((id) => id !== input.documentId),
  );
  await w.log({
    noun: 'agendaItem',
    recordId: input.itemId,
    summary: 'document removed',
    before: { documentId: input.documentId },
  });
}

/** Lets a document change places with the one before it. */
export async function raiseDocument(
  w: Writer<'meeting.edit' | 'memo.write'>,
  input: ItemDocumentChoice,
): Promise<void> {
  const documents = await documentsForChange(w, input.itemId);
  const at = documents.indexOf(input.documentId);
  const before = documents[at - 1];
  if (before === undefined) return refuseProblems([{ path: 'documentId', key: 'meeting.itemAtEnd' }]);
  const order = documents.with(at - 1, input.documentId).with(at, before);
  await writeDocuments(w, input.itemId, order);
  await w.log({ noun: 'agendaItem', recordId: input.itemId, summary: 'documents ordered', after: order });
}

async function documentsForChange(w: Writer, itemId: Id<'agendaItem'>): Promise<readonly string[]> {
  const { meeting } = await lockItem(w, itemId);
  meetingStateAfter(meeting.state, 'changeAgenda');
  await requireUndecided(w, itemId);
  const rows = await w.db
    .selectFrom('agenda_item_document')
    .select('document_id')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.document_id);
}

async function writeDocuments(w: Writer, itemId: Id<'agendaItem'>, documents: readonly string[]): Promise<void> {
  await w.db
    .deleteFrom('agenda_item_document')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .execute();
  if (documents.length === 0) return;
  await w.db
    .insertInto('agenda_item_document')
    .values(
      documents.map((document_id, index) => ({
        tenant_id: w.tenantId,
        agenda_item_id: itemId,
        document_id,
        position: index + 1,
      })),
    )
    .execute();
}
