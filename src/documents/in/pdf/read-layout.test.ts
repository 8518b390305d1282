import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPdf, type Pen, turnPage } from '../../../../test/support/draw-pdf.ts';
import type { SourceDocument } from '../../tree/source.ts';
import { readPdf } from './read-pdf.ts';

const prose =
  'Nämnden har under året följt arbetet med en nära vård och konstaterar att flera delar återstår att genomföra före sommaren';

/** Draws words as lines of a paragraph, so many letters wide, and says where the next line would stand. */
function fill(draw: (words: string, y: number) => void, words: string, letters: number, y: number): number {
  const lines: string[] = [''];
  for (const word of words.split(' ')) {
    if (lines.at(-1)!.length + word.length > letters) lines.push('');
    lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  for (const [index, line] of lines.entries()) draw(line, y + index * 13);
  return y + lines.length * 13;
}

const blocks = (source: SourceDocument) =>
  source.blocks.map(({ kind, lines }) => [kind, lines.map((line) => line.words.text).join('|')]);

test('two columns are read one after the other, and what runs over both parts them', async () => {
  const left = `Vänster. ${prose}. ${prose}. ${prose}.`;
  const right = `Höger. ${prose}. ${prose}. ${prose}.`;
  const source = await readPdf(
    await drawPdf(({ text }) => {
      text('Rubrik över båda', 60, 80, { size: 18, bold: true });
      fill((words, y) => text(words, 60, y), left, 42, 120);
      fill((words, y) => text(words, 310, y), right, 42, 120);
    }),
  );
  assert.deepEqual(blocks(source), [
    ['heading', 'Rubrik över båda'],
    ['paragraph', left],
    ['paragraph', right],
  ]);
});

test('words with a line through them are struck, and an underline strikes nothing', async () => {
  const source = await readPdf(
    await drawPdf(({ text, line }) => {
      text('Alva Ek, Bo Lind och Cia Ahl', 60, 100);
      line(60, 96.8, 92, 96.8);
      text('Understruket', 60, 140);
      line(60, 141.5, 120, 141.5);
    }),
  );
  const struck = source.blocks.flatMap(({ lines }) =>
    lines.flatMap(({ words }) =>
      words.pieces.filter((piece) => piece.struck).map((piece) => words.text.slice(piece.at, piece.at + piece.length)),
    ),
  );
  assert.deepEqual(
    struck.map((words) => words.trim()),
    ['Alva Ek'],
  );
});

test('a table with drawn lines keeps its rows, also when a cell has several lines', async () => {
  const source = await readPdf(
    await drawPdf(({ text, line }) => {
      for (const y of [90, 110, 145, 165]) line(60, y, 500, y);
      for (const x of [60, 200, 350, 500]) line(x, 90, x, 165);
      text('Uppdrag', 64, 104, { bold: true });
      text('Status', 204, 104, { bold: true });
      text('Klart', 354, 104, { bold: true });
      text('Ta fram en plan', 64, 124);
      text('Pågår enligt den plan', 204, 124);
      text('som är beslutad', 204, 137);
      text('2026-06-30', 354, 124);
      text('Följ upp målen', 64, 159);
      text('Avslutat', 354, 159);
    }),
  );
  const rows = source.blocks[0]!.lines.map((line) => line.cells!.map((cell) => cell.text.replace('\n', ' ')));
  assert.equal(source.blocks[0]!.kind, 'table');
  assert.deepEqual(rows, [
    ['Uppdrag', 'Status', 'Klart'],
    ['Ta fram en plan', 'Pågår enligt den plan som är beslutad', '2026-06-30'],
    ['Följ upp målen', '', 'Avslutat'],
  ]);
});

test('a table without lines is known by its gaps, and the text around it stays text', async () => {
  const source = await readPdf(
    await drawPdf(({ text }) => {
      fill((words, y) => text(words, 60, y), `${prose}.`, 85, 80);
      [
        ['Askerby', '696', '71 %'],
        ['Norrvik', '1 190', '52 %'],
        ['Sundhamn', '343', '63 %'],
      ].forEach((row, index) => {
        for (const [column, cell] of row.entries()) text(cell, 60 + column * 110, 130 + index * 16);
      });
      fill((words, y) => text(words, 60, y), `${prose}.`, 85, 200);
    }),
  );
  assert.deepEqual(
    source.blocks.map((block) => [block.kind, block.lines.length]),
    [
      ['paragraph', 1],
      ['table', 3],
      ['paragraph', 1],
    ],
  );
  assert.deepEqual(
    source.blocks[1]!.lines[1]!.cells!.map((cell) => cell.text),
    ['Norrvik', '1 190', '52 %'],
  );
});

test('heads, feet and page numbers are furniture, and no sentence has them in its middle', async () => {
  const page =
    (number: number, words: string) =>
    ({ text }: Pen) => {
      text('Vård- och omsorgsnämnden', 60, 40, { size: 8 });
      text(`Sida ${number} (3)`, 480, 40, { size: 8 });
      fill((line, y) => text(line, 60, y), words, 85, 100);
      text('Justerandes signatur', 60, 810, { size: 8 });
    };
  const source = await readPdf(
    await drawPdf(
      page(
        1,
        `${prose}. ${prose} samt att nämnden i sin tur, efter samråd med de beredningar och utskott som berörs, ska`,
      ),
      page(2, `återkomma till fullmäktige. ${prose}.`),
      page(3, `${prose}.`),
    ),
  );
  const text = source.blocks.map((block) => block.lines.map((line) => line.words.text).join(' ')).join('\n');
  assert.match(text, /utskott som berörs, ska återkomma till fullmäktige/);
  assert.doesNotMatch(text, /Sida|Justerandes|omsorgsnämnden/);
  assert.equal(source.furniture.filter(({ reason }) => reason === 'runningHead').length >= 6, true);
});

test('a word hyphenated over the line is made whole, and a hyphen of its own stays', async () => {
  const source = await readPdf(
    await drawPdf(({ text }) => {
      text('Granskningen visar flera skillnader mellan de orter som har en gemensam hälso-', 60, 100);
      text('och sjukvård. Nämnden ser en tydlig avvikelse i den uppföljning av kommunens av-', 60, 113);
      text('saknad av rutiner som redovisas i ärendet, och förvaltningen har skickat ett e-', 60, 126);
      text('postmeddelande.', 60, 139);
    }),
  );
  const [[, words]] = blocks(source) as [[string, string]];
  assert.match(words, /hälso- och sjukvård/);
  assert.match(words, /kommunens avsaknad/);
  assert.match(words, /ett e-postmeddelande\.$/);
});

test('a heading that runs over two lines is one heading, and larger headings have lower levels', async () => {
  const source = await readPdf(
    await drawPdf(({ text }) => {
      text('Årsredovisning', 60, 70, { size: 22, bold: true });
      text('Uppföljning av nämndens uppdrag under året och', 60, 110, { size: 14, bold: true });
      text('förslag till fortsatt arbete', 60, 127, { size: 14, bold: true });
      fill((words, y) => text(words, 60, y), `${prose}. ${prose}.`, 85, 150);
      text('§ 12 Fastställande av dagordning', 60, 230, { bold: true });
      fill((words, y) => text(words, 60, y), `${prose}.`, 85, 250);
    }),
  );
  assert.deepEqual(
    source.blocks.filter(({ kind }) => kind === 'heading').map(({ level, lines }) => [level, lines[0]!.words.text]),
    [
      [1, 'Årsredovisning'],
      [2, 'Uppföljning av nämndens uppdrag under året och förslag till fortsatt arbete'],
      [3, '§ 12 Fastställande av dagordning'],
    ],
  );
});

test('a turned page is read upright, and its words have boxes on the page as it is shown', async () => {
  const source = await readPdf(await drawPdf((pen) => turnPage(pen, ['Första raden är här', 'andra raden är här'])));
  assert.equal(
    source.blocks.map((block) => block.lines.map((line) => line.words.text).join(' ')).join(' '),
    'Första raden är här andra raden är här',
  );
  assert.deepEqual(source.pageSizes, [{ number: 1, width: 842, height: 595 }]);
  const { box } = source.places![0]!;
  assert.ok(box.width > box.height * 4, 'the box lies along the words');
});

test('items of a list keep their markers, their wrapped lines and their level', async () => {
  const source = await readPdf(
    await drawPdf(({ text }) => {
      text('Nämnden beslutar', 60, 100);
      text('1.', 70, 120);
      text('att godkänna den redovisning som har lämnats av förvaltningen för hälsa, vård och', 90, 120);
      text('omsorg, samt', 90, 133);
      text('2.', 70, 146);
      text('att förklara paragrafen omedelbart justerad.', 90, 146);
    }),
  );
  assert.deepEqual(
    source.blocks[1]!.lines.map((line) => [line.marker, line.words.text]),
    [
      [
        { kind: 'number', number: 1 },
        'att godkänna den redovisning som har lämnats av förvaltningen för hälsa, vård och omsorg, samt',
      ],
      [{ kind: 'number', number: 2 }, 'att förklara paragrafen omedelbart justerad.'],
    ],
  );
});
