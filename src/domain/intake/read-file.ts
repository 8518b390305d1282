import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { TextValues } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { getDocument, replaceDocumentText } from '../matters/index.ts';
import { proposeConnections } from './connection-proposals.ts';
import { afterFileAction, type FileAction, type FileState } from './file-transitions.ts';
import type { ByteStore } from './hand-in.ts';
import type { IntakeFile } from './intake-file.ts';
import { findIntakeFile, getIntakeFile, listProposals } from './intake-reader.ts';
import { insertProposals, type NewProposal } from './intake-writer.ts';
import { proposeLinks } from './link-proposals.ts';
import { hasLayout, type PageLayout, packLayout } from './page-layout.ts';
import { proposeAliases } from './propose-aliases.ts';
import type { ReadResult } from './read-records.ts';
import type { ReadingProgress } from './reading-progress.ts';
import { tellReading } from './tell-reading.ts';
import { tieUnchanged } from './tie-unchanged.ts';

/** Reads the bytes of a document. It is handed in, because a noun knows trees and no formats. */
export type ReadDocument = (
  file: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  },
  options?: { readonly onProgress?: (progress: ReadingProgress) => void },
) => Promise<ReadFile>;

/** What the reading of one file answers: the records proposed in it, and the text that all their spans point into. */
export type ReadFile = { readonly text: string; readonly result: ReadResult; readonly layout?: PageLayout };

export type ReadingTools = {
  readonly db: Database;
  readonly blobs: ByteStore;
  readonly read: ReadDocument;
  /** Hears how far the reading is, for who waits at a terminal; the page reads it from the file. */
  readonly onProgress?: (progress: ReadingProgress) => void;
};

/**
 * Reads a file that was handed in, and lays what was found before a person. A job runs at least once: a file that is read already is left as it
 * is. What the reader refuses is told on the file; a bug is told too and thrown on, so that the job is tried again.
 */
export async function readIntakeFile(
  { db, blobs, read, onProgress }: ReadingTools,
  auth: Authorized<'intake.handIn'>,
  fileId: Id<'intakeFile'>,
): Promise<void> {
  // What has become secret since it was handed in is not there to be read.
  const found = await db.read(auth, (r) => findIntakeFile(r, fileId));
  if (found === undefined || found.state === 'read') return;
  const file = await db.transact(auth, { verb: 'startReading' }, (w) => startReading(w, fileId));
  if (file === undefined) return;
  const telling = tellReading(db, auth.tenantId, fileId);
  try {
    const bytes = await blobs.get(file.sha256);
    const outcome = await read(
      { fileName: file.fileName, mediaType: file.mediaType, bytes },
      {
        onProgress: (progress) => {
          telling.tell(progress);
          onProgress?.(progress);
        },
      },
    );
    await telling.finish();
    const layoutSha256 = hasLayout(outcome.layout) ? await blobs.put(packLayout(outcome.layout)) : null;
    await db.transact(auth, { verb: 'finishReading' }, (w) => finishReading(w, fileId, outcome, layoutSha256));
  } catch (error) {
    await telling.finish();
    const { code, values } = error instanceof AppError ? error : new AppError('intake.unreadable');
    await db.transact(auth, { verb: 'failReading' }, (w) => failReading(w, fileId, code, values));
    if (!(error instanceof AppError)) throw error;
  }
}

/** Marks that a process has begun to read the file; undefined when another one has read it to the end meanwhile. */
async function startReading(w: Writer<'intake.handIn'>, fileId: Id<'intakeFile'>): Promise<IntakeFile | undefined> {
  if (await isRead(w, fileId)) return undefined;
  const file = await getIntakeFile(w, fileId);
  await moveFile(w, fileId, 'start', { progress: 10, reading: '{}', error_code: null, error_values: '{}' });
  await w.log({ noun: 'intakeFile', recordId: fileId, summary: 'reading' });
  return file;
}

/** Lays down what was read: the text, the proposals, the text without place, the problems, and links to what the register has already. */
export async function finishReading(
  w: Writer<'intake.handIn'>,
  fileId: Id<'intakeFile'>,
  { text, result }: ReadFile,
  layoutSha256: string | null = null,
): Promise<void> {
  const { kind, title, ...facts } = result.document;
  // A command and the server may read the same file at once: what was laid before a person is not laid there twice.
  if (await isRead(w, fileId)) return;
  const { documentId } = await moveFile(w, fileId, 'finish', {
    progress: 100,
    kind,
    title,
    unplaced: JSON.stringify(result.unplaced),
    furniture: JSON.stringify(result.furniture),
    problems: JSON.stringify(result.problems),
    facts: JSON.stringify(facts),
    layout_sha256: layoutSha256,
  });
  const { version } = await getDocument(w, documentId);
  const read = { title, kind, datedOn: facts.date ?? null };
  await replaceDocumentText(w, { documentId, expectedVersion: version, sourceText: text, read });
  await insertProposals(w, fileId, result.records.map(proposalOf));
  await tieUnchanged(w, fileId);
  const proposed = await listProposals(w, fileId, { state: 'open' });
  const links = [
    ...(await proposeAliases(w, proposed)),
    ...(await proposeLinks(w, proposed)),
    ...(await proposeConnections(w, proposed)),
  ];
  await insertProposals(w, fileId, links);
  const found = { proposals: result.records.length + links.length, problems: result.problems.length };
  await w.log({ noun: 'intakeFile', recordId: fileId, summary: 'read', after: { kind, title, ...found } });
}

async function failReading(
  w: Writer<'intake.handIn'>,
  fileId: Id<'intakeFile'>,
  code: string,
  values: TextValues,
): Promise<void> {
  if (await isRead(w, fileId)) return;
  await moveFile(w, fileId, 'fail', { error_code: code, error_values: JSON.stringify(values) });
  await w.log({ noun: 'intakeFile', recordId: fileId, summary: `could not be read: ${code}` });
}

/** Waits for whoever is at the file, and tells whether it has been read meanwhile. */
async function isRead(w: Writer, fileId: Id<'intakeFile'>): Promise<boolean> {
  const { state } = await lockRow(w, 'intake_file', fileId);
  if (state !== 'read') return false;
  await w.log({ noun: 'intakeFile', recordId: fileId, summary: 'had been read meanwhile' });
  return true;
}

async function moveFile(
  w: Writer,
  fileId: Id<'intakeFile'>,
  action: FileAction,
  columns: {
    readonly progress?: number;
    readonly kind?: string;
    readonly title?: string;
    readonly reading?: string;
    readonly error_code?: string | null;
    readonly error_values?: string;
    readonly unplaced?: string;
    readonly furniture?: string;
    readonly problems?: string;
    readonly facts?: string;
    readonly layout_sha256?: string | null;
  },
): Promise<{ readonly documentId: Id<'document'> }> {
  const row = await lockRow(w, 'intake_file', fileId);
  await w.db
    .updateTable('intake_file')
    .set({ ...columns, state: afterFileAction(row.state as FileState, action), version: row.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', fileId)
    .execute();
  return { documentId: row.document_id };
}

function proposalOf(record: ReadResult['records'][number]): NewProposal {
  const { type, id, source, alsoAt = [], confidence, rule, ...fields } = record;
  return { type, readerId: id, fields, confidence, rule, source, alsoAt };
}
