import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { type DocumentTree, noteRef, paragraph, text } from '../tree/index.ts';
import { typstData } from './typst-data.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';

const tree: DocumentTree = {
  title: 'Noter i följd',
  author: 'Provregionen',
  language: 'sv',
  blocks: [paragraph('Två belägg.', noteRef(1), noteRef(2))],
  notes: [1, 2].map((number) => ({ number, content: [text(`Belägg ${number}`)] })),
};

test('two notes side by side are kept apart in every format, so that 1 and 2 never read as 12', () => {
  assert.match(writeHtml(tree), /<\/sup><sup class="note-mark">, <\/sup><sup/);
  const document = strFromU8(unzipSync(writeDocx(tree))['word/document.xml']!);
  assert.equal(document.match(/>, <\/w:t>/g)?.length, 1);
  assert.equal(typstData(tree).json.match(/"follows":true/g)?.length, 1);
});

test('a single note has no comma', () => {
  const single = { ...tree, blocks: [paragraph('Ett belägg.', noteRef(1), ' Ett till.', noteRef(2))] };
  assert.doesNotMatch(writeHtml(single), /note-mark">, /);
});
