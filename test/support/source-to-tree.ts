import type { Block, DocumentTree, Inline, List } from '../../src/documents/tree/index.ts';
import type { Passage } from '../../src/documents/tree/passage.ts';
import type { FurnitureReason, SourceBlock, SourceDocument, SourceLine } from '../../src/documents/tree/source.ts';

/**
 * The document that a source was, as a tree that the writers can print: so one paper gives the same words as text, DOCX, ODT, PDF and scan, and
 * what is read of each can be compared. Running heads and page numbers are left out, because every writer prints its own; contents, divider
 * pages and address blocks stay, because readers must find them to be furniture by themselves.
 */
export function treeOfSource(source: SourceDocument, fallbackTitle = 'Utan titel'): DocumentTree {
  const width = wrapWidthOf(source.blocks);
  const parts = [...source.blocks.map((block) => ({ at: block.span.start, block })), ...printedFurniture(source)];
  parts.sort((a, b) => a.at - b.at);
  const [first] = parts;
  const title = first && 'block' in first ? titleOf(first.block) : undefined;
  const blocks = (title ? parts.slice(1) : parts).flatMap((part, index): readonly Block[] =>
    'block' in part ? [...pageBefore(part.block, index), ...blocksOf(part.block, width)] : part.blocks,
  );
  return {
    title: title ?? fallbackTitle,
    author: '',
    language: 'sv',
    blocks: withoutSkippedLevels(blocks),
  };
}

/** Every paper begins with its name, be it marked as a heading or not; the writers want a title, and print it first. */
function titleOf(block: SourceBlock): string | undefined {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return undefined;
  const words = block.lines.map((line) => line.words.text).join(' ');
  return words.length <= 160 ? words : undefined;
}

/** Three blank lines or more stand for a new page in extracted text. */
function pageBefore(block: SourceBlock, index: number): readonly Block[] {
  return index > 0 && block.blankBefore >= 3 ? [{ kind: 'pageBreak' }] : [];
}

function blocksOf(block: SourceBlock, width: number): readonly Block[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          kind: 'heading',
          level: Math.min(block.level, 4) as 1 | 2 | 3 | 4,
          content: block.lines.flatMap((line) => [...markerOf(line), ...inlinesOf(line.words)]),
        },
      ];
    case 'table':
      return [tableOf(block)];
    case 'list':
      return listsOf(block.lines, width);
    case 'paragraph':
      return [{ kind: 'paragraph', content: flowing(block.lines, width) }];
  }
}

/** A heading keeps its number as words: lists alone have markers in a tree. */
function markerOf({ marker, words }: SourceLine): readonly Inline[] {
  if (marker?.kind !== 'number') return [];
  return [{ kind: 'text', text: `${marker.number}. `, ...(words.pieces[0]?.bold && { bold: true }) }];
}

function tableOf(block: SourceBlock): Block {
  const rows = block.lines.map((line) => (line.cells ?? [line.words]).map(inlinesOf));
  const columns = Math.max(...rows.map((row) => row.length));
  const [header, ...others] = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => [])]);
  return { kind: 'table', header: header!, rows: others };
}

/** A list is one list as long as its markers go on: bullet after bullet, and number after the number before it. A line without marker continues its item. */
function listsOf(lines: readonly SourceLine[], width: number): readonly Block[] {
  const lists: { ordered: boolean; start: number; items: SourceLine[][] }[] = [];
  for (const line of lines) {
    const last = lists.at(-1);
    if (!line.marker) {
      last?.items.at(-1)?.push(line);
      continue;
    }
    const number = line.marker.kind === 'number' ? line.marker.number : undefined;
    const goesOn =
      last && last.ordered === (number !== undefined) && (!last.ordered || last.start + last.items.length === number);
    if (goesOn) last.items.push([line]);
    else lists.push({ ordered: number !== undefined, start: number ?? 1, items: [[line]] });
  }
  return lists.map(
    ({ ordered, start, items }): List => ({
      kind: 'list',
      ordered,
      ...(ordered && { start }),
      items: items.map((item) => ({ content: flowing(item, width) })),
    }),
  );
}

/**
 * The column at which the paper was wrapped, when it was: most lines of its longer paragraphs then end within a word's length of it. Paragraphs
 * on one long line each give no width, and their line breaks are meant.
 */
function wrapWidthOf(blocks: readonly SourceBlock[]): number {
  const lengths = blocks
    .filter((block) => block.kind === 'paragraph' && block.lines.length > 2)
    .flatMap((block) => block.lines.slice(0, -1).map(lengthOf));
  const widest = Math.max(0, ...lengths);
  const full = lengths.filter((length) => length > widest * 0.8).length;
  return widest <= 140 && full > lengths.length / 3 ? widest : Number.POSITIVE_INFINITY;
}

function lengthOf(line: SourceLine): number {
  return line.span.end - line.span.start;
}

/** Lines as one run of content: a break where it is meant, a space where the line was only full. */
function flowing(lines: readonly SourceLine[], width: number): readonly Inline[] {
  return lines.flatMap((line, index): readonly Inline[] => {
    const before = lines[index - 1];
    if (!before) return inlinesOf(line.words);
    const nextWord = /^\S*/.exec(line.words.text)?.[0].length ?? 0;
    const wasFull = lengthOf(before) + 1 + nextWord > width * 0.84;
    return [wasFull ? { kind: 'text', text: ' ' } : { kind: 'lineBreak' }, ...inlinesOf(line.words)];
  });
}

/** The words of a passage with their look; a line break in a cell stays one. */
export function inlinesOf(passage: Passage): readonly Inline[] {
  const inlines: Inline[] = [];
  const add = (words: string, look: { bold?: true; italic?: true; struck?: true }) => {
    words.split('\n').forEach((line, index) => {
      if (index > 0) inlines.push({ kind: 'lineBreak' });
      if (line) inlines.push({ kind: 'text', text: line, ...look });
    });
  };
  let at = 0;
  for (const { at: start, length, bold, italic, struck } of passage.pieces) {
    add(passage.text.slice(at, start), {});
    add(passage.text.slice(start, start + length), {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(struck && { struck }),
    });
    at = start + length;
  }
  add(passage.text.slice(at), {});
  return inlines;
}

/** Furniture that the paper itself prints among its text. */
function printedFurniture(source: SourceDocument): readonly { readonly at: number; readonly blocks: Block[] }[] {
  const contentsStart = source.contents[0]?.span.start;
  const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });
  const lines = source.furniture.flatMap(({ start, end, reason }) => {
    const words = source.text
      .slice(start, end)
      .replace(/<[^<>]*>|\*+|^\s*#+/g, '')
      .trim();
    if (reason === 'divider') return [{ at: start, blocks: [{ kind: 'divider' } as Block] }];
    if (linedReasons.has(reason)) return [];
    if (reason === 'dividerPage') return [{ at: start, blocks: [paragraph({ kind: 'text', text: words })] }];
    const isContentsHead = reason === 'contents' && !source.contents.some((entry) => entry.span.start === start);
    return isContentsHead ? [{ at: start, blocks: [paragraph({ kind: 'text', text: words, bold: true })] }] : [];
  });
  lines.push(...linedOf(source));
  if (contentsStart === undefined) return lines;
  const entries = source.contents.map(({ number, title, page, span }) => ({
    at: span.start,
    blocks: [paragraph({ kind: 'text', text: `${number ? `${number} ` : ''}${title} ..... ${page}` })],
  }));
  return [...lines, ...entries];
}

/** An address, and the block of a letterhead that comes back, are each one paragraph of several lines: it ends where a blank line stands. */
const linedReasons: ReadonlySet<FurnitureReason> = new Set(['addressBlock', 'repeatedHeader']);
function linedOf({ furniture, text }: SourceDocument) {
  const groups: { at: number; end: number; lines: Inline[] }[] = [];
  for (const { start, end, reason } of furniture.toSorted((a, b) => a.start - b.start)) {
    if (!linedReasons.has(reason)) continue;
    const words: Inline = { kind: 'text', text: text.slice(start, end).trim() };
    const last = groups.at(-1);
    if (last && !/\n\s*\n/.test(text.slice(last.end, start))) {
      last.lines.push({ kind: 'lineBreak' }, words);
      last.end = end;
    } else groups.push({ at: start, end, lines: [words] });
  }
  return groups.map(({ at, lines }) => ({ at, blocks: [{ kind: 'paragraph', content: lines } as Block] }));
}

/** The writers refuse a level that skips another, as PDF/UA does; papers skip them all the time. */
function withoutSkippedLevels(blocks: readonly Block[]): readonly Block[] {
  let level = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    level = Math.min(block.level, level + 1);
    return { ...block, level: level as 1 | 2 | 3 | 4 };
  });
}
