import { strToU8, zipSync } from 'fflate';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts of a Word document besides its body; each is the XML inside its root element. */
export type DocxParts = Partial<
  Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'comments' | 'header' | 'footer', string>
>;
const roots = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
} as const;

/** The smallest Word document with a body, for tests: what each feature looks like in the file is then seen in the test itself. */
export function docxOf(body: string, parts: DocxParts = {}, namespace = word, prefix = 'w'): Uint8Array {
  const root = (name: string, content: string) =>
    `<${prefix}:${name} xmlns:${prefix}="${namespace}" xmlns:r="${relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">${content}</${prefix}:${name}>`;
  const names = Object.keys(parts) as (keyof DocxParts)[];
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${relations}/${type}" Target="${target}"/>`;
  const list = (content: string) => `<Relationships xmlns="${packageRelations}">${content}</Relationships>`;
  return zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': list(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': list(names.map((name) => relation(name, `${name}.xml`)).join('')),
    'word/document.xml': root('document', `<${prefix}:body>${body}</${prefix}:body>`),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, root(roots[name], parts[name]!)])),
  });
}

/** A paragraph of Word with the properties and runs given as XML; plain words become a run. */
export function p(content: string, properties = ''): string {
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content.startsWith('<') ? content : r(content)}</w:p>`;
}

export function r(words: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns';
const odtRoot = (name: string, content: string) =>
  `<office:${name} xmlns:office="${openDocument}:office:1.0" xmlns:style="${openDocument}:style:1.0" xmlns:text="${openDocument}:text:1.0" xmlns:table="${openDocument}:table:1.0" xmlns:draw="${openDocument}:drawing:1.0" xmlns:fo="${openDocument}:xsl-fo-compatible:1.0" xmlns:form="${openDocument}:form:1.0">${content}</office:${name}>`;

/** The smallest OpenDocument text: its text, its automatic styles, and the inside of `styles.xml`. */
export function odtOf(text: string, automatic = '', sheet = ''): Uint8Array {
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': odtRoot(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
    ),
    'styles.xml': odtRoot('document-styles', sheet),
  });
}

export function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
