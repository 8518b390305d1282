import { createHash } from 'node:crypto';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Reader } from '../../storage/database.ts';
import { logHead } from '../../storage/log.ts';
import { type StoredEntry, storedEntries } from '../../storage/verify-log.ts';
import { hiddenInLog } from '../secrecy/index.ts';
import { listTreeHeads } from './tree-head-reader.ts';

const pageSize = 1_000;
/** More heads than an authority signs in two years; older ones are implied by those that follow. */
const mostHeads = 20_000;

/**
 * Writes the log of the reader's authority as the file that `bin/verify-log.mjs` and `bin/verify-log.pl` check (docs/reference/log-format.md). All of it
 * shows one moment. What a mark of secrecy keeps apart now is not said, also where it was said before the mark; its commitment stays, so that the chain is
 * checked all the same. A copy for the safe (`whole`) leaves nothing out.
 */
export async function writeLogFile(
  r: Reader,
  file: {
    readonly name: string;
    readonly at: Date;
    readonly write: (text: string) => Promise<void> | void;
    readonly whole?: boolean;
  },
): Promise<{ readonly entries: number }> {
  const digest = createHash('sha256');
  const line = async (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    await file.write(text);
  };
  const entries = Number((await logHead(r)).seq);
  const heads = (await listTreeHeads(r, { limit: mostHeads })).filter(({ size }) => size <= entries).reverse();
  await line({
    kansliLog: 1,
    tenant: r.tenantId,
    name: file.name,
    exportedAt: file.at.toISOString(),
    entries,
    heads: heads.length,
  });
  for (const { size, root, chain, note, publicKey } of heads)
    await line({ head: size, root, chain, note, key: publicKey });
  const hides = file.whole ? () => false : await hiddenInLog(r);
  for (let seq = 0; seq < entries; ) {
    const page = await storedEntries(r, seq, pageSize);
    if (page.length === 0) break;
    for (const entry of page) await line(fileEntry(hides(aboutOf(entry)) ? untold(entry) : entry));
    seq = Number(page.at(-1)!.seq);
  }
  await file.write(`${JSON.stringify({ end: entries, sha256: digest.digest('hex') })}\n`);
  return { entries };
}

function aboutOf(entry: StoredEntry) {
  return { recordId: entry.record_id, said: JSON.stringify(entry.told_data ?? null) };
}

/** An entry without what it says: as one whose text was erased. One of the first format says it in the chain itself, and stays. */
function untold(entry: StoredEntry): StoredEntry {
  return { ...entry, told_data: null, data_salt: null };
}

/** An entry as its line in the file. */
export function fileEntry(entry: StoredEntry): unknown {
  const start = {
    seq: entry.seq,
    at: entry.at.toISOString(),
    verb: entry.verb,
    noun: entry.noun,
    recordId: entry.record_id,
    format: entry.format,
  };
  const links = { prevHash: entry.prev_hash, hash: entry.hash };
  if (entry.format === 1)
    return {
      ...start,
      actorId: entry.actor_id,
      actorName: entry.actor_name,
      dataText: canonicalJson(entry.data),
      ...links,
    };
  const told = (salt: string | null, value: unknown) => (salt === null ? null : canonicalJson(value));
  return {
    ...start,
    actor: entry.actor_commitment,
    data: entry.data_commitment,
    ...links,
    actorText: told(entry.actor_salt, { accountId: entry.told_id, name: entry.told_name }),
    actorSalt: entry.actor_salt,
    dataText: told(entry.data_salt, entry.told_data),
    dataSalt: entry.data_salt,
  };
}
