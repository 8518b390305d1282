import { authorize, may } from '../../../domain/access/index.ts';
import {
  type DocumentWithText,
  findMatter,
  getDocument,
  getPassage,
  getProtectedDocument,
  type Matter,
  type PassageOfRecord,
  passageChanged,
  recordsReadFrom,
  sourcesOf,
} from '../../../domain/matters/index.ts';
import { type Body, findBody } from '../../../domain/organisation/index.ts';
import { nameRecords, type RecordName } from '../../../domain/thread/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader, RequestContext } from '../../contracts.ts';

/** A passage of a document with the name of the record that was read there; no name when the record is gone. */
export type NamedPassage = PassageOfRecord & { readonly name: RecordName | undefined };

export type DocumentFacts = {
  readonly document: DocumentWithText;
  readonly body: Body | undefined;
  readonly matter: Matter | undefined;
  readonly passages: readonly NamedPassage[];
};

/**
 * A document with what was read from it. One that lies in a matter that is not open is there only for who may read protected matters of its
 * body; for everyone else it does not exist, and neither do its passages.
 */
export async function readDocumentFacts(
  ctx: RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] },
  id: string,
): Promise<DocumentFacts> {
  const { db } = ctx.services;
  const { actor } = ctx;
  try {
    return await db.read(ctx.auth, async (r) => await around(r, await getDocument(r, id)));
  } catch (error) {
    const hidden = error instanceof AppError && error.code === 'record.notFound';
    if (!hidden || !actor || !may(actor, 'matter.readProtected')) throw error;
    const proof = authorize(actor, 'matter.readProtected');
    return await db.read(proof, async (r) => await around(r, await getProtectedDocument(r, id)));
  }
}

async function around(r: Reader, document: DocumentWithText): Promise<DocumentFacts> {
  const passages = await recordsReadFrom(r, document.id);
  return {
    document,
    body: document.bodyId ? await findBody(r, document.bodyId) : undefined,
    matter: document.matterId ? await findMatter(r, document.matterId) : undefined,
    passages: await withNames(r, passages),
  };
}

async function withNames(r: Reader, passages: readonly PassageOfRecord[]): Promise<readonly NamedPassage[]> {
  const names = await nameRecords(r, passages);
  return passages.map((passage) => ({ ...passage, name: names.get(passage.recordId) }));
}

export type PassageFacts = {
  readonly document: DocumentWithText;
  readonly passage: NamedPassage;
  /** Other records that were read from words of the same passage. */
  readonly others: readonly NamedPassage[];
  readonly changed: boolean;
};

export async function readPassageFacts(r: Reader, id: string): Promise<PassageFacts> {
  const found = await getPassage(r, id);
  const document = await getDocument(r, found.documentId);
  const overlapping = (await recordsReadFrom(r, document.id)).filter(
    (one) => one.id === id || (one.start < found.end && found.start < one.end && one.recordId !== found.recordId),
  );
  const named = await withNames(r, overlapping);
  const source = (await sourcesOf(r, found.noun, found.recordId)).find((one) => one.id === id);
  return {
    document,
    passage: named.find((one) => one.id === id) ?? { ...found, name: undefined },
    others: named.filter((one) => one.id !== id),
    changed: source ? passageChanged(source, document.sourceText) : true,
  };
}
