import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM } from 'tesseract.js';

/** The words of one page image, in reading order, with the pixels where each stands. */
export type OcrPage = { readonly width: number; readonly height: number; readonly lines: readonly OcrLine[] };

export type OcrLine = {
  readonly words: readonly OcrWord[];
  readonly box: Box;
  /** How sure the engine is, 0–1: the mean over the words. */
  readonly confidence: number;
  /** Lines with the same number belong to one paragraph, as far as the layout shows it. */
  readonly paragraph: number;
};

export type OcrWord = { readonly text: string; readonly confidence: number; readonly box: Box };

/** A rectangle in pixels of the page image, from its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A recogniser that is kept warm: starting costs most of a second, a page some seconds. It must be closed, or its thread keeps the process alive. */
export type Ocr = {
  /** Reads a PNG or JPEG. Pages are read one after the other; 200 to 300 dots per inch give the best words. */
  readonly recognise: (image: Uint8Array) => Promise<OcrPage>;
  readonly close: () => Promise<void>;
};

/** The models that packages give us. English is there to make the damage that a Swedish paper takes when it is read as English (`scripts/train-confusions.ts`). */
export type OcrLanguage = 'swe' | 'eng';

/**
 * Starts the engine with the Swedish model that lies among our packages: nothing is fetched and nothing is written, so that it works in a child
 * process without network. The smaller of the two models of the package is taken: it reads as well and weighs 2.5 MB instead of 6.3.
 */
export async function openOcr(language: OcrLanguage = 'swe'): Promise<Ocr> {
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: join(packageFolder(language), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    // Without a handler the library throws into the event loop what it also answers to the caller.
    errorHandler: () => {},
  });
  return {
    recognise: async (image) => {
      const size = imageSize(image);
      if (!size) throw new Error('The bytes are neither PNG nor JPEG: draw the page into one of them first.');
      // The engine rejects with a string: as an error it says what was asked of it.
      const { data } = await worker
        .recognize(Buffer.from(image), {}, { text: false, blocks: true })
        .catch((reason: unknown) => Promise.reject(new Error(`The page image could not be read: ${reason}`)));
      return { ...size, lines: linesOf(data.blocks ?? []) };
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function packageFolder(language: OcrLanguage): string {
  return dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`));
}

type EngineBox = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
type EngineWord = { readonly text: string; readonly confidence: number; readonly bbox: EngineBox };
type EngineBlock = {
  readonly paragraphs: readonly {
    readonly lines: readonly { readonly words: readonly EngineWord[]; readonly bbox: EngineBox }[];
  }[];
};

function linesOf(blocks: readonly EngineBlock[]): readonly OcrLine[] {
  return blocks
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph, number) => paragraph.lines.flatMap((line) => lineOf(line.words, line.bbox, number)));
}

function lineOf(found: readonly EngineWord[], bbox: EngineBox, paragraph: number): readonly OcrLine[] {
  const words = found
    .filter((word) => word.text.trim())
    .map((word) => ({ text: word.text.trim(), confidence: word.confidence / 100, box: boxOf(word.bbox) }));
  if (words.length === 0) return [];
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return [{ words, box: boxOf(bbox), confidence, paragraph }];
}

function boxOf({ x0, y0, x1, y1 }: EngineBox): Box {
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Width and height as the header of a PNG or JPEG states them; undefined when the bytes are neither. */
export function imageSize(image: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  if (image.length > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (image.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  // JPEG is a row of segments; the one that starts a frame (C0–CF but not C4, C8 and CC) holds height and width.
  for (let at = 2; at + 9 < image.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}
