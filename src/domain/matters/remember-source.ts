import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getDocument } from './document-reader.ts';
import { passageHash } from './source-passage.ts';

export type RememberSource = {
  readonly noun: string;
  readonly recordId: string;
  readonly documentId: Id<'document'>;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** The rule of the reader that found it. */
  readonly rule: string;
  readonly confidence: number;
  readonly fields?: readonly string[];
};

/**
 * Remembers which passage a record was read from. Part of the verb that makes the record, and logged by it: a source without a record means
 * nothing. The same record and passage again replace what was remembered.
 */
export async function rememberSource(
  w: Writer<'matter.edit' | 'intake.confirm' | 'intake.handIn' | 'indicator.edit'>,
  input: RememberSource,
): Promise<void> {
  const document = await getDocument(w, input.documentId);
  const length = document.sourceText?.length;
  if (length === undefined || input.start < 0 || input.start >= input.end || input.end > length)
    throw new Error(
      `The passage ${input.start}–${input.end} is not in document ${document.id}: pass spans of its own text.`,
    );
  const passage = {
    line: input.line,
    passage_hash: passageHash(document.sourceText!.slice(input.start, input.end)),
    rule: input.rule,
    confidence: String(input.confidence),
    fields: JSON.stringify(input.fields ?? []),
  };
  await w.db
    .insertInto('source_passage')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      noun: input.noun,
      record_id: input.recordId,
      document_id: input.documentId,
      span_start: input.start,
      span_end: input.end,
      ...passage,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'noun', 'record_id', 'document_id', 'span_start', 'span_end'])
        .doUpdateSet(passage),
    )
    .execute();
}
