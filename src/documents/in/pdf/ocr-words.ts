import type { OcrLine, OcrWord } from '../ocr/recognise-page.ts';
import { type InkLine, inkLines } from './ink-size.ts';
import { partedWords } from './parted-words.ts';

/** A line that OCR read, with its words put right where the ink says what the engine could not know. */
export type PrintedLine = InkLine & {
  readonly words: readonly Pick<OcrWord, 'text' | 'box'>[];
  readonly box: OcrLine['box'];
};

/** The lines of a page as they were printed, without specks. */
export function printedOcrLines(read: readonly OcrLine[]): readonly PrintedLine[] {
  const lines = read
    .filter((line) => !isSpeck(line))
    .map((line) => ({ ...line, words: line.words.filter((word) => !isPhantom(word)) }))
    .filter((line) => line.words.length > 0);
  const ink = inkLines(lines);
  const digit = digitWidth(lines, ink);
  return lines.map(({ words, box }, index) => {
    const { size, baseline } = ink[index]!;
    const right = words.flatMap((word, at): readonly PrintedLine['words'][number][] => {
      const read = at === 0 ? withBullet(word.text, words.length > 1) : word.text;
      const text = withPercent(withDash(read, word.box.width / size), word.box.width / (size * digit));
      // A number may stand before the first word.
      return partsOf(text, word.box, !words.slice(0, at).some((before) => /\p{L}{2}/u.test(before.text)));
    });
    const afterBullet = right[0]?.text === '•' && /^[.,·]$/u.test(right[1]?.text ?? '');
    const shown = withTick(afterBullet ? [right[0]!, ...right.slice(2)] : right);
    return { words: shown, box, size, baseline };
  });
}

/** A word, or the two that were written together, each with its part of the box. */
function partsOf(text: string, box: OcrWord['box'], startsLine: boolean): PrintedLine['words'] {
  const [first, second] = partedWords(text, startsLine);
  if (first === undefined || second === undefined) return [{ text, box }];
  const width = (box.width * first.length) / text.length;
  return [
    { text: first, box: { ...box, width } },
    { text: second, box: { ...box, x: box.x + width, width: box.width - width } },
  ];
}

/** A single uncertain letter on a line of its own is a speck or a piece of a drawing. */
function isSpeck({ words, confidence }: OcrLine): boolean {
  return words.length === 1 && /^\p{L}$/u.test(words[0]!.text) && confidence < 0.8;
}

/** Level strokes are wider than they are high: what fills the height of its line was seen in the empty gap between two cells. */
function isPhantom({ text, box }: OcrWord): boolean {
  return /^[=—–-]+$/u.test(text) && box.height > box.width;
}

/** How OCR reads a bullet before an item: as a sign that stands alone in no Swedish line, or as an "e". */
const misreadBullet = /^[«»¢©®*°e+]$/u;

/** The first word of a line with its bullet put right. */
function withBullet(text: string, hasMore: boolean): string {
  if (hasMore && misreadBullet.test(text)) return '•';
  return text.replace(/^[«»¢©](?=\p{Lu})/u, '• ');
}

/** How OCR reads a tick, which is not among its letters. */
const misreadTick = /^(?:[Vv]{1,2}\/?|\/)$/u;

/** A list item that begins with its day has a tick before it when that day has been and gone: no Swedish word stands there. */
function withTick(words: PrintedLine['words']): PrintedLine['words'] {
  const [bullet, tick, day] = words;
  const isTicked =
    bullet?.text === '•' && tick && misreadTick.test(tick.text) && /^\d{1,2}\/\d{1,2}$/u.test(day?.text ?? '');
  return isTicked ? [bullet, { ...tick, text: '✓' }, ...words.slice(2)] : words;
}

/** A hyphen is a quarter of the size wide, a dash between words nearly half. */
const widestHyphen = 0.34;

function withDash(text: string, width: number): string {
  return text === '-' && width > widestHyphen ? '–' : text;
}

/** How OCR reads a percent sign that stands close to its number: as two or three digits. */
const misreadPercent = ['96', '90', '926', '960', '9%'] as const;
const percentWidth = 1.6;
const signWidth = 0.35;
/** Ink does not fill the room of the first and the last sign. */
const freeEnds = 0.12;
/** The other reading must be so much nearer to the width. */
const clearlyNearer = 0.6;

/** A number whose last digits are a percent sign, told by its width in digits: "25960" that is no wider than three and a half digits is "25%". */
export function withPercent(text: string, digits: number): string {
  const [, before, number, after] = /^([+(~±<>-]*)(\d+%?)([.,;:)]*)$/u.exec(text) ?? [];
  if (before === undefined || !number || after === undefined) return text;
  const signs = [...before, ...after].reduce((sum, sign) => sum + (/[+~±<>]/u.test(sign) ? 1 : signWidth), 0);
  const readings = misreadPercent
    .filter((misread) => number.endsWith(misread))
    .map((misread) => number.slice(0, -misread.length))
    .map((value) => ({ text: `${before}${value}%${after}`, width: signs + value.length + percentWidth - freeEnds }));
  const asRead = { text, width: signs + number.length - freeEnds };
  const gap = (reading: { readonly width: number }) => Math.abs(reading.width - digits);
  const nearest = readings.sort((a, b) => gap(a) - gap(b))[0];
  const isYear = /^19\d\d$/.test(number);
  return nearest && !isYear && gap(nearest) < gap(asRead) * clearlyNearer ? nearest.text : text;
}

/**
 * The usual width of a digit on a page, in parts of the size; where there are few numbers, that of most typefaces. Percent signs that were read
 * as digits make numbers look narrow, so it lies above the middle.
 */
function digitWidth(lines: readonly OcrLine[], ink: readonly InkLine[]): number {
  const widths = lines.flatMap(({ words }, index) =>
    words.flatMap(({ text, box }) =>
      /^\d{3,}$/u.test(text) ? [box.width / (text.length - freeEnds) / ink[index]!.size] : [],
    ),
  );
  return widths.length < 4 ? 0.55 : widths.sort((a, b) => a - b)[widths.length >> 1]!;
}
