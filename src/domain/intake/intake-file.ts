import type { ReadProblem } from '../../documents/tree/recognise.ts';
import type { Furniture } from '../../documents/tree/source.ts';
import type { TextValues } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import type { DecidedMany } from './decide-many.ts';
import type { FileState } from './file-transitions.ts';
import type { ReadResult } from './read-records.ts';
import type { ReadingProgress } from './reading-progress.ts';

export type FileFacts = Partial<Omit<ReadResult['document'], 'kind' | 'title'>>;

/** A file on its way from bytes to records: what is found in it waits here for a person. */
export type IntakeFile = {
  readonly id: Id<'intakeFile'>;
  readonly version: number;
  readonly documentId: Id<'document'>;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly state: FileState;
  /** 0–100 while it is being read. */
  readonly progress: number;
  /** The same in pages and records; empty until the reader has said something. */
  readonly reading: Partial<ReadingProgress>;
  readonly kind: string | null;
  readonly title: string | null;
  readonly errorCode: string | null;
  /** What fills the places of the error's sentence. */
  readonly errorValues: TextValues;
  /** Text that fitted nowhere: it is kept and shown. */
  readonly unplaced: ReadResult['unplaced'];
  readonly furniture: readonly Furniture[];
  readonly problems: readonly ReadProblem[];
  /** What the reader said of the document besides kind and title: body, date, year, parts of a bundle. */
  readonly facts: FileFacts;
  /** The packed file of where the passages stand on the pages; null for formats without pages. */
  readonly layoutSha256: string | null;
  /** The latest decision on many proposals at once. */
  readonly many: DecidedMany | null;
  /** The file that holds an earlier version of the same paper. */
  readonly earlierId: Id<'intakeFile'> | null;
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** The body, date, year and kind that hold at a place in the text: those of the part it lies in, else those of the document. */
export function factsAt(file: Pick<IntakeFile, 'facts' | 'kind' | 'title'>, position: number) {
  const part = file.facts.parts?.find(({ start, end }) => start <= position && position < end);
  return {
    part,
    kind: part?.kind ?? file.kind ?? 'other',
    title: part?.title ?? file.title ?? '',
    body: part?.body ?? file.facts.body,
    date: part?.date ?? file.facts.date,
    year: part?.year ?? file.facts.year ?? yearIn(part?.title) ?? yearIn(file.title),
  };
}

/** A title that names exactly one year speaks of that year ("Beredning för nära vård 2023"). */
function yearIn(title: string | null | undefined): number | undefined {
  const years = new Set(title?.match(/\b(?:19|20)\d\d\b/g) ?? []);
  return years.size === 1 ? Number([...years][0]) : undefined;
}
