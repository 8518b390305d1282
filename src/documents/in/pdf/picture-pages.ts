import type { Ocr } from '../ocr/recognise-page.ts';
import { takeOutLines } from './image-rules.ts';
import { ocrContent } from './ocr-content.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { lettersIn, type PageContent } from './page-content.ts';
import { canvasOf, imageCover } from './render-page.ts';

/** A page with fewer letters may be a picture of a page. */
const fewLetters = 30;
/** The part of the page that a picture of it covers at least. */
const leastCover = 0.4;
/** Dots per inch at which a page is drawn for OCR: below 200 words are lost, above 300 nothing is won. */
const dotsPerInch = 220;

/** Tells pages that are pictures and reads them; the file is opened once more, with its images, when the first such page is met. */
export function picturePages(bytes: Uint8Array, ocr: Pick<Ocr, 'recognise'> | undefined) {
  let opened: Promise<OpenPdf> | undefined;
  const pageOf = async (number: number) => {
    opened ??= openPdf(bytes, 'picture');
    return (await opened).document.getPage(number);
  };
  return {
    isPicture: async (content: PageContent): Promise<boolean> => {
      if (lettersIn(content.runs) >= fewLetters) return false;
      return (await imageCover(await pageOf(content.number))) > leastCover;
    },
    /** What OCR reads on the page; undefined without OCR. */
    read: async (content: PageContent): Promise<PageContent | undefined> => {
      if (!ocr) return undefined;
      const canvas = await canvasOf(await pageOf(content.number), (content.width / 72) * dotsPerInch);
      const context = canvas.getContext('2d');
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
      const lines = takeOutLines(pixels, canvas.width / content.width);
      context.putImageData(pixels, 0, 0);
      return ocrContent(await ocr.recognise(await canvas.encode('png')), content, lines);
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}
