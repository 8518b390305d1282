import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { checkPdf, closePdfPool, renderPdf, wrapHtml, writeDocx } from '../src/documents/out/index.ts';
import type { DocumentTree } from '../src/documents/tree/index.ts';
import { reportBackTree } from '../test/documents-out/report-back-tree.ts';
import { type BenchResult, timed } from './result.ts';

export const title = 'A report-back of 23 assignments, written as a document';

const start = promisify(execFile);

/**
 * Times the report-back as PDF in this process, first and warm, against LibreOffice that converts the DOCX of the same tree. Every warm run writes
 * another text, so that the engine's memory of the last layout does not count.
 */
export async function run(): Promise<readonly BenchResult[]> {
  let runs = 0;
  const tree = (): DocumentTree => ({ ...reportBackTree(23), subtitle: `Utkast ${++runs}` });
  const begun = performance.now();
  const { pages, faults } = await checkPdf(await renderPdf(tree()));
  const cold = performance.now() - begun;
  if (faults.length > 0) throw new Error(`The benchmark wrote a PDF that does not conform: ${JSON.stringify(faults)}`);
  const warm = await timed(() => renderPdf(tree()), 21);
  await closePdfPool();
  const office = await officeTime(tree());
  const yardstick = office === undefined ? {} : { against: 'LibreOffice, same DOCX', ratio: warm / office };
  const note = `${pages} pages${office === undefined ? '; LibreOffice is not installed, so there is no yardstick' : ''}`;
  return [
    { name: 'PDF/UA-1 + PDF/A-2a, warm, p50', value: warm, unit: 'ms', note, ...yardstick },
    { name: 'PDF, first in the process, and checked', value: cold, unit: 'ms' },
    { name: 'DOCX, warm, p50', value: await timed(() => writeDocx(tree()), 21), unit: 'ms' },
    { name: 'HTML, warm, p50', value: await timed(() => wrapHtml(tree()), 21), unit: 'ms' },
    ...(office === undefined
      ? []
      : [
          {
            name: 'LibreOffice, DOCX to tagged PDF, p50',
            value: office,
            unit: 'ms',
            note: 'one process each time; not archival',
          },
        ]),
  ];
}

/** Milliseconds that LibreOffice needs for the same DOCX, its process included; undefined when it is not installed. */
async function officeTime(tree: DocumentTree): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'kansli-bench-'));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const filter =
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}';
  const source = join(folder, 'report.docx');
  const convert = () =>
    start('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, source], { timeout: 120_000 });
  try {
    await writeFile(source, writeDocx(tree));
    const time = await timed(convert, 3, 1);
    await readFile(join(folder, 'report.pdf'));
    return time;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && error.syscall === 'spawn soffice') return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
