/**
 * The hash tree of RFC 6962 (section 2.1), as Certificate Transparency uses it: one root stands for a whole list, and a short proof shows that a
 * longer list begins with a shorter one.
 *
 *     root of one leaf d      SHA-256( 0x00 ‖ d )
 *     root of n > 1 leaves    SHA-256( 0x01 ‖ root of the first k ‖ root of the rest ), k the largest power of two below n
 *
 * With three leaves a, b, c the root is H(H(a, b), c). A list that grew to five (a, b, c, d, e) has H(H(H(a, b), H(c, d)), e); the proof that it
 * grew out of the three is c, d, H(a, b), e: with c and H(a, b) one computes the old root, with all four the new one.
 */
import { createHash } from 'node:crypto';

/** A SHA-256 as bytes. */
export type Digest = Uint8Array;

/** The root of the leaves from `low` up to, not including, `high`. */
export type RangeHash = (low: number, high: number) => Digest;

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** The hash of a leaf. */
export function leafHash(data: Uint8Array): Digest {
  return createHash('sha256').update(leafMark).update(data).digest();
}

/** The hash of a node over two subtrees. */
export function nodeHash(left: Digest, right: Digest): Digest {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest();
}

/** The root of the empty list. */
export function emptyRoot(): Digest {
  return createHash('sha256').digest();
}

/** Computes roots of ranges from something that knows the hashes of single leaves, and perhaps of whole aligned subtrees. */
export function rangeHash(known: (low: number, high: number) => Digest | undefined): RangeHash {
  const hashOf: RangeHash = (low, high) => {
    if (low === high) return emptyRoot();
    const found = known(low, high);
    if (found) return found;
    if (high - low === 1) throw new Error(`The hash of leaf ${low} is not there. Load it before asking for the root.`);
    const middle = low + splitOf(high - low);
    return nodeHash(hashOf(low, middle), hashOf(middle, high));
  };
  return hashOf;
}

/** The proof that the list of `size` leaves begins with its first `old` leaves (RFC 6962, section 2.1.2). */
export function consistencyProof(old: number, size: number, hashOf: RangeHash): readonly Digest[] {
  if (old <= 0 || old >= size) return [];
  const proofOf = (m: number, low: number, high: number, whole: boolean): readonly Digest[] => {
    const count = high - low;
    if (m === count) return whole ? [] : [hashOf(low, high)];
    const left = splitOf(count);
    return m <= left
      ? [...proofOf(m, low, low + left, whole), hashOf(low + left, high)]
      : [...proofOf(m - left, low + left, high, false), hashOf(low, low + left)];
  };
  return proofOf(old, 0, size, true);
}

/** Whether a proof shows that the list with the new root begins with the list with the old one (RFC 9162, section 2.1.4.2). */
export function provesConsistency(
  was: { readonly size: number; readonly root: Digest },
  is: { readonly size: number; readonly root: Digest },
  proof: readonly Digest[],
): boolean {
  if (was.size > is.size) return false;
  if (was.size === is.size) return proof.length === 0 && same(was.root, is.root);
  if (was.size === 0) return proof.length === 0;
  const path = isPowerOfTwo(was.size) ? [was.root, ...proof] : proof;
  const first = path[0];
  if (!first) return false;
  let fn = was.size - 1;
  let sn = is.size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let oldRoot = first;
  let newRoot = first;
  for (const step of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      oldRoot = nodeHash(step, oldRoot);
      newRoot = nodeHash(step, newRoot);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else newRoot = nodeHash(newRoot, step);
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && same(oldRoot, was.root) && same(newRoot, is.root);
}

/** The right edge of a growing tree: the roots of its whole subtrees from the largest to the smallest. Memory grows with the logarithm. */
export type TreeEdge = { size: number; readonly roots: { readonly size: number; readonly hash: Digest }[] };

export function emptyEdge(): TreeEdge {
  return { size: 0, roots: [] };
}

/** Adds a leaf hash on the right. */
export function growEdge(edge: TreeEdge, leaf: Digest): void {
  let size = 1;
  let hash = leaf;
  for (let last = edge.roots.at(-1); last?.size === size; last = edge.roots.at(-1)) {
    edge.roots.pop();
    hash = nodeHash(last.hash, hash);
    size *= 2;
  }
  edge.roots.push({ size, hash });
  edge.size += 1;
}

/** The root of the list so far. */
export function rootOfEdge({ roots }: TreeEdge): Digest {
  return roots.length === 0
    ? emptyRoot()
    : roots.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below a count of at least two. */
function splitOf(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1));
}

function isPowerOfTwo(count: number): boolean {
  return 2 ** Math.round(Math.log2(count)) === count;
}

function same(a: Digest, b: Digest): boolean {
  return Buffer.compare(a, b) === 0;
}
