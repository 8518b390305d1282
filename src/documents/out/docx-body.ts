import {
  type Block,
  type Chart,
  type DocumentTree,
  type Fact,
  type Inline,
  plainText,
  type Table,
} from '../tree/index.ts';
import { barPlaces } from './bar-places.ts';
import { dateInWords, documentTexts, notesTitleOf } from './document-texts.ts';
import { type DocxNoteMarks, inlineXml, paragraphXml, run, withoutMark } from './docx-inline.ts';
import type { DocxLinks, DocxNumbering } from './docx-parts.ts';
import type { DocxPictures } from './docx-pictures.ts';
import { columnsOf, columnWidths } from './table-columns.ts';

/** Twips between the margins of the page; the columns of a table share it. */
const textWidth = 8390;
/** An ordinary letter of table text, and the margins of a cell with some air, in twips. */
const twipsPerCharacter = 110;
const cellPadding = 380;
const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

/** What the writer of the body needs at hand: bookmarks of headings by block, and the counters of the package. */
export type DocxWriting = {
  readonly tree: DocumentTree;
  readonly bookmarks: ReadonlyMap<Block, string>;
  readonly links: DocxLinks;
  readonly numbering: DocxNumbering;
  readonly marks: DocxNoteMarks;
  readonly pictures: DocxPictures;
};

/** The body of a document: its head or cover, contents when asked for, its blocks, and the notes that nothing cites. */
export function bodyXml(writing: DocxWriting): string {
  const { tree } = writing;
  const blocks = tree.blocks.map((block) => blockXml(block, writing));
  return [head(tree), ...(tree.contents ? [contents(writing)] : []), ...blocks, uncitedNotes(writing)].join('');
}

function head(tree: DocumentTree): string {
  return [
    paragraphXml('Author', run(tree.author)),
    paragraphXml('Title', run(tree.title), tree.contents ? '<w:spacing w:before="3600" w:after="120"/>' : ''),
    ...(tree.subtitle ? [paragraphXml('Subtitle', run(tree.subtitle))] : []),
    ...(tree.date ? [paragraphXml('Normal', run(dateInWords(tree.date, tree.language)))] : []),
    ...factsXml(tree.facts ?? []),
  ].join('');
}

/**
 * Contents as Word's own field, so that it can be updated there; the entries that stand in it until then are links without page numbers, because
 * only Word knows on which page it will put a heading.
 */
function contents({ tree, bookmarks }: DocxWriting): string {
  const entries = tree.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level <= 2
      ? [
          {
            style: `TOC${block.level}`,
            link: `<w:hyperlink w:anchor="${bookmarks.get(block)}" w:history="1">${run(plainText(block.content))}</w:hyperlink>`,
          },
        ]
      : [],
  );
  if (entries.length === 0) return pageBreak;
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const lines = entries.map(({ style, link }, index) =>
    paragraphXml(style, `${index === 0 ? begin : ''}${link}${index === entries.length - 1 ? end : ''}`),
  );
  return `${paragraphXml('TOCHeading', run(documentTexts[tree.language].contents), '<w:pageBreakBefore/>')}${lines.join('')}${pageBreak}`;
}

function blockXml(block: Block, writing: DocxWriting): string {
  const { links, marks, numbering, tree } = writing;
  const inline = (content: readonly Inline[]) => inlineXml(content, links, marks);
  const item = (list: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
  switch (block.kind) {
    case 'heading': {
      const bookmark = writing.bookmarks.get(block);
      const id = [...writing.bookmarks.keys()].indexOf(block) + 1;
      return paragraphXml(
        `Heading${block.level}`,
        `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>${inline(block.content)}<w:bookmarkEnd w:id="${id}"/>`,
      );
    }
    case 'paragraph':
      return paragraphXml('Normal', inline(block.content));
    case 'list': {
      const list = block.ordered ? numbering.ordered(block.start ?? 1) : numbering.bullets;
      return block.items.map((each) => paragraphXml('ListParagraph', inline(each.content), item(list))).join('');
    }
    case 'table':
      return tableXml(block, inline);
    case 'decision':
      return [
        paragraphXml('DecisionIntro', inline(block.intro)),
        ...block.clauses.map((clause) => paragraphXml('DecisionClause', inline(clause), item(numbering.dashes))),
      ].join('');
    case 'quotation':
      return [
        ...(block.label ? [paragraphXml('QuoteLabel', run(block.label))] : []),
        paragraphXml('Quote', inline(block.content), block.cite ? '<w:keepNext/>' : ''),
        ...(block.cite ? [paragraphXml('QuoteSource', run(block.cite))] : []),
      ].join('');
    case 'facts':
      return factsXml(block.facts).join('');
    case 'callout':
      return paragraphXml(
        'Callout',
        `${run(`${documentTexts[tree.language].tone[block.tone]}: `, '<w:b/>')}${inline(block.content)}`,
      );
    case 'chart':
      return chartXml(block);
    case 'diagram':
      return writing.pictures.diagramXml(block, textWidth);
    case 'divider':
      return paragraphXml('Divider', '');
    case 'pageBreak':
      return pageBreak;
  }
}

/**
 * A chart as lines of text, each followed by a line whose ground is the bar: nothing that a screen reader, a converter or an older Word must know how
 * to draw. What it shows is said first, in its own words.
 */
function chartXml(chart: Chart): string {
  const places = barPlaces(chart);
  const fill = { full: 'B3123B', light: 'E1A0B1', outline: 'F5E3E8' } as const;
  const bars = chart.bars.map(({ label, text, look }, index) => {
    const { from, to } = places[index]!;
    const left = Math.round(from * textWidth);
    const right = Math.min(textWidth - left - 20, Math.round((1 - to) * textWidth));
    const name = `${run(`${label}: `)}${run(text, '<w:b/>')}`;
    const bar = `<w:shd w:val="clear" w:color="auto" w:fill="${fill[look ?? 'full']}"/><w:spacing w:before="0" w:after="80" w:line="140" w:lineRule="exact"/><w:ind w:left="${left}" w:right="${right}"/>`;
    return `${paragraphXml('TableText', name, '<w:keepNext/>')}${paragraphXml('Normal', '', bar)}`;
  });
  return [
    paragraphXml('Caption', run(chart.title)),
    paragraphXml('Normal', run(chart.alt), '<w:keepNext/>'),
    ...bars,
  ].join('');
}

/** Facts are lines with a tab and not a table: a table without a header row stops a screen reader, and Word's own checker. */
function factsXml(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact, index) =>
    paragraphXml(
      'Facts',
      `${run(fact.label, '<w:color w:val="4F5968"/>')}<w:r><w:tab/></w:r>${run(fact.value)}`,
      index < facts.length - 1 ? '<w:keepNext/>' : '',
    ),
  );
}

function tableXml(table: Table, inline: (content: readonly Inline[]) => string): string {
  const columns = columnsOf(table);
  const widths = columnWidths(columns, textWidth, twipsPerCharacter, cellPadding);
  const cell = (content: readonly Inline[], index: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${paragraphXml('TableText', inline(content), columns[index]?.figures ? '<w:jc w:val="right"/>' : '')}</w:tc>`;
  const row = (cells: readonly (readonly Inline[])[], properties: string) =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.map(cell).join('')}</w:tr>`;
  const look = `<w:tblLook w:val="${table.rowHeader ? '00A0' : '0020'}" w:firstRow="1" w:lastRow="0" w:firstColumn="${table.rowHeader ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
  const caption = table.caption ?? '';
  return [
    ...(caption ? [paragraphXml('Caption', run(caption))] : []),
    `<w:tbl><w:tblPr><w:tblStyle w:val="KansliTable"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}</w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    row(table.header, '<w:tblHeader/>'),
    ...table.rows.map((cells) => row(cells, '')),
    '</w:tbl>',
    paragraphXml('TableEnd', ''),
  ].join('');
}

/** A note that nothing cites cannot be an endnote, but it is in the document and stays in it. */
function uncitedNotes({ tree, links, marks }: DocxWriting): string {
  const notes = (tree.notes ?? []).filter((note) => !marks.isCited(note.number));
  if (notes.length === 0) return '';
  const lines = notes.map((note) =>
    paragraphXml(
      'EndnoteText',
      `${run(`${note.number}.`)}<w:r><w:tab/></w:r>${inlineXml(note.content.map(withoutMark), links, marks)}`,
    ),
  );
  return [paragraphXml('Heading1', run(notesTitleOf(tree))), ...lines].join('');
}
