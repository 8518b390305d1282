/**
 * Builds the two files that the repair of damaged text knows Swedish from, `swedish-words.bin` and `swedish-counts.txt` in
 * `src/documents/in/repair`. Run it with `node scripts/build-word-list.ts` when the dictionary has a new version or our own texts have grown.
 *
 * The words are the forms of the devDependency `dictionary-sv`, the words of our own texts, and the names of Swedish places that a paper of the
 * public sector is likely to name. The counts are of our own texts alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import dictionary from 'dictionary-sv';
import { countWords, formatCounts } from '../src/documents/in/repair/language-model.ts';
import { partMarks } from '../src/documents/in/repair/word-graph.ts';
import { expandDictionary } from './expand-dictionary.ts';
import { ownSwedishTexts } from './own-swedish-texts.ts';
import { writeWordGraph } from './write-word-graph.ts';

const folder = new URL('../src/documents/in/repair/', import.meta.url);
/** Letters that Swedish words and names are spelled with; dictionary entries with digits or foreign letters are left out. */
const spellable = /^[a-zåäöéèàüA-ZÅÄÖÉÜ]+(?:-[a-zåäöA-ZÅÄÖ]+)*-?$/;
const texts = ownSwedishTexts();
const counts = countWords(texts);
writeFileSync(new URL('swedish-words.bin', folder), writeWordGraph(knownWords()));
writeFileSync(new URL('swedish-counts.txt', folder), formatCounts(counts));

function knownWords(): ReadonlyMap<string, number> {
  const [aff, dic] = [dictionary.aff, dictionary.dic].map((bytes) => Buffer.from(bytes).toString('utf8')) as [
    string,
    string,
  ];
  const words = new Map<string, number>();
  const add = (word: string, marks: number) => {
    if (spellable.test(word)) words.set(word, (words.get(word) ?? 0) | marks);
  };
  for (const [word, marks] of expandDictionary(aff, dic)) add(word, marks);
  for (const [word, count] of counts.words) if (count >= 2 && !/[^a-zåäöé-]/.test(word)) add(word, partMarks.word);
  for (const name of readFileSync(new URL('swedish-places.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\s+/)) {
    add(name, partMarks.word | partMarks.place);
    if (!name.endsWith('s')) add(`${name}s`, partMarks.word | partMarks.place);
  }
  return words;
}
