import { type Place, partMarks, spelling } from './word-graph.ts';

/** The words of the papers that were handed in together, as a graph grown at run time: it answers like `WordGraph`, and its words may not be parts of others. */
export class WordTree {
  /** Per place the places behind it, by letter; place 1 is the beginning. */
  readonly #nodes: Map<string, number>[] = [new Map(), new Map()];
  readonly #ends = new Set<Place>();

  constructor(words: Iterable<string>) {
    for (const word of words) this.#add(word);
  }

  #add(word: string): void {
    let at = 1;
    for (const letter of spelling(word)) {
      const node = this.#nodes[at]!;
      let next = node.get(letter);
      if (next === undefined) {
        next = this.#nodes.push(new Map()) - 1;
        node.set(letter, next);
      }
      at = next;
    }
    this.#ends.add(at);
  }

  step(from: Place | 'start', letter: string): Place {
    return this.#nodes[from === 'start' ? 1 : from]!.get(letter) ?? 0;
  }

  marks(place: Place): number {
    return this.#ends.has(place) ? partMarks.word : 0;
  }
}
