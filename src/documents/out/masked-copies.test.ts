import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { isLongRun } from '../../../test/support/long-run.ts';
import { isInstalled } from '../../../test/support/paper-formats.ts';
import { assertConformingPdf } from '../../../test/support/pdf.ts';
import { maskText, wordsLeftIn } from '../tree/index.ts';
import { closePdfPool, documentFormats, findLeftWords, writeDocument } from './index.ts';

after(closePdfPool);

const copies = isLongRun ? 500 : 10;
const provision = 'OSL 25 kap. 1 §';
const folder = mkdtempSync(join(tmpdir(), 'kansli-masked-'));
after(() => rmSync(folder, { recursive: true }));

/** A document of which ten places are masked, with names that stand nowhere else. */
function paperOf(number: number) {
  const words = Array.from({ length: 5 }, (_, at) => `Zebrafink${String.fromCharCode(97 + (number % 26), 97 + at)}ora`);
  const told = words.map((word, at) => `Punkt ${at}. ${word} bor på ${word}gatan.`).join('\n\n');
  const { blocks, masks } = maskText(`Handling ${number}\n\n${told}\n\nBeslut: att avslå.`, {
    words,
    paragraphs: [],
    provision,
  });
  const tree = { title: `Handling ${number}`, author: 'Provregionen', language: 'sv', blocks } as const;
  return { words, masks, tree };
}

/** What the program that most people take for this gets out of a PDF. */
function extracted(bytes: Uint8Array): string {
  const file = join(folder, 'one.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', [file, '-']).toString('utf8');
}

test('C9: nothing masked is in any format of a masked copy, by our own scan or by pdftotext', async () => {
  let masks = 0;
  for (let number = 0; number < copies; number += 1) {
    const { words, tree, masks: here } = paperOf(number);
    masks += here;
    for (const format of documentFormats) {
      const { bytes } = await writeDocument(tree, format);
      assert.deepEqual(findLeftWords(bytes, words), [], `${format} of ${number}`);
      if (format !== 'pdf') continue;
      if (number === 0) await assertConformingPdf(bytes);
      if (isInstalled('pdftotext')) {
        const said = extracted(bytes);
        assert.deepEqual(wordsLeftIn([said], words), []);
        assert.match(said, /maskat: OSL 25 kap. 1 §/);
      }
    }
  }
  assert.equal(masks, copies * 10);
});

test('control: a black box that is drawn over a word hides nothing, and the scan says so', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 200]);
  page.drawText('Om Zebrafinkora och andra', { x: 20, y: 100, font: await pdf.embedFont(StandardFonts.Helvetica) });
  page.drawRectangle({ x: 30, y: 90, width: 200, height: 30, color: rgb(0, 0, 0) });
  assert.deepEqual(findLeftWords(await pdf.save(), ['Zebrafinkora', 'Åsnefot']), ['Zebrafinkora']);
});

test('control: a word in the description, in an attribute or cut into runs is found', async () => {
  const pdf = await PDFDocument.create();
  pdf.setKeywords(['Zebrafinkora']);
  pdf.addPage();
  assert.deepEqual(findLeftWords(await pdf.save({ useObjectStreams: false }), ['Zebrafinkora']), ['Zebrafinkora']);
  const tree = { ...paperOf(1).tree, title: 'Om Zebrafinkora' };
  for (const format of ['docx', 'html', 'json'] as const)
    assert.deepEqual(
      findLeftWords((await writeDocument(tree, format)).bytes, ['Zebrafinkora']),
      ['Zebrafinkora'],
      format,
    );
});
