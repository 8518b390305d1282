import { createHash } from 'node:crypto';

/**
 * A text that an annotation expects without holding it: the genuine papers name people, and neither names nor sentences of theirs belong in the
 * repository. With `fold` the letters that a scanner mixes up count as the same.
 */
export type SealedText = { readonly sha: string; readonly fold?: true };

/** A long text of a damaged paper, of which only its first and its last words are expected. */
export type SealedEnds = { readonly first: SealedText; readonly last: SealedText };

/** What an annotation expects of a field: null where the paper has nothing, and of an object only the fields that are named. */
export type Expected =
  | null
  | boolean
  | number
  | string
  | SealedText
  | SealedEnds
  | readonly Expected[]
  | { readonly [field: string]: Expected };

/** How many words at either end of a long text are compared. */
const wordsAtEnds = 3;

export function seal(text: string, fold = false): SealedText {
  const same = fold ? folded(text) : normalised(text);
  const sha = createHash('sha256').update(same).digest('hex').slice(0, 12);
  return fold ? { sha, fold } : { sha };
}

export function sealEnds(text: string): SealedEnds {
  const { first, last } = endsOf(text);
  return { first: seal(first, true), last: seal(last, true) };
}

/** Whether a value read is the one expected, apart from white space. */
export function matches(expected: Expected, read: unknown): boolean {
  if (expected === null) return read === undefined || read === null || read === '';
  if (typeof expected === 'string') return typeof read === 'string' && normalised(read) === normalised(expected);
  if (typeof expected !== 'object') return read === expected;
  if (isList(expected)) {
    return (
      Array.isArray(read) && read.length === expected.length && expected.every((one, at) => matches(one, read[at]))
    );
  }
  if (isSealed(expected)) return typeof read === 'string' && seal(read, expected.fold).sha === expected.sha;
  if (isEnds(expected)) {
    if (typeof read !== 'string') return false;
    const { first, last } = endsOf(read);
    return matches(expected.first, first) && matches(expected.last, last);
  }
  if (typeof read !== 'object' || read === null) return false;
  return Object.entries(expected).every(([field, one]) => matches(one, (read as Record<string, unknown>)[field]));
}

/** White space is how a format breaks its lines, never what a paper says. */
export function normalised(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Letters without their marks, and with the signs that a scanner reads in their stead. */
export function folded(text: string): string {
  return normalised(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[60]/g, 'o')
    .replace(/&/g, 'a');
}

function endsOf(text: string): { readonly first: string; readonly last: string } {
  const words = normalised(text).split(' ');
  return { first: words.slice(0, wordsAtEnds).join(' '), last: words.slice(-wordsAtEnds).join(' ') };
}

export function isSealed(expected: Expected): expected is SealedText {
  return typeof expected === 'object' && expected !== null && 'sha' in expected;
}

export function isEnds(expected: Expected): expected is SealedEnds {
  return typeof expected === 'object' && expected !== null && 'first' in expected && 'last' in expected;
}

function isList(expected: Expected): expected is readonly Expected[] {
  return Array.isArray(expected);
}
