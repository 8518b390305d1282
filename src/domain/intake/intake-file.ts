import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { FileState } from './file-transitions.ts';

/** A stretch of the source text with a reason: text that fitted nowhere, or text that is there for the page only. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly reason?: string;
};

/** What the reading noticed and a person should look at. */
export type IntakeProblem = {
  readonly code: string;
  readonly message: string;
  readonly source?: { readonly start: number; readonly end: number; readonly line: number };
};

/** One part of a bundle, as the reader told it apart: a notice, a memo, a plan. */
export type DocumentPart = {
  readonly kind: string;
  readonly title: string;
  readonly body?: string;
  readonly date?: CivilDate;
  readonly year?: number;
  readonly source: { readonly start: number; readonly end: number };
};

/** What the reader said of the document as a whole. */
export type DocumentFacts = {
  readonly body?: string;
  readonly date?: CivilDate;
  readonly year?: number;
  readonly diaryNumber?: string;
  readonly language?: string;
  readonly pages?: number;
  readonly parts?: readonly DocumentPart[];
};

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
  readonly kind: string | null;
  readonly title: string | null;
  readonly errorCode: string | null;
  readonly unplaced: readonly Stretch[];
  readonly furniture: readonly Stretch[];
  readonly problems: readonly IntakeProblem[];
  readonly facts: DocumentFacts;
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** The body, date, year and kind that hold at a place in the text: those of the part it lies in, else those of the document. */
export function factsAt(file: Pick<IntakeFile, 'facts' | 'kind' | 'title'>, position: number) {
  const part = file.facts.parts?.find(({ source }) => source.start <= position && position < source.end);
  return {
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
