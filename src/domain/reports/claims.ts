import { createHash } from 'node:crypto';
import { remembering } from '../../kernel/remember.ts';
import { sentenceTexts } from '../../kernel/sentences.ts';
import { type DateMention, findDates } from '../../kernel/swedish-dates.ts';

/** A claim is one sentence of an answer. Its hash names it in the table of evidence, so that evidence stays with a sentence that did not change. */
export type Claim = { readonly hash: string; readonly text: string };

/** Some reports' answers and their sentences: the same ones are read on every page about them. */
const mostAnswers = 2_000;

/** The sentences of an answer, in order: each is a claim that wants its proof. */
export const claimsOf: (text: string) => readonly Claim[] = remembering(mostAnswers, (text) =>
  sentenceTexts(text.normalize('NFC')).map((one) => ({ hash: claimHash(one), text: one })),
);

const datesOfKey = remembering(4 * mostAnswers, (key) => findDates(key.slice(4), { year: Number(key.slice(0, 4)) }));

/** The days and months that a sentence names, where they stand; a day without year is in the year of the report. */
export function datesIn(text: string, year: number): readonly DateMention[] {
  return datesOfKey(`${String(year).padStart(4, '0')}${text}`);
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
