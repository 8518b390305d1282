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

const rounds = 3;
const readOnce = fileURLToPath(new URL('./read-once.ts', import.meta.url));

/**
 * Prints what the longest paper costs in each format: in a warm process, structure alone and with records, and in a process of its own beside the
 * programs that others would use on the same file, one after the other in the same run.
 */
export async function printSpeed(papers: readonly AnnotatedPaper[], conversions: readonly Conversion[]): Promise<void> {
  const { longest, pages } = await longestOf(papers);
  console.log(
    `\nHow fast paper ${longest.name} (${pages} pages) is read: ms for its structure and with its records in a warm process; ms, pages per second and peak memory of a whole process`,
  );
  const rows: string[][] = [['', 'structure', 'records too', 'process', 'pages/s', 'peak memory', 'theirs ÷ ours']];
  const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'));
  try {
    for (const { name, extension, convert } of conversions) {
      const bytes = await convert(longest);
      const path = join(folder, `${name.replaceAll(' ', '-')}.${extension}`);
      writeFileSync(path, bytes);
      const turns = name === 'scan' ? 1 : rounds;
      const warm = await warmTimes({ path, bytes }, turns);
      rows.push(...(await coldRows(name, warm, othersFor(extension, path, folder), path, pages, turns)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  printTable(rows);
}

/** A paper's length is that of its tagged PDF, whatever the format. */
async function longestOf(papers: readonly AnnotatedPaper[]) {
  let longest = { longest: papers[0]!, pages: 0 };
  for (const paper of papers) {
    const document = await PDFDocument.load(await inFormat(paper.bytes, 'taggedPdf'));
    if (document.getPageCount() > longest.pages) longest = { longest: paper, pages: document.getPageCount() };
  }
  return longest;
}

type WarmTimes = { readonly structure: number; readonly records: number };

async function warmTimes({ path, bytes }: PaperFile, turns: number): Promise<WarmTimes> {
  const structure: number[] = [];
  const records: number[] = [];
  for (let turn = turns > 1 ? -1 : 0; turn < turns; turn++) {
    const started = performance.now();
    const source = await readDocument({ fileName: path, bytes });
    const between = performance.now();
    readRecords(source, path);
    if (turn < 0) continue;
    structure.push(between - started);
    records.push(performance.now() - started);
  }
  return { structure: median(structure), records: median(records) };
}

async function coldRows(
  name: string,
  warm: WarmTimes,
  others: readonly OtherProgram[],
  path: string,
  pages: number,
  turns: number,
): Promise<readonly string[][]> {
  const ours: MeasuredRun[] = [];
  const theirs = others.map((): MeasuredRun[] => []);
  for (let turn = 0; turn < turns; turn++) {
    ours.push(await runMeasured(process.execPath, [readOnce, path]));
    for (const [index, [program, words]] of others.entries()) theirs[index]!.push(await runMeasured(program, words));
  }
  const own = middle(ours);
  return [
    [name, ms(warm.structure), ms(warm.records), ...costs(own, pages)],
    ...others.map(([program], index) => {
      const other = middle(theirs[index]!);
      return [`  ${program}`, '', '', ...costs(other, pages), (other.milliseconds / own.milliseconds).toFixed(2)];
    }),
  ];
}

type OtherProgram = readonly [program: string, words: string[]];

/** The programs that others use to get the text out of a file, where they are installed. */
function othersFor(extension: Conversion['extension'], path: string, folder: string): readonly OtherProgram[] {
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

function costs({ milliseconds, peakBytes }: MeasuredRun, pages: number): string[] {
  const memory = peakBytes === undefined ? '–' : `${Math.round(peakBytes / 2 ** 20)} MB`;
  return [ms(milliseconds), String(Math.round((pages / milliseconds) * 1000)), memory];
}

const ms = (value: number) => String(Math.round(value));
