import type { Span } from './tree.ts';

/**
 * A passage is text freed from marks, line breaks and list markers that still knows where each of its characters stands in the source.
 * Recognisers search the words and answer with spans; the pieces carry bold, italic and struck, which can be meaning (struck is absent).
 */
export type Passage = { readonly text: string; readonly pieces: readonly Piece[] };

export type Piece = {
  /** Offset in the text of the passage. */
  readonly at: number;
  /** Offset in the source text; the piece runs unbroken from there, letter for letter unless `sourceLength` says otherwise. */
  readonly source: number;
  readonly length: number;
  /**
   * Length of the run in the source when it is another than that of the words: a repaired word ("är" for "&r") or one joined over lines. Such a
   * piece cannot be divided: any part of it stands for the whole run. Absent when words and source are letter for letter the same.
   */
  readonly sourceLength?: number;
  /** Line number in the source. */
  readonly line: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
};

export const emptyPassage: Passage = { text: '', pieces: [] };

/** The part of a passage between two offsets of its text. */
export function slice(passage: Passage, start: number, end: number = passage.text.length): Passage {
  const pieces = passage.pieces.flatMap((piece) => {
    const from = Math.max(piece.at, start);
    const to = Math.min(piece.at + piece.length, end);
    if (from >= to) return [];
    const source = piece.sourceLength === undefined ? piece.source + from - piece.at : piece.source;
    return [{ ...piece, at: from - start, source, length: to - from }];
  });
  return { text: passage.text.slice(start, end), pieces };
}

/** The passage without white space at its ends. */
export function trimmed(passage: Passage): Passage {
  const { length } = passage.text;
  if (isNoSpace(passage.text.charCodeAt(0)) && isNoSpace(passage.text.charCodeAt(length - 1))) return passage;
  const start = length - passage.text.trimStart().length;
  const end = passage.text.trimEnd().length;
  if (length > 0 && start === 0 && end === length) return passage;
  return start < end ? slice(passage, start, end) : emptyPassage;
}

/** Letters and figures as most passages begin and end with, told without asking for all kinds of white space. Beyond the text there is no code. */
function isNoSpace(code: number): boolean {
  return code > 0x20 && code < 0x250 && code !== 0xa0;
}

/** Several passages as one, with a separator between those that have words. The separator stands nowhere in the source. */
export function join(passages: readonly Passage[], separator: string): Passage {
  let text = '';
  const pieces: Piece[] = [];
  for (const passage of passages) {
    if (!passage.text) continue;
    if (text) text += separator;
    pieces.push(...passage.pieces.map((piece) => ({ ...piece, at: piece.at + text.length })));
    text += passage.text;
  }
  return { text, pieces };
}

/** Where a passage (or the part of it between two offsets) stands in the source; undefined when it has no characters of the source. */
export function spanOf(passage: Passage, start = 0, end: number = passage.text.length): Span | undefined {
  const { pieces } = start === 0 && end === passage.text.length ? passage : slice(passage, start, end);
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first && last && { start: first.source, end: sourceEnd(last), line: first.line };
}

/** Where the run of a piece ends in the source. */
export function sourceEnd(piece: Piece): number {
  return piece.source + (piece.sourceLength ?? piece.length);
}

/** Whether all letters of the passage carry a mark. */
export function isWholly(passage: Passage, mark: 'bold' | 'italic' | 'struck'): boolean {
  const lettered = passage.pieces.filter((piece) =>
    /[\p{L}\p{N}]/u.test(passage.text.slice(piece.at, piece.at + piece.length)),
  );
  return lettered.length > 0 && lettered.every((piece) => piece[mark]);
}

/** The smallest span around several spans. */
export function around(spans: readonly Span[]): Span {
  const first = spans.reduce((a, b) => (b.start < a.start ? b : a));
  return { start: first.start, end: Math.max(...spans.map((span) => span.end)), line: first.line };
}
