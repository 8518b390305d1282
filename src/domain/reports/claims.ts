import { createHash } from 'node:crypto';
import { sentenceTexts } from '../../kernel/sentences.ts';

/** A claim is one sentence of an answer. Its hash names it in the table of evidence, so that evidence stays with a sentence that did not change. */
export type Claim = { readonly hash: string; readonly text: string };

/** The sentences of an answer, in order: each is a claim that wants its proof. */
export function claimsOf(text: string): readonly Claim[] {
  return sentenceTexts(text.normalize('NFC')).map((one) => ({ hash: claimHash(one), text: one }));
}

/**
 * The name of a sentence: SHA-256 of its text, blind to white space, to how letters are composed and to a last full stop, so that who adds the
 * missing one does not lose the evidence.
 */
export function claimHash(text: string): string {
  return createHash('sha256')
    .update(text.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/\.$/u, ''))
    .digest('hex');
}
