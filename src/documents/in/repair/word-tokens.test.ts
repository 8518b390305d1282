import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordTokens } from './word-tokens.ts';

const keptIn = (line: string, before = '') =>
  wordTokens(line, before)
    .filter((token) => token.kept)
    .map((token) => token.raw);
const namesIn = (line: string, before = '') =>
  wordTokens(line, before)
    .filter((token) => token.looksLikeName)
    .map((token) => token.raw);

test('numbers, codes, acronyms, addresses and numbers of matters are kept', () => {
  assert.deepEqual(keptIn('12 vardcentraler av 47 254 enligt SKR och P4'), ['12', '47', '254', 'SKR', 'P4']);
  assert.deepEqual(keptIn('skriv till omrade@exempel.se eller pa www.lan.se/vard'), [
    'omrade',
    'exempel',
    'se',
    'www',
    'lan',
    'se',
    'vard',
  ]);
  assert.deepEqual(keptIn('arende HSN 24/117 och lag 2017:30'), ['HSN', '24', '117', '2017', '30']);
});

test('six and nought among letters may be a damaged ö; alone or beside one letter they are a number', () => {
  assert.deepEqual(keptIn('6ver f6r 60 6a 0 600-talet'), ['60', '6a', '0', '600']);
});

test('lone signs and letters are ticks and bullets, except the stroke that begins a sentence', () => {
  assert.deepEqual(keptIn('Ja O'), ['O']);
  assert.deepEqual(keptIn('Nej |'), ['|']);
  assert.deepEqual(keptIn('| Nej'), ['|']);
  assert.deepEqual(keptIn('e oka stodet'), ['e']);
  assert.deepEqual(keptIn('| detta avsnitt'), []);
  assert.deepEqual(keptIn('Sa ar det. | lanet finns tolv'), []);
  assert.deepEqual(keptIn('det | lanet finns'), ['|']);
});

test('a capital within a sentence or beside another one is a name', () => {
  assert.deepEqual(namesIn('Da ringde Bjork och Asa Strom'), ['Bjork', 'Asa', 'Strom']);
  assert.deepEqual(namesIn('Vard ges. Oka stodet'), []);
  assert.deepEqual(namesIn('a. Oka stodet'), []);
  assert.deepEqual(namesIn('Anna Strom kom'), ['Anna', 'Strom']);
});

test('a sentence goes on from the line before unless that one ended', () => {
  assert.equal(wordTokens('och sa vidare', 'halso-')[0]!.startsSentence, false);
  assert.equal(wordTokens('Det ar sa', 'Sa var det.')[0]!.startsSentence, true);
  assert.equal(wordTokens('Det ar sa')[0]!.startsSentence, true);
});
