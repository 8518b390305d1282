import { AppError } from '../../../kernel/errors.ts';
import { holdLimit } from '../limits.ts';
import { type Archive, openArchive } from '../open-archive.ts';
import { parseXml, type XmlElement } from '../xml/parse-xml.ts';

const transitional = 'http://schemas.openxmlformats.org';
/** The namespaces of SpreadsheetML, of files that Excel writes and of files in the strict form of ISO/IEC 29500. */
const namespaces: ReadonlyMap<string, string> = new Map([
  [`${transitional}/spreadsheetml/2006/main`, 's'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 's'],
]);

/** The cells of the first sheet of a spreadsheet, as text: numbers as they are kept, days as days. Formulas are never reckoned, only what they gave. */
export function readXlsx(bytes: Uint8Array): readonly (readonly string[])[] {
  const archive = openArchive(bytes);
  const name = [...archive.names].filter((one) => /^xl\/worksheets\/[^/]+\.xml$/u.test(one)).toSorted(bySheetNumber)[0];
  if (name === undefined) throw new AppError('document.damaged');
  const shared = sharedTexts(archive);
  const days = dayStyles(archive);
  const sheet = find(partOf(archive, name), 's:sheetData');
  if (!sheet) throw new AppError('document.damaged');
  const rows: string[][] = [];
  let cells = 0;
  for (const row of childrenOf(sheet, 's:row')) {
    const out: string[] = [];
    for (const cell of childrenOf(row, 's:c')) {
      cells += 1;
      holdLimit('tableCells', cells);
      const column = columnOf(cell.attributes.r) ?? out.length;
      // A cell can say that it stands in column XFD: nothing is made of the empty ones before it beyond what a table has.
      if (column > mostColumns) continue;
      while (out.length < column) out.push('');
      out[column] = textOf(cell, shared, days);
    }
    if (out.some((one) => one !== '')) rows.push(out);
  }
  return rows;
}

const mostColumns = 200;

function bySheetNumber(a: string, b: string): number {
  return Number(/\d+/u.exec(a)?.[0] ?? 0) - Number(/\d+/u.exec(b)?.[0] ?? 0);
}

function partOf(archive: Archive, name: string): XmlElement {
  const xml = archive.xml(name);
  if (xml === undefined) throw new AppError('document.damaged');
  return parseXml(xml, namespaces);
}

function sharedTexts(archive: Archive): readonly string[] {
  if (!archive.names.has('xl/sharedStrings.xml')) return [];
  return childrenOf(partOf(archive, 'xl/sharedStrings.xml'), 's:si').map(wordsOf);
}

/** The styles by which a number is a day: the built-in formats of dates, and own ones that write a year. */
function dayStyles(archive: Archive): ReadonlySet<number> {
  if (!archive.names.has('xl/styles.xml')) return new Set();
  const styles = partOf(archive, 'xl/styles.xml');
  const own = new Set(
    childrenOf(find(styles, 's:numFmts'), 's:numFmt')
      .filter(({ attributes }) => /yy/iu.test(attributes.formatCode ?? ''))
      .map(({ attributes }) => Number(attributes.numFmtId)),
  );
  const isDay = (format: number) => (format >= 14 && format <= 17) || format === 22 || own.has(format);
  return new Set(
    childrenOf(find(styles, 's:cellXfs'), 's:xf').flatMap(({ attributes }, index) =>
      isDay(Number(attributes.numFmtId ?? 0)) ? [index] : [],
    ),
  );
}

function textOf(cell: XmlElement, shared: readonly string[], days: ReadonlySet<number>): string {
  const kind = cell.attributes.t ?? 'n';
  if (kind === 'inlineStr') return wordsOf(cell).trim();
  const value = wordsOf(find(cell, 's:v')).trim();
  if (kind === 's') return (shared[Number(value)] ?? '').trim();
  if (kind === 'n' && value !== '' && days.has(Number(cell.attributes.s ?? 0))) return dayOf(Number(value)) ?? value;
  if (kind === 'n' && /e/iu.test(value) && Number.isFinite(Number(value)))
    return String(Number(value)).replace('.', ',');
  return kind === 'n' ? value.replace('.', ',') : value;
}

/** Days are counted from 30 December 1899, since the first of these programs took 1900 for a leap year. */
function dayOf(number: number): string | undefined {
  if (!(number > 0 && number < 200_000)) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(number) * 86_400_000).toISOString().slice(0, 10);
}

/** "C12" is the third column; undefined when the cell does not say. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function find(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The text of an element, without the readings of characters that an East Asian file carries beside it. */
function wordsOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : child.name === 's:rPh' ? '' : wordsOf(child)))
    .join('');
}
