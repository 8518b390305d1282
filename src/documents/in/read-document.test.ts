import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { readDocument } from './read-document.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const read = (fileName: string, content: Uint8Array) => readDocument({ fileName, bytes: content });

test('text is read, whatever its name', async () => {
  assert.equal((await read('x.bin', bytes('Kallelse\n'))).blocks.length, 1);
});

test('a text that is named as something else is read, and that is said', async () => {
  const { problems } = await read('kallelse.docx', bytes('Kallelse\n'));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['mislabelled'],
  );
  assert.deepEqual((await read('kallelse.md', bytes('Kallelse\n'))).problems, []);
});

test('a text that begins like a program is a text', async () => {
  for (const text of ['MZ är en förkortning.', 'BZh och annat', 'II*'])
    assert.equal((await read('x.txt', bytes(text))).text, text);
});

const parts = (names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, bytes('<x/>')])), { level: 0 });
const old = (stream: string) =>
  bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(500)}${[...stream].join('\0')}\0\0`);

for (const [what, content, code] of [
  ['nothing', bytes(''), 'document.empty'],
  ['control characters', Uint8Array.from(Array(100).fill(1)), 'document.unknownFormat'],
  ['a text with a zero byte far in', bytes(`${'Text. '.repeat(4000)}\0`), 'document.unknownFormat'],
  ['an archive that is cut off', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0]), 'document.damaged'],
  ['an archive of files', parts(['a.txt']), 'document.formatNotRead'],
  ['a spreadsheet', parts(['[Content_Types].xml', 'xl/workbook.xml']), 'document.formatNotRead'],
  ['slides', parts(['[Content_Types].xml', 'ppt/presentation.xml']), 'document.formatNotRead'],
  ['an older Word document', old('WordDocument'), 'document.formatNotRead'],
  ['a protected document', old('EncryptedPackage'), 'document.encrypted'],
  ['a web page', bytes('\n<!DOCTYPE html><title>x</title>'), 'document.formatNotRead'],
  ['rich text', bytes('{\\rtf1 x}'), 'document.formatNotRead'],
  ['a program', bytes('MZ\x90\0\x03\0\0\0'), 'document.formatNotRead'],
] as const)
  test(`${what} is refused with the reason`, async () => {
    await assert.rejects(read('fil', content), (error: { code: string; message: string }) => {
      assert.equal(error.code, code);
      assert.doesNotMatch(error.message, /\{\w+\}/, 'every place of the sentence is filled');
      return true;
    });
  });
