import type { Reader } from '../../storage/database.ts';
import { type DocumentKind, documentFileIsOpen, documentIsReadable } from '../matters/index.ts';
import { withheldText } from '../secrecy/index.ts';
import type { ItemDocument } from './agenda-item.ts';

/** The open documents of some items, each item's in its order. What lies in a matter that is not open is left out, title and all. */
export async function documentsOfItems(
  r: Reader,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ItemDocument[]>> {
  const found = new Map<string, ItemDocument[]>();
  if (itemIds.length === 0) return found;
  const rows = await r.db
    .selectFrom('agenda_item_document as link')
    .innerJoin('document', (join) =>
      join.onRef('document.id', '=', 'link.document_id').onRef('document.tenant_id', '=', 'link.tenant_id'),
    )
    .select([
      'link.agenda_item_id',
      'document.id',
      'document.title',
      'document.kind',
      'document.file_name',
      'document.media_type',
      'document.size',
      'document.sha256',
      documentFileIsOpen().as('file_open'),
    ])
    .where('link.tenant_id', '=', r.tenantId)
    .where('link.agenda_item_id', 'in', itemIds)
    .where(documentIsReadable())
    .orderBy('link.position')
    .execute();
  for (const row of rows) {
    const document = {
      id: row.id,
      title: row.title,
      kind: row.kind as DocumentKind,
      fileName: row.file_open ? row.file_name : withheldText.sv,
      mediaType: row.media_type,
      size: row.size,
      sha256: row.sha256,
    };
    found.set(row.agenda_item_id, [...(found.get(row.agenda_item_id) ?? []), document]);
  }
  return found;
}
