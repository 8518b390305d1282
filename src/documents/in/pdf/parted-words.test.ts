import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partedWords } from './parted-words.ts';

const words = new Set(['regionen', 'ekonomiska', 'stödet', 'detaljerad', 'verksamhet', 'berget', 'stor', 'påverkan']);
const parted = (text: string, startsLine = true) => partedWords(text, startsLine, (word) => words.has(word)).join(' ');

test('two words that were written together are parted when one of them is a small word', () => {
  assert.equal(parted('Harregionen'), 'Har regionen');
  assert.equal(parted('Hurstor'), 'Hur stor');
  assert.equal(parted('JaO'), 'Ja O');
  assert.equal(parted('detekonomiska', false), 'det ekonomiska');
  assert.equal(parted('verksamhetför,', false), 'verksamhet för,');
});

test('known words, names, compounds and short words stay whole', () => {
  assert.equal(parted('detaljerad'), 'detaljerad');
  assert.equal(parted('Omberget', false), 'Omberget');
  assert.equal(parted('ekonomiskaverksamhet'), 'ekonomiskaverksamhet');
  assert.equal(parted('omberg'), 'omberg');
  assert.equal(parted('påverkande'), 'påverkande');
  assert.equal(parted('omregionen'), 'omregionen');
});
