/**
 * The log of an authority: what was done, by whom, to which record, in one chain. Each entry holds the hash of the one before it, so that an
 * entry that was changed, removed, added or moved breaks the chain from there on. The application may add entries and nothing else; who owns
 * the database could rewrite the chain as a whole, against which only a head kept elsewhere helps (`logHead`).
 *
 *     hash(n) = SHA-256( canonical JSON of { actorId, actorName, at, data, format, noun, prevHash, recordId, seq, tenantId, verb } )
 */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Authorized } from '../kernel/authorized.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LogEntryRow } from './schema/foundation.ts';
import type { Schema } from './schema/index.ts';
import type { Reader } from './transaction.ts';

/** What a verb notes: which record it touched, in words or as the contents before and after. */
export type LogNote = {
  readonly noun: string;
  readonly recordId: string;
  readonly summary?: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** The first place where the chain does not hold, and why. */
export type LogFault = { readonly seq: string; readonly reason: 'content' | 'link' | 'gap' | 'head' };

/** The hash before the first entry. */
export const emptyLogHash = '0'.repeat(64);

const format = 1;
const pageSize = 1_000;

type HashedEntry = Pick<
  LogEntryRow,
  'tenant_id' | 'at' | 'actor_id' | 'actor_name' | 'verb' | 'noun' | 'record_id' | 'prev_hash'
> & { readonly seq: string; readonly data: unknown };

/** The hash that an entry must carry. */
export function hashOfEntry(entry: HashedEntry): string {
  const text = canonicalJson({
    format,
    tenantId: entry.tenant_id,
    seq: entry.seq,
    at: entry.at.toISOString(),
    actorId: entry.actor_id,
    actorName: entry.actor_name,
    verb: entry.verb,
    noun: entry.noun,
    recordId: entry.record_id,
    data: entry.data,
    prevHash: entry.prev_hash,
  });
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Appends the notes of a transaction, as its last act: the head of the chain is locked until the commit, so that writers of the same authority
 * wait for each other as briefly as possible and never in a circle.
 */
export async function appendLog(
  db: Transaction<Schema>,
  auth: Authorized,
  verb: string,
  at: Date,
  notes: readonly LogNote[],
): Promise<void> {
  const head = await db
    .selectFrom('log_head')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', auth.tenantId)
    .forUpdate()
    .executeTakeFirst();
  if (!head) throw new Error(`Tenant ${auth.tenantId} has no log. Make tenants with createTenant, which begins it.`);
  let { seq, hash } = head;
  const rows = notes.map(({ noun, recordId, ...content }) => {
    seq = String(BigInt(seq) + 1n);
    // Through JSON once, so that dates and absent members are hashed as they will be read back.
    const data = JSON.parse(JSON.stringify(content)) as Record<string, unknown>;
    const entry = {
      tenant_id: auth.tenantId,
      seq,
      at,
      actor_id: auth.accountId,
      actor_name: auth.actorName,
      verb,
      noun,
      record_id: recordId,
      data,
      prev_hash: hash,
    };
    hash = hashOfEntry(entry);
    return { ...entry, data: JSON.stringify(data), hash };
  });
  // In pages, because a statement takes at most 65 535 values.
  for (let start = 0; start < rows.length; start += pageSize) {
    await db
      .insertInto('log_entry')
      .values(rows.slice(start, start + pageSize))
      .execute();
  }
  await db.updateTable('log_head').set({ seq, hash }).where('tenant_id', '=', auth.tenantId).execute();
}

/** The last entry's number and hash: printed or kept elsewhere, it proves later that nothing before it was rewritten. */
export async function logHead(reader: Reader): Promise<{ readonly seq: string; readonly hash: string }> {
  return await reader.db
    .selectFrom('log_head')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', reader.tenantId)
    .executeTakeFirstOrThrow();
}

/** Recomputes the whole chain of the reader's tenant: how many entries hold, and the first that does not. */
export async function verifyLog(
  reader: Reader,
): Promise<{ readonly entries: number; readonly fault: LogFault | undefined }> {
  let hash = emptyLogHash;
  let seq = 0n;
  for (;;) {
    const entries = await reader.db
      .selectFrom('log_entry')
      .selectAll()
      .where('tenant_id', '=', reader.tenantId)
      .where('seq', '>', String(seq))
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    for (const entry of entries) {
      const reason =
        BigInt(entry.seq) !== seq + 1n
          ? 'gap'
          : entry.prev_hash !== hash
            ? 'link'
            : hashOfEntry(entry) !== entry.hash
              ? 'content'
              : undefined;
      if (reason) return { entries: Number(seq), fault: { seq: entry.seq, reason } };
      seq += 1n;
      hash = entry.hash;
    }
    if (entries.length < pageSize) break;
  }
  const head = await logHead(reader);
  const fault = head.seq === String(seq) && head.hash === hash ? undefined : { seq: head.seq, reason: 'head' as const };
  return { entries: Number(seq), fault };
}
