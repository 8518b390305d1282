import type { Id } from '../../kernel/id.ts';
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
  const rows = await openDocuments(r)
    .innerJoin('source_passage', (join) =>
      join
        .onRef('source_passage.tenant_id', '=', 'document.tenant_id')
        .onRef('source_passage.document_id', '=', 'document.id'),
    )
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

/** The records read from a document, in the order of its text: what an import made of it. */
export async function recordsReadFrom(
  r: Reader,
  documentId: Id<'document'>,
): Promise<
  readonly { readonly noun: string; readonly recordId: string; readonly start: number; readonly end: number }[]
> {
  const rows = await openDocuments(r)
    .innerJoin('source_passage', (join) =>
      join
        .onRef('source_passage.tenant_id', '=', 'document.tenant_id')
        .onRef('source_passage.document_id', '=', 'document.id'),
    )
    .where('document.id', '=', documentId)
    .select(['source_passage.noun', 'source_passage.record_id', 'source_passage.span_start', 'source_passage.span_end'])
    .orderBy('source_passage.span_start')
    .execute();
  return rows.map((row) => ({ noun: row.noun, recordId: row.record_id, start: row.span_start, end: row.span_end }));
}
