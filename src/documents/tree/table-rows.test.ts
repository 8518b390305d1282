import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { linesOf } from './recognise.ts';
import { chaptersOf, paragraphsOf, pointsOf, rowsOf } from './table-rows.ts';

test('a row has the cells of a table, or what wide gaps part', () => {
  const cells = (text: string) =>
    rowsOf(readingOf(text).blocks).map((row) => [row.drawn, row.cells.map((cell) => cell.text)]);
  assert.deepEqual(cells('Norrby\t240404\tX'), [[true, ['Norrby', '240404', 'X']]]);
  assert.deepEqual(cells('Norrby   240404    X'), [[false, ['Norrby', '240404', 'X']]]);
  assert.deepEqual(cells('Ett vanligt stycke.'), [[false, ['Ett vanligt stycke.']]]);
});

test('the paragraphs of a cell are parted by line breaks and by the tags of a conversion', () => {
  const broken = { text: 'Ett\nTvå', pieces: [{ at: 0, source: 0, length: 7, line: 1 }] };
  assert.deepEqual(
    paragraphsOf(broken, 'Ett\u2028Två').map((part) => part.text),
    ['Ett', 'Två'],
  );
  const { blocks, text } = readingOf('Dag\t<p>Ett</p> <p>Två</p><br>Tre');
  assert.deepEqual(
    paragraphsOf(blocks[0]!.lines[0]!.cells![1]!, text).map((part) => part.text),
    ['Ett', 'Två', 'Tre'],
  );
});

test('chapters begin at numbered, bold or marked lines and not at sentences', () => {
  const { blocks } = readingOf('# Plan\n\n4.1 Fokusområden\n\nVi väljer följande.\n\n**Uppföljning**\n\n- Ett');
  assert.deepEqual(
    chaptersOf(blocks).map(({ title, blocks: under }) => [title, under.length]),
    [
      ['Plan', 0],
      ['Fokusområden', 1],
      ['Uppföljning', 1],
    ],
  );
});

test('a deeper bullet is a detail, a line without one goes on', () => {
  const { blocks } = readingOf('- Ett\noch mer\n - Detalj\n- Två');
  assert.deepEqual(
    pointsOf(linesOf(blocks)).map(({ text, details }) => [text, details]),
    [
      ['Ett och mer', ['Detalj']],
      ['Två', []],
    ],
  );
});
