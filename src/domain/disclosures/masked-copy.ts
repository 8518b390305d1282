import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';

/** A copy of a document in which parts are masked, to be let out (TF 2:15). It holds what was left; what was taken away is nowhere in it. */
export type MaskedCopy = {
  readonly id: Id<'maskedCopy'>;
  readonly documentId: Id<'document'>;
  readonly requestId: Id<'disclosureRequest'> | null;
  readonly bodyId: Id<'body'> | null;
  readonly title: string;
  readonly madeOn: CivilDate;
  readonly madeBy: string;
  readonly maskCount: number;
  readonly provisions: readonly string[];
};

/** A masked copy with the tree that every format is written from. */
export type MaskedCopyWithTree = MaskedCopy & { readonly tree: DocumentTree };
