import { strToU8, zipSync } from 'fflate';
import type { Block, DocumentTree } from '../tree/index.ts';
import { dateInWords, documentTexts, languageTag, notesTitleOf } from './document-texts.ts';
import { bodyXml, type DocxWriting } from './docx-body.ts';
import { DocxNoteMarks, inlineXml, paragraphXml, run, withoutMark } from './docx-inline.ts';
import { DocxLinks, DocxNumbering, officeRelation } from './docx-parts.ts';
import { DocxPictures } from './docx-pictures.ts';
import { stylesXml } from './docx-styles.ts';
import { escapeXml, xmlDeclaration } from './xml.ts';

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${officeRelation.slice(0, -1)}"`;
const contentTypes: readonly (readonly [part: string, type: string])[] = [
  ['/word/document.xml', 'wordprocessingml.document.main'],
  ['/word/styles.xml', 'wordprocessingml.styles'],
  ['/word/settings.xml', 'wordprocessingml.settings'],
  ['/word/numbering.xml', 'wordprocessingml.numbering'],
  ['/word/fontTable.xml', 'wordprocessingml.fontTable'],
  ['/word/endnotes.xml', 'wordprocessingml.endnotes'],
  ['/word/header1.xml', 'wordprocessingml.header'],
  ['/word/footer1.xml', 'wordprocessingml.footer'],
  ['/docProps/app.xml', 'extended-properties'],
];
const relations = ['styles', 'settings', 'numbering', 'fontTable', 'endnotes', 'header', 'footer'].map((type) => ({
  type,
  target: type === 'header' || type === 'footer' ? `${type}1.xml` : `${type}.xml`,
}));
const headerId = `fixed${relations.findIndex(({ type }) => type === 'header') + 1}`;
const footerId = `fixed${relations.findIndex(({ type }) => type === 'footer') + 1}`;

/**
 * Writes a tree as a DOCX that can be worked on in Word: real styles with outline levels, lists, header rows, language, endnotes. Same tree,
 * same bytes: the dates inside are the document's, and those of the ZIP never change.
 */
export function writeDocx(tree: DocumentTree): Uint8Array {
  const headings = tree.blocks.filter((block) => block.kind === 'heading');
  const bookmarks = new Map<Block, string>(headings.map((heading, index) => [heading, `heading_${index + 1}`]));
  const anchors = new Map(
    headings.flatMap((heading) => (heading.anchor ? [[heading.anchor, bookmarks.get(heading) ?? '']] : [])),
  );
  const writing = {
    tree,
    bookmarks,
    links: new DocxLinks(anchors),
    numbering: new DocxNumbering(),
    marks: new DocxNoteMarks(tree),
    pictures: new DocxPictures(tree.language),
  };
  const noteLinks = new DocxLinks(anchors);
  const document = documentXml(writing);
  const endnotes = endnotesXml(writing, noteLinks);
  return packed({
    '[Content_Types].xml': contentTypesXml(),
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreXml(tree),
    'docProps/app.xml': `${xmlDeclaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Kansli</Application></Properties>`,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': writing.links.relationshipsXml([...relations, ...writing.pictures.relations()]),
    'word/styles.xml': stylesXml(tree),
    'word/settings.xml': settingsXml(tree),
    'word/numbering.xml': writing.numbering.xml(),
    'word/fontTable.xml': fontTable,
    'word/endnotes.xml': endnotes,
    'word/_rels/endnotes.xml.rels': noteLinks.relationshipsXml(),
    'word/header1.xml': headerXml(tree),
    'word/footer1.xml': footerXml(tree),
    ...writing.pictures.parts(),
  });
}

/** ZIP keeps local time, so that the date is made from local parts: the bytes are the same in every time zone. */
function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const mtime = new Date(2000, 0, 1);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]) => [
        path,
        [typeof xml === 'string' ? strToU8(xml) : xml, { mtime, level: 6 }],
      ]),
    ),
  );
}

function documentXml(writing: DocxWriting): string {
  const page = `<w:sectPr><w:headerReference w:type="default" r:id="${headerId}"/><w:footerReference w:type="default" r:id="${footerId}"/><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1644" w:right="1758" w:bottom="1531" w:left="1758" w:header="737" w:footer="737" w:gutter="0"/><w:titlePg/></w:sectPr>`;
  return `${xmlDeclaration}<w:document ${namespaces}><w:body>${bodyXml(writing)}${page}</w:body></w:document>`;
}

/**
 * The endnotes follow the text under the heading of the notes, which stands in the separator: that is the only place before them that Word lets
 * a document write.
 */
function endnotesXml({ tree, marks }: DocxWriting, links: DocxLinks): string {
  const style = '<w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr>';
  const title = paragraphXml('NotesHeading', run(notesTitleOf(tree)));
  const notes = (tree.notes ?? [])
    .filter((note) => marks.isCited(note.number))
    .map((note) => {
      const mark = marks.ownNumbers
        ? `<w:r>${style}<w:t>${note.number}</w:t></w:r>`
        : `<w:r>${style}<w:endnoteRef/></w:r>`;
      return `<w:endnote w:id="${note.number}">${paragraphXml('EndnoteText', `${mark}<w:r><w:tab/></w:r>${inlineXml(note.content.map(withoutMark), links, marks)}`)}</w:endnote>`;
    });
  const separator = `<w:endnote w:type="separator" w:id="-1">${title}</w:endnote>`;
  const continuation =
    '<w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:endnote>';
  return `${xmlDeclaration}<w:endnotes ${namespaces}>${separator}${continuation}${notes.join('')}</w:endnotes>`;
}

function headerXml(tree: DocumentTree): string {
  return `${xmlDeclaration}<w:hdr ${namespaces}>${paragraphXml('Header', `${run(tree.author)}<w:r><w:tab/></w:r>${run(tree.title)}`)}</w:hdr>`;
}

function footerXml(tree: DocumentTree): string {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const date = tree.date ? run(dateInWords(tree.date, tree.language)) : '';
  const page = `${run(`${documentTexts[tree.language].page} `)}${field('PAGE')}${run(' (')}${field('NUMPAGES')}${run(')')}`;
  return `${xmlDeclaration}<w:ftr ${namespaces}>${paragraphXml('Footer', `${date}<w:r><w:tab/></w:r>${page}`)}</w:ftr>`;
}

function settingsXml(tree: DocumentTree): string {
  return `${xmlDeclaration}<w:settings ${namespaces}><w:defaultTabStop w:val="397"/><w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${languageTag[tree.language]}"/></w:settings>`;
}

function coreXml(tree: DocumentTree): string {
  const stamp = `${tree.date ?? '2000-01-01'}T00:00:00Z`;
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(stamp)}</dcterms:${name}>`;
  return `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(tree.title)}</dc:title><dc:creator>${escapeXml(tree.author)}</dc:creator><dc:language>${languageTag[tree.language]}</dc:language>${when('created')}${when('modified')}</cp:coreProperties>`;
}

function contentTypesXml(): string {
  const office = 'application/vnd.openxmlformats-officedocument.';
  const overrides = contentTypes.map(
    ([part, type]) => `<Override PartName="${part}" ContentType="${office}${type}+xml"/>`,
  );
  return `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

const packageRelations = `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="${officeRelation}officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="app" Type="${officeRelation}extended-properties" Target="docProps/app.xml"/></Relationships>`;

/** Where the typeface of the product is not installed, Word takes the one it has that is nearest. */
const fontTable = `${xmlDeclaration}<w:fonts ${namespaces}><w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
