import { join, type Passage } from './passage.ts';
import type { PlacedLine } from './recognise.ts';

/**
 * Text out of a PDF is wrapped hard: a line ends where the column ends. Whether a paragraph or a list entry ends there too shows in the room
 * that was left: a line that had room for the next word was broken on purpose. The same question asked of text with one line per paragraph
 * has the answer "always", because nothing there is wrapped.
 */
export type Paragraph = { readonly lines: readonly PlacedLine[]; readonly text: string; readonly words: Passage };

/** How long the lines of a text become before they are wrapped; 0 when no line of it is wrapped. */
export function columnWidth(lines: readonly PlacedLine[]): number {
  const wrapped = lines
    .filter((_, index) => {
      const next = lines[index + 1];
      return next && !next.firstOfBlock && !next.marker && /^\p{Ll}/u.test(next.words.text);
    })
    .map((line) => line.words.text.length)
    .sort((a, b) => a - b);
  return wrapped[Math.floor(wrapped.length * 0.9)] ?? 0;
}

/** Whether the first word of the next line would have had room on this one. */
export function hadRoom(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next)?.[0] ?? '';
  return line.length + 1 + word.length <= width || width === 0;
}

/** How entries end: paragraphs of prose end with a full stop, entries of a list (recipients, documents) where the line was broken on purpose. */
export type Wrapping = 'prose' | 'list';

/** The paragraphs, or the list entries, that hard-wrapped lines make up. */
export function paragraphsOf(
  lines: readonly PlacedLine[],
  width: number,
  wrapping: Wrapping = 'prose',
): readonly Paragraph[] {
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    if (!line.words.text.trim()) continue;
    const last = groups.at(-1)?.at(-1);
    if (last && continues(last, line, width, wrapping)) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const words = join(
      group.map((line) => line.words),
      ' ',
    );
    return { lines: group, words, text: words.text.replace(/\s+/g, ' ').trim() };
  });
}

function continues(last: PlacedLine, line: PlacedLine, width: number, wrapping: Wrapping): boolean {
  if (line.marker) return false;
  const [before, words] = [last.words.text.trimEnd(), line.words.text.trimStart()];
  const ended = /[.!?:][”"]?$/u.test(before);
  if (/^[\p{Ll}(]/u.test(words)) return !ended || !line.firstOfBlock;
  if (line.firstOfBlock || before.endsWith(':')) return false;
  if (wrapping === 'prose' && !ended) return true;
  return !hadRoom(before, words, width);
}
