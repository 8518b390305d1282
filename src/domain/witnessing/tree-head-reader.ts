import { consistencyProof } from '../../kernel/merkle-tree.ts';
import type { Reader } from '../../storage/database.ts';
import { readTree } from '../../storage/log-tree.ts';

/** A signed head of the reader's log, as it is kept. */
export type TreeHead = {
  readonly size: number;
  readonly root: string;
  readonly chain: string;
  readonly signedAt: Date;
  readonly keyName: string;
  readonly publicKey: string;
  /** The signed text with its signature. */
  readonly note: string;
};

/** A head and who put their name under it. */
export type WitnessedTreeHead = TreeHead & {
  readonly cosignatures: readonly { readonly witness: string; readonly signedAt: Date; readonly line: string }[];
};

/** The newest head; undefined until the first is signed. */
export async function findLatestHead(r: Reader): Promise<TreeHead | undefined> {
  return (await listTreeHeads(r, { limit: 1 }))[0];
}

/** The heads from the newest, with the signatures of witnesses. */
export async function listTreeHeads(
  r: Reader,
  { limit, below }: { readonly limit: number; readonly below?: number },
): Promise<readonly WitnessedTreeHead[]> {
  const rows = await r.db
    .selectFrom('tree_head')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .$if(below !== undefined, (query) => query.where('size', '<', String(below)))
    .orderBy('size', 'desc')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const lines = await r.db
    .selectFrom('head_cosignature')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where(
      'size',
      'in',
      rows.map(({ size }) => size),
    )
    .orderBy('witness_name')
    .execute();
  const bySize = Map.groupBy(lines, ({ size }) => size);
  return rows.map((row) => ({
    size: Number(row.size),
    root: row.root,
    chain: row.chain,
    signedAt: row.signed_at,
    keyName: row.key_name,
    publicKey: row.public_key,
    note: row.note,
    cosignatures: (bySize.get(row.size) ?? []).map((line) => ({
      witness: line.witness_name,
      signedAt: line.signed_at,
      line: line.cosignature,
    })),
  }));
}

/** How many heads there are, for the rolling check of old entries. */
export async function countTreeHeads(r: Reader): Promise<number> {
  const { count } = await r.db
    .selectFrom('tree_head')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The proof that the log at `size` begins with the log at `old`, in hexadecimal. */
export async function proveConsistency(r: Reader, old: number, size: number): Promise<readonly string[]> {
  if (old <= 0 || old >= size) return [];
  const hashOf = await readTree(r, [old, size]);
  return consistencyProof(old, size, hashOf).map((hash) => Buffer.from(hash).toString('hex'));
}
