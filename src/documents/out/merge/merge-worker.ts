import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../kernel/errors.ts';
import type { Localized } from '../../../kernel/language.ts';
import { checkPdf } from '../check-pdf.ts';
import { pdfFaults } from '../pdf-faults.ts';
import type { MergeAnswer, MergeJob } from './merge-apart.ts';
import { mergePdf } from './merge-pdf.ts';
import { obstacleOf, partObstacles } from './part-obstacles.ts';

/** One job a thread: what a large paper needed goes with it. */
async function work(job: MergeJob): Promise<MergeAnswer> {
  if (job.kind === 'merge') return { bytes: mergePdf(job.head, job.parts) };
  return { reason: await reasonAgainst(job) };
}

/**
 * A file that says that it conforms and does not would take the standard from the whole package. So a package of this file alone is made and
 * checked: what is said once for a package (its title, its standards), or set right when a page is copied, does no harm.
 */
async function reasonAgainst({ head, bytes }: Extract<MergeJob, { kind: 'judge' }>): Promise<Localized | null> {
  const obstacle = obstacleOf(bytes);
  if (obstacle) return partObstacles[obstacle];
  const [fault] = (await checkPdf(alone(head, bytes))).faults;
  if (!fault) return null;
  const { sv, en } = pdfFaults[fault.code].text;
  return {
    sv: `filen säger att den är tillgänglig men har ett fel: ${bare(sv)}`,
    en: `the file says that it is accessible but has a fault: ${bare(en)}`,
  };
}

/** A package of one file; one that cannot be made is no PDF for the check, which says so. */
function alone(...[head, bytes]: readonly [Extract<MergeJob, { kind: 'judge' }>['head'], Uint8Array]): Uint8Array {
  try {
    return mergePdf(head, [{ name: 'prov', title: head.title, bytes }]);
  } catch (error) {
    if (error instanceof AppError) return new Uint8Array();
    throw error;
  }
}

function bare(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/u, '');
}

const answer = await work(workerData as MergeJob).catch(
  (error: unknown): MergeAnswer => ({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
parentPort?.postMessage(answer);
