import { createHash } from 'node:crypto';
import type { ReadProblem } from '../tree/recognise.ts';
import type { SourceBlock, SourceDocument, SourceLine } from '../tree/source.ts';
import { decodeText } from './decode-text.ts';
import { findFurniture } from './find-furniture.ts';
import { holdLimit } from './limits.ts';
import { pairAcrossLines } from './pair-across-lines.ts';
import type { UnpairedMark } from './parse-marks.ts';
import { parseLine, type RawLine, rawLinesOf } from './source-lines.ts';

/** Reads plain or lightly marked text (the form in which extracted office documents usually come) into a source tree. */
export function readText(bytes: Uint8Array): SourceDocument {
  const { text, problems } = decodeText(bytes);
  holdLimit('textCharacters', text.length);
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
    problems: [...problems, ...brokenMarks(text, unpaired)],
    ...(pages > 0 && { pages: pages + 1 }),
  };
}

/** Broken marks on lines that follow each other are one problem: usually one list or one page break. */
function brokenMarks(text: string, unpaired: readonly UnpairedMark[]): readonly ReadProblem[] {
  const groups: UnpairedMark[][] = [];
  for (const mark of unpaired) {
    const last = groups.at(-1);
    if (last && mark.line - last.at(-1)!.line <= 1) last.push(mark);
    else groups.push([mark]);
  }
  return groups.map((marks) => {
    const [first, last] = [marks[0]!, marks.at(-1)!];
    const lines = first.line === last.line ? `Rad ${first.line}` : `Raderna ${first.line}–${last.line}`;
    return {
      code: 'brokenMark',
      message: `${lines}: en markering för kursiv eller fet stil saknar sin motsvarighet. Texten är hel, men det är osäkert var stilen börjar och slutar.`,
      source: { start: first.at, end: Math.min(last.at + 1, text.length), line: first.line },
    };
  });
}

type OpenBlock = Omit<SourceBlock, 'lines'> & { readonly lines: SourceLine[]; readonly unpaired: UnpairedMark[] };

/** A block ends at a blank line, at a heading, and where prose, list and table meet. A line without marker after a list item continues it. */
function blocksOf(text: string, lines: readonly RawLine[], furniture: ReadonlySet<number>) {
  const blocks: OpenBlock[] = [];
  let blank = 0;
  let open = false;
  for (const raw of lines) {
    if (raw.words.trim() === '' || furniture.has(raw.line)) {
      const underlined = open ? underlinedLevel(raw.words) : 0;
      const heading = blocks.at(-1);
      if (underlined && heading?.kind === 'paragraph' && heading.lines.length === 1)
        blocks[blocks.length - 1] = { ...heading, kind: 'heading', level: underlined };
      if (!furniture.has(raw.line)) blank += 1;
      // The line under the head of a table belongs to it.
      open = open && blocks.at(-1)?.kind === 'table' && /^\s*\|/.test(raw.words);
      continue;
    }
    const { line, unpaired } = parseLine(text, raw);
    const level = /^\s*(#{1,6})\s/.exec(raw.words)?.[1]?.length ?? 0;
    const kind = level > 0 ? 'heading' : line.cells ? 'table' : line.marker ? 'list' : 'paragraph';
    const last = blocks.at(-1);
    if (open && last && level === 0 && (last.kind === kind || (last.kind === 'list' && kind === 'paragraph'))) {
      last.lines.push(line);
      last.unpaired.push(...unpaired);
    } else {
      blocks.push({ kind, level, lines: [line], unpaired: [...unpaired], span: line.span, blankBefore: blank });
    }
    open = level === 0;
    blank = 0;
  }
  const paired = blocks.map((block) => ({ block, ...pairAcrossLines(block.lines, block.unpaired) }));
  return {
    blocks: paired.map(({ block: { unpaired: _, ...block }, lines }): SourceBlock => {
      const { start, line } = lines[0]!.span;
      return { ...block, lines, span: { start, end: lines.at(-1)!.span.end, line } };
    }),
    unpaired: paired.flatMap((one) => one.unpaired),
  };
}

/** A line that rules off the one before it makes a heading of it: `===` of the first level, `---` of the second. */
function underlinedLevel(words: string): number {
  return /^={3,}\s*$/.test(words) ? 1 : /^-{3,}\s*$/.test(words) ? 2 : 0;
}
