import { type Passage, type Piece, trimmed } from '../tree/passage.ts';
import type { PagePlace, SourceLine } from '../tree/source.ts';
import type { BlockDraft, LineDraft, Run } from './source-drafts.ts';
import { withMarkerApart } from './source-lines.ts';

/** Separates the paragraphs of one cell in the text, which must stay one line there. */
const cellBreak = '\u2028';

/** A draft line with the line of the source that it became; `block` counts the drafts. */
export type WrittenLine = { readonly block: number; readonly draft: LineDraft; readonly line: SourceLine };

/** Writes the text of all drafts, and remembers where each line and each run on a page came to stand in it. */
export function writeLines(drafts: readonly BlockDraft[]) {
  const chunks: string[] = [];
  let at = 0;
  let number = 1;
  const lines: WrittenLine[] = [];
  const places: PagePlace[] = [];
  const write = (words: string) => {
    chunks.push(words);
    at += words.length;
  };
  for (const [block, draft] of drafts.entries()) {
    if (block > 0) {
      write('\n\n');
      number += 2;
    }
    for (const [index, lineDraft] of draft.lines.entries()) {
      if (index > 0) {
        write('\n');
        number += 1;
      }
      const start = at;
      if (index === 0 && draft.startsPage) write('\f');
      if (lineDraft.marker) write(`${lineDraft.marker.printed} `);
      const cells: Passage[] = [];
      for (const runs of lineDraft.cells) {
        if (cells.length > 0) write('\t');
        cells.push(trimmed(writeRuns(runs, number, lineDraft.isRow)));
      }
      lines.push({ block, draft: lineDraft, line: lineOf(lineDraft, cells, { start, end: at, line: number }) });
    }
  }
  return { text: chunks.join(''), lines, places };

  function writeRuns(runs: readonly Run[], line: number, isRow: boolean): Passage {
    const pieces: Piece[] = [];
    let text = '';
    for (const run of runs) {
      const isPlain = !unusual.test(run.text);
      const words = isPlain ? run.text : onOneLine(run.text, isRow);
      if (!words) continue;
      pieces.push(pieceOf(run, text.length, at, words.length, line));
      if (run.place) places.push({ start: at, end: at + words.length, ...run.place });
      text += words;
      write(isPlain ? words : words.replaceAll('\n', cellBreak));
    }
    return { text, pieces };
  }
}

/** What most words have none of. */
const unusual = /[\t-\r]/;

/** A tab parts cells in a row; elsewhere it stays, as before the page number in a table of contents. */
function onOneLine(text: string, isRow: boolean): string {
  return text.replace(isRow ? /[\t\r\f\v]/g : /[\r\f\v]/g, ' ');
}

function pieceOf(run: Run, at: number, source: number, length: number, line: number): Piece {
  const place = { at, source, length, line };
  if (!run.bold && !run.italic && !run.struck) return place;
  return {
    ...place,
    ...(run.bold && { bold: true }),
    ...(run.italic && { italic: true }),
    ...(run.struck && { struck: true }),
  };
}

function lineOf({ marker, isRow, indent }: LineDraft, cells: readonly Passage[], span: SourceLine['span']): SourceLine {
  if (marker) return { span, indent, words: cells[0]!, marker: marker.marker };
  if (isRow) return { span, indent, words: joinCells(cells), cells };
  const apart = withMarkerApart(cells[0]!);
  return apart.marker
    ? { span, indent, words: apart.words, marker: apart.marker }
    : { span, indent, words: apart.words };
}

/** The words of a whole row: its cells with a tab between, as they stand in the text. */
function joinCells(cells: readonly Passage[]): Passage {
  let text = '';
  const pieces: Piece[] = [];
  cells.forEach((cell, index) => {
    if (index > 0) text += '\t';
    for (const piece of cell.pieces) pieces.push(text.length === 0 ? piece : { ...piece, at: piece.at + text.length });
    text += cell.text;
  });
  return { text, pieces };
}
