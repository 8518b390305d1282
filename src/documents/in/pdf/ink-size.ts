import type { OcrLine, OcrWord } from '../ocr/recognise-page.ts';

/** A line in the picture of a page, measured by its letters: the size they are set in, and where they stand, in pixels. */
export type InkLine = { readonly size: number; readonly baseline: number };

/**
 * How far ink reaches from the baseline, in parts of what is taken for the size. The box of a line is that of its ink, and a line with a
 * "Å" and a "g" is half as high again as one of the same size with neither: without this, every such line would be taken for a heading.
 */
const aboveBaseline = [
  [/Å/u, 0.954],
  [/[ÄÖ]/u, 0.888],
  [/å/u, 0.823],
  [/[bdfhiklt\p{Lu}äö\p{N}()[\]/!?"”§&%|]/u, 0.79],
] as const;
const smallLetters = 0.59;
const belowBaseline = [
  [/[gpqyjQ()[\]/§|]/u, 0.23],
  [/[,;]/u, 0.16],
] as const;

/** A line so many times as large as the usual one is surely set in a larger size; what is smaller is not told apart. */
const larger = 1.1;
/** Larger lines whose sizes differ by less are set in the same size: a heading that runs over two lines. */
const sameSize = 1.12;

/** The sizes and baselines of the lines of a page. Nearly equal sizes are made equal, because single letters make them differ. */
export function inkLines(lines: readonly OcrLine[]): readonly InkLine[] {
  const measured = lines.map(measuredLine);
  const usual = usualSize(lines, measured);
  const found: InkLine[] = [];
  for (const { size, baseline } of measured) {
    if (size < usual * larger) {
      found.push({ size: usual, baseline });
      continue;
    }
    const alike = found.findLast((line) => line.size > usual && ratio(line.size, size) < sameSize);
    found.push({ size: alike?.size ?? size, baseline });
  }
  return found;
}

/** A line is measured as a whole, or by its middle word when its box reaches over a line of the table that stands too near. */
function measuredLine({ words, box }: OcrLine): InkLine {
  const whole = measuredInk(words.map(({ text }) => text).join(''), box);
  const single = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map((word) => measuredInk(word.text, word.box));
  if (single.length === 0) return whole;
  const size = median(single.map((word) => word.size));
  return ratio(whole.size, size) < larger ? whole : { size, baseline: median(single.map(({ baseline }) => baseline)) };
}

function measuredInk(text: string, box: OcrWord['box']): InkLine {
  const above = reach(text, aboveBaseline) ?? smallLetters;
  const below = reach(text, belowBaseline) ?? 0;
  const size = box.height / (above + below);
  return { size, baseline: box.y + size * above };
}

function reach(text: string, letters: readonly (readonly [RegExp, number])[]): number | undefined {
  return letters.find(([sign]) => sign.test(text))?.[1];
}

/** The size in which most letters of the page are set. */
function usualSize(lines: readonly OcrLine[], measured: readonly InkLine[]): number {
  const weighed = lines.map(({ words }, index) => ({
    letters: words.reduce((sum, { text }) => sum + text.length, 0),
    size: measured[index]!.size,
  }));
  weighed.sort((a, b) => a.size - b.size);
  let left = weighed.reduce((sum, { letters }) => sum + letters, 0) / 2;
  for (const { letters, size } of weighed) {
    left -= letters;
    if (left <= 0) return size;
  }
  return 1;
}

const ratio = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
