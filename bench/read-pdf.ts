import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readPdf } from '../src/documents/in/pdf/read-pdf.ts';
import { closePdfPool, renderPdf } from '../src/documents/out/index.ts';
import type { Block, DocumentTree } from '../src/documents/tree/index.ts';
import { readRecords } from '../src/domain/intake/read-records.ts';
import { withoutTags } from '../test/support/draw-pdf.ts';
import { type BenchResult, median } from './result.ts';

export const title = 'Reading PDF into blocks with structure, against the bare text of pdftotext';

const sizes = [10, 100, 1000] as const;
/** How many times a file of so many pages is read: what is soon read is soon disturbed. */
const roundsFor = (pages: number) => (pages < 100 ? 15 : pages < 1000 ? 7 : 3);

/** Pages of minutes that we wrote ourselves, tagged and without tags, read one after the other with pdftotext so that the load falls on both. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-read-pdf-'));
  try {
    const results: BenchResult[] = [];
    const tagged = await renderPdf(minutesOf(100));
    const many = new Map<number, Uint8Array>();
    for (const pages of sizes) many.set(pages, await withoutTags(await firstPages(tagged, pages)));
    results.push(...(await against('tagged PDF', tagged, folder, roundsFor(100))));
    for (const [pages, bytes] of many)
      results.push(...(await against(`untagged PDF of ${pages} pages`, bytes, folder, roundsFor(pages))));
    return [...results, await withRecords(many.get(100)!, folder)];
  } finally {
    await closePdfPool();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function against(
  name: string,
  bytes: Uint8Array,
  folder: string,
  rounds: number,
): Promise<readonly BenchResult[]> {
  const pairs: { readonly own: number; readonly plain: number }[] = [];
  let pages = 0;
  for (let round = -1; round < rounds; round++) {
    const plain = pdftotext(bytes, folder);
    const started = performance.now();
    pages = (await readPdf(bytes)).pages ?? 0;
    const own = performance.now() - started;
    if (round >= 0) pairs.push({ own, plain });
  }
  const own = median(pairs.map((pair) => pair.own));
  const ratio = median(pairs.map((pair) => pair.plain / pair.own));
  return [
    {
      name: `${name}: pages a second`,
      value: (pages / own) * 1000,
      unit: 'pages/s',
      against: 'pages a second of pdftotext',
      ...(Number.isFinite(ratio) ? { ratio } : { note: noPoppler }),
    },
    { name: `${name}: a page`, value: own / pages, unit: 'ms' },
  ];
}

/** The whole way from bytes to proposed records. */
async function withRecords(bytes: Uint8Array, folder: string): Promise<BenchResult> {
  const ratios: number[] = [];
  let speed = 0;
  for (let round = -1; round < roundsFor(100); round++) {
    const plain = pdftotext(bytes, folder);
    const started = performance.now();
    const source = await readPdf(bytes);
    readRecords(source, 'minutes.pdf');
    const own = performance.now() - started;
    speed = ((source.pages ?? 0) / own) * 1000;
    if (round >= 0) ratios.push(plain / own);
  }
  const ratio = median(ratios);
  return {
    name: 'untagged PDF of 100 pages to records',
    value: speed,
    unit: 'pages/s',
    against: 'pages a second of pdftotext',
    ...(Number.isFinite(ratio) ? { ratio } : { note: noPoppler }),
  };
}

const noPoppler = 'pdftotext is not installed (poppler-utils).';

/** Milliseconds of pdftotext over the same bytes; not a number when it is not installed. */
function pdftotext(bytes: Uint8Array, folder: string): number {
  const path = join(folder, 'paper.pdf');
  writeFileSync(path, bytes);
  const started = performance.now();
  try {
    execFileSync('pdftotext', [path, join(folder, 'paper.txt')], { stdio: 'ignore' });
  } catch {
    return Number.NaN;
  }
  return performance.now() - started;
}

/** So many pages of a document, from the first again when it has fewer. */
async function firstPages(bytes: Uint8Array, count: number): Promise<Uint8Array> {
  const [source, made] = [await PDFDocument.load(bytes), await PDFDocument.create()];
  for (let from = 0; from < count; from += source.getPageCount()) {
    const wanted = Math.min(count - from, source.getPageCount());
    const pages = await made.copyPages(
      source,
      Array.from({ length: wanted }, (_, index) => index),
    );
    for (const page of pages) made.addPage(page);
  }
  return made.save();
}

/** Minutes of about so many pages: headings, paragraphs, decisions and a table to each page. */
function minutesOf(pages: number): DocumentTree {
  const sentence =
    'Nämnden har tagit del av förvaltningens redovisning och ser att arbetet fortgår enligt den plan som är beslutad. ';
  const blocks = Array.from({ length: pages }, (_, index): readonly Block[] => [
    {
      kind: 'heading',
      level: 1,
      content: [{ kind: 'text', text: `§ ${index + 1} Redovisning av uppdrag ${index + 1}` }],
    },
    ...Array.from(
      { length: 5 },
      (): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: sentence.repeat(3).trim() }] }),
    ),
    {
      kind: 'list',
      ordered: true,
      items: [1, 2].map((item) => ({
        content: [{ kind: 'text', text: `att godkänna redovisningen av punkt ${item}` }],
      })),
    },
    {
      kind: 'table',
      header: ['Uppdrag', 'Status', 'Klart'].map((text) => [{ kind: 'text', text }]),
      rows: Array.from({ length: 6 }, (_, row) =>
        [`Uppdrag ${row + 1}`, 'Pågår enligt plan', '2026-06-30'].map((text) => [{ kind: 'text', text }]),
      ),
    },
    { kind: 'pageBreak' },
  ]).flat();
  return { title: 'Protokoll', author: '', language: 'sv', blocks };
}
