import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { MaskedCopy, MaskedCopyWithTree } from './masked-copy.ts';

const columns = [
  'id',
  'document_id',
  'disclosure_request_id',
  'body_id',
  'title',
  'made_on',
  'made_by',
  'mask_count',
  'provisions',
] as const;

type CopyFilter = { readonly documentId?: Id<'document'>; readonly requestId?: Id<'disclosureRequest'> };

/** The masked copies of a document, or of a request, or all: the latest first. */
export async function listMaskedCopies(r: Reader, filter: CopyFilter = {}): Promise<readonly MaskedCopy[]> {
  let query = copies(r).select(columns);
  if (filter.documentId) query = query.where('document_id', '=', filter.documentId);
  if (filter.requestId) query = query.where('disclosure_request_id', '=', filter.requestId);
  const rows = await query.orderBy('made_on', 'desc').orderBy('id').limit(100).execute();
  return rows.map(toCopy);
}

/** One masked copy with its tree. Throws `record.notFound`. */
export async function getMaskedCopy(r: Reader, id: Id<'maskedCopy'>): Promise<MaskedCopyWithTree> {
  const row = isId(id)
    ? await copies(r)
        .select([...columns, 'tree'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  return { ...toCopy(row), tree: row.tree as DocumentTree };
}

function copies(r: Reader) {
  return r.db.selectFrom('masked_copy').where('tenant_id', '=', r.tenantId);
}

function toCopy(row: {
  id: string;
  document_id: string;
  disclosure_request_id: string | null;
  body_id: string | null;
  title: string;
  made_on: string;
  made_by: string;
  mask_count: number;
  provisions: readonly string[];
}): MaskedCopy {
  return {
    id: row.id,
    documentId: row.document_id,
    requestId: row.disclosure_request_id,
    bodyId: row.body_id,
    title: row.title,
    madeOn: row.made_on,
    madeBy: row.made_by,
    maskCount: row.mask_count,
    provisions: row.provisions,
  };
}
