import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

const megabyte = 1_000_000;

/**
 * How much of everything one file may have before it is refused. A paper of a region is far below each of these: the largest meeting bundle we
 * know has some hundred pages and three million characters. What is above is made to do harm, or is no paper.
 */
export const readingLimits = {
  /** Bytes of the file as it was handed in, unless `KANSLI_MAX_FILE_MB` says otherwise. */
  fileBytes: 50 * megabyte,
  /** Entries in a packed file (DOCX, ODT). */
  zipEntries: 5_000,
  /** Bytes of one entry unpacked, as it says of itself and as it turns out. */
  entryBytes: 64 * megabyte,
  /** Bytes of all entries unpacked, as they say of themselves. */
  unpackedBytes: 256 * megabyte,
  /** Elements inside each other in one XML part. */
  xmlDepth: 256,
  /** Elements in one XML part. */
  xmlElements: 2_000_000,
  /** Characters of the value of one attribute. */
  attributeCharacters: 1_000_000,
  pages: 2_000,
  /** Pixels of one picture that is to be read: an A3 sheet at 600 dots per inch has 70 million. */
  imagePixels: 80_000_000,
  textCharacters: 10_000_000,
  blocks: 200_000,
  tableCells: 500_000,
} as const;
export type ReadingLimit = keyof typeof readingLimits;

/** What is counted by a limit, as the refusal names it. */
const countedThings: Readonly<Partial<Record<ReadingLimit, Localized>>> = {
  zipEntries: { sv: 'filer inuti sig', en: 'files inside it' },
  xmlDepth: { sv: 'nivåer av element inuti varandra', en: 'levels of elements inside each other' },
  xmlElements: { sv: 'element', en: 'elements' },
  attributeCharacters: { sv: 'tecken i ett enda attribut', en: 'characters in a single attribute' },
  imagePixels: { sv: 'bildpunkter i en bild', en: 'pixels in a picture' },
  textCharacters: { sv: 'tecken text', en: 'characters of text' },
  blocks: { sv: 'stycken', en: 'paragraphs' },
  tableCells: { sv: 'tabellceller', en: 'table cells' },
};

/** Refuses a document that has more of something than its limit. A reader calls it while it counts, not afterwards. */
export function holdLimit(
  name: ReadingLimit,
  count: number,
  limits: Readonly<Record<ReadingLimit, number>> = readingLimits,
) {
  const limit = limits[name];
  if (count <= limit) return;
  if (name === 'fileBytes') throw new AppError('document.tooLarge', { megabytes: Math.floor(limit / megabyte) });
  if (name === 'entryBytes' || name === 'unpackedBytes')
    throw new AppError('document.unpacksTooLarge', { megabytes: Math.floor(limit / megabyte) });
  if (name === 'pages') throw new AppError('document.tooManyPages', { limit });
  throw new AppError('document.tooMuch', { limit, what: countedThings[name] ?? { sv: 'delar', en: 'parts' } });
}

/** What the process that reads may use. Time is that of a clock on the wall, so that a process that waits is ended too. */
export const processLimits = {
  /** Seconds for a file, and more for each megabyte; pages that are read as pictures get `secondsPerPicture` each. */
  seconds: 20,
  secondsPerMegabyte: 1,
  secondsPerPicture: 15,
  /** Seconds without a sign of progress after which the process is taken for stuck, in reading and in reading of pictures. */
  silentSeconds: 20,
  silentPictureSeconds: 60,
  /** Seconds of processor that a process may use in its life: it ends by itself when the one that started it is gone. */
  processorSeconds: 3_600,
  heapMegabytes: 512,
  /** Writable memory, heap and buffers, as the kernel counts it (Linux with `prlimit`). */
  dataMegabytes: 1_500,
  /** Memory in use, as it is measured from outside every fifth of a second. */
  residentMegabytes: 1_200,
  /** Memory that a process may keep when it has answered: with more it makes room, so that the next file is not blamed for the one before. */
  restingMegabytes: 350,
  openFiles: 128,
  /** Bytes of one answer. */
  answerBytes: 64 * megabyte,
  /** Files that one process reads before a fresh one takes its place. */
  files: 200,
} as const;
export type ProcessLimits = { readonly [Name in keyof typeof processLimits]: number };
