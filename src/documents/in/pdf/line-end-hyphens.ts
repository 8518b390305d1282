import { type Lexicon, openLexicon } from '../repair/lexicon.ts';
import { type Place, partMarks } from '../repair/word-graph.ts';
import type { Run } from '../source-builder.ts';
import { type PageBlock, plain } from './page-blocks.ts';

/** Stands where a printed line ended with a hyphen, until all words of the document are known. No text has it: a soft hyphen that is painted is read as a hyphen. */
export const openHyphen = '\u00ad';

const wordForm = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const shortestPart = 3;
const longestWord = 60;

/**
 * Blocks with each hyphen at the end of a line either taken away, because it only parted the word, or kept, because it is written in it
 * ("good enough-nivå"). The document itself knows most: the word stands elsewhere in it, on one line. Else the word list is asked.
 */
export function settleHyphens(blocks: readonly (PageBlock | 'pageBreak')[]): readonly (PageBlock | 'pageBreak')[] {
  const all = blocks.flatMap((block) => (block === 'pageBreak' ? [] : passagesOf(block)));
  if (!all.some((runs) => runs.some((run) => run.text.includes(openHyphen)))) return blocks;
  const known = new Set<string>();
  for (const runs of all)
    for (const { text } of runs)
      for (const { 0: word, index } of text.matchAll(wordForm))
        if (text[index + word.length] !== openHyphen && text[index - 1] !== openHyphen) known.add(word.toLowerCase());
  const isKept = (before: string, after: string) => belongsToWord(before, after, known, openLexicon());
  const settle = (runs: readonly Run[]) => settled(runs, isKept);
  return blocks.map((block) => {
    if (block === 'pageBreak') return block;
    if (block.kind === 'paragraph') return { ...block, lines: block.lines.map(settle) };
    if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(settle)) };
    if (block.kind === 'list')
      return { ...block, items: block.items.map((item) => ({ ...item, runs: settle(item.runs) })) };
    return { ...block, runs: settle(block.runs) };
  });
}

function passagesOf(block: PageBlock): readonly (readonly Run[])[] {
  if (block.kind === 'paragraph') return block.lines;
  if (block.kind === 'table') return block.rows.flat();
  if (block.kind === 'list') return block.items.map((item) => item.runs);
  return [block.runs];
}

/** A word may be parted more than once: what stands before and after a hyphen is taken without the others. */
function settled(runs: readonly Run[], isKept: (before: string, after: string) => boolean): readonly Run[] {
  if (!runs.some((run) => run.text.includes(openHyphen))) return runs;
  const whole = plain(runs);
  const bare = (letters: readonly string[] | null) => letters?.[0]?.replaceAll(openHyphen, '') ?? '';
  let start = 0;
  return runs.map((run) => {
    const from = start;
    start += run.text.length;
    const text = run.text.replaceAll(openHyphen, (_, at: number) => {
      const before = bare(/[\p{L}\p{N}\u00ad-]+$/u.exec(whole.slice(Math.max(0, from + at - longestWord), from + at)));
      const after = bare(/^[\p{L}\p{N}\u00ad]+/u.exec(whole.slice(from + at + 1, from + at + longestWord)));
      return isKept(before, after) ? '-' : '';
    });
    return { ...run, text };
  });
}

/** Whether a hyphen is written in a word: so it stands elsewhere, or its first half begins no Swedish word while the second is one ("enough-nivå"). */
function belongsToWord(before: string, after: string, known: ReadonlySet<string>, { graph }: Lexicon): boolean {
  const joined = `${before}${after}`.toLowerCase();
  const isWord = (word: string) => placesAfter(word).some(({ place, isFirst }) => isEnd(graph.marks(place), isFirst));
  if (known.has(joined) || isWord(joined)) return false;
  if (known.has(`${before}-${after}`.toLowerCase())) return true;
  // A name may begin with any letters.
  if (!/^\p{Ll}{3,}$/u.test(before) || after.length <= shortestPart) return false;
  return placesAfter(before).length === 0 && isWord(after);

  /** Where letters lead in the graph of words, when compounds may be made of its parts. */
  function placesAfter(word: string): readonly { readonly place: Place; readonly isFirst: boolean }[] {
    type Way = { readonly place: Place | 'start'; readonly isFirst: boolean; readonly length: number };
    let ways: readonly Way[] = [{ place: 'start', isFirst: true, length: 0 }];
    for (const letter of word) {
      const further = ways.flatMap(({ place, isFirst, length }): readonly Way[] => {
        const next = graph.step(place, letter);
        if (!next) return [];
        const partEnds = length + 1 >= shortestPart && (graph.marks(next) & partMarks.first) !== 0;
        const way = { place: next, isFirst, length: length + 1 };
        return partEnds ? [way, { place: 'start', isFirst: false, length: 0 }] : [way];
      });
      // Ways that met at one place are one from there on; else a long compound would have as many as it can be parted in.
      ways = [...new Map(further.map((way) => [`${way.place} ${way.isFirst} ${way.length}`, way])).values()];
    }
    return ways.map(({ place, isFirst }) => ({ place: place === 'start' ? 0 : place, isFirst }));
  }
}

function isEnd(marks: number, isFirst: boolean): boolean {
  return (marks & (isFirst ? partMarks.word : partMarks.last)) !== 0;
}
