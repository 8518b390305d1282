import { PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import type { PdfStructure } from './check-pdf-structure.ts';
import { instructionsOf } from './pdf-content.ts';
import type { PdfFault } from './pdf-faults.ts';
import { bytesOfStream, dictAt, membersAt, textAt, valueAt } from './pdf-objects.ts';

/** Operators that put something on the page: text, filled and stroked paths, shadings, pictures. */
const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'BI']);

/** Checks that all a page shows is either in the structure tree or an artifact, and that the tree shows nothing that is not there. */
export function checkPages(pages: readonly PDFPage[], structure: PdfStructure): readonly PdfFault[] {
  const marked = new Set<string>();
  const faults = pages.flatMap((page, index) => checkPage(page, `sida ${index + 1}`, structure, marked));
  const missing = [...structure.content].filter((content) => !marked.has(content));
  return [...faults, ...(missing.length > 0 ? [{ code: 'missingContent' as const, where: missing[0]! }] : [])];
}

function checkPage(page: PDFPage, where: string, structure: PdfStructure, marked: Set<string>): readonly PdfFault[] {
  const faults = new Set<PdfFault['code']>();
  const scopes: { readonly artifact: boolean; readonly id: number | undefined }[] = [];
  const properties = dictAt(page.node.Resources(), 'Properties');
  for (const { operator, operands } of instructionsOf(contentOf(page))) {
    if (operator === 'BMC' || operator === 'BDC') {
      const id = markedId(operands, properties);
      if (id !== undefined) marked.add(`${page.ref}/${id}`);
      if (id !== undefined && !structure.content.has(`${page.ref}/${id}`)) faults.add('orphanContent');
      scopes.push({ artifact: operands[0] === '/Artifact', id });
    } else if (operator === 'EMC') scopes.pop();
    else if (painting.has(operator) && !scopes.some((scope) => scope.artifact || scope.id !== undefined))
      faults.add('untaggedContent');
  }
  const ownMarks = [...marked].some((content) => content.startsWith(`${page.ref}/`));
  if (ownMarks && !(valueAt(page.node, 'StructParents') instanceof PDFNumber)) faults.add('noStructParents');
  if (textAt(page.node, 'Tabs') !== 'S') faults.add('noTabOrder');
  for (const { value, reference } of membersAt(page.node, 'Annots')) {
    if (textAt(value, 'Subtype') !== 'Link') continue;
    if (!textAt(value, 'Contents')) faults.add('linkWithoutText');
    if (!reference || !structure.annotations.has(reference)) faults.add('linkNotTagged');
  }
  return [...faults].map((code) => ({ code, where }));
}

function contentOf(page: PDFPage): string {
  return membersAt(page.node, 'Contents')
    .map(({ value }) => Buffer.from(bytesOfStream(value)).toString('latin1'))
    .join('\n');
}

/** The MCID of marked content: written beside the operator, or in the page's property list under the name that stands there. */
function markedId(operands: readonly string[], properties: unknown): number | undefined {
  const place = operands.indexOf('/MCID');
  if (place >= 0) return Number(operands[place + 1]);
  const named =
    operands.length === 2 && operands[1]!.startsWith('/') ? dictAt(properties, operands[1]!.slice(1)) : undefined;
  const id = valueAt(named, 'MCID');
  return id instanceof PDFNumber ? id.asNumber() : undefined;
}
