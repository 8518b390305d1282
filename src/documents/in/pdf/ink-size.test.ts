import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OcrLine } from '../ocr/recognise-page.ts';
import { inkLines } from './ink-size.ts';

function line(text: string, height: number, y = 0): OcrLine {
  const box = { x: 0, y, width: text.length * 10, height };
  return { words: [{ text, confidence: 0.9, box }], confidence: 0.9, paragraph: 0, box };
}
const body = line('Beredningen har hållit fem möten under året.', 32);

test('lines of one size are of one size, whatever letters they have, and their baselines are where the letters stand', () => {
  // The boxes of ink as they are in a paper set in one size.
  const lines = [body, line('Åtgärder för alla vid behov', 36), line('Ärendet följs upp', 34), line('och omsorg', 31)];
  const measured = inkLines([...lines, line('nämnden', 24), line('summa', 18)]);
  assert.equal(new Set(measured.map(({ size }) => size)).size, 1);
  assert.deepEqual(
    measured.map(({ baseline }) => Math.round(baseline)),
    [25, 29, 27, 24, 24, 18],
  );
});

test('a heading is larger, and its second line as large as its first', () => {
  const [text, first, second] = inkLines([body, line('Återrapportering till hälso- och', 66), line('nämnden', 48)]);
  assert.ok(first!.size > text!.size * 1.5);
  assert.equal(second!.size, first!.size);
});

test('a page without lines has none', () => {
  assert.deepEqual(inkLines([]), []);
});
