import type { AddressedNoun } from '../../../kernel/record-address.ts';
import { type SourceKind, sourceKinds } from '../answer-source-codes.ts';

/** Names a source: a record by its id, another question of the form by its code. */
export type SourceKey = { readonly kind: SourceKind; readonly ref: string };

/** Both parts of a key in one, for maps and form fields. */
export const sourceKeyText = ({ kind, ref }: SourceKey): string => `${kind}:${ref}`;

/** The key in such a text; undefined when there is none. */
export function sourceKeyIn(text: string): SourceKey | undefined {
  const [kind = '', ...rest] = text.split(':');
  const ref = rest.join(':');
  return Object.hasOwn(sourceKinds, kind) && ref !== '' ? { kind: kind as SourceKind, ref } : undefined;
}

/** A record that proves a passage, as far as a link to it needs. `question` is an answer of the same return, named by its code. */
export type EvidenceLink = {
  readonly noun: AddressedNoun | 'question';
  readonly id: string;
  readonly within?: string;
  /** What the link says, in Swedish as the register does. */
  readonly label: string;
};

/** A number of a series at a day, for a question that asks for it. */
export type SourceValue = { readonly number: number; readonly unit: 'percent' | 'count'; readonly asOf: string | null };

/**
 * One source of an answer as it stands in the register now: what it is called, what it can be quoted with and what proves that. A source in a
 * matter that is not open has neither words nor title: that it is there is told, what it says is not.
 */
export type DraftSource = SourceKey & {
  readonly title: string;
  readonly secret: boolean;
  /** The sentences that it gives an answer; empty when the register holds nothing to quote. */
  readonly passage: string;
  readonly evidence: readonly EvidenceLink[];
  /** Why a yes can rest on it, as a sentence in Swedish; null when it says nothing of yes or no. */
  readonly speaksForYes: string | null;
  readonly value: SourceValue | null;
};

/** The same source without anything that a matter's secrecy keeps back. */
export function withoutWords(source: DraftSource): DraftSource {
  return { ...source, title: '', secret: true, passage: '', evidence: [], speaksForYes: null, value: null };
}
