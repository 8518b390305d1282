import type { XmlElement } from '../xml/parse-xml.ts';

const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

/** The namespaces of WordprocessingML, of files that Word writes and of files in the strict form of ISO/IEC 29500. */
export const docxNamespaces: ReadonlyMap<string, string> = new Map([
  [`${transitional}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${transitional}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${transitional}/package/2006/relationships`, 'rel'],
  [`${transitional}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${transitional}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${transitional}/markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
]);

/** The names that the reader asks for with their prefix, put together once. */
const prefixedNames = new Map<string, string>();

function prefixed(name: string): string {
  const known = prefixedNames.get(name);
  if (known !== undefined) return known;
  prefixedNames.set(name, `w:${name}`);
  return `w:${name}`;
}

/** The value of an attribute of WordprocessingML; some programs leave its prefix out. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  return element.attributes[prefixed(name)] ?? element.attributes[name];
}

export function integer(element: XmlElement | undefined, name = 'val'): number | undefined {
  const value = attribute(element, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

const offValues = new Set(['0', 'false', 'off', 'none']);

/** A property that is on or off: there and without value it is on. Undefined when the element is not there. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  return element && !offValues.has(attribute(element, 'val') ?? '1');
}
