import { drawPdf, type Pen } from './draw-pdf.ts';
import { report } from './intake-site.ts';

/** The report of the fixture as an office would print it: lines of words on pages. */
export async function printedReport(): Promise<Uint8Array<ArrayBuffer>> {
  const lines = String(report.content)
    .replace(/[*#]/g, '')
    .split('\n')
    .flatMap((line) => line.match(/.{1,85}(?:\s|$)/g) ?? ['']);
  const pages = Array.from({ length: Math.ceil(lines.length / 40) }, (_, at) => lines.slice(at * 40, at * 40 + 40));
  const drawn = await drawPdf(
    ...pages.map((page) => (pen: Pen) => {
      for (const [index, line] of page.entries()) if (line.trim()) pen.text(line.trim(), 70, 60 + index * 17);
    }),
  );
  return new Uint8Array(drawn);
}
