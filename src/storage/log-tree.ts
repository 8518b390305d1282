/**
 * The tree over a log: roots and proofs from what is stored. The root of each whole run of 256 entries is kept as a tile, so that a head of a
 * hundred thousand entries reads some four hundred rows and at most 255 entries.
 */
import { type Digest, leafHash, type RangeHash, rangeHash } from '../kernel/merkle-tree.ts';
import type { Reader } from './transaction.ts';

/** Entries under one tile. */
export const tileSize = 256;

/** The leaf of an entry in the tree: its hash, hashed as a leaf. */
export function leafOfEntry(hash: string): Digest {
  return leafHash(Buffer.from(hash, 'hex'));
}

/** The root of 256 leaves. */
export function tileRoot(leaves: readonly Digest[]): Digest {
  if (leaves.length !== tileSize) throw new Error(`A tile has ${tileSize} leaves, not ${leaves.length}.`);
  return rangeHash((low, high) => (high - low === 1 ? leaves[low] : undefined))(0, tileSize);
}

/** The tiles that are kept, by their number. */
export async function readTiles(r: Reader, upTo: number): Promise<Map<number, Digest>> {
  const rows = await r.db
    .selectFrom('log_tile')
    .select(['tile', 'hash'])
    .where('tenant_id', '=', r.tenantId)
    .where('tile', '<', String(upTo))
    .execute();
  return new Map(rows.map(({ tile, hash }) => [Number(tile), Buffer.from(hash, 'hex')]));
}

/** The leaves of the entries `low + 1` up to `high`, by their place in the tree. */
export async function readLeaves(r: Reader, low: number, high: number): Promise<Map<number, Digest>> {
  const rows = await r.db
    .selectFrom('log_entry')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', r.tenantId)
    .where('seq', '>', String(low))
    .where('seq', '<=', String(high))
    .execute();
  return new Map(rows.map(({ seq, hash }) => [Number(seq) - 1, leafOfEntry(hash)]));
}

/** Roots of ranges from tiles and, within a tile, from leaves. */
export function treeOf(tiles: ReadonlyMap<number, Digest>, leaves: ReadonlyMap<number, Digest>): RangeHash {
  return rangeHash((low, high) => {
    if (high - low === tileSize && low % tileSize === 0) return tiles.get(low / tileSize);
    return high - low === 1 ? leaves.get(low) : undefined;
  });
}

/** All that roots at the given sizes, and proofs between them, are made of. */
export async function readTree(r: Reader, sizes: readonly number[]): Promise<RangeHash> {
  const tiles = await readTiles(r, Math.floor(Math.max(0, ...sizes) / tileSize));
  const leaves = new Map<number, Digest>();
  for (const size of sizes) {
    const start = Math.floor(size / tileSize) * tileSize;
    // A tile is whole before its head is signed; the entries after it, and around an older size, are read one by one.
    for (const [place, leaf] of await readLeaves(r, start, start + tileSize)) leaves.set(place, leaf);
  }
  return treeOf(tiles, leaves);
}
