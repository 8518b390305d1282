import { type HostileFile, latin, utf8 } from './hostile-file.ts';
import { goodDocx } from './make-docx.ts';
import { goodPdf } from './make-pdf.ts';
import { makeZip } from './make-zip.ts';

const old = (streamName: string): Uint8Array =>
  Buffer.concat([
    latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    Buffer.alloc(2000),
    Buffer.from(streamName, 'utf16le'),
    Buffer.alloc(2000),
  ]);
const office = (main: string) =>
  makeZip([
    { name: '[Content_Types].xml', data: utf8('<x/>') },
    { name: main, data: utf8('<x/>') },
  ]);
const png = (width: number, height: number, more = ''): Uint8Array => {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'latin1');
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  head.set([8, 6, 0, 0, 0], 16);
  return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), head, latin(more)]);
};
export const goodText =
  'Kallelse till beredningen\n\nDatum: 2026-03-05\n\n1. Budget 2027\n2. Val av justerare\n\nBeredningen beslutar att anta planen.\n';
const refusedPicture = ['document.damaged', 'document.tooMuch', 'document.tooMuchMemory', 'read'] as const;

/** Files under wrong names, of formats that are refused, empty, too large, and texts that are none. */
export const otherHostile: readonly HostileFile[] = [
  { name: 'empty.pdf', bytes: () => new Uint8Array(), expect: ['document.empty'] },
  { name: 'too-large.docx', bytes: () => new Uint8Array(51_000_000), expect: ['document.tooLarge'] },
  { name: 'pdf-named.docx', bytes: goodPdf, expect: ['read'] },
  { name: 'docx-named.pdf', bytes: goodDocx, expect: ['read'] },
  { name: 'text-named.docx', bytes: () => utf8(goodText), expect: ['read'] },
  {
    name: 'web-page-named.pdf',
    bytes: () => utf8('<html><script>alert(1)</script></html>'),
    expect: ['document.formatNotRead'],
  },
  {
    name: 'program-named.pdf',
    bytes: () => latin('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'),
    expect: ['document.formatNotRead'],
  },
  { name: 'elf-named.docx', bytes: () => latin('\x7fELF\x02\x01\x01\0'), expect: ['document.formatNotRead'] },
  { name: 'old-word-named.docx', bytes: () => old('WordDocument'), expect: ['document.formatNotRead'] },
  { name: 'protected-office.docx', bytes: () => old('EncryptedPackage'), expect: ['document.encrypted'] },
  { name: 'spreadsheet.xlsx', bytes: () => office('xl/workbook.xml'), expect: ['document.formatNotRead'] },
  { name: 'slides.pptx', bytes: () => office('ppt/presentation.xml'), expect: ['document.formatNotRead'] },
  {
    name: 'archive.zip',
    bytes: () => makeZip([{ name: 'a.txt', data: utf8('a') }]),
    expect: ['document.formatNotRead'],
  },
  { name: 'rich.rtf', bytes: () => latin('{\\rtf1\\ansi x}'), expect: ['document.formatNotRead'] },
  { name: 'packed.gz', bytes: () => latin('\x1f\x8b\x08\0\0\0\0\0'), expect: ['document.formatNotRead'] },
  { name: 'film.mp4', bytes: () => latin('\0\0\0\x18ftypmp42'), expect: ['document.formatNotRead'] },
  { name: 'zero-bytes.txt', bytes: () => utf8(`${goodText}\0${goodText}`), expect: ['document.unknownFormat'] },
  {
    name: 'noise.bin',
    bytes: () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
    expect: ['document.unknownFormat'],
  },
  { name: 'western.txt', bytes: () => latin('Återrapportering till nämnden för vård och omsorg\n'), expect: ['read'] },
  {
    name: 'half-a-surrogate.txt',
    bytes: () => Buffer.from('\ufeffText \ud800 och \udc00 slut', 'utf16le'),
    expect: ['read'],
  },
  {
    name: 'odd-length-wide.txt',
    bytes: () => Buffer.concat([Buffer.from('\ufeffText', 'utf16le'), latin('x')]),
    expect: ['read'],
  },
  { name: 'overlong-utf8.txt', bytes: () => latin('abc \xc0\xaf \xed\xa0\x80 \xf8\x88 slut'), expect: ['read'] },
  {
    name: 'one-line-of-5mb.txt',
    bytes: () => utf8('a'.repeat(5_000_000)),
    expect: ['read', 'document.tooSlow', 'document.tooMuch'],
  },
  {
    name: 'too-many-characters.txt',
    bytes: () => utf8('ord och rad\n'.repeat(1_000_000)),
    expect: ['document.tooMuch', 'document.tooSlow', 'document.tooMuchMemory'],
  },
  { name: 'million-empty-lines.txt', bytes: () => utf8('\n'.repeat(1_000_000)), expect: ['read', 'document.tooSlow'] },
  {
    name: 'stars.txt',
    bytes: () => utf8(`${'*'.repeat(20_000)} a ${'**b '.repeat(20_000)}`),
    expect: ['read', 'document.tooSlow'],
  },
  { name: 'pipes.txt', bytes: () => utf8(`${'|'.repeat(20_000)}\n`.repeat(5)), expect: ['read', 'document.tooSlow'] },
  {
    name: 'marks-that-combine.txt',
    bytes: () => utf8(`a${'\u0301'.repeat(100_000)}\u202e\u200f slut`),
    expect: ['read', 'document.tooSlow'],
  },
  { name: 'picture-of-nothing.png', bytes: () => png(0, 0), expect: refusedPicture },
  { name: 'picture-100000-square.png', bytes: () => png(100_000, 100_000), expect: refusedPicture },
  { name: 'picture-cut-off.png', bytes: () => png(100, 100, '\0\0\0\x10IDAT'), expect: refusedPicture },
  {
    name: 'picture-cut-off.jpg',
    bytes: () => latin('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    expect: refusedPicture,
  },
  {
    name: 'picture-60000-square.jpg',
    bytes: () => latin('\xff\xd8\xff\xc0\0\x11\x08\xea\x60\xea\x60\x03\x01\x22\0\x02\x11\x01\x03\x11\x01'),
    expect: refusedPicture,
  },
];
