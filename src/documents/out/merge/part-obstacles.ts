import type { Localized } from '../../../kernel/language.ts';
import { inflateStream } from './inflate-stream.ts';
import { MalformedPdf } from './parse-value.ts';
import { PdfSource } from './pdf-source.ts';
import { isReference, textOfString } from './pdf-value.ts';

/**
 * Why a file cannot be part of a conforming package, with what to do. A row means that the package would lose its standard (or the part something
 * it holds) if the file were taken in; it does not mean that the file is a bad one.
 */
export const partObstacles = {
  unreadable: {
    sv: 'filen går inte att läsa som PDF; spara om den från programmet den kommer ur',
    en: 'the file cannot be read as PDF; save it again from the program it comes from',
  },
  encrypted: { sv: 'filen är låst; ta bort lösenordet', en: 'the file is locked; remove its password' },
  notTagged: {
    sv: 'filen är inte taggad; spara den som tillgänglig PDF',
    en: 'the file is not tagged; save it as an accessible PDF',
  },
  notAccessible: {
    sv: 'filen säger inte att den är tillgänglig (PDF/UA-1)',
    en: 'the file does not say that it is accessible (PDF/UA-1)',
  },
  notArchival: {
    sv: 'filen säger inte att den är arkivbeständig (PDF/A)',
    en: 'the file does not say that it is archival (PDF/A)',
  },
  noLanguage: { sv: 'filen anger inget språk', en: 'the file does not give its language' },
  otherColours: {
    sv: 'filens färger är beskrivna för tryck och inte för skärm',
    en: 'the colours of the file are described for print and not for screens',
  },
  form: {
    sv: 'filen är ett ifyllbart formulär; skriv ut det till PDF',
    en: 'the file is a form to fill in; print it to PDF',
  },
  layers: { sv: 'filen har lager som kan döljas', en: 'the file has layers that can be hidden' },
  attachments: { sv: 'filen har egna bilagor inuti sig', en: 'the file has attachments of its own inside it' },
  script: { sv: 'filen innehåller skript', en: 'the file contains a script' },
} as const satisfies Record<string, Localized>;

export type PartObstacle = keyof typeof partObstacles;

/**
 * The parts of PDF/A of which a file may be. What PDF/A-1 allows, PDF/A-2 allows too; PDF/A-3 adds attachments alone, and those are an obstacle of
 * their own. Level A adds tags, language and text that can be read to level B, and PDF/UA-1, which a part must be, asks for all of these.
 */
const archivalParts = '[123]';

/** Why a file cannot be part of a package; undefined when it can. */
export function obstacleOf(bytes: Uint8Array): PartObstacle | undefined {
  try {
    return obstacleIn(new PdfSource(bytes));
  } catch (error) {
    if (error instanceof MalformedPdf) return 'unreadable';
    throw error;
  }
}

/**
 * Reads what a file says of itself; that it holds what it says is for the check of the whole (`check-pdf.ts`) or, for files of others, for the
 * one who takes them in.
 */
export function obstacleIn(source: PdfSource): PartObstacle | undefined {
  if (source.trailer.has('/Encrypt')) return 'encrypted';
  const { catalog } = source;
  const marks = source.dictionary(catalog.get('/MarkInfo'));
  if (source.value(marks?.get('/Marked')) !== 'true' || !source.dictionary(catalog.get('/StructTreeRoot')))
    return 'notTagged';
  const xmp = metadataOf(source);
  if (!says(xmp, 'pdfuaid:part', '1')) return 'notAccessible';
  if (!says(xmp, 'pdfaid:part', archivalParts)) return 'notArchival';
  if (!textOfString(source.value(catalog.get('/Lang')))) return 'noLanguage';
  if (coloursOf(source) !== 3) return 'otherColours';
  if (source.members(source.dictionary(catalog.get('/AcroForm'))?.get('/Fields')).length > 0) return 'form';
  if (catalog.has('/OCProperties')) return 'layers';
  const names = source.dictionary(catalog.get('/Names'));
  if (names?.has('/EmbeddedFiles') || catalog.has('/AF')) return 'attachments';
  if (names?.has('/JavaScript') || catalog.has('/AA') || opensWithScript(source)) return 'script';
  return undefined;
}

function metadataOf(source: PdfSource): string {
  const place = source.catalog.get('/Metadata');
  if (!isReference(place)) return '';
  const { dictionary, data } = source.object(place.object);
  return dictionary && data ? inflateStream(dictionary, data).toString('utf8') : '';
}

function says(xmp: string, property: string, value: string): boolean {
  return new RegExp(`${property}(?: xmlns:\\w+="[^"]*")*(?:>|=["'])${value}[<"']`).test(xmp);
}

/** How many colours the file's own description of its colour space has: three for screens, four for print. */
function coloursOf(source: PdfSource): number {
  const [intent] = source.members(source.catalog.get('/OutputIntents'));
  const profile = source.dictionary(intent)?.get('/DestOutputProfile');
  return Number(source.value(source.dictionary(profile)?.get('/N')));
}

function opensWithScript(source: PdfSource): boolean {
  return source.dictionary(source.catalog.get('/OpenAction'))?.get('/S') === '/JavaScript';
}
