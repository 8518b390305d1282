/**
 * A set of words as the smallest graph that spells them: words share their beginnings as in a tree, and also their endings ("nämnden" and
 * "rösten" end in the same two nodes). Half a million Swedish word forms take about a megabyte, and a file of them is ready as soon as it is in
 * memory.
 *
 * The file is a row of little-endian 32-bit numbers after a header. A node is a run of edges, an edge one number:
 *
 *     bits 0–5   letter, an index in the alphabet of the header
 *     bit  6     last edge of its node
 *     bits 7–10  what the word that ends behind this edge may be (`partMarks`)
 *     bits 11–31 index of the first edge of the node behind, 0 when nothing follows
 *
 * Example: the words "du" and "nu" are three edges. Edge 1 is d → 3, edge 2 is n → 3 (last), edge 3 is u with the mark `word` (last).
 */
export const partMarks = {
  /** May stand alone. */
  word: 1,
  /** May begin a compound or stand within one: "vård" in "vårdcentral", "hälso" in "hälsovård". */
  first: 2,
  /** May end a compound. */
  last: 4,
  /** A name of a place that a damaged word may be repaired to. Other names are known, but never put into a paper. */
  place: 8,
} as const;

const magic = 'KWG1';
/** A capital letter is spelled as this sign and the small letter, so that the alphabet has room in six bits. */
export const capital = '^';

/** The place in a graph after some letters; 0 is nowhere. */
export type Place = number;

export class WordGraph {
  readonly #edges: Uint32Array;
  readonly #codes = new Map<string, number>();
  /** The edges of the first node begin here. */
  readonly #root: number;
  /** The letters that the words are spelled with. */
  readonly alphabet: readonly string[];

  constructor(file: Uint8Array) {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    if (file.length < 12 || new TextDecoder().decode(file.subarray(0, 4)) !== magic)
      throw new Error('The word list is no word graph: build it again with scripts/build-word-list.ts.');
    const headerLength = view.getUint32(4, true);
    this.#root = view.getUint32(8, true);
    this.alphabet = [...new TextDecoder().decode(file.subarray(12, 12 + headerLength)).trimEnd()];
    for (const [code, letter] of this.alphabet.entries()) this.#codes.set(letter, code);
    // Copied, because the edges must begin at a whole number in memory, and a Buffer begins anywhere.
    this.#edges = new Uint32Array(new Uint8Array(file.subarray(12 + headerLength)).buffer);
  }

  /** The edge that spells a letter after another edge, or from the beginning; 0 when no word goes on so. */
  step(from: Place | 'start', letter: string): Place {
    const code = this.#codes.get(letter);
    let at = from === 'start' ? this.#root : this.#edges[from]! >>> 11;
    if (code === undefined || at === 0) return 0;
    for (; ; at++) {
      const edge = this.#edges[at]!;
      if ((edge & 63) === code) return at;
      if (edge & 64) return 0;
    }
  }

  /** What the letters up to a place may be, as a sum of `partMarks`. */
  marks(place: Place): number {
    return place ? (this.#edges[place]! >>> 7) & 15 : 0;
  }

  /** What a word may be, spelled as it stands; 0 when it is not in the list. */
  marksOf(word: string): number {
    let place: Place | 'start' = 'start';
    for (const letter of spelling(word)) {
      place = this.step(place, letter);
      if (place === 0) return 0;
    }
    return place === 'start' ? 0 : this.marks(place);
  }
}

/** The letters of a word as the graph spells them. */
export function spelling(word: string): readonly string[] {
  return [...word].flatMap((letter) => {
    const small = letter.toLowerCase();
    return small !== letter && [...small].length === 1 ? [capital, small] : [letter];
  });
}
