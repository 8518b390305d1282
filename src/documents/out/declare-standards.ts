import { inflateStream } from './merge/inflate-stream.ts';
import { PdfOutput } from './merge/pdf-output.ts';
import { PdfSource } from './merge/pdf-source.ts';
import { isDictionary, isReference, type PdfDictionary, type PdfValue, writeValue } from './merge/pdf-value.ts';
import { uaNamespace, uaSchema } from './ua-schema.ts';

/** Objects that are written otherwise than they stand in the engine's file, by number. */
type Changes = Map<number, PdfDictionary>;

/**
 * Makes one file of two standards. Typst 0.14 writes one standard at a time (typst/typst#7183): the worker has it prove PDF/UA-1 and write
 * PDF/A-2a of the same layout; this adds what the archival file lacks of the other: its identifier, the title in the window bar, the tab order,
 * and row headers, for which Typst has no stable words yet. `rowHeaders` says for each table in order whether its first column names the row.
 * Everything else is carried over as it stands, packed.
 */
export function declareStandards(bytes: Uint8Array, rowHeaders: readonly boolean[]): Uint8Array {
  const source = new PdfSource(bytes);
  const { catalog, trailer } = source;
  const [root, info, metadata] = [trailer.get('/Root'), trailer.get('/Info'), catalog.get('/Metadata')].map(numberOf);
  if (root === undefined || info === undefined || metadata === undefined)
    throw new Error('The PDF engine wrote no XMP metadata; a new version of it needs a look at declare-standards.ts.');
  const preferences = new Map(source.dictionary(catalog.get('/ViewerPreferences'))).set('/DisplayDocTitle', 'true');
  const changes: Changes = new Map([[root, new Map(catalog).set('/ViewerPreferences', preferences)]]);
  for (const page of pages(source, catalog.get('/Pages')))
    changes.set(page, new Map(source.dictionary({ object: page })).set('/Tabs', '/S'));
  markRowHeaders(source, rowHeaders, changes);
  return rewritten(source, { root, info, metadata }, changes);
}

function rewritten(
  source: PdfSource,
  { root, info, metadata }: { readonly root: number; readonly info: number; readonly metadata: number },
  changes: Changes,
): Uint8Array {
  const out = new PdfOutput();
  const size = Number(source.trailer.get('/Size'));
  for (let number = 1; number < size; number += 1) out.allocate();
  for (let number = 1; number < size; number += 1) {
    const changed = changes.get(number);
    const plain = changed ? writeValue(changed, same) : source.unread(number);
    if (plain !== undefined) {
      out.object(number, plain);
      continue;
    }
    const { text, dictionary, data } = source.object(number);
    if (number === metadata) {
      const xmp = withUa(dictionary && data ? inflateStream(dictionary, data).toString('utf8') : '');
      out.stream(number, `<</Type/Metadata/Subtype/XML/Length ${xmp.length}>>`, xmp);
    } else if (data) out.stream(number, text, data);
    else out.object(number, text);
  }
  // A copy of its own: the worker hands it over whole, which it cannot do with a slice of the process's common store.
  return new Uint8Array(out.finish(root, info));
}

const same = (number: number): number => number;

function numberOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.object : undefined;
}

/** The XMP metadata with the identifier of PDF/UA beside that of PDF/A. */
function withUa(before: string): Buffer {
  const after = before
    .replace('</rdf:Bag></pdfaExtension:schemas>', `${uaSchema}</rdf:Bag></pdfaExtension:schemas>`)
    .replace('<pdfaid:part>', `<pdfuaid:part xmlns:pdfuaid="${uaNamespace}">1</pdfuaid:part><pdfaid:part>`);
  if (!after.includes(uaSchema) || !after.includes('<pdfuaid:part'))
    throw new Error('The XMP metadata of the PDF engine has a new form; declare-standards.ts must learn it.');
  return Buffer.from(after, 'utf8');
}

function* pages(source: PdfSource, node: PdfValue | undefined): Generator<number> {
  const number = numberOf(node);
  const dictionary = source.dictionary(node);
  if (number === undefined || !dictionary) return;
  if (dictionary.get('/Type') === '/Page') yield number;
  else for (const kid of source.members(dictionary.get('/Kids'))) yield* pages(source, kid);
}

/** An element of the structure, with the number of its object. */
type Element = { readonly number: number; readonly dictionary: PdfDictionary };

function markRowHeaders(source: PdfSource, rowHeaders: readonly boolean[], changes: Changes): void {
  const root = source.dictionary(source.catalog.get('/StructTreeRoot'));
  const tables = root ? [...tablesBelow(source, root)] : [];
  if (tables.length !== rowHeaders.length)
    throw new Error(
      `The PDF has ${tables.length} tagged tables where the document has ${rowHeaders.length}; look at template.typ.`,
    );
  for (const [index, table] of tables.entries()) {
    if (!rowHeaders[index]) continue;
    for (const row of rowsBelow(source, table)) {
      const [first] = childrenOf(source, row);
      if (first?.dictionary.get('/S') !== '/TD') continue;
      const attributes = new Map([
        ['/O', '/Table'],
        ['/Scope', '/Row'],
      ]);
      changes.set(first.number, new Map(first.dictionary).set('/S', '/TH').set('/A', [attributes]));
    }
  }
}

/** The tables in reading order; our documents have none within another. */
function* tablesBelow(source: PdfSource, parent: PdfDictionary): Generator<PdfDictionary> {
  for (const { dictionary } of childrenOf(source, parent))
    if (dictionary.get('/S') === '/Table') yield dictionary;
    else yield* tablesBelow(source, dictionary);
}

function* rowsBelow(source: PdfSource, parent: PdfDictionary): Generator<PdfDictionary> {
  for (const { dictionary } of childrenOf(source, parent))
    if (dictionary.get('/S') === '/TR') yield dictionary;
    else yield* rowsBelow(source, dictionary);
}

function childrenOf(source: PdfSource, parent: PdfDictionary): readonly Element[] {
  return source.members(parent.get('/K')).flatMap((kid): readonly Element[] => {
    if (!isReference(kid)) return [];
    const dictionary = source.dictionary(kid);
    return isDictionary(dictionary) && dictionary.has('/S') ? [{ number: kid.object, dictionary }] : [];
  });
}
