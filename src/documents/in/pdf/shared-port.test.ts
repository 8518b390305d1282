import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPdf } from '../../../../test/support/draw-pdf.ts';
import { readPdf } from './read-pdf.ts';

test('a page of more words than pdf.js sends at once keeps them all, and so does the same page read again beside it', async () => {
  const words = Array.from({ length: 600 }, (_, index) => `ord${index}`);
  const bytes = await drawPdf(({ text }) => {
    words.forEach((word, index) => {
      text(word, 40 + (index % 10) * 50, 60 + Math.floor(index / 10) * 12);
    });
  });
  const found = async () => (await readPdf(bytes)).text.match(/ord\d+/g);
  const [first, second] = await Promise.all([found(), found()]);
  assert.deepEqual(new Set(first), new Set(words));
  assert.deepEqual(second, first);
});
