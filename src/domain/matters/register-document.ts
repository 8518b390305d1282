import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { isWithheld, replaceWithheldText } from '../secrecy/index.ts';
import { type DocumentKind, isDocumentKind } from './document-kinds.ts';
import { findDocumentBySha256, getDocument } from './document-reader.ts';
import { getMatter, requireMatterBody } from './matter-reader.ts';

export type RegisterDocument = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly sourceText?: string | null;
  readonly matterId?: Id<'matter'>;
  readonly bodyId?: Id<'body'>;
  readonly datedOn?: CivilDate;
};

/** Registers a document whose bytes lie among the blobs. The same bytes are one document: registering them again is refused with its title. */
export async function registerDocument(
  w: Writer<'matter.edit' | 'memo.write' | 'return.answer' | 'return.edit' | 'intake.handIn' | 'intake.confirm'>,
  input: RegisterDocument,
): Promise<Id<'document'>> {
  const matter = input.matterId ? await getMatter(w, input.matterId) : undefined;
  // Who handles matters, or hands in the papers of an item, acts for the own bodies.
  const ofOwnBodies = w.auth.action === 'matter.edit' || w.auth.action === 'memo.write';
  if (matter && ofOwnBodies) requireMatterBody(w, matter);
  else if (input.bodyId && ofOwnBodies) requireBody(w.auth, input.bodyId);
  // What an import reads is shown for review to many; a secret matter takes its documents from its own people.
  else if (matter && isWithheld(matter.secrecyLevel)) throw new AppError('access.denied');
  const problems: Problem[] = [];
  if (!isDocumentKind(input.kind)) problems.push({ path: 'kind', key: 'validation.choose' });
  if (input.title.trim() === '') problems.push({ path: 'title', key: 'validation.required' });
  if (!/^[0-9a-f]{64}$/.test(input.sha256))
    throw new Error(`"${input.sha256}" is no SHA-256: pass what the blob store answered.`);
  const same = await findDocumentBySha256(w, input.sha256);
  if (same) problems.push({ path: 'file', key: 'document.registered', values: { title: same.title } });
  // Who has the bytes in hand learns that they lie in a matter that is not open, and nothing more about it.
  else if (await isRegistered(w, input.sha256)) problems.push({ path: 'file', key: 'document.registeredElsewhere' });
  refuseProblems(problems);
  const id: Id<'document'> = w.runtime.newId();
  const row = {
    kind: input.kind,
    title: input.title.trim(),
    matter_id: input.matterId ?? null,
    body_id: input.bodyId ?? null,
    dated_on: input.datedOn ?? null,
    file_name: input.fileName,
    media_type: input.mediaType,
    size: input.size,
    sha256: input.sha256,
  };
  await w.db
    .insertInto('document')
    .values({ tenant_id: w.tenantId, id, ...row, source_text: input.sourceText ?? null })
    .execute();
  // The title of a document in a matter that is not open is as protected as the matter's own, and the log is open to more readers.
  const openly = !matter || !isWithheld(matter.secrecyLevel);
  await w.log({
    noun: 'document',
    recordId: id,
    summary: 'registered',
    after: openly ? row : { ...row, title: '•••', file_name: '•••' },
  });
  return id;
}

/** The document with these bytes, registered if it was not: what an import of the same file twice comes to. */
export async function ensureDocument(
  w: Writer<'matter.edit' | 'return.answer' | 'return.edit' | 'intake.handIn' | 'intake.confirm'>,
  input: RegisterDocument,
): Promise<{ readonly id: Id<'document'>; readonly created: boolean }> {
  const found = await findDocumentBySha256(w, input.sha256);
  if (found) return { id: found.id, created: false };
  try {
    return { id: await registerDocument(w, input), created: true };
  } catch (error) {
    // Somebody else registered the same bytes between the look above and the one before writing: theirs is the document.
    const meanwhile = error instanceof AppError ? await findDocumentBySha256(w, input.sha256) : undefined;
    if (!meanwhile) throw error;
    return { id: meanwhile.id, created: false };
  }
}

export type ReplaceDocumentText = {
  readonly documentId: Id<'document'>;
  readonly expectedVersion: number;
  readonly sourceText: string;
  /** What the reading found the document to be, when it found out. */
  readonly read?: { readonly title: string; readonly kind: DocumentKind; readonly datedOn: CivilDate | null };
};

/**
 * Puts a better reading of the same bytes in place of the text (a scan read anew). Passages that no longer say the same show as changed. What a mark keeps
 * apart is read anew where it is kept, and the words that stand for it stay.
 */
export async function replaceDocumentText(
  w: Writer<'matter.edit' | 'intake.handIn'>,
  input: ReplaceDocumentText,
): Promise<void> {
  const { sourceText, ...before } = await getDocument(w, input.documentId);
  if (before.bodyId && w.auth.action === 'matter.edit') requireBody(w.auth, before.bodyId);
  expectVersion(before, input.expectedVersion);
  const ref = { noun: 'document', recordId: before.id } as const;
  const textKept = await replaceWithheldText(w, { ...ref, field: 'sourceText' }, input.sourceText);
  const titleKept = input.read && (await replaceWithheldText(w, { ...ref, field: 'title' }, input.read.title));
  const { numUpdatedRows } = await w.db
    .updateTable('document')
    .set({
      ...(textKept ? {} : { source_text: input.sourceText }),
      version: before.version + 1,
      ...(input.read && !titleKept && { title: input.read.title }),
      ...(input.read && { kind: input.read.kind, dated_on: input.read.datedOn }),
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('record.changedMeanwhile', {}, { current: before });
  const lengths = { before: sourceText?.length ?? 0, after: input.sourceText.length };
  await w.log({ noun: 'document', recordId: before.id, summary: 'read anew', after: lengths });
}

async function isRegistered(w: Writer, sha256: string): Promise<boolean> {
  const row = await w.db
    .selectFrom('document')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('sha256', '=', sha256)
    .where('disposed_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
