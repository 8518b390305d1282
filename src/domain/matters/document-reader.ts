/**
 * Documents inherit the secrecy of their matter: what lies in a matter that is withheld, or is marked so itself, is not there at all for an ordinary
 * reader, neither its title nor its text nor a passage of it. The readers with "protected" in their name show it, to a proof that may.
 */
import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { DocumentRow } from '../../storage/schema/matters.ts';
import { isWithheld, requireUnbiased, withheldText } from '../secrecy/index.ts';
import type { DocumentWithText, RegisteredDocument } from './document.ts';
import type { DocumentKind } from './document-kinds.ts';
import { getMatter, requireMatterBody, requireProtectedReading } from './matter-reader.ts';
import { documentFileIsOpen, documentIsReadable } from './readable-document-reader.ts';

const listColumns = [
  'document.id',
  'document.version',
  'document.kind',
  'document.title',
  'document.matter_id',
  'document.body_id',
  'document.dated_on',
  'document.file_name',
  'document.media_type',
  'document.size',
  'document.sha256',
  'document.disposed_on',
] as const;

const fileOpen = documentFileIsOpen().as('file_open');

export type DocumentFilter = {
  readonly kind?: DocumentKind;
  readonly bodyId?: Id<'body'>;
  readonly matterId?: Id<'matter'>;
  readonly limit?: number;
  readonly offset?: number;
};

/** The open documents of the register, the latest first. */
export async function listDocuments(r: Reader, filter: DocumentFilter = {}): Promise<readonly RegisteredDocument[]> {
  let query = openDocuments(r).select(listColumns).select(fileOpen);
  if (filter.kind) query = query.where('document.kind', '=', filter.kind);
  if (filter.bodyId) query = query.where('document.body_id', '=', filter.bodyId);
  if (filter.matterId) query = query.where('document.matter_id', '=', filter.matterId);
  const rows = await query
    .orderBy('document.dated_on', (order) => order.desc().nullsLast())
    .orderBy('document.title')
    .limit(Math.min(filter.limit ?? 50, 200))
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map(toDocument);
}

/** The documents of one matter, also when it is secret, for a proof of `matter.readProtected` that covers its body. */
export async function listProtectedDocuments(
  r: Reader<'matter.readProtected'>,
  matterId: Id<'matter'>,
): Promise<readonly RegisteredDocument[]> {
  requireProtectedReading(r);
  requireMatterBody(r, await getMatter(r, matterId));
  await requireUnbiased(r, { matterId });
  const rows = await r.db
    .selectFrom('document')
    .select(listColumns)
    .select(fileOpen)
    .where('document.tenant_id', '=', r.tenantId)
    .where('document.matter_id', '=', matterId)
    .orderBy('document.dated_on')
    .orderBy('document.title')
    .execute();
  return rows.map(toDocument);
}

/** An open document with its text. */
export async function getDocument(r: Reader, id: Id<'document'>): Promise<DocumentWithText> {
  const row = isId(id)
    ? await openDocuments(r)
        .select([...listColumns, fileOpen, 'document.source_text'])
        .where('document.id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  return { ...toDocument(row), sourceText: row.source_text };
}

/** A document of any matter with its text, for a proof of `matter.readProtected` that covers the matter's body. */
export async function getProtectedDocument(
  r: Reader<'matter.readProtected'>,
  id: Id<'document'>,
): Promise<DocumentWithText> {
  requireProtectedReading(r);
  const row = isId(id)
    ? await r.db
        .selectFrom('document')
        .select([...listColumns, fileOpen, 'document.source_text', 'document.secrecy_level'])
        .where('document.tenant_id', '=', r.tenantId)
        .where('document.id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  if (row.matter_id) {
    requireMatterBody(r, await getMatter(r, row.matter_id));
    await requireUnbiased(r, { matterId: row.matter_id });
  } else if (isWithheld(row.secrecy_level)) requireMatterBody(r, { bodyId: row.body_id });
  return { ...toDocument(row), sourceText: row.source_text };
}

/** The open document with exactly these bytes: the same file handed in twice is one document. */
export async function findDocumentBySha256(r: Reader, sha256: string): Promise<RegisteredDocument | undefined> {
  const row = await openDocuments(r)
    .select(listColumns)
    .select(fileOpen)
    .where('document.sha256', '=', sha256)
    .where('document.disposed_on', 'is', null)
    .executeTakeFirst();
  return row && toDocument(row);
}

/** The documents that everybody in the authority may read: neither they nor their matter are withheld. */
export function openDocuments(r: Reader) {
  return r.db.selectFrom('document').where('document.tenant_id', '=', r.tenantId).where(documentIsReadable());
}

type ListRow = Pick<
  Selectable<DocumentRow>,
  | 'id'
  | 'version'
  | 'kind'
  | 'title'
  | 'matter_id'
  | 'body_id'
  | 'dated_on'
  | 'file_name'
  | 'media_type'
  | 'size'
  | 'sha256'
  | 'disposed_on'
> & { readonly file_open: boolean };

function toDocument(row: ListRow): RegisteredDocument {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as DocumentKind,
    title: row.title,
    matterId: row.matter_id,
    bodyId: row.body_id,
    datedOn: row.dated_on,
    // The name of a file is as telling as the title that was taken from it.
    fileName: row.file_open ? row.file_name : withheldText.sv,
    fileOpen: row.file_open,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    disposedOn: row.disposed_on,
  };
}
