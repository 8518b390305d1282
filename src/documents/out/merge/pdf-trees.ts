import type { PdfOutput } from './pdf-output.ts';
import type { PdfSource } from './pdf-source.ts';
import { byteString, bytesOfString, isReference, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** How many entries stand in one leaf: a reader that looks for one name reads only its leaf. */
const entriesPerLeaf = 64;

/** The entries of a name tree or number tree (ISO 32000-1, 7.9.6 and 7.9.7) in the order of the file. */
export function* entriesOfTree(
  source: PdfSource,
  root: PdfValue | undefined,
  leafKey: '/Names' | '/Nums',
  seen: Set<number> = new Set(),
): Generator<readonly [key: PdfValue, value: PdfValue]> {
  const node = source.dictionary(root);
  if (!node || (isReference(root) && seen.has(root.object))) return;
  if (isReference(root)) seen.add(root.object);
  const leaf = source.members(node.get(leafKey));
  for (let at = 0; at + 1 < leaf.length; at += 2) yield [source.value(leaf[at])!, leaf[at + 1]!];
  for (const kid of node.has('/Kids') ? source.members(node.get('/Kids')) : [])
    yield* entriesOfTree(source, kid, leafKey, seen);
}

/** The name of an entry of a name tree, one letter a byte. */
export function nameOf(key: PdfValue): string {
  return bytesOfString(key) ?? '';
}

/** Writes a name tree of names (one letter a byte) and values as they stand in the new file; gives the text of its root. */
export function writeNameTree(out: PdfOutput, entries: readonly (readonly [name: string, value: string])[]): string {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return writeTree(
    out,
    sorted.map(([name, value]) => [byteString(name), value] as const),
    '/Names',
  );
}

/** Writes a number tree; the entries come in ascending order. */
export function writeNumberTree(
  out: PdfOutput,
  entries: readonly (readonly [number: number, value: string])[],
): string {
  return writeTree(
    out,
    entries.map(([number, value]) => [String(number), value] as const),
    '/Nums',
  );
}

function writeTree(
  out: PdfOutput,
  entries: readonly (readonly [key: string, value: string])[],
  leafKey: string,
): string {
  const list = (leaf: typeof entries) => `${leafKey}[${leaf.map(([key, value]) => `${key} ${value}`).join(' ')}]`;
  if (entries.length <= entriesPerLeaf) return `<<${list(entries)}>>`;
  const kids: string[] = [];
  for (let at = 0; at < entries.length; at += entriesPerLeaf) {
    const leaf = entries.slice(at, at + entriesPerLeaf);
    const number = out.allocate();
    out.object(number, `<</Limits[${leaf[0]![0]} ${leaf.at(-1)![0]}]${list(leaf)}>>`);
    kids.push(`${number} 0 R`);
  }
  return `<</Kids[${kids.join(' ')}]>>`;
}

/** A dictionary of names and values (roles, classes) as plain entries, opened as far as its own level. */
export function entriesOf(source: PdfSource, value: PdfValue | undefined): PdfDictionary {
  return source.dictionary(value) ?? new Map();
}
