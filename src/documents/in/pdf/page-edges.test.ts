import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPdf, type Pen } from '../../../../test/support/draw-pdf.ts';
import { readPdf } from './read-pdf.ts';

/** The lines that are page furniture, and those that are text. */
async function partedLines(pages: readonly ((pen: Pen) => void)[]) {
  const source = await readPdf(await drawPdf(...pages));
  return {
    furniture: source.furniture.map(({ start, end }) => source.text.slice(start, end).trim()),
    text: source.blocks.flatMap(({ lines }) => lines.map((line) => line.words.text)),
  };
}

test('a heading that stands in one place on many pages is text, because lines of the text stand above it', async () => {
  const page =
    (number: number) =>
    ({ text }: Pen) => {
      text('Kulturnämnden', 60, 40, { size: 8 });
      text(`§ ${number}`, 60, 90);
      text(`Ärende ${'abcde'.charAt(number)} om teater`, 60, 104);
      text('Beslut', 60, 118);
      text('Nämnden godkänner redovisningen.', 60, 140);
    };
  const { furniture, text } = await partedLines([1, 2, 3, 4].map(page));
  assert.deepEqual(furniture, Array(4).fill('Kulturnämnden'));
  assert.equal(text.filter((words) => words.endsWith('Beslut')).length, 4);
});

test('the title of a paper of two pages is a head where it stands small above the text of the second', async () => {
  const { furniture, text } = await partedLines([
    (pen) => {
      pen.text('Minnesanteckningar', 60, 90, { size: 20 });
      pen.text('Gruppen gick igenom förslaget och', 60, 130, { size: 11 });
    },
    (pen) => {
      pen.text('Minnesanteckningar', 460, 40, { size: 8 });
      pen.text('tar upp det igen i maj.', 60, 90, { size: 11 });
      pen.text('Mötet avslutades.', 60, 120, { size: 11 });
    },
  ]);
  assert.deepEqual(furniture, ['Minnesanteckningar']);
  assert.equal(text.filter((words) => words.includes('Minnesanteckningar')).length, 1);
});
