import { emptyEdge, growEdge, leafHash, rootOfEdge } from '../kernel/merkle-tree.ts';
import { logHead } from './log.ts';
import { commitmentTo, emptyLogHash, hashOfCommitted, hashOfPlain } from './log-entry.ts';
import type { Reader } from './transaction.ts';

/**
 * The first place where the log does not hold, and why: what an entry says is not what was hashed, it does not follow the one before it, one is
 * missing, the content beside it is not what it committed to, the last is not the last that was written, or a head that was kept says otherwise.
 */
export type LogFault = {
  readonly seq: string;
  readonly reason: 'content' | 'link' | 'gap' | 'commitment' | 'head' | 'keptHead';
};

/** A head that somebody kept: how many entries there were, and the hash of the last of them or the root of the tree over all. */
export type KeptHead = { readonly size: number; readonly hash: string };

const pageSize = 1_000;

/** An entry with what lies beside it, as it was stored. */
export type StoredEntry = Awaited<ReturnType<typeof storedEntries>>[number];

/** The entries after a number in their order, with what lies beside them and what was decided to go. */
export async function storedEntries(reader: Reader, after: number, limit: number) {
  return await reader.db
    .selectFrom('log_entry as entry')
    .leftJoin('log_content as content', (join) =>
      join.onRef('content.tenant_id', '=', 'entry.tenant_id').onRef('content.seq', '=', 'entry.seq'),
    )
    .selectAll('entry')
    .select((eb) => [
      'content.seq as told',
      'content.actor_id as told_id',
      'content.actor_name as told_name',
      'content.actor_salt as actor_salt',
      'content.data as told_data',
      'content.data_salt as data_salt',
      eb
        .selectFrom('log_erasure as erasure')
        .select((sub) => sub.fn.agg<string | null>('string_agg', ['erasure.part', sub.val(',')]).as('parts'))
        .whereRef('erasure.tenant_id', '=', 'entry.tenant_id')
        .whereRef('erasure.seq', '=', 'entry.seq')
        .as('erased'),
    ])
    .where('entry.tenant_id', '=', reader.tenantId)
    .where('entry.seq', '>', String(after))
    .orderBy('entry.seq')
    .limit(limit)
    .execute();
}

/** Why a stored entry is not what was written after the entry with the given number and hash; undefined when it is. */
export function faultOf(
  entry: StoredEntry,
  before: { readonly seq: number; readonly hash: string },
): LogFault | undefined {
  const reason =
    Number(entry.seq) !== before.seq + 1
      ? 'gap'
      : entry.prev_hash !== before.hash
        ? 'link'
        : hashOfStored(entry) !== entry.hash
          ? 'content'
          : !keepsCommitments(entry)
            ? 'commitment'
            : undefined;
  return reason && { seq: entry.seq, reason };
}

function hashOfStored(entry: StoredEntry): string {
  const bound = {
    tenantId: entry.tenant_id,
    seq: entry.seq,
    at: entry.at,
    verb: entry.verb,
    noun: entry.noun,
    recordId: entry.record_id,
    prevHash: entry.prev_hash,
  };
  return entry.format === 1
    ? hashOfPlain({ ...bound, actorId: entry.actor_id, actorName: entry.actor_name ?? '', data: entry.data })
    : hashOfCommitted({ ...bound, actor: entry.actor_commitment ?? '', data: entry.data_commitment ?? '' });
}

/** What lies beside an entry of format 2 is what it committed to, or is gone by a decision. */
function keepsCommitments(entry: StoredEntry): boolean {
  if (entry.format === 1) return entry.told === null;
  const erased = (entry.erased ?? '').split(',');
  const actor =
    entry.actor_salt === null
      ? erased.includes('actor') && entry.told_id === null && entry.told_name === null
      : commitmentTo({ accountId: entry.told_id, name: entry.told_name }, entry.actor_salt) === entry.actor_commitment;
  const data =
    entry.data_salt === null
      ? erased.includes('data') && entry.told_data === null
      : commitmentTo(entry.told_data, entry.data_salt) === entry.data_commitment;
  return entry.told !== null && actor && data;
}

/**
 * Recomputes the whole log of the reader's tenant: how many entries hold, and the first that does not. Heads that were kept elsewhere find what
 * the chain alone cannot: that all of it was written anew, or that it was cut off or set back to an older state.
 */
export async function verifyLog(
  reader: Reader,
  kept: readonly KeptHead[] = [],
): Promise<{ readonly entries: number; readonly fault: LogFault | undefined }> {
  const keptAt = Map.groupBy(kept, ({ size }) => size);
  const edge = emptyEdge();
  let hash = emptyLogHash;
  let seq = 0;
  for (;;) {
    const entries = await storedEntries(reader, seq, pageSize);
    for (const entry of entries) {
      const fault = faultOf(entry, { seq, hash });
      if (fault) return { entries: seq, fault };
      seq += 1;
      hash = entry.hash;
      growEdge(edge, leafHash(Buffer.from(hash, 'hex')));
      const heads = keptAt.get(seq);
      const root = heads && Buffer.from(rootOfEdge(edge)).toString('hex');
      if (heads?.some((head) => head.hash !== hash && head.hash !== root))
        return { entries: seq, fault: { seq: entry.seq, reason: 'keptHead' } };
    }
    if (entries.length < pageSize) break;
  }
  const head = await logHead(reader);
  if (head.seq !== String(seq) || head.hash !== hash)
    return { entries: seq, fault: { seq: head.seq, reason: 'head' as const } };
  const longest = Math.max(0, ...kept.map(({ size }) => size));
  return { entries: seq, fault: longest > seq ? { seq: String(longest), reason: 'keptHead' } : undefined };
}
