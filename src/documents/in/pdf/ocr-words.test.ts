import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OcrLine } from '../ocr/recognise-page.ts';
import { printedOcrLines, withPercent } from './ocr-words.ts';

/** A line of words of the given widths, with a gap of ten pixels between them. */
function line(words: readonly (readonly [text: string, width: number])[], height = 31, y = 0): OcrLine {
  let x = 0;
  const placed = words.map(([text, width]) => {
    const box = { x, y, width, height };
    x += width + 10;
    return { text, confidence: 0.9, box };
  });
  return { words: placed, confidence: 0.9, paragraph: 0, box: { x: 0, y, width: x - 10, height } };
}
/** The same line with a level stroke where its hyphens are. */
const withStrokes = (read: OcrLine): OcrLine => ({
  ...read,
  words: read.words.map((word) => (word.text === '-' ? { ...word, box: { ...word.box, y: 17, height: 2 } } : word)),
});
const textsOf = (lines: readonly OcrLine[]) =>
  printedOcrLines(lines.map(withStrokes)).map(({ words }) => words.map(({ text }) => text).join(' '));

test('a percent sign that was read as digits is told by the width of the number', () => {
  assert.equal(withPercent('25960', 3.3), '25%');
  assert.equal(withPercent('10096.', 4.5), '100%.');
  assert.equal(withPercent('926,', 1.7), '%,');
  assert.equal(withPercent('(+303960', 5.7), '(+303%');
  assert.equal(withPercent('4596', 3.3), '45%');
  assert.equal(withPercent('7190', 3.5), '71%');
});

test('a number that is as wide as its digits stays', () => {
  assert.equal(withPercent('1996', 4), '1996');
  assert.equal(withPercent('25960', 4.9), '25960');
  assert.equal(withPercent('96', 1.9), '96');
  assert.equal(withPercent('1990', 3.6), '1990');
  assert.equal(withPercent('2023', 2), '2023');
  assert.equal(withPercent('96-11', 2), '96-11');
});

test('a level stroke between words is a dash when it is wide, and a hyphen when it is not', () => {
  const around = (stroke: number) => [
    line([
      ['Uppgift', 60],
      ['-', stroke],
      ['uppdaterad', 140],
    ]),
  ];
  assert.deepEqual(textsOf(around(13)), ['Uppgift – uppdaterad']);
  assert.deepEqual(textsOf(around(7)), ['Uppgift - uppdaterad']);
});

test('bullets are put right, and specks and signs seen in empty gaps are left out', () => {
  const speck = { ...line([['o', 9]], 12), confidence: 0.4 };
  const gap = line([
    ['Ledig', 60],
    ['plats', 60],
  ]);
  const phantom = { text: '=', confidence: 0.3, box: { x: 75, y: 0, width: 8, height: 37 } };
  const lines = [
    speck,
    line([
      ['e', 12],
      ['Följa', 60],
    ]),
    line([
      ['«', 12],
      ['.', 4],
      ['Prova', 60],
    ]),
    { ...gap, words: [gap.words[0]!, phantom, gap.words[1]!] },
    line(
      [
        ['2', 17],
        ['=', 18],
        ['2', 17],
      ],
      12,
    ),
  ];
  assert.deepEqual(textsOf(lines), ['• Följa', '• Prova', 'Ledig plats', '2 = 2']);
});

test('a tick before the day of a list item is told from letters', () => {
  const item = (tick: string) => [
    line([
      ['e', 12],
      [tick, 15],
      ['26/4', 50],
      ['Styrelsen', 90],
    ]),
  ];
  for (const tick of ['V', 'Vv', '/', 'V/']) assert.deepEqual(textsOf(item(tick)), ['• ✓ 26/4 Styrelsen']);
  assert.deepEqual(textsOf(item('den')), ['• den 26/4 Styrelsen']);
});
