import type { DocumentTree } from '../tree/index.ts';
import { languageTag } from './document-texts.ts';
import { xmlDeclaration } from './xml.ts';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const soft = '4F5968';
const line = 'C9CFD8';
const thread = 'B3123B';

type Style = {
  readonly id: string;
  /** Word knows its built-in styles by these English names and shows them in the language of the user. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly run?: string;
};

const spacing = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const colour = (hex: string) => `<w:color w:val="${hex}"/>`;
const leftLine = (hex: string, eighths: number) =>
  `<w:pBdr><w:left w:val="single" w:sz="${eighths}" w:space="10" w:color="${hex}"/></w:pBdr>`;

/** Word finds headings for navigation, contents and tagged PDF by `outlineLvl`, which the built-in look of a style does not bring with it. */
const heading = (level: 1 | 2 | 3 | 4, before: number, after: number, halfPoints: number): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: `<w:keepNext/><w:keepLines/>${spacing(before, after)}<w:outlineLvl w:val="${level - 1}"/>`,
  run: `<w:b/>${level === 4 ? colour(soft) : ''}${size(halfPoints)}`,
});

const paragraphStyles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    paragraph: `<w:keepNext/>${spacing(240, 120)}`,
    run: `<w:b/>${size(48)}`,
  },
  { id: 'Subtitle', name: 'Subtitle', next: 'Normal', paragraph: spacing(0, 240), run: `${colour(soft)}${size(26)}` },
  heading(1, 480, 160, 32),
  heading(2, 320, 120, 26),
  heading(3, 240, 80, 22),
  heading(4, 200, 60, 22),
  { id: 'Author', name: 'Kansli Author', paragraph: spacing(0, 120), run: `<w:b/>${colour(soft)}` },
  {
    id: 'Facts',
    name: 'Kansli Facts',
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="2200"/></w:tabs>${spacing(0, 40)}<w:ind w:left="2200" w:hanging="2200"/>`,
  },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: `${spacing(0, 60)}<w:contextualSpacing/>` },
  {
    id: 'Caption',
    name: 'caption',
    next: 'Normal',
    paragraph: `<w:keepNext/>${spacing(200, 80)}`,
    run: `<w:b/>${size(20)}`,
  },
  {
    id: 'TableText',
    name: 'Kansli Table Text',
    paragraph: `<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>`,
    run: size(20),
  },
  {
    id: 'TableEnd',
    name: 'Kansli Table End',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>',
    run: size(8),
  },
  {
    id: 'DecisionIntro',
    name: 'Kansli Decision Intro',
    paragraph: `<w:keepNext/>${leftLine(thread, 18)}${spacing(200, 60)}<w:ind w:left="284"/>`,
    run: '<w:b/>',
  },
  {
    id: 'DecisionClause',
    name: 'Kansli Decision Clause',
    paragraph: `${leftLine(thread, 18)}${spacing(0, 60)}<w:ind w:left="680" w:hanging="396"/>`,
  },
  {
    id: 'QuoteLabel',
    name: 'Kansli Quote Label',
    next: 'Quote',
    paragraph: `<w:keepNext/>${leftLine(line, 12)}${spacing(120, 20)}<w:ind w:left="284"/>`,
    run: `<w:b/>${colour(soft)}${size(20)}`,
  },
  {
    id: 'Quote',
    name: 'Quote',
    next: 'Normal',
    paragraph: `${leftLine(line, 12)}${spacing(0, 120)}<w:ind w:left="284"/>`,
  },
  {
    id: 'QuoteSource',
    name: 'Kansli Quote Source',
    next: 'Normal',
    paragraph: `${leftLine(line, 12)}${spacing(0, 160)}<w:ind w:left="284"/>`,
    run: `${colour(soft)}${size(19)}`,
  },
  {
    id: 'Callout',
    name: 'Kansli Callout',
    paragraph: `<w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="F5F4F0"/>${spacing(160, 200)}<w:ind w:left="113" w:right="113"/>`,
  },
  {
    id: 'Divider',
    name: 'Kansli Divider',
    paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="${line}"/></w:pBdr>${spacing(120, 240)}`,
  },
  { id: 'TOCHeading', name: 'TOC Heading', next: 'Normal', paragraph: spacing(0, 160), run: `<w:b/>${size(32)}` },
  {
    id: 'TOC1',
    name: 'toc 1',
    next: 'Normal',
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8390"/></w:tabs>${spacing(120, 20)}`,
    run: '<w:b/>',
  },
  {
    id: 'TOC2',
    name: 'toc 2',
    next: 'Normal',
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8390"/></w:tabs>${spacing(0, 20)}<w:ind w:left="284"/>`,
  },
  {
    id: 'EndnoteText',
    name: 'endnote text',
    paragraph: `${spacing(0, 60)}<w:ind w:left="397" w:hanging="397"/>`,
    run: size(20),
  },
  {
    id: 'NotesHeading',
    name: 'Kansli Notes Heading',
    next: 'EndnoteText',
    paragraph: `<w:keepNext/>${spacing(480, 160)}`,
    run: `<w:b/>${size(32)}`,
  },
  {
    id: 'Header',
    name: 'header',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="8390"/></w:tabs>${spacing(0, 0)}`,
    run: `${colour(soft)}${size(17)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="8390"/></w:tabs>${spacing(0, 0)}`,
    run: `${colour(soft)}${size(17)}`,
  },
];

const characterStyles: readonly Style[] = [
  { id: 'Hyperlink', name: 'Hyperlink', run: `<w:color w:val="0B4FAE"/><w:u w:val="single"/>` },
  {
    id: 'EndnoteReference',
    name: 'endnote reference',
    run: `<w:b/>${colour(thread)}<w:vertAlign w:val="superscript"/>`,
  },
];

/** The style sheet of a DOCX: Word's own styles where it has one, so that the document behaves as if it had been typed there. */
export function stylesXml(tree: DocumentTree): string {
  const tag = languageTag[tree.language];
  const fonts =
    '<w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:eastAsia="Source Sans 3" w:cs="Source Sans 3"/>';
  return `${xmlDeclaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="1C2430"/>${size(22)}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>${tableStyles}${paragraphStyles.map(paragraphStyle).join('')}${characterStyles.map(characterStyle).join('')}</w:styles>`;
}

const tableStyles = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="KansliTable"><w:name w:val="Kansli Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${line}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${line}"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1C2430"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>`;

function paragraphStyle({ id, name, basedOn = 'Normal', next, paragraph = '', run = '' }: Style): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

function characterStyle({ id, name, run = '' }: Style): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>${run}</w:rPr></w:style>`;
}
