import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** What was found when a document of a request was tried: each document by itself, and what is open in it goes out (TF 2:15). */
export const triedOutcomes = {
  open: { sv: 'lämnas ut', en: 'is released' },
  masked: { sv: 'lämnas ut maskad', en: 'is released masked' },
  withheld: { sv: 'lämnas inte ut', en: 'is not released' },
} as const satisfies Readonly<Record<string, Localized>>;
export type TriedOutcome = keyof typeof triedOutcomes;
export const triedOutcomeCodes = Object.keys(triedOutcomes) as readonly TriedOutcome[];

/** A document of a request as it was tried: what was found, by which provision, by whom. */
export type TriedDocument = {
  readonly documentId: Id<'document'>;
  readonly outcome: TriedOutcome;
  readonly provision: string | null;
  readonly triedOn: string;
  readonly triedBy: string;
};
