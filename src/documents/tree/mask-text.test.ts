import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maskText, paragraphsOf, spansOf, wordsLeftIn } from './mask-text.ts';

const provision = 'OSL 25 kap. 1 §';
const masked = (source: string, words: readonly string[], paragraphs: readonly number[] = []) =>
  maskText(source, { words, paragraphs, provision });

test('a word is masked wherever it stands: in other cases, in compounds, broken over lines', () => {
  const source = 'Karin Björkdal sökte. KARINS mor svarade.\n\nKa­rin och Ka-\nrin Björk­dal svarade; björkdalsfallet.';
  const { blocks, masks } = masked(source, ['Karin', 'Björkdal']);
  const left = JSON.stringify(blocks);
  assert.doesNotMatch(left, /kari|björk|dal|rin/i);
  assert.equal(masks, 7);
  assert.match(left, /sökte/);
});

test('nothing of what is masked is in the result, whatever it was, and its length tells nothing', () => {
  const word = fc.stringMatching(/^[A-Za-zÅÄÖåäö]{3,12}$/);
  fc.assert(
    fc.property(word, word, fc.lorem({ maxCount: 8, mode: 'sentences' }), (one, other, around) => {
      const texts = [one, other].map((secret) => JSON.stringify(masked(`Början ${secret} slut.`, [secret]).blocks));
      if (!/början|slut|maskat/i.test(`${one} ${other}`)) assert.equal(texts[0], texts[1]);
      const { blocks } = masked(`${around}\n\n${one} ${around}`, [one]);
      const said = blocks.flatMap((block) => ('content' in block ? block.content : []));
      const kept = said.flatMap((part) => (part.kind === 'text' && !part.bold ? [part.text] : []));
      assert.deepEqual(wordsLeftIn(kept, [one]), []);
    }),
  );
});

test('a whole paragraph leaves only the mark, and the others stay as they were', () => {
  const source = 'Det första.\n\nDet andra med ett namn.\n\nDet tredje.';
  assert.equal(paragraphsOf(source).length, 3);
  const { blocks, masks } = masked(source, [], [1]);
  assert.equal(masks, 1);
  assert.match(JSON.stringify(blocks), /Det första.*maskat: OSL 25 kap. 1 §.*Det tredje/);
  assert.doesNotMatch(JSON.stringify(blocks), /namn/);
});

test('control: what is not masked is found by the search for what is left', () => {
  assert.deepEqual(wordsLeftIn(['Om Ka-\nrin och andra'], ['Karin', 'Sven']), ['Karin']);
  assert.deepEqual(spansOf('a.b axb', ['a.b']), [{ start: 0, end: 3 }]);
});
