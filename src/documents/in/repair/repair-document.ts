import type { Passage, Piece } from '../../tree/passage.ts';
import type { Repair, SourceBlock, SourceDocument, SourceLine } from '../../tree/source.ts';
import { type ChosenWord, chooseWords, type ReadingMemory, sameInitial } from './choose-words.ts';
import { looksDamaged } from './detect-damage.ts';
import { countWords } from './language-model.ts';
import { type Lexicon, withCounts } from './lexicon.ts';
import { type WordToken, wordTokens } from './word-tokens.ts';

export type RepairOptions = {
  /** Repairs less sure than this are left out; the word stays as it was read. */
  readonly leastConfidence?: number;
};

/** The best reading is taken also when two others share the rest: letters that make no word are surely wrong. */
const leastConfidence = 0.3;
/** Words this sure in the first reading teach the second one what the paper speaks of. */
const teachingConfidence = 0.9;

/**
 * Reads a paper whose letters å, ä and ö were lost on the way (a scan that was read as English) as its words were meant. The text and all spans stay
 * as they are; the passages of the blocks get the repaired words, each standing for the whole word it was read from, and `repairs` lists them for
 * the person who reviews. A sound paper comes back untouched, and so do numbers, codes, addresses, names and ticks.
 *
 * The paper is read twice: the words that are sure in the first reading are known words in the second.
 */
export function repairDocument(source: SourceDocument, lexicon: Lexicon, options: RepairOptions = {}): SourceDocument {
  if (!looksDamaged(source.text, lexicon)) return source;
  const least = options.leastConfidence ?? leastConfidence;
  const learned = withCounts(lexicon, countWords(sureWords(source, lexicon)));
  const memory: ReadingMemory = new Map();
  const repairs = new Map<number, Repair>();
  const repaired = (passages: readonly Passage[]): readonly Passage[] =>
    readRun(passages, learned, memory).map(({ passage, words }) => withWords(passage, words, least, repairs));
  const blocks = source.blocks.map((block) => repairBlock(block, repaired));
  const contents = source.contents.map((entry) => {
    const passage = { text: entry.title, pieces: [] };
    const words = readRun([passage], learned, memory)[0]!.words;
    return { ...entry, title: withWords(passage, words, least, new Map()).text };
  });
  return { ...source, blocks, contents, repairs: [...repairs.values()].sort((a, b) => a.start - b.start) };
}

/** How full a line is, beside the next one, when its sentence goes on there. */
const fullLine = 0.7;

type ReadWord = { readonly token: WordToken; readonly chosen: ChosenWord };
type ReadPassage = { readonly passage: Passage; readonly words: readonly ReadWord[] };

/** Reads passages that follow on each other: a sentence may go on from one line to the next. */
function readRun(passages: readonly Passage[], lexicon: Lexicon, memory: ReadingMemory): readonly ReadPassage[] {
  let before = '';
  const tokens = passages.map(({ text }) => {
    // A line much shorter than the next one was not full: what follows begins anew.
    const found = wordTokens(text, before.length < text.length * fullLine ? '' : before);
    before = text || before;
    return found;
  });
  const chosen = chooseWords(tokens.flat(), lexicon, memory);
  let at = 0;
  return passages.map((passage, index) => ({
    passage,
    words: tokens[index]!.map((token) => ({ token, chosen: chosen[at++]! })),
  }));
}

/** The runs of a block: its lines together, but each cell of a table by itself. */
function runsOf(block: SourceBlock): readonly (readonly Passage[])[] {
  return [
    block.lines.filter((line) => !line.cells).map((line) => line.words),
    ...block.lines.flatMap((line) => line.cells?.map((cell) => [cell]) ?? []),
  ];
}

function repairBlock(block: SourceBlock, repaired: (run: readonly Passage[]) => readonly Passage[]): SourceBlock {
  const plain = repaired(block.lines.filter((line) => !line.cells).map((line) => line.words));
  let at = 0;
  const lines = block.lines.map((line): SourceLine => {
    if (!line.cells) return { ...line, words: plain[at++]! };
    // The words of a row are those of its cells with something between, so they are read as a line of their own.
    return { ...line, words: repaired([line.words])[0]!, cells: line.cells.map((cell) => repaired([cell])[0]!) };
  });
  return { ...block, lines };
}

/** The sentences of the paper as far as the first reading is sure of them; a word that is not sure is left out, and with it what stands around it. */
function* sureWords(source: SourceDocument, lexicon: Lexicon): Generator<string> {
  const memory: ReadingMemory = new Map();
  for (const block of source.blocks)
    for (const run of runsOf(block))
      for (const { words } of readRun(run, lexicon, memory))
        yield words
          .map(({ token, chosen }) => (chosen.confidence >= teachingConfidence && !token.kept ? chosen.word : '.'))
          .join(' ');
}

/** The passage with the words put right; each repaired word becomes a piece that stands for its whole run in the source. */
function withWords(passage: Passage, words: readonly ReadWord[], least: number, repairs: Map<number, Repair>): Passage {
  let text = '';
  let done = 0;
  /** The first piece that is not wholly done. */
  let open = 0;
  const pieces: Piece[] = [];
  const endOf = (piece: Piece) => piece.at + piece.length;
  const piecesBefore = (until: number): readonly Piece[] => {
    while (open < passage.pieces.length && endOf(passage.pieces[open]!) <= done) open++;
    let next = open;
    while (next < passage.pieces.length && passage.pieces[next]!.at < until) next++;
    return passage.pieces.slice(open, next);
  };
  const copy = (until: number) => {
    for (const piece of piecesBefore(until)) {
      const [from, to] = [Math.max(piece.at, done), Math.min(endOf(piece), until)];
      if (from >= to) continue;
      const start = piece.sourceLength === undefined ? piece.source + from - piece.at : piece.source;
      pieces.push({ ...piece, at: text.length + from - done, source: start, length: to - from });
    }
    text += passage.text.slice(done, until);
    done = until;
  };
  for (const { token, chosen } of words) {
    const { raw, start, end } = token;
    const word = token.kept || chosen.word === raw.toLowerCase() ? raw : cased(token, chosen.word);
    if (word === raw || chosen.confidence < least) continue;
    copy(start);
    const run = piecesBefore(end);
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) {
      const from = first.sourceLength === undefined ? first.source + Math.max(start - first.at, 0) : first.source;
      const to = last.source + (last.sourceLength ?? Math.min(end - last.at, last.length));
      pieces.push({ ...first, at: text.length, source: from, length: word.length, sourceLength: to - from });
      repairs.set(from, { start: from, end: to, original: raw, repaired: word, confidence: round(chosen.confidence) });
    }
    text += word;
    done = end;
  }
  copy(passage.text.length);
  return { text, pieces };
}

/** A word in the capitals of the letters it was read from. A capital that was no capital of the word ("Gr" for "är") is a capital by mistake. */
function cased({ raw, startsSentence, startsLine }: WordToken, word: string): string {
  if (raw === '|') return word.toUpperCase();
  if (/^\p{Lu}{2,}$/u.test(raw)) return word.toUpperCase();
  const first = raw.slice(0, 1);
  if (!/\p{Lu}/u.test(first)) return word;
  return startsSentence || startsLine || sameInitial(raw, word) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
