import { bold, paragraph, text } from './build.ts';
import type { Block, Inline } from './tree.ts';

/**
 * Masking: from a text and what is to be held back a new text is made in which nothing of it is left. Each masked place becomes the same words whatever
 * it held, so that neither its length nor its form tells of it. Nothing is painted over: what is masked is not in the result at all.
 */
export type MaskChoice = {
  /** Whole paragraphs, by their number from nought. */
  readonly paragraphs: readonly number[];
  /** Words and phrases to be masked wherever they stand, also inside longer words. */
  readonly words: readonly string[];
  /** The provision as it is printed in the place of what is held back (TF 2:15, OSL 6:3). */
  readonly provision: string;
};

export type MaskedText = { readonly blocks: readonly Block[]; readonly masks: number };

/** The paragraphs of a text as they are chosen from: parted by empty lines, white space made single. */
export function paragraphsOf(source: string): readonly string[] {
  const parts = source.split(/\n\s*\n/u).map((one) => joinLines(one));
  return parts.filter((one) => one !== '');
}

/** The words that stand in the place of what is held back. */
export function maskWords(provision: string): string {
  return `[maskat: ${provision}]`;
}

/** A text with the chosen parts masked, as the blocks of a new document. */
export function maskText(source: string, choice: MaskChoice): MaskedText {
  const whole = new Set(choice.paragraphs);
  let masks = 0;
  const blocks = paragraphsOf(source).map((one, number) => {
    const spans = whole.has(number) ? [{ start: 0, end: one.length }] : spansOf(one, choice.words);
    masks += spans.length;
    return paragraph(...maskedInlines(one, spans, choice.provision));
  });
  return { blocks, masks };
}

/** The words that can still be read in some texts, in the form in which they were asked for. */
export function wordsLeftIn(texts: Iterable<string>, words: readonly string[]): readonly string[] {
  const all = [...texts].map((one) => joinLines(one));
  return words.filter((word) => all.some((one) => spansOf(one, [word]).length > 0));
}

/** What is held back by a choice, as texts: the words, and the whole paragraphs. For the scan of what was made. */
export function heldBack(source: string, choice: MaskChoice): readonly string[] {
  const paragraphs = paragraphsOf(source);
  const whole = choice.paragraphs.flatMap((number) => paragraphs[number] ?? []);
  return [...new Set([...choice.words.map((one) => one.trim()), ...whole])].filter((one) => one !== '');
}

type Part = { readonly start: number; readonly end: number };

/** Where words stand in a text, each widened to the whole words it touches ("Karin" also hides the rest of "Karins"), joined where they meet. */
export function spansOf(source: string, words: readonly string[]): readonly Part[] {
  const found: Part[] = [];
  for (const word of words) {
    const pattern = patternOf(word);
    if (pattern) for (const hit of source.matchAll(pattern)) found.push(widened(source, hit.index, hit[0].length));
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Part[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    if (last && one.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, one.end) };
    else joined.push(one);
  }
  return joined;
}

/** A word however it is broken: with soft hyphens, with a hyphen at the end of a line, with any white space between its parts. */
function patternOf(word: string): RegExp | undefined {
  const letters = [...word.normalize('NFC').trim()];
  if (letters.length === 0) return undefined;
  const between = '(?:\\u00ad|\\u200b|-\\s+)*';
  const source = letters
    .map((letter) => (/\s/u.test(letter) ? '\\s+' : letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')))
    .join(between);
  return new RegExp(source, 'giu');
}

function widened(source: string, at: number, length: number): Part {
  const before = /[\p{L}\p{N}\p{M}]*$/u.exec(source.slice(0, at))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}\p{M}]*/u.exec(source.slice(at + length))?.[0].length ?? 0;
  return { start: at - before, end: at + length + after };
}

function maskedInlines(source: string, spans: readonly Part[], provision: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) parts.push(text(source.slice(at, start)));
    parts.push(bold(maskWords(provision)));
    at = end;
  }
  if (at < source.length) parts.push(text(source.slice(at)));
  return parts;
}

function joinLines(source: string): string {
  return source.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
