import { join, type Passage, slice, trimmed } from './passage.ts';
import { goesOn, type PlacedLine } from './recognise.ts';

/**
 * A paragraph as it was written, whatever the page did to it: lines that were wrapped, a sentence that a page break cut in two blocks, a word
 * that was parted over lines ("av-" … "saknad").
 */
export type MendedParagraph = { readonly words: Passage; readonly lines: readonly PlacedLine[] };

/** Whether a line begins a paragraph of its own although it stands in the middle of a block, such as a heading right above its text. */
export type BeginsAnew = (line: PlacedLine, before: PlacedLine) => boolean;

/** The paragraphs of some lines. List items and table rows are paragraphs of their own; the lines after an item belong to it. */
export function mendedParagraphs(
  lines: readonly PlacedLine[],
  beginsAnew: BeginsAnew = () => false,
): readonly MendedParagraph[] {
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (!group || !before || line.marker || line.cells || line.block.kind === 'heading' || beginsAnew(line, before))
      groups.push([line]);
    else if (!line.firstOfBlock && before.block === line.block) group.push(line);
    else if (before.block.kind !== 'heading' && !before.cells && isTorn(before.words.text, line.words.text))
      group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ words: joinWords(group.map((line) => line.words)), lines: group }));
}

/** Joins the lines of one paragraph with spaces, and the halves of a word without its hyphen. */
export function joinWords(passages: readonly Passage[]): Passage {
  return passages.map(trimmed).reduce((before, words) => {
    const parted = isParted(before.text, words.text);
    return parted ? join([slice(before, 0, before.text.length - 1), words], '') : join([before, words], ' ');
  });
}

/** A page break inside a sentence: the words before do not end it, and those after begin with a small letter. */
function isTorn(before: string, words: string): boolean {
  return isParted(before, words) || goesOn(before, words);
}

/** "av-" and "saknad" are halves of a word; "hälso-" and "och sjukvård" are not. */
function isParted(before: string, words: string): boolean {
  return (
    /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(words) && !/^(?:och|eller|samt|respektive|till)(?!\p{L})/u.test(words)
  );
}
