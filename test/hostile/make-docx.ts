import type { HostileFile } from './hostile-file.ts';
import { utf8 } from './hostile-file.ts';
import { deflatedRun, type Entry, makeZip } from './make-zip.ts';

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (more = '') =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>${more}</Relationships>`;
export const open = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"><w:body>`;
export const close = '</w:body></w:document>';
export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const part = (name: string, text: string): Entry => ({ name, data: utf8(text) });
const frame: readonly Entry[] = [part('[Content_Types].xml', types), part('_rels/.rels', relations())];

/** A DOCX with this XML as its document, and whatever else lies in it. */
export function docx(document: string, more: readonly Entry[] = []): Uint8Array {
  return makeZip([...frame, part('word/document.xml', document), ...more]);
}

const withDocument = (document: Entry) => makeZip([...frame, document]);
const body = (inside: string) => docx(open + inside + close);

/** A short notice as Word would write it; mutations start from it. */
export const goodDocument =
  open +
  paragraph('Kallelse till beredningen för näringsfrågor') +
  paragraph('Datum: 2026-03-05 kl. 09.00–12.00') +
  ['Mötets öppnande', 'Val av justerare', 'Budget 2027', 'Nästa möte']
    .map((title, index) => paragraph(`${index + 1}. ${title}`))
    .join('') +
  `<w:tbl>${Array.from({ length: 4 }, (_, row) => `<w:tr>${['År', 'Utfall', 'Prognos'].map((cell) => `<w:tc>${paragraph(`${cell} ${row}`)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>` +
  close;
export const goodDocx = (): Uint8Array => docx(goodDocument);

const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join(
  '',
);
const filler = utf8(open + paragraph('x') + close);
const opening = utf8(`${open}<w:p><w:r><w:t>`);
const ending = utf8(`</w:t></w:r></w:p>${close}`);
const bomb = (megabytes: number) => deflatedRun(megabytes, 0x41, { before: opening, after: ending });
const nest = (tag: string, depth: number, inside = '') =>
  `<w:${tag}>`.repeat(depth) + inside + `</w:${tag}>`.repeat(depth);
const tables = (depth: number, inside: string): string =>
  '<w:tbl><w:tr><w:tc>'.repeat(depth) + inside + '<w:p/></w:tc></w:tr></w:tbl>'.repeat(depth);

/** Word documents that are made to do harm. */
export const hostileDocx: readonly HostileFile[] = [
  {
    name: 'bomb-1gb.docx',
    bytes: () => withDocument({ name: 'word/document.xml', ...bomb(1024) }),
    expect: ['document.unpacksTooLarge'],
  },
  {
    name: 'bomb-1gb-says-1000-bytes.docx',
    bytes: () => withDocument({ name: 'word/document.xml', ...bomb(1024), says: { unpacked: 1000 } }),
    expect: ['document.unpacksOtherwise'],
  },
  {
    name: 'bomb-1gb-says-60mb.docx',
    bytes: () => withDocument({ name: 'word/document.xml', ...bomb(1024), says: { unpacked: 60_000_000 } }),
    expect: ['document.unpacksOtherwise'],
  },
  {
    name: 'bomb-directory-and-entry-differ.docx',
    bytes: () => withDocument({ name: 'word/document.xml', ...bomb(200), saysInDirectory: { unpacked: 1000 } }),
    expect: ['document.unpacksOtherwise'],
  },
  {
    name: 'bomb-60mb-of-one-word.docx',
    bytes: () => withDocument({ name: 'word/document.xml', ...bomb(60) }),
    expect: ['document.tooMuch'],
  },
  {
    name: 'bomb-in-many-entries.docx',
    bytes: () =>
      makeZip([
        ...frame,
        part('word/document.xml', goodDocument),
        ...Array.from({ length: 10 }, (_, index) => ({ name: `word/media/${index}.png`, ...deflatedRun(60, 0) })),
      ]),
    expect: ['document.unpacksTooLarge'],
  },
  {
    name: 'overlapping-entries.docx',
    bytes: () =>
      makeZip([
        ...frame,
        { name: 'word/document.xml', data: filler },
        ...Array.from(
          { length: 50 },
          (): Entry => ({
            name: 'word/document.xml',
            nameInDirectory: 'word/document.xml',
            data: new Uint8Array(),
            stored: true,
            saysInDirectory: { at: 0 },
          }),
        ),
      ]),
    expect: ['document.damaged', 'document.unpacksOtherwise'],
  },
  {
    name: 'entries-sharing-bytes.docx',
    bytes: () => sharedBytes(),
    expect: ['document.unpacksOtherwise'],
  },
  {
    name: 'twenty-thousand-entries.docx',
    bytes: () =>
      docx(
        goodDocument,
        Array.from({ length: 20_000 }, (_, index) => part(`x/${index}`, '')),
      ),
    expect: ['document.tooMuch'],
  },
  {
    name: 'two-documents-of-one-name.docx',
    bytes: () => docx(goodDocument, [part('word/document.xml', open + close)]),
    expect: ['document.damaged'],
  },
  {
    name: 'zip64.docx',
    bytes: () => makeZip([...frame, part('word/document.xml', goodDocument)], { at: 0xffffffff, count: 0xffff }),
    expect: ['document.unpacksTooLarge'],
  },
  {
    name: 'encrypted-entries.docx',
    bytes: () => withDocument({ ...part('word/document.xml', goodDocument), flags: 1 }),
    expect: ['document.encrypted'],
  },
  {
    name: 'paths-that-climb.docx',
    bytes: () =>
      docx(goodDocument, [part('../../../../tmp/evil.xml', '<x/>'), part('/etc/passwd', 'x'), part('C:\\x', 'x')]),
    expect: ['read'],
  },
  {
    name: 'billion-laughs.docx',
    bytes: () =>
      docx(`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "lol">${laughs}]>${open}${paragraph('&a9;')}${close}`),
    expect: ['document.forbiddenXml'],
  },
  {
    name: 'entity-from-a-file.docx',
    bytes: () =>
      docx(
        `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${open}${paragraph('&x;')}${close}`,
      ),
    expect: ['document.forbiddenXml'],
  },
  {
    name: 'definitions-in-the-relations.docx',
    bytes: () =>
      makeZip([frame[0]!, part('_rels/.rels', `<!DOCTYPE d>${relations()}`), part('word/document.xml', goodDocument)]),
    expect: ['document.forbiddenXml'],
  },
  { name: 'undefined-entity.docx', bytes: () => body(paragraph('&okänd;')), expect: ['document.damaged'] },
  { name: 'deep-200000.docx', bytes: () => body(nest('sdt', 200_000)), expect: ['document.tooMuch'] },
  {
    name: 'deep-and-not-closed.docx',
    bytes: () => docx(open + '<w:sdt>'.repeat(200_000)),
    expect: ['document.tooMuch', 'document.damaged'],
  },
  { name: 'tables-1000-deep.docx', bytes: () => body(tables(1000, '<w:p/>')), expect: ['document.tooMuch'] },
  { name: 'tables-60-deep.docx', bytes: () => body(tables(60, paragraph('innerst'))), expect: ['read'] },
  {
    name: 'hundred-thousand-cells.docx',
    bytes: () => body(`<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(100)}</w:tr>`.repeat(1000)}</w:tbl>`),
    expect: ['read', 'document.tooMuch'],
  },
  {
    name: 'million-cells.docx',
    bytes: () => body(`<w:tbl>${`<w:tr>${`<w:tc>${paragraph('x')}</w:tc>`.repeat(100)}</w:tr>`.repeat(6000)}</w:tbl>`),
    expect: ['document.tooMuch', 'document.tooMuchMemory', 'document.tooSlow'],
  },
  {
    name: 'million-empty-paragraphs.docx',
    bytes: () => body('<w:p/>'.repeat(1_000_000)),
    expect: ['read', 'document.tooMuch'],
  },
  { name: 'three-million-elements.docx', bytes: () => body('<w:p/>'.repeat(3_000_000)), expect: ['document.tooMuch'] },
  {
    name: 'attribute-of-two-megabytes.docx',
    bytes: () => body(`<w:p w:x="${'a'.repeat(2_000_000)}"/>`),
    expect: ['document.tooMuch'],
  },
  {
    name: 'hundred-thousand-attributes.docx',
    bytes: () => body(`<w:p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
    expect: ['read', 'document.damaged'],
  },
  {
    name: 'relations-to-the-outside.docx',
    bytes: () =>
      makeZip([
        frame[0]!,
        part(
          '_rels/.rels',
          relations(
            `<Relationship Id="r2" Type="${office}/attachedTemplate" TargetMode="External" Target="http://127.0.0.1:9/x.dotm"/>`,
          ),
        ),
        part('word/document.xml', goodDocument),
        part(
          'word/_rels/document.xml.rels',
          relations(
            `<Relationship Id="r3" Type="${office}/styles" TargetMode="External" Target="http://127.0.0.1:9/styles.xml"/>`,
          ),
        ),
      ]),
    expect: ['read'],
  },
  {
    name: 'relations-that-go-round.docx',
    bytes: () =>
      docx(goodDocument, [
        part(
          'word/_rels/document.xml.rels',
          relations(
            `<Relationship Id="r4" Type="${office}/styles" Target="document.xml"/><Relationship Id="r5" Type="${office}/numbering" Target="document.xml"/>`,
          ),
        ),
      ]),
    expect: ['read', 'document.damaged'],
  },
  {
    name: 'without-a-document.docx',
    bytes: () => makeZip([...frame, part('word/styles.xml', '<x/>')]),
    expect: ['document.damaged'],
  },
  { name: 'not-well-formed.docx', bytes: () => docx(`${open}<w:p></w:r>${close}`), expect: ['document.damaged'] },
  { name: 'comment-without-end.docx', bytes: () => docx(`${open}<!-- `), expect: ['document.damaged'] },
  {
    name: 'another-encoding.docx',
    bytes: () => withDocument({ name: 'word/document.xml', data: Uint8Array.from([...filler, 0xff, 0xfe, 0xe5]) }),
    expect: ['document.damaged'],
  },
  {
    name: 'forbidden-characters.docx',
    bytes: () => body(paragraph('&#0;&#xD800;&#xFFFF;')),
    expect: ['document.damaged', 'read'],
  },
  {
    name: 'surrogates-at-every-place.docx',
    bytes: () =>
      body(
        Array.from({ length: 200 }, (_, index) => paragraph(`${index + 1}. 𝕏${'😀'.repeat(index)} Uppdrag 𝕐`)).join(''),
      ),
    expect: ['read'],
  },
  {
    name: 'long-paragraph.docx',
    bytes: () => body(paragraph('Beslut § 1 den 5 mars 2026 kl. 09.00. '.repeat(50_000))),
    expect: ['read', 'document.tooSlow'],
  },
  {
    name: 'numbering-without-end.docx',
    bytes: () =>
      docx(
        goodDocument.replace(
          '<w:p>',
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="-1"/></w:numPr></w:pPr>',
        ),
        [part('word/numbering.xml', '<x/>')],
      ),
    expect: ['read'],
  },
];

/** Fifty entries in the directory that all mean the same packed bytes, each under the name that stands there. */
function sharedBytes(): Uint8Array {
  const shared: Entry = { name: 'word/document.xml', data: filler };
  const honest = makeZip([shared]);
  const directoryAt = Buffer.from(honest).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const locals = honest.subarray(0, directoryAt);
  const row = honest.subarray(directoryAt, honest.length - 22);
  const end = Buffer.from(honest.subarray(honest.length - 22));
  end.writeUInt16LE(50, 8);
  end.writeUInt16LE(50, 10);
  end.writeUInt32LE(row.length * 50, 12);
  return Buffer.concat([locals, ...Array<Uint8Array>(50).fill(row), end]);
}
