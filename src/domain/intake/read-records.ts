import type { Reading, ReadProblem } from '../../documents/tree/recognise.ts';
import type { DocumentKind, Furniture, SourceDocument } from '../../documents/tree/source.ts';
import { partStartsOf } from './document-kinds.ts';
import { checkBundle } from './reading/checks/check-bundle.ts';
import { fileDateProblems } from './reading/checks/file-date.ts';
import { coverageOf, type UnplacedText } from './reading/coverage.ts';
import { foldRenderings } from './reading/fold-renderings.ts';
import { headFurniture } from './reading/head-furniture.ts';
import { readingOf } from './reading/part-facts.ts';
import { type ProposedRecord, type RecordDraft, recognisePart } from './reading/recognisers.ts';
import { withScanConfidence } from './reading/scan-confidence.ts';

/** What is known about a document, or about one part of a bundle. */
export type DocumentFacts = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly body?: string;
  readonly date?: string;
  readonly year?: number;
  readonly diaryNumber?: string;
};

export type DocumentPart = DocumentFacts & {
  readonly form?: 'slides';
  readonly start: number;
  readonly end: number;
  readonly line: number;
};

/** The result of reading one file: the object that `kansli read --json` prints and that intake stores for review. */
export type ReadResult = {
  readonly file: string;
  readonly sha256: string;
  readonly document: DocumentFacts & {
    readonly language: 'sv';
    readonly pages?: number;
    readonly parts?: readonly DocumentPart[];
  };
  readonly records: readonly ProposedRecord[];
  readonly unplaced: readonly UnplacedText[];
  readonly furniture: readonly Furniture[];
  readonly problems: readonly ReadProblem[];
};

/**
 * Reads proposed records out of a source document. Pure: the same document gives the same result, ids included. `onFound` hears after each part
 * how many of each type have been found so far.
 */
export function readRecords(
  source: SourceDocument,
  fileName: string,
  onFound: (found: Readonly<Record<string, number>>) => void = () => {},
): ReadResult {
  const starts = partStartsOf(source.blocks, source.contents, source.furniture);
  const readings = starts.map((start, index) =>
    readingOf(source, start, source.blocks.slice(start.at, starts[index + 1]?.at ?? source.blocks.length)),
  );
  const found: Record<string, number> = {};
  const parts = readings.map((reading) => {
    const part = recognisePart(reading);
    for (const { type } of part.records) found[type] = (found[type] ?? 0) + 1;
    onFound({ ...found });
    return part;
  });
  const folded = foldRenderings(parts);
  const records = withIds(withScanConfidence(source, folded.records));
  const placed = records.flatMap((record) => [record.source, ...(record.alsoAt ?? [])]);
  const coverage = coverageOf(source.text, placed, [...source.furniture, ...readings.flatMap(headFurniture)]);
  const checked = [...checkBundle(readings, records), ...fileDateProblems(fileName, readings)];
  const problems = [...source.problems, ...folded.problems, ...checked].sort(byPlace);
  const [first] = readings;
  return {
    file: fileName,
    sha256: source.sha256,
    document: {
      ...(first ? factsOf(first) : { kind: 'other', title: fileName }),
      language: 'sv',
      ...(source.pages && { pages: source.pages }),
      ...(readings.length > 1 && { parts: readings.map(partOf) }),
    },
    records,
    ...coverage,
    problems,
  };
}

/** Ids count up by type in the order of the document: `assignment-4`. */
function withIds(drafts: readonly RecordDraft[]): readonly ProposedRecord[] {
  const counts = new Map<string, number>();
  return [...drafts]
    .sort((a, b) => a.source.start - b.source.start)
    .map((draft) => {
      const number = (counts.get(draft.type) ?? 0) + 1;
      counts.set(draft.type, number);
      const { type, ...rest } = draft;
      return { type, id: `${type}-${number}`, ...rest } as ProposedRecord;
    });
}

function factsOf({ kind, title, body, date, year, diaryNumber }: Reading): DocumentFacts {
  return {
    kind,
    title,
    ...(body && { body }),
    ...(date && { date }),
    ...(year && { year }),
    ...(diaryNumber && { diaryNumber }),
  };
}

function partOf(reading: Reading): DocumentPart {
  const { start, line } = reading.blocks[0]!.span;
  const end = reading.blocks.at(-1)!.span.end;
  return { ...factsOf(reading), ...(reading.form === 'slides' && { form: 'slides' }), start, end, line };
}

function byPlace(a: ReadProblem, b: ReadProblem): number {
  return (a.source?.start ?? -1) - (b.source?.start ?? -1) || a.code.localeCompare(b.code);
}
