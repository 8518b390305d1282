import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pageImage } from '../../../../test/support/page-image.ts';
import { imageSize, openOcr } from './recognise-page.ts';

const ocr = await openOcr();
after(() => ocr.close());

const lines = [
  'Överenskommelsen gäller från den 1 januari 2026.',
  'Hälso- och sjukvårdsnämnden följer upp åtgärderna.',
];
const textOf = (page: Awaited<ReturnType<typeof ocr.recognise>>) =>
  page.lines.map((line) => line.words.map((word) => word.text).join(' '));

test('a page image is read with its words, their places and how sure they are', async () => {
  const page = await ocr.recognise(pageImage(lines));
  assert.deepEqual(textOf(page), lines);
  assert.deepEqual([page.width, page.height], [1654, 212]);
  for (const line of page.lines) {
    assert.ok(line.confidence > 0.8 && line.confidence <= 1);
    let right = 0;
    for (const { box } of line.words) {
      assert.ok(box.x >= right, 'words stand from left to right');
      right = box.x + box.width;
      assert.ok(right <= page.width && box.y >= line.box.y && box.y + box.height <= line.box.y + line.box.height);
    }
  }
  assert.ok(page.lines[0]!.box.y < page.lines[1]!.box.y);
});

test('a JPEG is read like a PNG, and an empty page has no lines', async () => {
  assert.deepEqual(textOf(await ocr.recognise(pageImage(lines.slice(0, 1), 'jpeg'))), lines.slice(0, 1));
  assert.deepEqual((await ocr.recognise(pageImage([]))).lines, []);
});

test('bytes that are no image are refused before the engine sees them', async () => {
  await assert.rejects(
    ocr.recognise(new TextEncoder().encode('%PDF-1.7 not an image at all, but longer than a header')),
    /PNG nor JPEG/,
  );
  assert.equal(imageSize(new Uint8Array(3)), undefined);
  assert.equal(imageSize(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 1, 1, 1, 1, 1])), undefined);
});
