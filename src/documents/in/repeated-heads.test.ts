import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeatedHeadsIn } from './repeated-heads.ts';
import { rawLinesOf } from './source-lines.ts';
import { writtenLinesOf } from './written-lines.ts';

const found = (text: string) => repeatedHeadsIn(writtenLinesOf(rawLinesOf(text))).map((line) => line.line);
const head = 'Kulturgruppen i norr\n\nEnheten för\nkultur\n\n';

test('a head that stands inside sentences is furniture from its second time on', () => {
  const text = `${head}Gruppen såg att\n\n${head}det var bra. Mer\n\n${head}kom sedan.`;
  assert.deepEqual(found(text), [8, 10, 11, 15, 17, 18]);
});

test('lines that come back without cutting anything are text, unless they are as many as a letterhead', () => {
  assert.deepEqual(found(`${head}Ett.\n\n${head}Två.\n\n${head}Tre.`), []);
  const letter = 'A\nB\nC\nD\nE\nF\n\n';
  assert.deepEqual(found(`${letter}Ett.\n\n${letter}Två.\n\n${letter}Tre.`).length, 12);
});

test('a sentence, a list or a table that comes back is text', () => {
  assert.deepEqual(found('Bilderna finns i arkivet.\n\nEtt\n\n'.repeat(5)), []);
  assert.deepEqual(found('Vi såg\n\n- ett\n- två\n- tre\n\natt det var\n\n'.repeat(4)), []);
});

test('the options of a form that come back under each question are text', () => {
  const options = '☐ Alltid\n☐ Ofta\n☒ Ibland\n☐ Sällan\n☐ Aldrig\n☐ Vet inte\n\n';
  assert.deepEqual(found(`Först?\n\n${options}Sedan?\n\n${options}Sist?\n\n${options}`), []);
});

test('twice may be chance', () => {
  assert.deepEqual(found(`${head}Gruppen såg att\n\n${head}det var bra.`), []);
});
