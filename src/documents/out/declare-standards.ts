import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { uaNamespace, uaSchema } from './ua-schema.ts';

/**
 * Makes one file of two standards. Typst 0.14 writes one standard at a time (typst/typst#7183): the worker has it prove PDF/UA-1 and write
 * PDF/A-2a of the same layout; this adds what the archival file lacks of the other: its identifier, the title in the window bar, the tab order,
 * and row headers, for which Typst has no stable words yet. `rowHeaders` says for each table in order whether its first column names the row.
 */
export async function declareStandards(bytes: Uint8Array, rowHeaders: readonly boolean[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  declareUa(pdf);
  const preferences = pdf.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? pdf.context.obj({});
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
  pdf.catalog.set(PDFName.of('ViewerPreferences'), preferences);
  for (const page of pdf.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  markRowHeaders(pdf, rowHeaders);
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
}

function declareUa(pdf: PDFDocument): void {
  const reference = pdf.catalog.get(PDFName.of('Metadata'));
  const stream = pdf.context.lookup(reference);
  if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream))
    throw new Error('The PDF engine wrote no XMP metadata; a new version of it needs a look at declare-standards.ts.');
  const before = new TextDecoder().decode(decodePDFRawStream(stream).decode());
  const after = before
    .replace('</rdf:Bag></pdfaExtension:schemas>', `${uaSchema}</rdf:Bag></pdfaExtension:schemas>`)
    .replace('<pdfaid:part>', `<pdfuaid:part xmlns:pdfuaid="${uaNamespace}">1</pdfuaid:part><pdfaid:part>`);
  if (!after.includes(uaSchema) || !after.includes('<pdfuaid:part'))
    throw new Error('The XMP metadata of the PDF engine has a new form; declare-standards.ts must learn it.');
  pdf.context.assign(
    reference,
    pdf.context.stream(new TextEncoder().encode(after), { Type: 'Metadata', Subtype: 'XML' }),
  );
}

function markRowHeaders(pdf: PDFDocument, rowHeaders: readonly boolean[]): void {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const tables = [...elements(root)].filter((element) => roleOf(element) === 'Table');
  if (tables.length !== rowHeaders.length)
    throw new Error(
      `The PDF has ${tables.length} tagged tables where the document has ${rowHeaders.length}; look at template.typ.`,
    );
  for (const [index, table] of tables.entries()) {
    if (!rowHeaders[index]) continue;
    for (const row of elements(table)) {
      if (roleOf(row) !== 'TR') continue;
      const first = childrenOf(row)[0];
      if (!first || roleOf(first) !== 'TD') continue;
      first.set(PDFName.of('S'), PDFName.of('TH'));
      first.set(PDFName.of('A'), pdf.context.obj([{ O: 'Table', Scope: 'Row' }]));
    }
  }
}

/** The structure elements below one, in reading order. */
function* elements(parent: PDFDict): Generator<PDFDict> {
  for (const child of childrenOf(parent)) {
    yield child;
    yield* elements(child);
  }
}

function childrenOf(parent: PDFDict): readonly PDFDict[] {
  const kids = parent.lookup(PDFName.of('K'));
  const list = kids instanceof PDFArray ? kids.asArray().map((kid) => parent.context.lookup(kid)) : [kids];
  return list.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(PDFName.of('S')));
}

function roleOf(element: PDFDict): string {
  return element.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? '';
}
