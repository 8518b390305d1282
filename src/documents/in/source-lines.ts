import { join, type Passage, slice, trimmed } from '../tree/passage.ts';
import type { ListMarker, SourceLine } from '../tree/source.ts';
import type { Span } from '../tree/tree.ts';
import { parseMarks, type UnpairedMark } from './parse-marks.ts';

/** A line of the text as it stands, before it belongs to a block. */
export type RawLine = Span & { readonly words: string; readonly afterFormFeed: boolean };

/** The lines of a text. CRLF, LF and CR end a line; a form feed ends a page and belongs to the line it stands before. */
export function rawLinesOf(text: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  let nextReturn = text.indexOf('\r');
  for (let line = 1, at = 0; ; line++) {
    const feed = text.indexOf('\n', at);
    if (nextReturn >= 0 && nextReturn < at) nextReturn = text.indexOf('\r', at);
    const returns = nextReturn >= 0 && (feed < 0 || nextReturn < feed);
    const end = returns ? nextReturn : feed < 0 ? text.length : feed;
    const words = text.slice(at, end);
    lines.push({ start: at, end, line, words, afterFormFeed: words.includes('\f') });
    if (end === text.length) return lines;
    at = returns && feed === end + 1 ? end + 2 : end + 1;
  }
}

const bulletForm = /^(\**)([-•–*])(\s+)(?=\S)/u;
/** What most lines are told by: they begin with a letter. */
const mayBeMarker = /^[-•–*\d]/;
const numberForm = /^(\**)(\d{1,3})[.)](\s+)(?=\S)/u;

/** A line with its words freed from marks and its list marker set apart; `unpaired` are the offsets of marks that have no partner. */
export function parseLine(
  text: string,
  raw: RawLine,
): { readonly line: SourceLine; readonly unpaired: readonly UnpairedMark[] } {
  const span: Span = { start: raw.start, end: raw.end, line: raw.line };
  const indent = raw.words.length - raw.words.trimStart().length;
  if (isRow(raw.words)) return parseRow(text, span, indent, '\t');
  if (pipeRowForm.test(raw.words)) return parseRow(text, withoutOuterPipes(raw), indent, '|');
  const headingMark = /^\s*#{1,6}\s+/.exec(raw.words)?.[0].length ?? 0;
  const { words, unpaired } = parseMarks(text, raw.start + headingMark, raw.end, raw.line);
  return { line: { ...withTick(withMarkerApart(trimmed(words))), span, indent }, unpaired };
}

/** "- [x]" in a list is a ticked box; the sign is that of every other format. The brackets stay in the source and are no words. */
function withTick(line: ReturnType<typeof withMarkerApart>): ReturnType<typeof withMarkerApart> {
  const box = line.marker && /^\[([ xX])\]\s+/.exec(line.words.text);
  if (!box) return line;
  const sign: Passage = { text: box[1] === ' ' ? '☐' : '☒', pieces: [] };
  return { ...line, words: join([sign, slice(line.words, box[0].length)], ' ') };
}

/** The words of a line, and the list marker that it begins with ("•", "3.") set apart, in whatever format it came. */
export function withMarkerApart(words: Passage): { readonly words: Passage; readonly marker?: ListMarker } {
  if (!mayBeMarker.test(words.text)) return { words };
  const bullet = bulletForm.exec(words.text);
  if (bullet) return { words: slice(words, bullet[0].length), marker: { kind: 'bullet' } };
  const number = numberForm.exec(words.text);
  if (!number) return { words };
  return { words: slice(words, number[0].length), marker: { kind: 'number', number: Number(number[2]) } };
}

/** Whether a line is a row of cells: it has a tab, and that tab does not just part a number from its heading. */
export function isRow(words: string): boolean {
  return words.includes('\t') && !/^\s*\d+(?:\.\d+)*\.?\t[^\t]*$/u.test(words);
}

/** A row of a table drawn with pipes has one at each end; damaged text has them for a capital I at the beginning of a line. */
const pipeRowForm = /^\s*\|(?:[^|]*\|){2,}\s*$/u;

function withoutOuterPipes({ start, words, line, end }: RawLine): Span & { readonly whole: Span } {
  return {
    start: start + words.indexOf('|') + 1,
    end: start + words.lastIndexOf('|'),
    line,
    whole: { start, end, line },
  };
}

function parseRow(text: string, inner: Span & { readonly whole?: Span }, indent: number, sign: '\t' | '|') {
  const unpaired: UnpairedMark[] = [];
  const cells: Passage[] = [];
  for (let from = inner.start; from <= inner.end; ) {
    const until = endOfCell(text, from, inner.end, sign);
    const cell = parseMarks(text, from, until, inner.line, 'cell');
    unpaired.push(...cell.unpaired);
    cells.push(trimmed(cell.words));
    from = until + 1;
  }
  const span = inner.whole ?? inner;
  const words =
    sign === '|' ? join(cells, '\t') : trimmed(parseMarks(text, span.start, span.end, span.line, 'cell').words);
  return { line: { words, span, indent, cells }, unpaired };
}

function endOfCell(text: string, from: number, end: number, sign: '\t' | '|'): number {
  let at = text.indexOf(sign, from);
  while (sign === '|' && at >= 0 && text[at - 1] === '\\') at = text.indexOf(sign, at + 1);
  return at < 0 || at > end ? end : at;
}
