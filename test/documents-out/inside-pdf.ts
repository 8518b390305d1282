/** What lies inside a PDF, for tests that hold a file to its structure and not to its looks. */
import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { dictAt, membersAt, textAt, valueAt } from '../../src/documents/out/pdf-objects.ts';

const name = (text: string) => PDFName.of(text);

export function structureOf(pdf: PDFDocument): PDFDict {
  return pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
}

export function allDicts(pdf: PDFDocument): readonly PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
}

export function bytesOf(value: unknown): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString
    ? Buffer.from(value.asBytes()).toString('latin1')
    : undefined;
}

/** A name tree or number tree as a map, keys as text. */
export function namesIn(node: PDFDict | undefined, leafKey: 'Names' | 'Nums'): Map<string, PDFObject> {
  const found = new Map<string, PDFObject>();
  const leaf = node?.get(name(leafKey)) === undefined ? [] : rawMembers(node, leafKey);
  for (let at = 0; at < leaf.length; at += 2) found.set(bytesOf(leaf[at]) ?? String(leaf[at]), leaf[at + 1]!);
  for (const { value } of membersAt(node, 'Kids'))
    for (const entry of namesIn(value as PDFDict, leafKey)) found.set(...entry);
  return found;
}

function rawMembers(node: PDFDict, key: string): readonly PDFObject[] {
  const array = node.lookup(name(key));
  return array && 'asArray' in array ? (array.asArray as () => PDFObject[])() : [];
}

export function parentTreeOf(pdf: PDFDocument): Map<number, PDFObject> {
  const tree = namesIn(dictAt(structureOf(pdf), 'ParentTree'), 'Nums');
  return new Map([...tree].map(([key, value]) => [Number(key), value]));
}

export function placeNamed(pdf: PDFDocument, wanted: string): PDFDict {
  const place = namesIn(dictAt(dictAt(pdf.catalog, 'Names'), 'Dests'), 'Names').get(wanted);
  return pdf.context.obj({ D: place ?? [] });
}

/** The structure tree as lines: each tag with its role, and each piece of content with its page and number, further in the deeper it lies. */
export function tagsOf(pdf: PDFDocument, pagesBefore: number): readonly string[] {
  const pages = new Map(pdf.getPages().map((page, index) => [String(page.ref), index + pagesBefore]));
  const lines: string[] = [];
  const visit = (element: unknown, page: string | undefined, indent: string): void => {
    for (const { value } of membersAt(element, 'K')) {
      const own = membersAt(value, 'Pg')[0]?.reference ?? page;
      const place = `page ${pages.get(own ?? '')}`;
      const type = textAt(value, 'Type');
      if (!(value instanceof PDFDict)) lines.push(`${indent}${place} ${value}`);
      else if (type === 'MCR') lines.push(`${indent}${place} ${valueAt(value, 'MCID')}`);
      else if (type === 'OBJR') lines.push(`${indent}${place} ${valueAt(valueAt(value, 'Obj'), 'Rect')}`);
      else {
        lines.push(`${indent}${textAt(value, 'S')}`);
        visit(value, own, `${indent}  `);
      }
    }
  };
  visit(structureOf(pdf), undefined, '  ');
  return lines;
}

type Found = { readonly title: string | undefined; readonly below: readonly Found[] };

export function bookmarksBelow(pdf: PDFDocument, parent: PDFDict | undefined): readonly Found[] {
  const found: Found[] = [];
  for (let place = parent?.get(name('First')); place instanceof PDFRef; ) {
    const item = pdf.context.lookup(place, PDFDict);
    found.push({ title: textAt(item, 'Title'), below: bookmarksBelow(pdf, item) });
    place = item.get(name('Next')) as PDFRef;
  }
  return found;
}
