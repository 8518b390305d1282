import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expandDictionary } from '../../scripts/expand-dictionary.ts';
import { writeWordGraph } from '../../scripts/write-word-graph.ts';
import { partMarks, WordGraph } from '../../src/documents/in/repair/word-graph.ts';

const word = fc.string({ unit: fc.constantFrom(...'abåäöÅ-'), minLength: 1, maxLength: 6 });

test('a graph knows the words it was made of, with their marks, and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.integer({ min: 1, max: 15 }))), fc.array(word), (entries, others) => {
      const words = new Map(entries);
      if (words.size === 0) words.set('a', 1);
      const graph = new WordGraph(writeWordGraph(words));
      for (const [each, marks] of words) assert.equal(graph.marksOf(each), marks);
      for (const other of others) assert.equal(graph.marksOf(other), words.get(other) ?? 0);
    }),
  );
});

test('words share their endings: twice the words with the same endings take hardly more room', () => {
  const endings = ['', 'en', 'ens', 'er', 'erna', 'ernas'];
  const size = (stems: readonly string[]) =>
    writeWordGraph(new Map(stems.flatMap((stem) => endings.map((ending) => [stem + ending, 1] as const)))).length;
  assert.ok(size(['dag', 'tid']) - size(['dag']) <= 4 * 4);
});

test('a file that is no word graph is refused with the cure', () => {
  assert.throws(() => new WordGraph(new Uint8Array(20)), /build-word-list/);
});

test('a dictionary is spelled out with its endings and its forms within compounds', () => {
  const aff = 'SFX A Y 2\nSFX A 0 en [^a]\nSFX A a or a\nSFX v Y 1\nSFX v 0 s/WXZ [^a]\n';
  const dic = '5\nnämnd/AvY\nkopia/A\nhälso/XZ\nsvordom/!A\nfel/%\n';
  const { word: whole, first, last } = partMarks;
  assert.deepEqual(
    expandDictionary(aff, dic),
    new Map([
      ['nämnd', whole | last],
      ['nämnden', whole | last],
      ['nämnds', first],
      ['kopia', whole],
      ['kopior', whole],
      ['hälso', first],
    ]),
  );
});
