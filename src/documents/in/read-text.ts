import { createHash } from 'node:crypto';
import type { ReadProblem } from '../tree/recognise.ts';
import type { SourceBlock, SourceDocument, SourceLine } from '../tree/source.ts';
import { decodeText } from './decode-text.ts';
import { findFurniture } from './find-furniture.ts';
import { parseLine, type RawLine, rawLinesOf } from './source-lines.ts';

/** Reads plain or lightly marked text (the form in which extracted office documents usually come) into a source tree. */
export function readText(bytes: Uint8Array): SourceDocument {
  const { text, problems } = decodeText(bytes);
  const lines = rawLinesOf(text);
  const found = findFurniture(lines);
  const { blocks, unpaired } = blocksOf(text, lines, found.lines);
  const pages = lines.filter((line) => line.afterFormFeed).length;
  return {
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    blocks,
    contents: found.contents,
    furniture: found.furniture,
    problems: [...problems, ...unpaired.map(brokenMark)],
    ...(pages > 0 && { pages: pages + 1 }),
  };
}

const brokenMark = ({ start, line }: { start: number; line: number }): ReadProblem => ({
  code: 'brokenMark',
  message: `Rad ${line}: en markering för kursiv eller fet stil saknar sin motsvarighet. Texten är hel, men var stilen börjar och slutar är osäkert.`,
  source: { start, end: start + 1, line },
});

/** A block ends at a blank line, at a heading, and where prose, list and table meet. A line without marker after a list item continues it. */
function blocksOf(text: string, lines: readonly RawLine[], furniture: ReadonlySet<number>) {
  const blocks: (Omit<SourceBlock, 'lines'> & { lines: SourceLine[] })[] = [];
  const unpaired: { start: number; line: number }[] = [];
  let blank = 0;
  let open = false;
  for (const raw of lines) {
    if (raw.words.trim() === '') {
      blank += 1;
      open = false;
      continue;
    }
    if (furniture.has(raw.line)) {
      open = false;
      continue;
    }
    const { line, unpaired: marks } = parseLine(text, raw);
    unpaired.push(...marks.map((start) => ({ start, line: raw.line })));
    const level = /^\s*(#{1,6})\s/.exec(raw.words)?.[1]?.length ?? 0;
    const kind = level > 0 ? 'heading' : line.cells ? 'table' : line.marker ? 'list' : 'paragraph';
    const last = blocks.at(-1);
    const continues =
      open && last && level === 0 && (last.kind === kind || (last.kind === 'list' && kind === 'paragraph'));
    if (continues) {
      last.lines.push(line);
      blocks[blocks.length - 1] = { ...last, span: { ...last.span, end: raw.end } };
    } else {
      const span = { start: raw.start, end: raw.end, line: raw.line };
      blocks.push({ kind, level, lines: [line], span, blankBefore: blank });
    }
    open = level === 0;
    blank = 0;
  }
  return { blocks, unpaired };
}
