import type { SourceDocument } from '../../../documents/tree/source.ts';
import type { RecordDraft } from './recognisers.ts';

/**
 * The most that a record may be sure of when its words were read from a picture: text recognition takes one letter in a hundred for another, also
 * in names and figures, and no rule can see that. It is below what counts as sure, so that a person looks at each of them.
 */
export const mostSureOfScan = 0.85;

/** The records with no more confidence than the pages they were read from allow: all of a scan or an image, in a mixed PDF those on scanned pages. */
export function withScanConfidence(source: SourceDocument, records: readonly RecordDraft[]): readonly RecordDraft[] {
  const stretches = scannedStretches(source);
  if (stretches.length === 0) return records;
  return records.map((record) => {
    const spans = [record.source, ...(record.alsoAt ?? [])];
    const scanned = spans.some((span) => stretches.some(({ start, end }) => start < span.end && end > span.start));
    return scanned && record.confidence > mostSureOfScan ? { ...record, confidence: mostSureOfScan } : record;
  });
}

/** Where the text was read from pictures of pages. */
function scannedStretches(source: SourceDocument): readonly { readonly start: number; readonly end: number }[] {
  if (source.format === 'scan' || source.format === 'image') return [{ start: 0, end: source.text.length }];
  const scanned = new Set(source.pageSizes?.flatMap((page) => (page.scanned ? [page.number] : [])));
  return scanned.size === 0 ? [] : (source.places ?? []).filter(({ page }) => scanned.has(page));
}
