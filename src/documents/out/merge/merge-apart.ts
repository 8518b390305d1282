import { Worker } from 'node:worker_threads';
import type { Localized } from '../../../kernel/language.ts';
import type { PdfPart } from './merge-pdf.ts';
import type { MergedHead } from './merged-metadata.ts';

/** What is done beside the process that answers people: putting a package together, and judging files of others. */
export type MergeJob =
  | { readonly kind: 'merge'; readonly head: MergedHead; readonly parts: readonly PdfPart[] }
  | { readonly kind: 'judge'; readonly files: readonly Uint8Array[] };

export type MergeAnswer =
  | { readonly bytes: Uint8Array }
  | { readonly reasons: readonly (Localized | null)[] }
  | { readonly bug: string };

/** Puts papers together in a thread of its own: hundreds of pages take hundreds of milliseconds, in which others would wait. */
export async function mergeApart(head: MergedHead, parts: readonly PdfPart[]): Promise<Uint8Array> {
  const answer = await workApart({ kind: 'merge', head, parts });
  if (!('bytes' in answer)) throw new Error('The thread that merges answered another question.');
  return answer.bytes;
}

/** Why each of some files cannot be part of a package, null for those that can: what they say of themselves, and whether they keep it. */
export async function judgeApart(files: readonly Uint8Array[]): Promise<readonly (Localized | null)[]> {
  if (files.length === 0) return [];
  const answer = await workApart({ kind: 'judge', files });
  if (!('reasons' in answer)) throw new Error('The thread that judges answered another question.');
  return answer.reasons;
}

async function workApart(job: MergeJob): Promise<MergeAnswer> {
  const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), { workerData: job });
  try {
    const answer = await new Promise<MergeAnswer>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', (code) =>
        reject(new Error(`The thread that merges ended with code ${code} before it answered.`)),
      );
    });
    if ('bug' in answer) throw new Error(`The thread that merges failed: ${answer.bug}`);
    return answer;
  } finally {
    await worker.terminate();
  }
}
