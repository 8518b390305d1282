import { parentPort, workerData } from 'node:worker_threads';
import type { Localized } from '../../../kernel/language.ts';
import { checkPdf } from '../check-pdf.ts';
import { type PdfFaultCode, pdfFaults } from '../pdf-faults.ts';
import type { MergeAnswer, MergeJob } from './merge-apart.ts';
import { mergePdf } from './merge-pdf.ts';
import { obstacleOf, partObstacles } from './part-obstacles.ts';

/** One job a thread: what a large paper needed goes with it. */
async function work(job: MergeJob): Promise<MergeAnswer> {
  if (job.kind === 'merge') return { bytes: mergePdf(job.head, job.parts) };
  const reasons: (Localized | null)[] = [];
  for (const bytes of job.files) reasons.push(await reasonAgainst(bytes));
  return { reasons };
}

/** What is said once for the whole package, or set right when a page is copied: a part that lacks it does no harm. */
const mended: ReadonlySet<PdfFaultCode> = new Set([
  'notArchival',
  'noUaSchema',
  'noTitle',
  'titleNotShown',
  'noFileId',
  'noTabOrder',
]);

/** A file that says that it conforms and does not would take the standard from the whole package. */
async function reasonAgainst(bytes: Uint8Array): Promise<Localized | null> {
  const obstacle = obstacleOf(bytes);
  if (obstacle) return partObstacles[obstacle];
  const fault = (await checkPdf(bytes)).faults.find(({ code }) => !mended.has(code));
  if (!fault) return null;
  const { sv, en } = pdfFaults[fault.code].text;
  return {
    sv: `filen säger att den är tillgänglig men har ett fel: ${bare(sv)}`,
    en: `the file says that it is accessible but has a fault: ${bare(en)}`,
  };
}

function bare(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/u, '');
}

const answer = await work(workerData as MergeJob).catch(
  (error: unknown): MergeAnswer => ({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
parentPort?.postMessage(answer);
