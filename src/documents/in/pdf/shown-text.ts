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
};

/** A run, and where each of its characters begins and the last ends, so that a line drawn through one word can part it from its neighbours. */
export type ShownText = { readonly run: Omit<TextRun, 'page'>; readonly edges: readonly number[] };

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
  if (!data) return { bold: false, italic: false, unit: 0.001, vertical: false, symbols: false };
  const known = fonts.get(data);
  if (known) return known;
  const name = (data.name ?? '').replace(/^[A-Z]{6}\+/, '');
  const font: Font = {
    bold: Boolean(data.bold || data.black) || /bold|black|heavy|demi|[-,]bd\b/i.test(name),
    italic: Boolean(data.italic) || /ital|obliq|kursiv/i.test(name),
    unit: data.fontMatrix?.[0] ?? 0.001,
    vertical: Boolean(data.vertical),
    symbols: /symbol|dingbat|wingding/i.test(name),
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
    const run = text && runOf(text, edges, end, state, toPage, tag);
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
    const words = wordsOf(glyph.unicode, font);
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
  tag: number | 'artifact' | undefined,
): ShownText | undefined {
  const from = text.length - text.trimStart().length;
  const until = text.trimEnd().length;
  if (from >= until) return undefined;
  const rise = state.y + state.rise;
  const last = until < text.length ? edges[until]! : end;
  const [x0, y0] = apply(toPage, edges[from]!, rise);
  const [x1, y1] = apply(toPage, last, rise);
  const [ux, uy] = apply(
    toPage,
    edges[from]!,
    rise + state.size * (state.font!.unit < 0.1 ? state.font!.unit * 1000 : 1),
  );
  const size = Math.hypot(ux - x0, uy - y0);
  const turns = Math.round(Math.atan2(y1 - y0, x1 - x0) / (Math.PI / 2)) & 3;
  const scale = Math.hypot(x1 - x0, y1 - y0) / Math.abs(last - edges[from]! || 1);
  const place = uprightPlace(turns, x0, y0);
  return {
    edges: [...edges.slice(from, until), last].map((edge) => place.x + (edge - edges[from]!) * scale),
    run: {
      text: text.slice(from, until).replace(/\s/g, ' '),
      ...place,
      width: Math.hypot(x1 - x0, y1 - y0),
      size,
      bold: state.font!.bold || state.mode === 2,
      italic: state.font!.italic,
      struck: false,
      spaceBefore: from > 0,
      spaceAfter: until < text.length,
      turns,
      box: boxAround(x0, y0, x1, y1, ux - x0, uy - y0),
      ...(tag !== undefined && { tag }),
      ...((state.mode === 3 || state.mode === 7) && { hidden: true }),
    },
  };
}

/** Turned text is laid out as if the page were turned until the text runs from left to right. */
function uprightPlace(turns: number, x: number, y: number): { readonly x: number; readonly y: number } {
  if (turns === 1) return { x: y, y: -x };
  if (turns === 2) return { x: -x, y: -y };
  if (turns === 3) return { x: -y, y: x };
  return { x, y };
}

function boxAround(x0: number, y0: number, x1: number, y1: number, upX: number, upY: number) {
  const xs = [x0, x1].flatMap((x) => [x + upX * 0.8, x - upX * 0.22]);
  const ys = [y0, y1].flatMap((y) => [y + upY * 0.8, y - upY * 0.22]);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
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
