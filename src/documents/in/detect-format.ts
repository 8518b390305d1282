import type { Localized } from '../../kernel/language.ts';
import { readZipDirectory } from './zip-directory.ts';

const saveAsDocument: Localized = {
  sv: 'Spara den som PDF eller DOCX och läs in den.',
  en: 'Save it as PDF or DOCX and import that.',
};
const unpackFirst: Localized = {
  sv: 'Packa upp den och läs in filerna i den.',
  en: 'Unpack it and import the files in it.',
};
const saveAsPicture: Localized = {
  sv: 'Spara den som PDF, PNG eller JPEG och läs in den.',
  en: 'Save it as PDF, PNG or JPEG and import that.',
};
const chooseDocument: Localized = { sv: 'Välj ett dokument i stället.', en: 'Choose a document instead.' };

/** What a file can turn out to be. Those with a remedy are recognised so that the refusal can say what they are and what to do. */
export const fileFormats = {
  text: { name: { sv: 'text', en: 'text' } },
  pdf: { name: { sv: 'en PDF-fil', en: 'a PDF file' } },
  docx: { name: { sv: 'ett Word-dokument (DOCX)', en: 'a Word document (DOCX)' } },
  odt: { name: { sv: 'ett OpenDocument-dokument (ODT)', en: 'an OpenDocument text (ODT)' } },
  png: { name: { sv: 'en bild (PNG)', en: 'a picture (PNG)' } },
  jpeg: { name: { sv: 'en bild (JPEG)', en: 'a picture (JPEG)' } },
  doc: {
    name: { sv: 'ett Word-dokument av äldre slag (DOC)', en: 'a Word document of the older kind (DOC)' },
    remedy: saveAsDocument,
  },
  encryptedOffice: { name: { sv: 'ett skyddat Office-dokument', en: 'a protected Office document' } },
  oldOffice: {
    name: { sv: 'ett Office-dokument av äldre slag', en: 'an Office document of the older kind' },
    remedy: saveAsDocument,
  },
  xlsx: { name: { sv: 'ett kalkylblad (Excel)', en: 'a spreadsheet (Excel)' }, remedy: saveAsDocument },
  pptx: { name: { sv: 'ett bildspel (PowerPoint)', en: 'a slide show (PowerPoint)' }, remedy: saveAsDocument },
  otherOpenDocument: {
    name: { sv: 'ett OpenDocument av annat slag än text', en: 'an OpenDocument of another kind than text' },
    remedy: saveAsDocument,
  },
  rtf: { name: { sv: 'ett RTF-dokument', en: 'an RTF document' }, remedy: saveAsDocument },
  html: { name: { sv: 'en webbsida (HTML)', en: 'a web page (HTML)' }, remedy: saveAsDocument },
  postScript: { name: { sv: 'en PostScript-fil', en: 'a PostScript file' }, remedy: saveAsDocument },
  archive: { name: { sv: 'ett arkiv med packade filer', en: 'an archive of packed files' }, remedy: unpackFirst },
  picture: {
    name: { sv: 'en bild i ett format som inte kan läsas', en: 'a picture in a format that is not read' },
    remedy: saveAsPicture,
  },
  program: { name: { sv: 'ett program', en: 'a program' }, remedy: chooseDocument },
  media: { name: { sv: 'ljud eller film', en: 'sound or film' }, remedy: chooseDocument },
  unknown: { name: { sv: 'av okänt slag', en: 'of an unknown kind' } },
} as const satisfies Record<string, { readonly name: Localized; readonly remedy?: Localized }>;
export type FileFormat = keyof typeof fileFormats;

/** What files of these formats begin with. Asked in order. */
const beginnings: readonly (readonly [signature: string | readonly number[], format: FileFormat, at?: number])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  [[0xff, 0xd8, 0xff], 'jpeg'],
  ['{\\rtf', 'rtf'],
  ['%!PS', 'postScript'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  [[0x1f, 0x8b], 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ', 'archive'],
  ['ustar', 'archive', 257],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['\0\0\0\x0cjP', 'picture'],
  ['WEBP', 'picture', 8],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  [[0xca, 0xfe, 0xba, 0xbe], 'program'],
  [[0xcf, 0xfa, 0xed, 0xfe], 'program'],
  ['\0asm', 'program'],
  ['ID3', 'media'],
  ['OggS', 'media'],
  ['RIFF', 'media'],
  ['ftyp', 'media', 4],
];

/** What a file is, told by its bytes alone: a name is written by people and a media type by programs that look at the name. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  const head = latin1(bytes.subarray(0, 1024));
  // Some programs write a few bytes before the sign of a PDF; readers have always looked for it in the first thousand.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return packedFormat(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOfficeFormat(bytes);
  const found = beginnings.find(([signature, , at = 0]) =>
    head.startsWith(typeof signature === 'string' ? signature : String.fromCharCode(...signature), at),
  );
  // Two letters may begin a sentence ("MZ", "BZh"): what is text throughout is text.
  if (found) return typeof found[0] === 'string' && found[0].length < 4 && !isBinary(bytes) ? 'text' : found[1];
  if (/^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html[\s>])/i.test(head)) return 'html';
  return isBinary(bytes) ? 'unknown' : 'text';
}

/** Which packed format: told by the parts that each of them must have. */
function packedFormat(bytes: Uint8Array): FileFormat {
  const entries = readZipDirectory(bytes);
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return 'docx';
    if ([...names].some((name) => name.startsWith('xl/'))) return 'xlsx';
    if ([...names].some((name) => name.startsWith('ppt/'))) return 'pptx';
    // A document may name its main part otherwise; the reader follows its relations.
    if (names.has('_rels/.rels') && [...names].some((name) => name.startsWith('word/'))) return 'docx';
  }
  const type = entries.find(({ name, method }) => name === 'mimetype' && method === 0);
  const media = type && latin1(bytes.subarray(type.start, type.start + Math.min(type.packed, 100)));
  if (media === 'application/vnd.oasis.opendocument.text') return 'odt';
  return media?.startsWith('application/vnd.oasis.opendocument') ? 'otherOpenDocument' : 'archive';
}

/** The older Office formats and protected new ones are small file systems; the names of the streams in them tell which. */
function oldOfficeFormat(bytes: Uint8Array): FileFormat {
  const names = latin1(bytes).replaceAll('\0', '');
  if (names.includes('EncryptedPackage')) return 'encryptedOffice';
  return names.includes('WordDocument') ? 'doc' : 'oldOffice';
}

/** Text has no zero bytes outside UTF-16, and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return false;
  const head = bytes.subarray(0, 8192);
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return bytes.includes(0) || controls > head.length / 50;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The endings of names that say which format a file should have. */
const endings: Readonly<Record<string, FileFormat>> = {
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  txt: 'text',
  md: 'text',
};

/** What a file ought to be by its name, when the name says so. */
export function formatByName(fileName: string): FileFormat | undefined {
  return endings[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
}
