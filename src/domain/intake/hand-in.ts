import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { ensureDocument } from '../matters/index.ts';
import { findIntakeFileBySha256 } from './intake-reader.ts';

/** The name of the background task that reads a file; its payload is `{ fileId }`. */
export const readFileTask = 'readIntakeFile';

export type HandIn = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** What the blob store answered when it had the bytes. */
  readonly sha256: string;
};

/** The file that was handed in; `already` when the same bytes had been handed in before, and that file is the one meant. */
export type HandedIn = { readonly fileId: Id<'intakeFile'>; readonly already: boolean };

/** Takes a file in: its document is registered, and reading it is queued. The same bytes again are the earlier file. */
export async function handIn(w: Writer<'intake.handIn'>, input: HandIn): Promise<HandedIn> {
  const earlier = await findIntakeFileBySha256(w, input.sha256);
  if (earlier) {
    await w.log({ noun: 'intakeFile', recordId: earlier.id, summary: `handed in again as ${input.fileName}` });
    return { fileId: earlier.id, already: true };
  }
  if (input.size === 0) throw new AppError('intake.emptyFile', { name: input.fileName });
  const document = await ensureDocument(w, { ...input, kind: 'other', title: input.fileName });
  const fileId: Id<'intakeFile'> = w.runtime.newId();
  await w.db
    .insertInto('intake_file')
    .values({
      tenant_id: w.tenantId,
      id: fileId,
      document_id: document.id,
      state: 'queued',
      unplaced: '[]',
      furniture: '[]',
      problems: '[]',
      facts: '{}',
      reading: '{}',
      error_values: '{}',
      created_by: w.auth.actorName,
    })
    .execute();
  await w.addJob(readFileTask, { fileId }, `${readFileTask}:${fileId}`);
  await w.log({ noun: 'intakeFile', recordId: fileId, summary: `handed in: ${input.fileName}`, after: { ...input } });
  return { fileId, already: false };
}

/** Where bytes are kept; the blob store of storage is one. */
export type ByteStore = {
  readonly put: (bytes: Uint8Array) => Promise<string>;
  readonly get: (hash: string) => Promise<Uint8Array>;
};

/**
 * Keeps the bytes and hands the file in. Two people who hand in the same paper at the same moment both get the one file: the second one's
 * insert meets the unique key of the document and finds the file of the first.
 */
export async function handInBytes(
  { db, blobs }: { readonly db: Database; readonly blobs: ByteStore },
  auth: Authorized<'intake.handIn'>,
  file: { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<HandedIn> {
  const { fileName, mediaType, bytes } = file;
  const input: HandIn = { fileName, mediaType, size: bytes.byteLength, sha256: await blobs.put(bytes) };
  try {
    return await db.transact(auth, { verb: 'handIn' }, (w) => handIn(w, input));
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    return await db.transact(auth, { verb: 'handIn' }, (w) => handIn(w, input));
  }
}

const uniqueViolation = '23505';
