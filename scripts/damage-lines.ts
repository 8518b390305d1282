import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { openOcr } from '../src/documents/in/ocr/recognise-page.ts';

/** A line of text and what an engine with the wrong language read in its picture. */
export type DamagedLine = { readonly truth: string; readonly read: string };

/** How a page is drawn: what a printer and a scanner would do to it. */
export type Look = { readonly font: string; readonly size: number; readonly quality: number };

const ownLetters = 'Source Sans 3 of Kansli';
GlobalFonts.registerFromPath(
  fileURLToPath(
    new URL('../node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf', import.meta.url),
  ),
  ownLetters,
);

/**
 * Three kinds of letters at the size of ten to eleven points and 200 dots per inch, clean and poorly packed. The first comes with the project; the
 * others are what the machine has for them, so that a table trained elsewhere differs in its second decimals.
 */
export const looks: readonly Look[] = [
  { font: `"${ownLetters}"`, size: 31, quality: 75 },
  { font: 'Liberation Sans, DejaVu Sans, sans-serif', size: 29, quality: 90 },
  { font: 'Liberation Serif, DejaVu Serif, serif', size: 31, quality: 60 },
];

const lineHeight = 1.45;
const margin = 60;
const linesOnPage = 44;

/**
 * Draws Swedish lines as page images and reads them with the English model: that loses å, ä and ö in just the way of papers that a careless
 * scanner has read. Because each line's place on the page is known, truth and reading come in pairs.
 */
export async function damageLines(
  lines: readonly string[],
  { font, size, quality }: Look,
): Promise<readonly DamagedLine[]> {
  const ocr = await openOcr('eng');
  const pairs: DamagedLine[] = [];
  try {
    for (let from = 0; from < lines.length; from += linesOnPage) {
      const page = lines.slice(from, from + linesOnPage);
      const { lines: found } = await ocr.recognise(drawn(page, font, size, quality));
      const read = page.map((): string[] => []);
      for (const { words, box } of found) {
        const row = Math.round((box.y + box.height / 2 - margin) / (size * lineHeight));
        read[row]?.push(...words.map((word) => word.text));
      }
      page.forEach((truth, row) => {
        pairs.push({ truth, read: read[row]!.join(' ') });
      });
    }
    return pairs;
  } finally {
    await ocr.close();
  }
}

function drawn(lines: readonly string[], font: string, size: number, quality: number): Uint8Array {
  const canvas = createCanvas(size * 72, Math.ceil(margin * 2 + lines.length * size * lineHeight));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = `${size}px ${font}`;
  context.textBaseline = 'middle';
  lines.forEach((line, row) => {
    context.fillText(line, margin, margin + row * size * lineHeight);
  });
  return canvas.toBuffer('image/jpeg', quality);
}

/** Text as lines that fit on a page, without the marks of markdown. */
export function wrapped(text: string, width = 105): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const clean = line.replace(/[*_`#|]|\]\([^)]*\)|[[\]]/g, '').trim();
    return clean.match(new RegExp(`\\S.{0,${width - 2}}\\S?(?=\\s|$)`, 'gu')) ?? [];
  });
}
