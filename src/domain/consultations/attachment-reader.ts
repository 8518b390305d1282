import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';

/** A file that came with an answer. */
export type Attachment = {
  readonly id: Id<'consultationAttachment'>;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** False while the answer it belongs to is a draft: then only the respondent sees it. */
  readonly sent: boolean;
};

/** The files of some answers, in the order in which they came. */
export async function attachmentsOf(
  r: Reader,
  responseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
  if (responseIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('consultation_attachment')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('consultation_response_id', 'in', responseIds)
    .orderBy('added_at')
    .orderBy('file_name')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.consultation_response_id);
  return new Map([...grouped].map(([id, own]) => [id, own.map(toAttachment)]));
}

/** A file that came with an answer that was sent in, with the round and the answer it belongs to. Throws `record.notFound` for another's draft. */
export async function getSentAttachment(r: Reader, id: Id<'consultationAttachment'>) {
  const row = await getRow(r, 'consultation_attachment', id);
  if (!row.sent) throw new AppError('record.notFound');
  return { ...toAttachment(row), responseId: row.consultation_response_id };
}

function toAttachment(row: {
  readonly id: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string;
  readonly sent: boolean;
}): Attachment {
  return {
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    sent: row.sent,
  };
}
