import type { TextRun } from './page-content.ts';

/** Signs that hardly stand in Swedish text: what a font shows whose table of letters is missing or wrong. */
const strangeSigns =
  /[\u0080-\u009f\u0100-\u010b\u0110-\u0130\u0250-\u02af\u0370-\u1dff\u2100-\u214f\u2190-\u24ff\u2e80-\ufaff\ufffd]/u;
const vowels = /[aeiouyåäöéüAEIOUYÅÄÖ]/;

/**
 * Whether the letters of a page are not the letters that it shows: fonts without a right table of letters give other signs, or letters in an
 * order that no language has. A page of figures is readable.
 */
export function isUnreadable(runs: readonly TextRun[]): boolean {
  const words = runs.flatMap((run) => run.text.split(' ')).filter((word) => word.length > 1);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters < 40) return false;
  if (strangeIn(words) > letters * 0.25) return true;
  const long = words.filter((word) => longWord.test(word));
  if (long.length < 15) return false;
  // Nearly all pages are readable, and show it in their first half.
  let plausible = 0;
  for (const word of long) {
    if (isPlausible(word)) plausible += 1;
    if (plausible >= long.length * 0.5) return false;
  }
  return true;
}

const longWord = /^[^\d\s]{4,}$/u;

function strangeIn(words: readonly string[]): number {
  let count = 0;
  for (const word of words)
    if (strangeSigns.test(word)) count += [...word].filter((sign) => strangeSigns.test(sign)).length;
  return count;
}

/** A word of four letters or more has a vowel and no more than a few signs that are no letters. */
function isPlausible(word: string): boolean {
  const bare = word.replace(/^[("”'»–-]+|[)"”'».,:;!?–-]+$/gu, '');
  if (bare.length < 4) return true;
  const others = bare.match(/[^\p{L}\-./@&:]/gu)?.length ?? 0;
  return (
    others <= bare.length / 4 &&
    (vowels.test(bare) || /^\p{Lu}+$/u.test(bare)) &&
    !/[^aeiouyåäöéü\W\d_]{7,}/iu.test(bare)
  );
}
