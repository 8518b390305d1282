const openDocument = 'urn:oasis:names:tc:opendocument:xmlns';

/** The namespaces of OpenDocument text. */
export const odtNamespaces: ReadonlyMap<string, string> = new Map([
  [`${openDocument}:office:1.0`, 'office'],
  [`${openDocument}:style:1.0`, 'style'],
  [`${openDocument}:text:1.0`, 'text'],
  [`${openDocument}:table:1.0`, 'table'],
  [`${openDocument}:drawing:1.0`, 'draw'],
  [`${openDocument}:xsl-fo-compatible:1.0`, 'fo'],
  [`${openDocument}:manifest:1.0`, 'manifest'],
  [`${openDocument}:form:1.0`, 'form'],
]);

/** A count in an attribute; 1 when it says nothing, and never more than `most`, so that no file can ask for the memory. */
export function countOf(value: string | undefined, most: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Math.min(Math.max(Number(value), 1), most) : 1;
}
