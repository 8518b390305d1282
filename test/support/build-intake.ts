import { createHash } from 'node:crypto';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  type ByteStore,
  handInBytes,
  listProposals,
  type Proposal,
  type ReadDocument,
  readIntakeFile,
} from '../../src/domain/intake/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { readDocument } from '../../src/reading.ts';
import type { TestDatabase } from './database.ts';

/** Bytes kept in memory, named as the blob store names them. */
export function memoryBlobs(): ByteStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, bytes);
      return hash;
    },
    get: async (hash) => kept.get(hash)!,
  };
}

/** Reads as the product does, but in this process. */
export const readAsProduct: ReadDocument = readDocument;

/** Hands a text in and reads it: a file under review with its proposals. */
export async function buildIntakeFile(
  { db, tenantId }: TestDatabase,
  bytes: Uint8Array | string,
  fileName = 'handling.txt',
): Promise<{ readonly fileId: Id<'intakeFile'>; readonly proposals: readonly Proposal[] }> {
  const auth = authorize(operatorOf(tenantId), 'intake.handIn');
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const blobs = memoryBlobs();
  const { fileId } = await handInBytes({ db, blobs }, auth, { fileName, mediaType: 'text/plain', bytes: content });
  await readIntakeFile({ db, blobs, read: readAsProduct }, auth, fileId);
  return { fileId, proposals: await db.read(auth, (r) => listProposals(r, fileId)) };
}
