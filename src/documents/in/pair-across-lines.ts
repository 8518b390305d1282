import type { Passage } from '../tree/passage.ts';
import type { SourceLine } from '../tree/source.ts';
import type { UnpairedMark } from './parse-marks.ts';

/**
 * Marks that open on one line of a block and close on a later one: the words between get the emphasis, and the marks are no longer broken.
 * Marks never pair across blank lines: a mark that is still open there was lost, and guessing where it ended would mark half a page.
 */
export function pairAcrossLines(lines: readonly SourceLine[], unpaired: readonly UnpairedMark[]) {
  let marked = lines;
  const left: UnpairedMark[] = [];
  for (const mark of unpaired) {
    const index = left.findLastIndex((open) => open.opens && open.marks.join() === mark.marks.join());
    const open = left[index];
    if (!mark.closes || !open || open.line === mark.line) {
      left.push(mark);
      continue;
    }
    left.splice(index, 1);
    marked = marked.map((line) => ({ ...line, words: emphasised(line.words, open, mark) }));
  }
  return { lines: marked, unpaired: left };
}

function emphasised(words: Passage, from: UnpairedMark, to: UnpairedMark): Passage {
  const emphasis = Object.fromEntries(from.marks.map((mark) => [mark, true]));
  const inside = (source: number) => source > from.at && source < to.at;
  return { ...words, pieces: words.pieces.map((piece) => (inside(piece.source) ? { ...piece, ...emphasis } : piece)) };
}
