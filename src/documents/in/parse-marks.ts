import type { Passage, Piece } from '../tree/passage.ts';

/**
 * Frees one line from the marks of light markup (`*`, `**`, `***`, `~~`, `<i>`, `<b>`, `<del>`, `<p>` …) and remembers where every letter
 * stood. Conversions of office documents leave marks broken: opened on one page and closed on the next, closed twice, never closed. A mark
 * without its partner is taken away as well, has no effect on the words, and is reported by its position.
 */
export type MarkedLine = { readonly words: Passage; readonly unpaired: readonly UnpairedMark[] };

/** A mark whose partner is not on its line; it may stand on another line of the same block. */
export type UnpairedMark = {
  readonly at: number;
  readonly line: number;
  readonly marks: readonly Mark[];
  readonly opens: boolean;
  readonly closes: boolean;
};

export type Mark = 'bold' | 'italic' | 'struck';
type Token = {
  readonly at: number;
  readonly length: number;
  readonly marks: readonly Mark[];
  readonly opens: boolean;
  readonly closes: boolean;
  /** A tag that parts words and pairs with nothing; that of a paragraph or list item begins a new line in a cell. */
  readonly gap?: 'line' | 'space';
};

const tokenForm =
  /\\[*~<#|]|\*{1,3}|~~|<(\/?)(i|em|b|strong|del|s|strike|u)>|<\/?(?:p|br|ul|ol|li|div|span|sup|sub|table|tr|td|th|tbody)\b[^<>]*>/giu;
const tagMarks: Readonly<Record<string, Mark>> = {
  i: 'italic',
  em: 'italic',
  b: 'bold',
  strong: 'bold',
  del: 'struck',
  s: 'struck',
  strike: 'struck',
};

const lineTag = /^<\/?(?:p|br|ul|ol|li|div|tr)\b/iu;

/**
 * Parses the piece of the source between `start` and `end`, which lies on one line. A cell must stand on one line in text, so that there a
 * paragraph tag stands for a line break, as the paragraphs of a cell have it in every other format.
 */
export function parseMarks(
  text: string,
  start: number,
  end: number,
  line: number,
  where: 'line' | 'cell' = 'line',
): MarkedLine {
  const tokens = tokensIn(text, start, end);
  const { pairs, unpaired } = pairUp(tokens);
  const on: Record<Mark, number> = { bold: 0, italic: 0, struck: 0 };
  const pieces: Piece[] = [];
  let words = '';
  let position = start;
  const take = (until: number) => {
    if (until <= position) return;
    pieces.push({
      at: words.length,
      source: position,
      length: until - position,
      line,
      ...(on.bold && { bold: true }),
      ...(on.italic && { italic: true }),
      ...(on.struck && { struck: true }),
    });
    words += text.slice(position, until);
  };
  for (const token of tokens) {
    take(token.at);
    position = token.at + token.length;
    if (token.gap === 'line' && where === 'cell') {
      if (words && !words.endsWith('\n')) words += '\n';
      while (position < end && text[position] === ' ') position += 1;
    } else if (token.gap && words && !/\s$/u.test(words)) words += ' ';
    const step = pairs.get(token) ?? 0;
    for (const mark of token.marks) on[mark] += step;
  }
  take(end);
  return {
    words: { text: words, pieces },
    unpaired: unpaired.map(({ at, marks, opens, closes }) => ({ at, line, marks, opens, closes })),
  };
}

function tokensIn(text: string, start: number, end: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(start, end).matchAll(tokenForm)) {
    const at = start + match.index;
    const length = match[0].length;
    const spaceBefore = at === start || /\s/u.test(text[at - 1]!);
    const spaceAfter = at + length === end || /\s/u.test(text[at + length]!);
    // A sign after a backslash is itself: only the backslash goes.
    if (match[0].startsWith('\\')) tokens.push({ at, length: 1, marks: [], opens: false, closes: false });
    else if (match[0].startsWith('<')) {
      const mark = match[2] ? tagMarks[match[2].toLowerCase()] : undefined;
      const closing = match[1] === '/';
      tokens.push({
        at,
        length,
        marks: mark ? [mark] : [],
        opens: !closing,
        closes: closing,
        ...(!match[2] && { gap: lineTag.test(match[0]) ? 'line' : 'space' }),
      });
    } else if (!(spaceBefore && spaceAfter)) {
      const marks: readonly Mark[] =
        match[0] === '~~'
          ? ['struck']
          : match[0] === '*'
            ? ['italic']
            : match[0] === '**'
              ? ['bold']
              : ['bold', 'italic'];
      tokens.push({ at, length, marks, opens: !spaceAfter, closes: !spaceBefore });
    }
  }
  return tokens;
}

/** Pairs each closing mark with the nearest open mark of its kind; `+1` opens, `-1` closes. */
function pairUp(tokens: readonly Token[]) {
  const pairs = new Map<Token, 1 | -1>();
  const unpaired: Token[] = [];
  const waiting: Token[] = [];
  for (const token of tokens) {
    if (token.marks.length === 0) continue;
    const index = waiting.findLastIndex((open) => open.marks.join() === token.marks.join());
    if (token.closes && index >= 0) {
      pairs.set(waiting[index]!, 1);
      pairs.set(token, -1);
      waiting.splice(index, 1);
    } else if (token.opens) waiting.push(token);
    else unpaired.push(token);
  }
  return { pairs, unpaired: [...unpaired, ...waiting].sort((a, b) => a.at - b.at) };
}
