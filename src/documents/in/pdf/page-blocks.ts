import type { FurnitureReason } from '../../tree/source.ts';
import type { ListItemDraft, Run } from '../source-builder.ts';

/** A block as it was found on one page, before blocks that a page break cut in two are joined. */
export type PageBlock = { readonly page: number } & (
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | {
      readonly kind: 'paragraph';
      readonly lines: readonly (readonly Run[])[];
      /** Points that were left free after its last printed line: with room for another word, it ended there. */
      readonly room?: number;
    }
  | { readonly kind: 'list'; readonly items: readonly ListItemDraft[] }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | { readonly kind: 'furniture'; readonly reason: FurnitureReason; readonly runs: readonly Run[] }
);
export type BlockOf<Kind extends PageBlock['kind']> = Extract<PageBlock, { kind: Kind }>;

/** The cells of a row; the paragraphs of a cell stand on lines of their own. */
export type Row = readonly (readonly Run[])[];

export const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
