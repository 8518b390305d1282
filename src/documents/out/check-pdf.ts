import { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { checkPages } from './check-pdf-pages.ts';
import { checkStructure } from './check-pdf-structure.ts';
import { type PdfFault, pdfFaults } from './pdf-faults.ts';
import { bytesOfStream, dictAt, membersAt, textAt, valueAt } from './pdf-objects.ts';

/** What the check of a PDF found, and what the file is made of. An empty list of faults means: no machine-checkable fault was found. */
export type PdfReport = {
  readonly faults: readonly PdfFault[];
  readonly pages: number;
  readonly title?: string;
  readonly language?: string;
  readonly roles: ReadonlyMap<string, number>;
};

/**
 * Checks the structure of a PDF against PDF/UA-1 and PDF/A-2a as far as a machine without a renderer can: tags, language, metadata, fonts, tab
 * order, scripts. It is no validator: it reads no byte syntax and no colour spaces. Every PDF that the tests write goes through it.
 */
export async function checkPdf(bytes: Uint8Array): Promise<PdfReport> {
  const pdf = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    throwOnInvalidObject: true,
  }).catch(() => undefined);
  if (!pdf) return { faults: [{ code: 'unreadable' }], pages: 0, roles: new Map() };
  const structure = checkStructure(dictAt(pdf.catalog, 'StructTreeRoot'));
  const title = pdf.getTitle();
  const language = textAt(pdf.catalog, 'Lang');
  return {
    faults: [
      ...documentFaults(pdf),
      ...metadataFaults(pdf),
      ...structure.faults,
      ...checkPages(pdf.getPages(), structure),
      ...objectFaults(pdf),
    ],
    pages: pdf.getPageCount(),
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    roles: structure.roles,
  };
}

/** A finding as a line for people: the rule, what it says, where. */
export function describePdfFault(fault: PdfFault): string {
  const { rule, text } = pdfFaults[fault.code];
  return `${rule}: ${text.sv}${fault.where ? ` (${fault.where})` : ''}`;
}

function documentFaults(pdf: PDFDocument): readonly PdfFault[] {
  const { catalog, context } = pdf;
  const conditions: readonly (readonly [PdfFault['code'], boolean])[] = [
    ['encrypted', context.trailerInfo.Encrypt === undefined],
    ['noFileId', context.trailerInfo.ID !== undefined],
    ['notMarked', String(valueAt(dictAt(catalog, 'MarkInfo'), 'Marked')) === 'true'],
    ['noLanguage', /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(textAt(catalog, 'Lang') ?? '')],
    ['noTitle', (pdf.getTitle() ?? '').trim() !== ''],
    ['titleNotShown', String(valueAt(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle')) === 'true'],
    ['noOutputIntent', membersAt(catalog, 'OutputIntents').some(({ value }) => textAt(value, 'S') === 'GTS_PDFA1')],
  ];
  return failed(conditions);
}

function metadataFaults(pdf: PDFDocument): readonly PdfFault[] {
  const stream = valueAt(pdf.catalog, 'Metadata');
  if (!stream) return [{ code: 'noMetadata' }];
  const xmp = new TextDecoder().decode(bytesOfStream(stream));
  const says = (property: string, value: string) =>
    new RegExp(`${property}(>|=["'])${value}[<"']`).test(xmp.replace(/ xmlns:\w+="[^"]*"/g, ''));
  return failed([
    ['notArchival', says('pdfaid:part', '2') && says('pdfaid:conformance', 'A')],
    ['notAccessible', says('pdfuaid:part', '1')],
    ['noUaSchema', /pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/</.test(xmp)],
    ['noTitle', /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]*\S[^<]*<\/rdf:li>/.test(xmp)],
  ]);
}

/** What may hide anywhere in the file: scripts, and fonts that a reader would have to guess. */
function objectFaults(pdf: PDFDocument): readonly PdfFault[] {
  const faults: PdfFault[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    if (hasScript(object)) faults.push({ code: 'script' });
    if (textAt(object, 'Type') === 'Font') faults.push(...fontFaults(object));
  }
  return faults;
}

function hasScript(dict: PDFDict): boolean {
  if (textAt(dict, 'S') === 'JavaScript' || valueAt(dict, 'JS') || dictAt(dict, 'JavaScript')) return true;
  return dict.values().some((value) => value instanceof PDFDict && hasScript(value));
}

function fontFaults(font: PDFDict): readonly PdfFault[] {
  const where = textAt(font, 'BaseFont') ?? '';
  const subtype = textAt(font, 'Subtype') ?? '';
  if (subtype === 'Type3') return [];
  if (subtype === 'Type0') return valueAt(font, 'ToUnicode') ? [] : [{ code: 'fontWithoutUnicode', where }];
  const descriptor = dictAt(font, 'FontDescriptor');
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => valueAt(descriptor, key))
    ? []
    : [{ code: 'fontNotEmbedded', where }];
}

function failed(conditions: readonly (readonly [PdfFault['code'], boolean])[]): readonly PdfFault[] {
  return conditions.filter(([, holds]) => !holds).map(([code]) => ({ code }));
}
