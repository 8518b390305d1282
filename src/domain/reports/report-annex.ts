import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';

/** What an annex of a report consists of. The last two are made from the register each time, until the report is frozen. */
export const annexKinds = {
  text: { sv: 'text', en: 'text' },
  document: { sv: 'handling i registret', en: 'document of the register' },
  figures: { sv: 'årets siffror', en: 'the figures of the year' },
  meetings: { sv: 'årets sammanträden', en: 'the meetings of the year' },
} as const satisfies Record<string, Localized>;
export type AnnexKind = keyof typeof annexKinds;
export const annexKindCodes = Object.keys(annexKinds) as readonly AnnexKind[];

/** A table that an annex is made of, in words. */
export type AnnexTable = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** An annex of a report, in its place. */
export type ReportAnnex = {
  readonly id: Id<'reportAnnex'>;
  readonly version: number;
  readonly position: number;
  readonly kind: AnnexKind;
  readonly title: string;
  readonly text: string;
  /** The registered document that it consists of; null too when that has since become secret. */
  readonly document: {
    readonly id: Id<'document'>;
    readonly title: string;
    readonly fileName: string;
    readonly datedOn: CivilDate | null;
    readonly sha256: string;
  } | null;
  /** What the register gives for the annexes that are made from it. */
  readonly table: AnnexTable | null;
};

/** An annex as somebody writes it. */
export type AnnexFields = {
  readonly kind: AnnexKind;
  readonly title: string;
  readonly text?: string | undefined;
  readonly documentId?: Id<'document'> | null | undefined;
};

/** What an annex lacks. */
export function annexProblems({ kind, title, text = '', documentId }: AnnexFields): readonly Problem[] {
  return [
    ...(kind in annexKinds ? [] : [{ path: 'kind', key: 'validation.choose' }]),
    ...(title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(kind === 'text' && !text.trim() ? [{ path: 'text', key: 'report.annexEmpty' }] : []),
    ...(kind === 'document' && !documentId ? [{ path: 'documentId', key: 'validation.choose' }] : []),
  ];
}
