import { type Inline, plainText } from '../tree/index.ts';

/** A stretch of a paragraph that ends with note references: the claim, and the notes that prove it. */
export type ProvedClaim = { readonly claim: string; readonly numbers: readonly number[] };

/** The proved claims of a paragraph in their order. What has no note after it proves nothing and is left out; bold words are labels ("Svar:"). */
export function provedClaims(content: readonly Inline[]): readonly ProvedClaim[] {
  const found: ProvedClaim[] = [];
  let words: Inline[] = [];
  let numbers: number[] = [];
  const flush = () => {
    const claim = plainText(words).trim();
    if (numbers.length > 0 && claim !== '') found.push({ claim, numbers });
    words = [];
    numbers = [];
  };
  for (const part of content) {
    if (part.kind === 'noteRef') {
      numbers.push(part.number);
      continue;
    }
    if (numbers.length > 0) flush();
    // Each text of a report is one sentence: one without a note ends where the next begins.
    if (part.kind === 'text' && words.length > 0) words = [];
    if (!(part.kind === 'text' && part.bold)) words.push(part);
  }
  flush();
  return found;
}
