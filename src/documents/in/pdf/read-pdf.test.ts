import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { drawPdf, pdfOfImages, withoutTags } from '../../../../test/support/draw-pdf.ts';
import { AppError } from '../../../kernel/errors.ts';
import { closePdfPool, renderPdf } from '../../out/index.ts';
import type { Block, DocumentTree } from '../../tree/index.ts';
import { imageSize } from '../ocr/recognise-page.ts';
import { readPdf } from './read-pdf.ts';
import { renderPage } from './render-page.ts';

after(closePdfPool);

const treeOf = (blocks: readonly Block[]): DocumentTree => ({
  title: 'Protokoll',
  author: '',
  language: 'sv',
  blocks,
});
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const words = fc
  .array(fc.stringMatching(/^[a-zåäö]{2,12}$/), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(' '));
const content = words.map((text) => [{ kind: 'text', text } as const]);
/** Cells begin with a capital, as in papers: a row of which all cells begin in the middle of a sentence is the rest of one that the page cut. */
const cell = words.map((text) => [{ kind: 'text', text: text.charAt(0).toUpperCase() + text.slice(1) } as const]);
const block: fc.Arbitrary<Block> = fc.oneof(
  content.map((content) => ({ kind: 'paragraph', content }) as const),
  content.map((content) => ({ kind: 'heading', level: 1, content }) as const),
  fc
    .array(content, { minLength: 1, maxLength: 4 })
    .map((items) => ({ kind: 'list', ordered: true, items: items.map((content) => ({ content })) }) as const),
  fc
    .array(fc.tuple(cell, cell), { minLength: 2, maxLength: 5 })
    .map(([header, ...rows]) => ({ kind: 'table', header: header!, rows }) as const),
);

test('any tree comes back from its tagged PDF with the same words in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (blocks) => {
      const source = await readPdf(await renderPdf(treeOf(blocks)));
      const read = source.blocks.flatMap(({ lines }) => lines.flatMap((line) => wordsIn(line.words.text)));
      assert.equal(source.format, 'taggedPdf');
      assert.deepEqual(read.join(' '), ['Protokoll', ...blocks.flatMap(wordsOfBlock)].join(' '));
    }),
    // A smaller example of a failure is not looked for: each try draws a PDF, and thousands of them would look like a test that hangs.
    { numRuns: 15, endOnFailure: true },
  );
});

function wordsOfBlock(one: Block): readonly string[] {
  const plain = (content: readonly { readonly kind: string; readonly text?: string }[]) =>
    content.flatMap((part) => wordsIn(part.text ?? ''));
  if (one.kind === 'paragraph' || one.kind === 'heading') return plain(one.content);
  if (one.kind === 'list') return one.items.flatMap((item) => plain(item.content));
  if (one.kind === 'table') return [...one.header.flatMap(plain), ...one.rows.flatMap((row) => row.flatMap(plain))];
  return [];
}

const paper = treeOf([
  { kind: 'heading', level: 1, content: [{ kind: 'text', text: 'Närvarande' }] },
  {
    kind: 'table',
    header: [[{ kind: 'text', text: 'Namn' }], [{ kind: 'text', text: 'Kommun' }]],
    rows: [
      [[{ kind: 'text', text: 'Alva Ek', struck: true }], [{ kind: 'text', text: 'Askerby' }]],
      [[{ kind: 'text', text: 'Bo Lind' }], [{ kind: 'text', text: 'Norrvik' }]],
    ],
  },
  { kind: 'list', ordered: true, items: [{ content: [{ kind: 'text', text: 'att godkänna redovisningen' }] }] },
]);

for (const [name, format, change] of [
  ['tagged', 'taggedPdf', async (bytes: Uint8Array) => bytes],
  ['untagged', 'pdf', withoutTags],
] as const)
  test(`a ${name} PDF gives headings, struck cells and lists, and each piece its place on the page`, async () => {
    const source = await readPdf(await change(await renderPdf(paper)));
    assert.equal(source.format, format);
    assert.deepEqual(source.blocks.map(({ kind }) => kind).slice(-3), ['heading', 'table', 'list']);
    const cells = source.blocks.find(({ kind }) => kind === 'table')!.lines[1]!.cells!;
    assert.equal(cells[0]!.pieces[0]!.struck, true);
    assert.equal(cells[1]!.pieces[0]!.struck, undefined);
    for (const { start, end, page, box } of source.places!) {
      assert.ok(source.text.slice(start, end).trim(), 'a place without words');
      assert.ok(page === 1 && box.width > 0 && box.x >= 0 && box.y >= 0 && box.y < 842);
    }
    const piece = cells[0]!.pieces[0]!;
    assert.ok(source.places!.some(({ start, end }) => start <= piece.source && piece.source < end));
  });

test('a page that is a picture is reported, and read when OCR is there', async () => {
  const picture = await renderPage(await drawPdf(({ text }) => text('Beslut', 100, 100, { size: 24 })), 1, {
    width: 600,
  });
  const scan = await pdfOfImages([picture]);
  const unread = await readPdf(scan);
  assert.deepEqual(
    unread.problems.map(({ code }) => code),
    ['scannedPage'],
  );
  assert.equal(unread.blocks.length, 0);
  const seen: string[] = [];
  const read = await readPdf(scan, {
    onProgress: ({ phase, page, pages }) => seen.push(`${phase} ${page}/${pages}`),
    ocr: {
      recognise: async (image) => {
        const { width, height } = imageSize(image)!;
        const box = { x: width / 4, y: height / 4, width: width / 8, height: height / 60 };
        return {
          width,
          height,
          lines: [{ words: [{ text: 'Beslut', confidence: 1, box }], box, confidence: 1, paragraph: 0 }],
        };
      },
    },
  });
  assert.equal(read.format, 'scan');
  assert.equal(read.text, 'Beslut');
  assert.ok(Math.abs(read.places![0]!.box.x - 595 / 4) < 1, 'the place is in points');
  assert.deepEqual(seen, ['reading 1/1', 'ocr 1/1']);
});

test('a page is drawn as a PNG of the width that is asked for', async () => {
  const bytes = await drawPdf(({ text }) => text('Beslut', 100, 100));
  const size = imageSize(await renderPage(bytes, 1, { width: 300 }));
  assert.deepEqual(size, { width: 300, height: 425 });
  await assert.rejects(
    renderPage(bytes, 2, { width: 300 }),
    (error) => error instanceof AppError && error.code === 'record.notFound',
  );
});

test('what is no PDF, is cut off or locked is refused with its reason', async () => {
  const bytes = await drawPdf(({ text }) => text('Beslut', 100, 100));
  const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;
  await assert.rejects(readPdf(new TextEncoder().encode('%PDF-1.7\nNågot annat')), refused('document.damaged'));
  await assert.rejects(readPdf(bytes.slice(0, 200)), refused('document.damaged'));
  const locked = await PDFDocument.load(bytes);
  await locked.encrypt({ userPassword: 'hemligt', ownerPassword: 'hemligt' });
  await assert.rejects(readPdf(await locked.save()), refused('document.encrypted'));
});
