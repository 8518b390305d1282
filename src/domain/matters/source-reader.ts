import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { openDocuments } from './document-reader.ts';
import { passageChanged, type SourcePassage } from './source-passage.ts';

/** A passage with the document it stands in and, resolved from the document's text of today, what it says. */
export type Source = SourcePassage & {
  readonly documentTitle: string;
  readonly documentDate: string | null;
  /** What the document says there now; null when it has no text. */
  readonly text: string | null;
  /** True when that is no longer what was read: the record must be looked at again. */
  readonly changed: boolean;
};

/** Where a record was read, in the order of the text. Passages of documents in matters that are not open are left out. */
export async function sourcesOf(r: Reader, noun: string, recordId: string): Promise<readonly Source[]> {
  const rows = await passages(r)
    .where('source_passage.noun', '=', noun)
    .where('source_passage.record_id', '=', recordId)
    .selectAll('source_passage')
    .select(['document.title', 'document.dated_on', 'document.source_text'])
    .orderBy('document.dated_on')
    .orderBy('source_passage.document_id')
    .orderBy('source_passage.span_start')
    .execute();
  return rows.map((row) => {
    const passage: SourcePassage = {
      id: row.id,
      documentId: row.document_id,
      start: row.span_start,
      end: row.span_end,
      line: row.line,
      hash: row.passage_hash,
      rule: row.rule,
      confidence: Number(row.confidence),
      fields: row.fields,
    };
    return {
      ...passage,
      documentTitle: row.title,
      documentDate: row.dated_on,
      text: row.source_text?.slice(row.span_start, row.span_end) ?? null,
      changed: passageChanged(passage, row.source_text),
    };
  });
}

/** Where a record was read, without the words: what a thread of many steps shows. */
export type SourcePlace = {
  readonly noun: string;
  readonly recordId: string;
  readonly passageId: Id<'sourcePassage'>;
  readonly documentId: Id<'document'>;
  readonly documentTitle: string;
  readonly start: number;
  readonly line: number;
};

/** The places of many records in one query, in the order of the text; the texts of the documents stay where they are. */
export async function sourcePlacesOf(r: Reader, recordIds: readonly string[]): Promise<readonly SourcePlace[]> {
  if (recordIds.length === 0) return [];
  const rows = await passages(r)
    .where('source_passage.record_id', 'in', [...new Set(recordIds)])
    .select(['source_passage.id', 'source_passage.noun', 'source_passage.record_id', 'source_passage.document_id'])
    .select(['source_passage.span_start', 'source_passage.line', 'document.title'])
    .orderBy('document.dated_on')
    .orderBy('source_passage.document_id')
    .orderBy('source_passage.span_start')
    .execute();
  return rows.map((row) => ({
    noun: row.noun,
    recordId: row.record_id,
    passageId: row.id,
    documentId: row.document_id,
    documentTitle: row.title,
    start: row.span_start,
    line: row.line,
  }));
}

/** A passage of a document with the record that was read there. */
export type PassageOfRecord = Pick<SourcePassage, 'id' | 'documentId' | 'start' | 'end' | 'line' | 'rule'> & {
  readonly noun: string;
  readonly recordId: string;
};

/** The records read from a document, in the order of its text: what an import made of it. */
export async function recordsReadFrom(r: Reader, documentId: Id<'document'>): Promise<readonly PassageOfRecord[]> {
  const rows = await passagesOfRecords(r)
    .where('document.id', '=', documentId)
    .orderBy('source_passage.span_start')
    .orderBy('source_passage.id')
    .execute();
  return rows.map(toPassage);
}

/** One passage, when its document may be read. Throws `record.notFound`. */
export async function getPassage(r: Reader, id: Id<'sourcePassage'>): Promise<PassageOfRecord> {
  const row = isId(id) ? await passagesOfRecords(r).where('source_passage.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toPassage(row);
}

function passages(r: Reader) {
  return openDocuments(r).innerJoin('source_passage', (join) =>
    join
      .onRef('source_passage.tenant_id', '=', 'document.tenant_id')
      .onRef('source_passage.document_id', '=', 'document.id'),
  );
}

function passagesOfRecords(r: Reader) {
  return passages(r)
    .select(['source_passage.id', 'source_passage.document_id', 'source_passage.noun', 'source_passage.record_id'])
    .select(['source_passage.span_start', 'source_passage.span_end', 'source_passage.line', 'source_passage.rule']);
}

function toPassage(row: Awaited<ReturnType<ReturnType<typeof passagesOfRecords>['execute']>>[number]): PassageOfRecord {
  return {
    id: row.id,
    documentId: row.document_id,
    noun: row.noun,
    recordId: row.record_id,
    start: row.span_start,
    end: row.span_end,
    line: row.line,
    rule: row.rule,
  };
}
