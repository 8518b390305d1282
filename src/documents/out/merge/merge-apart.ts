import { Worker } from 'node:worker_threads';
import type { Localized } from '../../../kernel/language.ts';
import type { PdfPart } from './merge-pdf.ts';
import type { MergedHead } from './merged-metadata.ts';
import { partObstacles } from './part-obstacles.ts';

/** What is done beside the process that answers people: putting a package together, and judging a file of others. */
export type MergeJob =
  | { readonly kind: 'merge'; readonly head: MergedHead; readonly parts: readonly PdfPart[] }
  | { readonly kind: 'judge'; readonly head: MergedHead; readonly bytes: Uint8Array };

export type MergeAnswer =
  | { readonly bytes: Uint8Array }
  | { readonly reason: Localized | null }
  | { readonly bug: string };

/** A paper of hundreds of pages is judged in seconds; one that takes longer is made to keep its reader busy. */
const longestJudging = 30_000;
const longestMerging = 300_000;

/** Puts papers together in a thread of its own: hundreds of pages take hundreds of milliseconds, in which others would wait. */
export async function mergeApart(head: MergedHead, parts: readonly PdfPart[]): Promise<Uint8Array> {
  const answer = await workApart({ kind: 'merge', head, parts }, longestMerging);
  if ('bug' in answer) throw new Error(`The thread that merges failed: ${answer.bug}`);
  if (!('bytes' in answer)) throw new Error('The thread that merges answered another question.');
  return answer.bytes;
}

/**
 * Why a file of others cannot be part of a package, or null: what it says of itself, and whether it keeps it. One that breaks the thread that
 * looks at it, or holds it up, is not fit to be read by others either.
 */
export async function judgeApart(head: MergedHead, bytes: Uint8Array): Promise<Localized | null> {
  const answer = await workApart({ kind: 'judge', head, bytes }, longestJudging).catch(() => undefined);
  return answer && 'reason' in answer ? answer.reason : partObstacles.unreadable;
}

async function workApart(job: MergeJob, longest: number): Promise<MergeAnswer> {
  const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<MergeAnswer>((resolve, reject) => {
      const fail = (reason: string) => () => reject(new Error(`The thread that merges ${reason} before it answered.`));
      watch = setTimeout(fail('took too long'), longest);
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', fail('ended'));
    });
  } finally {
    clearTimeout(watch);
    await worker.terminate();
  }
}
