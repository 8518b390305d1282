import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Digest } from '../../kernel/merkle-tree.ts';
import { type NoteSigner, signNote } from '../../kernel/signed-note.ts';
import type { Database, Reader } from '../../storage/database.ts';
import { logHead } from '../../storage/log.ts';
import { emptyLogHash } from '../../storage/log-entry.ts';
import { leafOfEntry, readLeaves, readTiles, tileRoot, tileSize, treeOf } from '../../storage/log-tree.ts';
import { faultOf, type LogFault, storedEntries } from '../../storage/verify-log.ts';
import { type Checkpoint, checkpointText, originOf } from './checkpoint.ts';
import { raiseAlarm } from './keep-alarms.ts';
import { countTreeHeads, findLatestHead, type TreeHead } from './tree-head-reader.ts';

const pageSize = 1_024;

type Plan =
  | { readonly kind: 'unchanged'; readonly head: TreeHead }
  | { readonly kind: 'fault'; readonly fault: LogFault }
  | {
      readonly kind: 'sign';
      readonly checkpoint: Checkpoint;
      readonly tiles: readonly { tile: number; hash: string }[];
    };

/**
 * Signs the log as it is now. Before that, what is stored is read again and hashed again, because a signed head that no stored bytes can match
 * spoils a log for good (the log Yeti 2022 ended by one flipped bit): all that came after the last head, the tile it began in, and one older
 * tile in turn, so that the whole log is read through again and again. What does not match is refused and told of. An empty or unchanged log
 * gets no new head.
 */
export async function signHead(db: Database, auth: Authorized, signer: NoteSigner): Promise<TreeHead | undefined> {
  const plan = await db.read(auth, (r) => planHead(r, db.runtime.now()));
  if (plan === undefined) return undefined;
  if (plan.kind === 'unchanged') return plan.head;
  if (plan.kind === 'fault') {
    const { seq, reason } = plan.fault;
    await raiseAlarm(db, auth, { kind: 'storedDiffers', subject: seq, detail: reason });
    throw new AppError('log.storedDiffers', { seq, reason });
  }
  const { checkpoint, tiles } = plan;
  const head: TreeHead = {
    size: checkpoint.size,
    root: checkpoint.root,
    chain: checkpoint.chain,
    signedAt: checkpoint.at,
    keyName: signer.key.name,
    publicKey: Buffer.from(signer.key.publicKey).toString('hex'),
    note: signNote(checkpointText(checkpoint), signer),
  };
  await db.system('keepHeads', async (system) => {
    const tenant_id = auth.tenantId;
    // Two processes may sign the same size at the same time; the first one counts.
    for (let start = 0; start < tiles.length; start += pageSize)
      await system
        .insertInto('log_tile')
        .values(tiles.slice(start, start + pageSize).map((one) => ({ tenant_id, ...one })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await system
      .insertInto('tree_head')
      .values({
        tenant_id,
        size: head.size,
        root: head.root,
        chain: head.chain,
        signed_at: head.signedAt,
        key_name: head.keyName,
        public_key: head.publicKey,
        note: head.note,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return head;
}

/** Reads again what the new head will vouch for. */
async function planHead(r: Reader, now: Date): Promise<Plan | undefined> {
  const { seq, hash: chain } = await logHead(r);
  const size = Number(seq);
  const last = await findLatestHead(r);
  if (size === 0 && !last) return undefined;
  if (last && size < last.size) return fault(String(last.size), 'keptHead');
  const done = last ? Math.floor(last.size / tileSize) : 0;
  const tiles = await readTiles(r, done);
  const older = done > 0 ? (await countTreeHeads(r)) % done : undefined;
  const found = (older === undefined ? undefined : await checkTile(r, older, tiles)) ?? (await readOn(r, done, size));
  if ('reason' in found) return { kind: 'fault', fault: found };
  if (found.hash !== chain) return fault(seq, 'head');
  for (const [tile, hash] of found.tiles) tiles.set(tile, hash);
  const hashOf = treeOf(tiles, found.leaves);
  // What was signed last must still be the beginning of what is signed now.
  if (last && (hex(hashOf(0, last.size)) !== last.root || found.hashes.get(last.size) !== last.chain))
    return fault(String(last.size), 'keptHead');
  if (last?.size === size) return { kind: 'unchanged', head: last };
  const checkpoint = { origin: originOf(r.tenantId), size, root: hex(hashOf(0, size)), chain, at: now };
  return { kind: 'sign', checkpoint, tiles: [...found.tiles].map(([tile, hash]) => ({ tile, hash: hex(hash) })) };
}

type Read = {
  readonly hash: string;
  readonly tiles: ReadonlyMap<number, Digest>;
  readonly leaves: ReadonlyMap<number, Digest>;
  readonly hashes: ReadonlyMap<number, string>;
};

/** Hashes the entries from a tile on: the tiles that became whole, the leaves of all, and the last hash. */
async function readOn(r: Reader, firstTile: number, size: number): Promise<Read | LogFault> {
  const start = firstTile * tileSize;
  let before = { seq: start, hash: await hashBefore(r, start) };
  const tiles = new Map<number, Digest>();
  const leaves = new Map<number, Digest>();
  const hashes = new Map<number, string>([[before.seq, before.hash]]);
  let run: Digest[] = [];
  while (before.seq < size) {
    const entries = await storedEntries(r, before.seq, pageSize);
    if (entries.length === 0) return { seq: String(before.seq + 1), reason: 'gap' };
    for (const entry of entries) {
      const wrong = faultOf(entry, before);
      if (wrong) return wrong;
      const leaf = leafOfEntry(entry.hash);
      leaves.set(before.seq, leaf);
      before = { seq: before.seq + 1, hash: entry.hash };
      hashes.set(before.seq, before.hash);
      run.push(leaf);
      if (run.length === tileSize) {
        tiles.set(before.seq / tileSize - 1, tileRoot(run));
        run = [];
      }
    }
  }
  return { hash: before.hash, tiles, leaves, hashes };
}

/** Reads one old tile again; what its entries say must still be what its root says. */
async function checkTile(r: Reader, tile: number, tiles: ReadonlyMap<number, Digest>): Promise<LogFault | undefined> {
  const start = tile * tileSize;
  let before = { seq: start, hash: await hashBefore(r, start) };
  for (const entry of await storedEntries(r, start, tileSize)) {
    const wrong = faultOf(entry, before);
    if (wrong) return wrong;
    before = { seq: before.seq + 1, hash: entry.hash };
  }
  const leaves = [...(await readLeaves(r, start, start + tileSize)).entries()].sort(([a], [b]) => a - b);
  const kept = tiles.get(tile);
  if (leaves.length === tileSize && kept && hex(tileRoot(leaves.map(([, leaf]) => leaf))) === hex(kept))
    return undefined;
  return { seq: String(start + tileSize), reason: 'keptHead' };
}

async function hashBefore(r: Reader, seq: number): Promise<string> {
  if (seq === 0) return emptyLogHash;
  const row = await r.db
    .selectFrom('log_entry')
    .select('hash')
    .where('tenant_id', '=', r.tenantId)
    .where('seq', '=', String(seq))
    .executeTakeFirst();
  return row?.hash ?? '';
}

function fault(seq: string, reason: LogFault['reason']): Plan {
  return { kind: 'fault', fault: { seq, reason } };
}

function hex(hash: Digest): string {
  return Buffer.from(hash).toString('hex');
}
