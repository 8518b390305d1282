import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPdf, closePdfPool, mergePdf } from '../src/documents/out/index.ts';
import type { CivilDate } from '../src/kernel/civil-date.ts';
import { makeParts } from './package/make-parts.ts';
import { type MeasuredRun, runMeasured } from './reading/run-measured.ts';
import { type BenchResult, median, timed } from './result.ts';

export const title = 'The papers of a meeting, sixty files of more than three hundred pages, put together to one';

const rounds = 9;
const merger = fileURLToPath(new URL('package/merge-files.ts', import.meta.url));

/**
 * Puts the papers of a meeting together, in turns with qpdf's plain concatenation of the same files from and to the same disk. Each of ours is a
 * new process too, so that the start of Node counts against us. The file must still be tagged and conform, else there is no figure.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const parts = await makeParts();
  await closePdfPool();
  const folder = await mkdtemp(join(tmpdir(), 'kansli-bench-'));
  try {
    const files = parts.map((_, index) => join(folder, `${String(index).padStart(3, '0')}.pdf`));
    for (const [index, part] of parts.entries()) await writeFile(files[index]!, part.bytes);
    const target = join(folder, 'package.pdf');
    const ours: MeasuredRun[] = [];
    const theirs: (MeasuredRun | undefined)[] = [];
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await concatenated(files, join(folder, 'plain.pdf')));
      ours.push(await runMeasured(process.execPath, [merger, target, ...files]));
    }
    const { pages, faults } = await checkPdf(readFileSync(target));
    if (faults.length > 0) throw new Error(`The package does not conform: ${JSON.stringify(faults.slice(0, 5))}`);
    return results(pages, ours, theirs, await timed(() => mergePdf(head, parts), rounds));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const head = {
  title: 'Handlingar',
  author: 'Region Exempel',
  language: 'sv',
  date: '2026-11-24' as CivilDate,
} as const;

function results(
  pages: number,
  ours: readonly MeasuredRun[],
  theirs: readonly (MeasuredRun | undefined)[],
  warm: number,
): readonly BenchResult[] {
  const plain = theirs.filter((run) => run !== undefined).map((run) => run.milliseconds);
  const yardstick = (value: number) =>
    plain.length > 0 ? { against: 'qpdf --empty --pages, same files', ratio: value / median(plain) } : {};
  const note = `${pages} pages, PDF/UA-1 and PDF/A-2a${plain.length > 0 ? '; wanted: at most 8 ×' : '; qpdf is not installed, so there is no yardstick'}`;
  const value = median(ours.map((run) => run.milliseconds));
  const peaks = ours.map((run) => run.peakBytes).filter((peak) => peak !== undefined);
  return [
    { name: 'package in a process of its own, p50', value, unit: 'ms', note, ...yardstick(value) },
    { name: 'package in a running process, p50', value: warm, unit: 'ms', ...yardstick(warm) },
    ...(peaks.length > 0
      ? [
          {
            name: 'most memory',
            value: Math.max(...peaks) / 2 ** 20,
            unit: 'MB',
            note: 'the whole process; wanted: at most 250 MB',
          },
        ]
      : []),
  ];
}

/** What qpdf needs to put the files one after the other, without tags; undefined when it is not installed. */
async function concatenated(files: readonly string[], target: string): Promise<MeasuredRun | undefined> {
  try {
    return await runMeasured('qpdf', ['--empty', '--pages', ...files, '--', target]);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && error.syscall === 'spawn qpdf') return undefined;
    throw error;
  }
}
