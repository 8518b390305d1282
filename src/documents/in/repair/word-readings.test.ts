import assert from 'node:assert/strict';
import { test } from 'node:test';
import { damageOf, looksDamaged } from './detect-damage.ts';
import { countWords, formatCounts, parseCounts } from './language-model.ts';
import { openLexicon } from './lexicon.ts';
import { readingsOf } from './word-readings.ts';

const lexicon = openLexicon();
const wordsFor = (raw: string, beforeHyphen = false) =>
  readingsOf(raw, lexicon, beforeHyphen).map((reading) => reading.word);

test('damaged letters are read as words of the list', () => {
  for (const [raw, word] of [
    ['6verenskommelsen', 'överenskommelsen'],
    ['&r', 'är'],
    ['priméarvarden', 'primärvården'],
    ['stbdja', 'stödja'],
    ['utvecklingsomradena', 'utvecklingsområdena'],
  ] as const)
    assert.equal(wordsFor(raw)[0], word);
});

test('a word that is a word either way has both readings, and context decides later', () => {
  assert.deepEqual(wordsFor('vard').slice(0, 2), ['vård', 'värd']);
  assert.ok(wordsFor('for').includes('för') && wordsFor('for').includes('for'));
});

test('compounds that no list has are read from their parts, with their kind told', () => {
  const [best] = readingsOf('hemtagningsradgivning', lexicon);
  assert.deepEqual([best?.word, best?.kind], ['hemtagningsrådgivning', 'compound']);
  assert.ok(best!.share < 0.02);
});

test('the first part of a compound stands alone only before a hyphen', () => {
  assert.equal(wordsFor('sjukskoterske', true)[0], 'sjuksköterske');
  assert.ok(!wordsFor('sjukskoterske').includes('sjuksköterske'));
});

test('places are read with their capital, and families are not', () => {
  assert.ok(readingsOf('Orebro', lexicon).some(({ word, kind }) => word === 'örebro' && kind === 'place'));
  assert.ok(!readingsOf('orebro', lexicon).some(({ kind }) => kind === 'place'));
});

test('letters that are no word in any way have no reading', () => {
  assert.deepEqual(wordsFor('xqzt'), []);
});

test('words of other papers are known, but not those of damaged ones', () => {
  const others = openLexicon(['Lövåsens fjällbusskort gäller i hela länet.']);
  assert.ok(others.knows('fjällbusskort') && others.knows('lövåsens'));
  assert.equal(readingsOf('fjallbusskort', others)[0]?.word, 'fjällbusskort');
  const damaged = 'Lévasens kommun far stéd fér att utéka varden sa att invanarna mar battre. '.repeat(3);
  assert.ok(looksDamaged(damaged, lexicon));
  assert.ok(!openLexicon([damaged]).knows('utéka'));
});

test('the share of words that letters were lost from is what tells a damaged text', () => {
  assert.deepEqual(damageOf('Nämnden beslutar att godkänna rapporten om vården.', lexicon), {
    words: 6,
    broken: 0,
    damaged: false,
  });
  assert.ok(!looksDamaged('Das ist ein Versuch mit fremden Worten über Gesundheit und Pflege', lexicon));
  assert.ok(!looksDamaged('The committee approved the annual report and the budget for nursing homes', lexicon));
});

test('numbers are counted as one word, and the end of a sentence as the empty one', () => {
  const { words, pairs } = countWords(['Under 2024 och 2025. Vården']);
  assert.equal(words.get('#'), 2);
  assert.equal(pairs.get('under #'), 1);
  assert.equal(pairs.get(' vården'), 1);
  assert.deepEqual(parseCounts(formatCounts({ words, pairs })), { words, pairs });
});
