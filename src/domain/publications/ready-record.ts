import { AppError } from '../../kernel/errors.ts';
import type { Reader } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import type { PublishedNoun, PublishedRecord } from '../published/index.ts';
import { publishableRow } from './publishable-records.ts';

/** Which record, with the hashes of files that are known to be accessible (PDF/UA-1). */
export type WhichRecord = {
  readonly noun: PublishedNoun;
  readonly recordId: string;
  readonly accessible?: ReadonlySet<string>;
};

/** What becomes public of a record as it is now, ready or not: what is shown before it is proposed. */
export async function recordToPublish(
  r: Reader,
  { noun, recordId, accessible }: WhichRecord,
): Promise<PublishedRecord> {
  const record = await publishableRow(noun).make(r, recordId);
  if (record.files.length === 0) return record;
  const files = record.files.map((file) => ({ ...file, accessible: accessible?.has(file.sha256) ?? false }));
  return { ...record, files };
}

/** Whether a record is ready for everybody to read: adjusted, decided, given (TF 2:10–12). */
export async function isReadyRecord(r: Reader, record: PublishedRecord): Promise<boolean> {
  return await publishableRow(record.noun).isReady(r, record);
}

/** What becomes public of a record, when it is ready for it. Throws `publication.notReady`. */
export async function readyRecord(r: Reader, which: WhichRecord): Promise<PublishedRecord> {
  const record = await recordToPublish(r, which);
  if (!(await isReadyRecord(r, record))) throw new AppError('publication.notReady');
  return record;
}

/** A role held on one body publishes the records of that body; what is the authority's as a whole asks for a role in the whole of it. */
export function requirePublisher(r: Pick<Reader, 'auth'>, { bodyId }: Pick<PublishedRecord, 'bodyId'>): void {
  if (bodyId !== null) requireBody(r.auth, bodyId);
  else if (r.auth.bodies !== 'all') throw new AppError('access.denied');
}
