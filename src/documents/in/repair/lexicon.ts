import { readFileSync } from 'node:fs';
import { looksDamaged } from './detect-damage.ts';
import { countWords, LanguageModel, parseCounts, type WordCounts } from './language-model.ts';
import { partMarks, WordGraph } from './word-graph.ts';
import { WordTree } from './word-tree.ts';

/** What is known of the language when a damaged paper is read: which words there are, and how often and after which others they are used. */
export type Lexicon = {
  readonly graph: WordGraph;
  /** Words of other papers that the list does not have. */
  readonly others: WordTree;
  readonly counts: readonly WordCounts[];
  readonly model: LanguageModel;
  /** Whether the word list or another paper has the word, in small letters or as it stands; compounds of known parts are not asked for. */
  readonly knows: (word: string) => boolean;
};

let own: Lexicon | undefined;

/**
 * The lexicon of our own files (1.2 MB, opened once a process in some milliseconds), with the words of other papers that were handed in together:
 * they name the same bodies, places and matters. Other papers that are damaged themselves teach nothing and are passed over.
 */
export function openLexicon(otherTexts: Iterable<string> = []): Lexicon {
  own ??= readOwn();
  const base = own;
  const sound = [...otherTexts].filter((text) => !looksDamaged(text, base));
  return sound.length === 0 ? base : withCounts(base, countWords(sound));
}

/** A lexicon that has also seen these words: those of other papers, or of the same paper in a first reading. */
export function withCounts(lexicon: Lexicon, more: WordCounts): Lexicon {
  return lexiconOf(lexicon.graph, [...lexicon.counts, more]);
}

function readOwn(): Lexicon {
  const file = (name: string) => readFileSync(new URL(name, import.meta.url));
  const counts = parseCounts(file('swedish-counts.txt').toString('utf8'));
  return lexiconOf(new WordGraph(file('swedish-words.bin')), [counts]);
}

function lexiconOf(graph: WordGraph, counts: readonly WordCounts[]): Lexicon {
  const model = new LanguageModel(counts);
  const inList = (word: string) => (graph.marksOf(word) & partMarks.word) !== 0;
  return {
    graph,
    counts,
    model,
    others: new WordTree(counts.slice(1).flatMap(({ words }) => [...words.keys()].filter((word) => !inList(word)))),
    knows: (word) => inList(word) || inList(word.toLowerCase()) || model.count(word.toLowerCase()) > 0,
  };
}
