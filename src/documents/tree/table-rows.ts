import { type Passage, slice, trimmed } from './passage.ts';
import type { PlacedLine } from './recognise.ts';
import type { SourceBlock, SourceLine } from './source.ts';

/** A row of a table: its cells, and whether the document itself says where they end or only wide gaps do. */
export type TableRow = { readonly line: SourceLine; readonly cells: readonly Passage[]; readonly drawn: boolean };

/**
 * The rows of blocks, whatever they came as: the cells of a real table, or the stretches between tabs and wide gaps in a line of text, which
 * is what is left of a table when a conversion knows no tables. A line without gaps is a row of one cell.
 */
export function rowsOf(blocks: readonly SourceBlock[]): readonly TableRow[] {
  return blocks.flatMap((block) =>
    block.lines.map((line) => ({
      line,
      cells: line.cells ?? cellsByGaps(line.words),
      drawn: line.cells !== undefined,
    })),
  );
}

/** A longer line is no row of a table on a page. */
const longestRow = 1_000;

function cellsByGaps(words: Passage): readonly Passage[] {
  if (words.text.length > longestRow) return [words];
  const cells: Passage[] = [];
  let from = 0;
  for (const gap of words.text.matchAll(/[^\S\n]{2,}|\t/gu)) {
    cells.push(trimmed(slice(words, from, gap.index)));
    from = gap.index + gap[0].length;
  }
  return [...cells, trimmed(slice(words, from))];
}

const paragraphTag = /<\/?(?:p|br|li|ul|ol|div)\b[^<>]*>/iu;

/**
 * The paragraphs inside one cell: parted by line breaks, or, where the text has them, by the tags of a conversion. `text` is the whole source,
 * because the tags stand between the pieces of the passage.
 */
export function paragraphsOf(cell: Passage, text: string): readonly Passage[] {
  const cuts = [...cell.text.matchAll(/\n/gu)].map((match) => match.index);
  for (const [index, piece] of cell.pieces.slice(1).entries()) {
    const before = cell.pieces[index]!;
    if (paragraphTag.test(text.slice(before.source + before.length, piece.source))) cuts.push(piece.at);
  }
  const bounds = [0, ...cuts.sort((a, b) => a - b), cell.text.length];
  return bounds
    .slice(1)
    .map((end, index) => trimmed(slice(cell, bounds[index]!, end)))
    .filter((part) => part.text !== '');
}

/** A heading and the lines under it, up to the next heading. */
export type Chapter = {
  readonly title: string;
  readonly heading: SourceBlock;
  readonly blocks: readonly SourceBlock[];
};

const numbered = /^(?:kapitel\s+)?\d+(?:\.\d+)*\.?\s+(?=\p{Lu})/iu;

/**
 * The chapters of a document. A heading is a block that the source marks as one, or a single short line that is numbered or wholly bold and does
 * not end like a sentence.
 */
export function chaptersOf(blocks: readonly SourceBlock[]): readonly Chapter[] {
  const chapters: { title: string; heading: SourceBlock; blocks: SourceBlock[] }[] = [];
  for (const block of blocks) {
    const title = headingTitle(block);
    if (title !== undefined) chapters.push({ title, heading: block, blocks: [] });
    else chapters.at(-1)?.blocks.push(block);
  }
  return chapters;
}

/** The words of a heading without its number; undefined when the block is none. */
export function headingTitle(block: SourceBlock): string | undefined {
  const [line, ...others] = block.lines;
  if (!line || block.kind === 'table') return undefined;
  const text = block.lines
    .map((one) => one.words.text)
    .join(' ')
    .trim();
  if (block.kind === 'heading') return text.replace(numbered, '');
  if (others.length > 0 || text.length > 140 || /[.!?;,]$/u.test(text) || !/\p{L}/u.test(text)) return undefined;
  const isNumbered = line.marker?.kind === 'number' || (line.marker === undefined && numbered.test(text));
  const isBold = line.words.pieces.length > 0 && line.words.pieces.every((piece) => piece.bold);
  return isNumbered || isBold ? text.replace(numbered, '') : undefined;
}

/** The items of a list with what is indented under each. */
export type ListPoint = {
  readonly text: string;
  readonly details: readonly string[];
  readonly lines: readonly PlacedLine[];
};

/** Lines with a bullet as points; a line without one goes on from the line before, a deeper bullet is a detail of its point. */
export function pointsOf(lines: readonly PlacedLine[]): readonly ListPoint[] {
  const points: { text: string; details: string[]; lines: PlacedLine[] }[] = [];
  const base = Math.min(...lines.filter((line) => line.marker).map((line) => line.indent));
  for (const line of lines) {
    const last = points.at(-1);
    if (line.marker && (!last || line.indent <= base))
      points.push({ text: line.words.text, details: [], lines: [line] });
    else if (!last) continue;
    else {
      if (line.marker) last.details.push(line.words.text);
      else if (last.details.length > 0) last.details.push(`${last.details.pop()} ${line.words.text}`);
      else last.text += ` ${line.words.text}`;
      last.lines.push(line);
    }
  }
  return points;
}
