import { spelling } from '../src/documents/in/repair/word-graph.ts';

type Node = { marks: number; readonly edges: [letter: string, node: Node][]; first: number; id: number };

/**
 * The file of a word graph, in the format that `word-graph.ts` describes. The words are added in order; as soon as a word leaves a branch, the
 * branch is final and is shared with an equal one that was made before (Daciuk and others, "Incremental Construction of Minimal Acyclic
 * Finite-State Automata", 2000).
 */
export function writeWordGraph(words: ReadonlyMap<string, number>): Uint8Array {
  const spelled = [...words]
    .map(([word, marks]) => ({ letters: spelling(word), marks }))
    .filter(({ letters }) => letters.length > 0);
  const alphabet = [...new Set(spelled.flatMap(({ letters }) => letters))].sort();
  if (alphabet.length > 64)
    throw new Error(
      `The words are spelled with ${alphabet.length} signs, and a word graph has room for 64: leave the rarest out.`,
    );
  const rank = new Map(alphabet.map((letter, code) => [letter, String.fromCodePoint(code + 1)]));
  const keyed = spelled.map((word) => ({ ...word, key: word.letters.map((letter) => rank.get(letter)).join('') }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));

  const shared = new Map<string, Node>();
  const share = (node: Node): Node => {
    const key = `${node.marks};${node.edges.map(([letter, to]) => letter + to.id).join()}`;
    const same = shared.get(key);
    if (same) return same;
    node.id = shared.size + 1;
    shared.set(key, node);
    return node;
  };
  const root = newNode();
  const path: Node[] = [root];
  let previous: readonly string[] = [];
  /** Makes the branch below a depth final: its nodes are replaced by shared ones, the deepest first. */
  const close = (depth: number) => {
    while (path.length - 1 > depth) {
      const node = path.pop()!;
      path.at(-1)!.edges.at(-1)![1] = share(node);
    }
  };
  for (const { letters, marks } of keyed) {
    let common = 0;
    while (common < letters.length && letters[common] === previous[common]) common++;
    close(common);
    for (const letter of letters.slice(common)) {
      const node = newNode();
      path.at(-1)!.edges.push([letter, node]);
      path.push(node);
    }
    path.at(-1)!.marks |= marks;
    previous = letters;
  }
  close(0);
  return file(root, alphabet);
}

function newNode(): Node {
  return { marks: 0, edges: [], first: 0, id: 0 };
}

function file(root: Node, alphabet: readonly string[]): Uint8Array {
  const codes = new Map(alphabet.map((letter, code) => [letter, code]));
  const order: Node[] = [];
  let count = 1;
  const place = (node: Node) => {
    if (node.first || node.edges.length === 0) return;
    node.first = count;
    count += node.edges.length;
    order.push(node);
    for (const [, to] of node.edges) place(to);
  };
  place(root);
  if (count >= 2 ** 21)
    throw new Error(`The graph has ${count} edges and an edge has room for two million: leave words out.`);
  const letters = new TextEncoder().encode(alphabet.join(''));
  // The header is filled up with blanks, so that the edges begin at a whole number.
  const headerLength = Math.ceil(letters.length / 4) * 4;
  const bytes = new Uint8Array(12 + headerLength + count * 4);
  bytes.set(new TextEncoder().encode('KWG1'));
  const view = new DataView(bytes.buffer);
  view.setUint32(4, headerLength, true);
  view.setUint32(8, root.first, true);
  bytes.fill(32, 12, 12 + headerLength);
  bytes.set(letters, 12);
  for (const node of order)
    for (const [index, [letter, to]] of node.edges.entries()) {
      const last = index === node.edges.length - 1 ? 64 : 0;
      const edge = codes.get(letter)! | last | (to.marks << 7) | (to.first << 11);
      view.setUint32(12 + headerLength + (node.first + index) * 4, edge >>> 0, true);
    }
  return bytes;
}
