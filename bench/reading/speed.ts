import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readDocument } from '../../src/documents/in/read-document.ts';
import { readRecords } from '../../src/domain/intake/read-records.ts';
import type { AnnotatedPaper } from '../../test/annotations/annotations.ts';
import { inFormat, isInstalled } from '../../test/support/paper-formats.ts';
import { median } from '../result.ts';
import type { Conversion } from './conversions.ts';
import { printTable } from './print-table.ts';
import { type MeasuredRun, runMeasured } from './run-measured.ts';

type PaperFile = { readonly path: string; readonly bytes: Uint8Array };

const rounds = 5;
const readOnce = fileURLToPath(new URL('./read-once.ts', import.meta.url));

/**
 * Prints, for each format, pages per second of the reader in a warm process, and the whole cost of a process that reads the longest paper, beside
 * the programs that others would use on the same file, one after the other in the same run.
 */
export async function printSpeed(papers: readonly AnnotatedPaper[], conversions: readonly Conversion[]): Promise<void> {
  const pages = await pageCounts(papers);
  const all = [...pages.values()].reduce((sum, count) => sum + count, 0);
  const longest = papers.reduce((a, b) => (pages.get(a)! >= pages.get(b)! ? a : b));
  console.log(
    `\nHow fast papers are read: ${papers.length} papers, ${all} pages as PDF, in a warm process; median of ${rounds} rounds`,
  );
  const warm: string[][] = [['', 'structure', 'records too', 'pages/s']];
  const cold: string[][] = [['', 'ms', 'peak memory', 'pages/s', 'ours ÷ theirs']];
  const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'));
  try {
    for (const { name, extension, convert } of conversions) {
      const files: PaperFile[] = [];
      for (const [index, paper] of papers.entries()) {
        const bytes = await convert(paper);
        const path = join(folder, `${name.replaceAll(' ', '-')}-${index}.${extension}`);
        writeFileSync(path, bytes);
        files.push({ path, bytes });
      }
      const { structure, records } = await warmTimes(files, name === 'scan' ? 1 : rounds);
      warm.push([name, `${ms(structure)} ms`, `${ms(records)} ms`, perSecond(all, records)]);
      const { path } = files[papers.indexOf(longest)]!;
      cold.push(...(await coldRows(name, extension, path, pages.get(longest)!, folder)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  printTable(warm);
  console.log(
    `\nThe longest paper (${pages.get(longest)} pages) in a process of its own, start included; ours reads structure and records`,
  );
  printTable(cold);
}

/** A paper's length is that of its tagged PDF, whatever the format. */
async function pageCounts(papers: readonly AnnotatedPaper[]): Promise<ReadonlyMap<AnnotatedPaper, number>> {
  const counts = new Map<AnnotatedPaper, number>();
  for (const paper of papers) {
    const document = await PDFDocument.load(await inFormat(paper.bytes, 'taggedPdf'));
    counts.set(paper, document.getPageCount());
  }
  return counts;
}

async function warmTimes(files: readonly PaperFile[], rounds: number) {
  const structure: number[] = [];
  const records: number[] = [];
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round++) {
    const started = performance.now();
    const sources = [];
    for (const { path, bytes } of files) sources.push(await readDocument({ fileName: path, bytes }));
    const between = performance.now();
    for (const [index, source] of sources.entries()) readRecords(source, files[index]!.path);
    if (round < 0) continue;
    structure.push(between - started);
    records.push(performance.now() - started);
  }
  return { structure: median(structure), records: median(records) };
}

async function coldRows(
  name: string,
  extension: Conversion['extension'],
  path: string,
  pages: number,
  folder: string,
): Promise<readonly string[][]> {
  const turns = name === 'scan' ? 1 : 3;
  const ours: MeasuredRun[] = [];
  const others = othersFor(extension, path, folder);
  const theirs = others.map((): MeasuredRun[] => []);
  for (let turn = 0; turn < turns; turn++) {
    ours.push(await runMeasured(process.execPath, [readOnce, path]));
    for (const [index, [program, words]] of others.entries()) theirs[index]!.push(await runMeasured(program, words));
  }
  const own = middle(ours);
  return [
    row(name, own, pages),
    ...others.map(([program], index) => {
      const other = middle(theirs[index]!);
      return [...row(`  ${program}`, other, pages), (other.milliseconds / own.milliseconds).toFixed(2)];
    }),
  ];
}

/** The programs that others use to get the text out of a file, where they are installed. */
function othersFor(extension: Conversion['extension'], path: string, folder: string): readonly [string, string[]][] {
  const all: readonly [Parameters<typeof isInstalled>[0], string[]][] =
    extension === 'pdf'
      ? [['pdftotext', ['-layout', path, join(folder, 'out.txt')]]]
      : extension === 'docx'
        ? [
            ['pandoc', ['-f', 'docx', '-t', 'html', '-o', join(folder, 'out.html'), path]],
            [
              'soffice',
              [
                `-env:UserInstallation=file://${folder}/profile`,
                '--headless',
                '--convert-to',
                'txt:Text',
                '--outdir',
                folder,
                path,
              ],
            ],
          ]
        : [];
  return all.filter(([program]) => isInstalled(program));
}

function middle(runs: readonly MeasuredRun[]): MeasuredRun {
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    ...(peaks.length > 0 && { peakBytes: median(peaks) }),
  };
}

function row(name: string, { milliseconds, peakBytes }: MeasuredRun, pages: number): string[] {
  const memory = peakBytes === undefined ? '–' : `${Math.round(peakBytes / 2 ** 20)} MB`;
  return [name, ms(milliseconds), memory, perSecond(pages, milliseconds)];
}

const ms = (value: number) => String(Math.round(value));
const perSecond = (pages: number, milliseconds: number) => String(Math.round((pages / milliseconds) * 1000));
