import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DocumentKind } from '../matters/index.ts';
import type { DisposalState } from './disposal-transitions.ts';
import type { DisposalHindrance } from './retention.ts';

/** What became of the bytes of a document that was disposed of. */
export const bytesOutcomes = {
  removed: { sv: 'filen är förstörd', en: 'the file is destroyed' },
  kept: {
    sv: 'filen är kvar, för en annan post använder samma fil',
    en: 'the file remains, because another record uses the same file',
  },
  gone: { sv: 'filen fanns inte', en: 'there was no file' },
} as const satisfies Record<string, Localized>;
export type BytesOutcome = keyof typeof bytesOutcomes;

/** A document that the plan lets go, with the row of the plan that says so; or why it must stay. */
export type DisposalCandidate = {
  readonly documentId: Id<'document'>;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly datedOn: CivilDate | null;
  readonly matterNumber: string | null;
  readonly from: CivilDate;
  readonly basis: string;
};

/** A disposal with its documents as the register knew them. */
export type Disposal = {
  readonly id: Id<'disposal'>;
  readonly version: number;
  readonly number: number;
  readonly state: DisposalState;
  readonly decision: { readonly number: string; readonly on: CivilDate; readonly body: string };
  readonly proposedById: Id<'account'> | null;
  readonly proposedBy: string;
  readonly proposedOn: CivilDate;
  readonly approvedBy: string | null;
  readonly approvedOn: CivilDate | null;
  readonly returnedNote: string | null;
  readonly carriedOutBy: string | null;
  readonly carriedOutOn: CivilDate | null;
  readonly items: readonly DisposalItem[];
};

export type DisposalItem = {
  readonly documentId: Id<'document'>;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly datedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly basis: string;
  readonly sha256: string;
  readonly size: number;
  readonly outcome: BytesOutcome | null;
};

/** A document that is in the way of a disposal, with why. */
export type HinderedDocument = { readonly title: string; readonly hindrance: DisposalHindrance };

/** The decision as it is cited: "Dnr 26RS1, 2026-02-01, regionstyrelsen". */
export function mandateOf({ decision }: Pick<Disposal, 'decision'>): string {
  return `Dnr ${decision.number}, ${decision.on}, ${decision.body}`;
}

/** The topic of the message that has the files of a disposal destroyed after its commit. */
export const disposedFilesTopic = 'disposedFiles';
