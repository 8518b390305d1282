import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWholly, spanOf } from '../tree/passage.ts';
import { flowOf, linesOf } from '../tree/recognise.ts';
import { readText } from './read-text.ts';

const read = (text: string) => readText(new TextEncoder().encode(text));
const kinds = (text: string) => read(text).blocks.map((block) => `${block.kind}${block.level || ''}`);
const reasons = (text: string) =>
  read(text).furniture.map((piece) => `${piece.reason} ${text.slice(piece.start, piece.end).trim()}`);

test('headings, prose, lists and tables become blocks; a blank line ends a block', () => {
  assert.deepEqual(kinds('# Rubrik\nText\nmer text\n\n- ett\n- två\n\na\tb\nc\td\n'), [
    'heading1',
    'paragraph',
    'list',
    'table',
  ]);
  assert.deepEqual(kinds('Inledning:\n1. ett\n2. två'), ['paragraph', 'list']);
});

test('marks are freed from the words and kept as emphasis', () => {
  const [block] = read('**Nr 1.** Att *göra* det ~~inte~~ <i>alls</i>').blocks;
  const words = block!.lines[0]!.words;
  assert.equal(words.text, 'Nr 1. Att göra det inte alls');
  const marked = (mark: 'bold' | 'italic' | 'struck') =>
    words.pieces.filter((piece) => piece[mark]).map((piece) => words.text.slice(piece.at, piece.at + piece.length));
  assert.deepEqual([marked('bold'), marked('italic'), marked('struck')], [['Nr 1.'], ['göra', 'alls'], ['inte']]);
});

test('a star between spaces is a star', () => {
  assert.equal(flowOf(read('5 * 3 = 15').blocks[0]!).text, '5 * 3 = 15');
});

test('tables drawn with pipes, underlined headings, ticks and escaped signs are read as what they show', () => {
  const source = read(
    'Rubrik\n======\n\nUnder\n---\n| a | b\\|c |\n|---|---|\n| **d** | e |\n\n- [x] ja\n- [ ] nej\n\n5 \\* 3 \\*',
  );
  assert.deepEqual(
    source.blocks.map(({ kind, level, lines }) => [
      kind + (level || ''),
      ...lines.map(({ words, cells }) => cells?.map((cell) => cell.text) ?? words.text),
    ]),
    [
      ['heading1', 'Rubrik'],
      ['heading2', 'Under'],
      ['table', ['a', 'b|c'], ['d', 'e']],
      ['list', '☒ ja', '☐ nej'],
      ['paragraph', '5 * 3 *'],
    ],
  );
  assert.deepEqual(kinds('| detta avsnitt stalls fragor |'), ['paragraph']);
});

test('a paragraph inside a cell begins a new line of it', () => {
  const [row] = read('Torsdag\t<p>Beslut:</p> <p>Information</p>').blocks[0]!.lines;
  assert.deepEqual(
    row!.cells!.map((cell) => cell.text),
    ['Torsdag', 'Beslut:\nInformation'],
  );
});

test('a mark may close on a later line of its block, never across a blank line', () => {
  const whole = read('*Kursiv rad ett\nrad två*');
  assert.deepEqual(whole.problems, []);
  assert.ok(whole.blocks[0]!.lines.every((line) => isWholly(line.words, 'italic')));
  const torn = read('*Kursiv rad ett\n\nrad två*');
  assert.deepEqual(
    torn.problems.map(({ code, source }) => [code, source?.line]),
    [
      ['brokenMark', 1],
      ['brokenMark', 3],
    ],
  );
});

test('broken marks on lines that follow each other are one problem', () => {
  assert.deepEqual(
    read('- ett*\n- två*\n- tre*').problems.map(({ source }) => source?.line),
    [1],
  );
});

test('contents are furniture, also over a page break, and tell the headings', () => {
  const source = read('Innehåll\n\n1.\tInledning.....\t4\n2.1\t<i>Uppdrag</i>\t5\n\nBilaga\t10\n\nFörord\n');
  assert.deepEqual(
    source.contents.map(({ number, title, page }) => [number, title, page]),
    [
      ['1.', 'Inledning', 4],
      ['2.1', 'Uppdrag', 5],
      [undefined, 'Bilaga', 10],
    ],
  );
  assert.deepEqual(
    source.blocks.map((block) => flowOf(block).text),
    ['Förord'],
  );
});

test('page numbers, dividers, address blocks and divider pages are furniture with their reason', () => {
  assert.deepEqual(reasons('text\n\n48 (77)\n\n---\n\nmer'), ['pageNumber 48 (77)', 'divider ---']);
  assert.deepEqual(reasons('Postadress\nBox 1\n\nText'), ['addressBlock Postadress', 'addressBlock Box 1']);
  assert.deepEqual(reasons('4. Lång rubrik\n\nText\n\n4\n\nLång rubrik\n\n20XX123\n\nOrgan'), [
    'dividerPage 4',
    'dividerPage Lång rubrik',
    'dividerPage 20XX123',
  ]);
  assert.deepEqual(reasons('Text\n\n4\n\nNågot annat'), []);
});

test('a header block that comes back on the next page is furniture the second time', () => {
  const header =
    'Tjänsteställe, handläggare\nStaben\n\nSammanträdesdatum\n2024-02-01\n\nFöredragningsPM\nDnr: 24XX100\n';
  const source = read(`${header}\nText ett\n\n${header}\nText två`);
  assert.equal(source.furniture.filter((piece) => piece.reason === 'repeatedHeader').length, 6);
  assert.equal(read(`${header}\nText\n\n${header.replace('24XX100', '24XX200')}`).furniture.length, 0);
});

test('running heads come back page after page, numbers aside', () => {
  const page = (number: number) => `\fNämnden ${number} (4)\n\nText nummer ${'abcd'[number - 1]}\n`;
  const source = read([1, 2, 3, 4].map(page).join(''));
  assert.deepEqual(
    source.furniture.map((piece) => piece.reason),
    Array(4).fill('runningHead'),
  );
  assert.equal(source.pages, 5);
});

test('line numbers count CRLF, LF and CR', () => {
  assert.deepEqual(
    linesOf(read('ett\r\ntvå\ntre\rfyra').blocks).map((line) => line.span.line),
    [1, 2, 3, 4],
  );
});

test('bytes that are not UTF-8 are read as Windows-1252 and that is told', () => {
  const source = readText(Uint8Array.from([0x6e, 0xe4, 0x6d, 0x6e, 0x64]));
  assert.equal(source.text, 'nämnd');
  assert.deepEqual(
    source.problems.map((problem) => problem.code),
    ['encodingGuessed'],
  );
  assert.equal(readText(Uint8Array.from([0xff, 0xfe, 0x61, 0x00])).text.replace('\ufeff', ''), 'a');
});

test('a byte order mark stays in the text, so that offsets are those of the text', () => {
  const source = readText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]));
  assert.equal(source.text, '\ufeffa');
  assert.equal(source.blocks[0]?.lines[0]?.words.text, 'a');
});

test('every piece of every line is the same letters in the source', () => {
  const mark = fc.constantFrom('*', '**', '***', '~~', '<i>', '</i>', '<p>', '- ', '1. ', '\t', '\n', '\r\n', ' ');
  const text = fc
    .array(fc.oneof(mark, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (any) => {
      const source = read(any);
      for (const line of linesOf(source.blocks))
        for (const words of [line.words, ...(line.cells ?? [])])
          for (const piece of words.pieces) {
            assert.equal(
              words.text.slice(piece.at, piece.at + piece.length),
              source.text.slice(piece.source, piece.source + piece.length),
            );
            const span = spanOf(words)!;
            assert.ok(span.start >= line.span.start && span.end <= line.span.end);
          }
    }),
    { numRuns: 300 },
  );
});
