import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPdf, type Pen } from '../../../../test/support/draw-pdf.ts';
import { readPdf } from './read-pdf.ts';

/** Draws cells below each other: each row so many points below the lines of the one before, the lines of a cell 14 points apart. */
function drawRows({ text }: Pen, rows: readonly (readonly (readonly string[])[])[], between: number): void {
  let y = 100;
  for (const row of rows) {
    const tallest = Math.max(...row.map((cell) => cell.length));
    for (const [column, cell] of row.entries())
      for (const [index, words] of cell.entries()) text(words, 60 + column * 190, y + index * 14, { size: 12 });
    y += (tallest - 1) * 14 + between;
  }
}

async function rowsOf(draw: (pen: Pen) => void): Promise<readonly (readonly string[])[]> {
  const source = await readPdf(await drawPdf(draw));
  assert.deepEqual(
    source.blocks.map(({ kind }) => kind),
    ['table'],
  );
  return source.blocks[0]!.lines.map((line) => line.cells!.map((cell) => cell.text.replaceAll('\n', ' ')));
}

const present = [
  [['Alva Ek'], ['områdeschef för den', 'nära vården']],
  [['Bo Lind'], ['chef för staben']],
  [['Cia Ahl Norin av', 'Askerby'], ['Norrvik']],
  [['Disa Bark'], ['Sundhamn']],
  [['Egon Ceder'], ['biträdande chef för', 'sjukhusen i länet']],
];
const read = present.map((row) => row.map((cell) => cell.join(' ')));

test('rows without borders, some with cells of several lines, are told by the distance between them', async () => {
  assert.deepEqual(await rowsOf((pen) => drawRows(pen, present, 18)), read);
});

test('lines under the heading row and the last row only part no other rows', async () => {
  const rows = await rowsOf((pen) => {
    for (const y of [120, 216]) pen.line(60, y, 450, y);
    drawRows(pen, present, 18);
  });
  assert.deepEqual(rows, read);
});

test('a cell that goes on below the others for many lines, or stands higher than the first of its row, stays in its table', async () => {
  const long = ['Beslut och beredning', ...Array.from({ length: 12 }, (_, index) => `Fördjupning nummer ${index + 1}`)];
  const rows = await rowsOf((pen) => {
    pen.text('Plats och', 250, 86, { size: 12 });
    drawRows(
      pen,
      [
        [['Dag'], ['innehåll']],
        [['Torsdag 5 mars'], long],
        [['Fredag 8 maj'], ['Digitalt']],
      ],
      19,
    );
  });
  assert.deepEqual(
    rows.map(([first, second]) => [first, second!.split(' ').length]),
    [
      ['Dag', 3],
      ['Torsdag 5 mars', 39],
      ['Fredag 8 maj', 1],
    ],
  );
});
