import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageTurnsIn } from './page-turns.ts';
import { rawLinesOf } from './source-lines.ts';
import { writtenLinesOf } from './written-lines.ts';

const headsIn = (text: string) => {
  const lines = rawLinesOf(text);
  const pageNumbers = new Set(lines.filter(({ words }) => /^\d+ \(\d+\)$/.test(words)));
  return pageTurnsIn(lines, writtenLinesOf(lines), pageNumbers).map((line) => line.words);
};

const page = (number: number, words: string) =>
  `Ådals kommun Tekniska nämnden, protokoll\n\n${number} (9)\n\nTekniska nämnden\n\nProtokoll (nr 2)\nSammanträdesdatum: 2025-02-03\n\n${words}\n\n`;

test('what stands around the page number on every page is its head and foot', () => {
  const heads = headsIn([1, 2, 3].map((number) => page(number, `Ärende nummer ${'abc'[number - 1]}\nBeslut`)).join(''));
  assert.equal(heads.length, 12);
  assert.deepEqual([...new Set(heads)].sort(), [
    'Protokoll (nr 2)',
    'Sammanträdesdatum: 2025-02-03',
    'Tekniska nämnden',
    'Ådals kommun Tekniska nämnden, protokoll',
  ]);
});

test('a heading that comes back in every item is no running head', () => {
  const heads = headsIn([1, 2, 3, 4].map((number) => page(number, `§ ${number}\n\nBeslut\n\nBifalls.`)).join(''));
  assert.ok(!heads.includes('Beslut') && !heads.includes('Bifalls.'));
});

test('the name of the body stays text where it stands apart from the turns of pages', () => {
  const list = 'Skickas till\n\nTekniska nämnden\n\n';
  const text = [1, 2, 3].map((number) => page(number, 'Text'.repeat(number))).join('') + `Rad\n\n`.repeat(9) + list;
  assert.ok(headsIn(text.concat(list, list)).filter((words) => words === 'Tekniska nämnden').length <= 3);
});

test('a date is stated once in papers without turned pages', () => {
  assert.deepEqual(headsIn('Sammanträdesdatum: 2025-02-03\n\nText\n\nSammanträdesdatum: 2025-03-03\n'), []);
});
