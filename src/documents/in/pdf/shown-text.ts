import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, identity, type Matrix, multiply } from './matrix.ts';
import type { TextRun } from './page-content.ts';

/** The part of the graphics state that decides where glyphs land. It is changed in place while a page is walked; saving it copies it. */
export type TextState = {
  matrix: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  rise: number;
  mode: number;
  leading: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
};

export const initialText: Omit<TextState, 'matrix'> = {
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  mode: 0,
  leading: 0,
  textMatrix: identity,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
};

/** A font as far as layout needs it. */
export type Font = {
  readonly bold: boolean;
  readonly italic: boolean;
  /** Widths of glyphs are in this part of the size. */
  readonly unit: number;
  readonly vertical: boolean;
  /** Dingbats and symbols, whose letters are pictures. */
  readonly symbols: boolean;
  /** What its glyphs say, by what the file calls them: a page has thousands of glyphs, and a font a hundred. */
  readonly words: Map<string, string>;
};

/** A run, and where each of its characters begins and the last ends, so that a line drawn through one word can part it from its neighbours. */
export type ShownText = { readonly run: TextRun; readonly edges: () => readonly number[] };

type Glyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

type FontData = {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
};

const fonts = new WeakMap<object, Font>();

/** The font that a page names; its look is told by its name ("ABCDEF+Arial-BoldMT") where the font file does not tell it. */
export function fontOf(page: PDFPageProxy, id: string): Font {
  const data: FontData | undefined = page.commonObjs.has(id) ? (page.commonObjs.get(id) as FontData) : undefined;
  if (!data) return { bold: false, italic: false, unit: 0.001, vertical: false, symbols: false, words: new Map() };
  const known = fonts.get(data);
  if (known) return known;
  const name = (data.name ?? '').replace(/^[A-Z]{6}\+/, '');
  const font: Font = {
    bold: Boolean(data.bold || data.black) || /bold|black|heavy|demi|[-,]bd\b/i.test(name),
    italic: Boolean(data.italic) || /ital|obliq|kursiv/i.test(name),
    unit: data.fontMatrix?.[0] ?? 0.001,
    vertical: Boolean(data.vertical),
    symbols: /symbol|dingbat|wingding/i.test(name),
    words: new Map(),
  };
  fonts.set(data, font);
  return font;
}

/** A jump of this part of the size between two glyphs is a space that was not written; a wider one parts two runs, as cells of a table. */
const spaceJump = 0.17;
const partingJump = 0.9;

/** The runs that one operation shows; the state moves on to where the next glyph goes. */
export function showText(
  glyphs: readonly (Glyph | number | null)[],
  state: TextState,
  matrix: Matrix,
  page: number,
  tag: number | 'artifact' | undefined,
): readonly ShownText[] {
  const { font, size, stretch } = state;
  if (!font || !Array.isArray(glyphs)) return [];
  const shown: ShownText[] = [];
  const toPage = multiply(matrix, state.textMatrix);
  let text = '';
  let edges: number[] = [];
  let end = state.x;
  let jump = 0;
  const finish = () => {
    const run = text && runOf(text, edges, end, state, toPage, page, tag);
    if (run) shown.push(run);
    text = '';
    edges = [];
  };
  for (const glyph of glyphs) {
    if (glyph === null) continue;
    if (typeof glyph === 'number') {
      const move = (-glyph * size * stretch) / 1000;
      state.x += move;
      jump += move;
      continue;
    }
    if (jump > Math.abs(size * stretch) * partingJump) finish();
    else if (jump > Math.abs(size * stretch) * spaceJump && text && !/\s$/.test(text) && !glyph.isSpace) {
      edges.push(end);
      text += ' ';
    }
    jump = 0;
    let words = font.words.get(glyph.unicode);
    if (words === undefined) {
      words = wordsOf(glyph.unicode, font);
      font.words.set(glyph.unicode, words);
    }
    for (let at = 0; at < words.length; at++) edges.push(state.x);
    text += words;
    end = state.x + glyph.width * font.unit * size * stretch;
    state.x = end + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * stretch;
  }
  finish();
  return shown;
}

function runOf(
  text: string,
  edges: readonly number[],
  end: number,
  state: TextState,
  toPage: Matrix,
  page: number,
  tag: number | 'artifact' | undefined,
): ShownText | undefined {
  const from = text.length - text.trimStart().length;
  const until = text.trimEnd().length;
  if (from >= until) return undefined;
  const font = state.font!;
  const first = edges[from]!;
  const last = until < text.length ? edges[until]! : end;
  const rise = state.y + state.rise;
  const top = rise + state.size * (font.unit < 0.1 ? font.unit * 1000 : 1);
  const [x0, y0] = apply(toPage, first, rise);
  const [x1, y1] = apply(toPage, last, rise);
  const [topX, topY] = apply(toPage, first, top);
  const width = Math.hypot(x1 - x0, y1 - y0);
  const turns = Math.round(Math.atan2(y1 - y0, x1 - x0) / (Math.PI / 2)) & 3;
  const { x, y } = uprightPlace(turns, x0, y0);
  const run: TextRun = {
    text: text.slice(from, until).replace(/\s/g, ' '),
    x,
    y,
    width,
    size: Math.hypot(topX - x0, topY - y0),
    bold: font.bold || state.mode === 2,
    italic: font.italic,
    struck: false,
    spaceBefore: from > 0,
    spaceAfter: until < text.length,
    turns,
    page,
    box: boxAround(x0, y0, x1, y1, topX - x0, topY - y0),
    ...(tag !== undefined && { tag }),
    ...((state.mode === 3 || state.mode === 7) && { hidden: true }),
  };
  const scale = width / Math.abs(last - first || 1);
  return { run, edges: () => [...edges.slice(from, until), last].map((edge) => x + (edge - first) * scale) };
}

/** Turned text is laid out as if the page were turned until the text runs from left to right. */
function uprightPlace(turns: number, x: number, y: number): { readonly x: number; readonly y: number } {
  if (turns === 1) return { x: y, y: -x };
  if (turns === 2) return { x: -x, y: -y };
  if (turns === 3) return { x: -y, y: x };
  return { x, y };
}

function boxAround(x0: number, y0: number, x1: number, y1: number, upX: number, upY: number) {
  const x = Math.min(x0, x1) + Math.min(upX * 0.8, upX * -0.22);
  const y = Math.min(y0, y1) + Math.min(upY * 0.8, upY * -0.22);
  const right = Math.max(x0, x1) + Math.max(upX * 0.8, upX * -0.22);
  const foot = Math.max(y0, y1) + Math.max(upY * 0.8, upY * -0.22);
  return { x, y, width: right - x, height: foot - y };
}

/** A glyph as text: ligatures as their letters, private and control characters as nothing, the pictures of symbol fonts as a bullet. */
function wordsOf(unicode: string, font: Font): string {
  if (/^[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff]$/.test(unicode) && !font.symbols) return unicode;
  if (/^[\u2000-\u200a\u00a0\u202f\s]+$/.test(unicode)) return ' ';
  // A hyphen that is painted is one, also when the font calls it a soft hyphen, as subsets of fonts do.
  if (unicode === '\u00ad') return '-';
  if (/[\ue000-\uf8ff]/.test(unicode) || (font.symbols && /^[§·oqüvØ\uf000-\uf0ff]$/.test(unicode))) return '•';
  return unicode
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\p{Cc}\u200b-\u200f\ufeff]/gu, '');
}
