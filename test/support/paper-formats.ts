import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { readText } from '../../src/documents/in/read-text.ts';
import { renderPdf, wrapHtml, writeDocx } from '../../src/documents/out/index.ts';
import { treeOfSource } from './source-to-tree.ts';

/** The forms in which one and the same paper reaches an office. */
export const paperFormats = ['text', 'docx', 'taggedPdf', 'untaggedPdf', 'scan'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** How scanners in offices are set. */
const dotsPerInch = '200';

/** A paper of plain text as another format would bring it: the same words, written by our own writers. */
export async function inFormat(paper: Uint8Array, format: PaperFormat): Promise<Uint8Array> {
  const tree = () => treeOfSource(readText(paper));
  switch (format) {
    case 'text':
      return paper;
    case 'docx':
      return writeDocx(tree());
    case 'taggedPdf':
      return renderPdf(tree());
    case 'untaggedPdf':
      return withoutTags(await renderPdf(tree()));
    case 'scan':
      return scanned(await renderPdf(tree()));
  }
}

/** The same pages without the structure that says what is a heading and what is a table: what most programs write. */
export async function withoutTags(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf);
  for (const key of ['StructTreeRoot', 'MarkInfo']) document.catalog.delete(PDFName.of(key));
  for (const page of document.getPages()) page.node.delete(PDFName.of('StructParents'));
  return document.save();
}

/** The same pages as pictures, in grey and somewhat compressed, as a scanner saves them. */
export async function scanned(pdf: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-scan-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-r', dotsPerInch, '-gray', '-jpeg', file, join(folder, 'page')]);
    const document = await PDFDocument.create();
    const pages = readdirSync(folder).filter((name) => name.endsWith('.jpg'));
    for (const name of pages.sort()) {
      const picture = await document.embedJpg(readFileSync(join(folder, name)));
      const { width, height } = picture.scale(72 / Number(dotsPerInch));
      document.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
    }
    return document.save();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A paper as pandoc makes a Word document of it: other styles and other numbering than ours. It goes by HTML, because in markdown pandoc runs the
 * rows of a list with tabs together, which no office's paper does.
 */
export function docxByPandoc(paper: Uint8Array): Uint8Array {
  // What our pages say to those who hear them is hidden by a style that pandoc does not know.
  const html = wrapHtml(treeOfSource(readText(paper))).replace(/<span class="visually-hidden">[^<]*<\/span>/gu, '');
  return execFileSync('pandoc', ['-f', 'html', '-t', 'docx', '-o', '-'], { input: html, maxBuffer: 1e9 });
}

/** A Word document as LibreOffice prints it to PDF, which is how most papers of offices become one. */
export function pdfByLibreOffice(docx: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-office-'));
  try {
    writeFileSync(join(folder, 'paper.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const words = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')];
    execFileSync('soffice', words, { stdio: 'ignore', timeout: 180_000 });
    return readFileSync(join(folder, 'paper.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether a program that others use is there to compare with. */
export function isInstalled(program: 'pandoc' | 'soffice' | 'pdftotext' | 'pdftoppm'): boolean {
  try {
    execFileSync(program, [program.startsWith('pdf') ? '-v' : '--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}
