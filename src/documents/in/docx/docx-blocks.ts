import { holdLimit } from '../limits.ts';
import { type BlockSink, LinesSink } from '../office/lines-sink.ts';
import type { OfficeMarker } from '../office/office-document.ts';
import type { Run } from '../source-builder.ts';
import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import { DocxFields } from './docx-fields.ts';
import { type DocxCounts, DocxInlineReader, type InlineContent, type NoteReference } from './docx-inline.ts';
import { attribute, integer, isOn } from './docx-names.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { type DocxStyles, headingOfOutline, type ParagraphStyle } from './docx-styles.ts';

/** What the walk needs of the other parts of the package. */
export type DocxSurroundings = {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  readonly note: (reference: NoteReference) => XmlElement | undefined;
  readonly counts: DocxCounts;
};

/** No table of a paper has more columns; a cell that says it spans more is there to fill the memory. */
const mostColumns = 1_000;

/** Walks through the paragraphs and tables of a part in the order in which they are printed. */
export class DocxBlockReader {
  readonly #around: DocxSurroundings;
  readonly #fields = new DocxFields();
  readonly #inline: DocxInlineReader;
  readonly #placedNotes = new Set<string>();
  #noteNumber = 0;
  /** Notes cited in a table, which follow it. */
  #waitingNotes: NoteReference[] = [];
  #depth = 0;
  /** Words of a paragraph whose end was taken away by a tracked change: they go on in the next. */
  #carried: readonly (readonly Run[])[] = [];

  constructor(around: DocxSurroundings) {
    this.#around = around;
    this.#inline = new DocxInlineReader(around.styles, this.#fields, around.counts);
  }

  read(container: XmlElement, sink: BlockSink): void {
    for (const child of container.children) if (typeof child !== 'string') this.#block(child, sink);
  }

  #block(element: XmlElement, sink: BlockSink): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element, sink);
        return;
      case 'w:tbl':
        this.#table(element, sink);
        return;
      case 'w:sdt':
        this.read(childOf(element, 'w:sdtContent') ?? element, sink);
        return;
      case 'mc:AlternateContent':
        this.read(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element, sink);
        return;
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        this.read(element, sink);
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#around.counts.changes += 1;
    }
  }

  #paragraph(element: XmlElement, sink: BlockSink): void {
    const properties = childOf(element, 'w:pPr');
    const style = this.#around.styles.paragraph(attribute(childOf(properties, 'w:pStyle'), 'val'));
    const content = this.#inline.read(element, style);
    const breakBefore = isOn(childOf(properties, 'w:pageBreakBefore')) ?? style.pageBreakBefore;
    if (breakBefore || content.pageBefore) sink.pageBreak();
    const lines = this.#joined(content.lines);
    const mark = childOf(properties, 'w:rPr');
    if (mark && (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom'))) this.#carried = lines;
    else this.#emit(lines, content, style, properties, sink);
    for (const box of content.boxes) this.read(box, sink);
    this.#notes(content.notes, sink);
    if (content.pageAfter || endsSectionWithPage(properties)) sink.pageBreak();
  }

  #emit(
    lines: readonly (readonly Run[])[],
    content: InlineContent,
    style: ParagraphStyle,
    properties: XmlElement | undefined,
    sink: BlockSink,
  ): void {
    const marker = this.#marker(style, properties);
    const outline = headingOfOutline(integer(childOf(properties, 'w:outlineLvl')));
    const heading = (outline ?? style.heading) || undefined;
    if (heading !== undefined && !style.isContents) this.#fields.endContents();
    const contents = style.isContents || (content.isContents && heading === undefined);
    if (heading === undefined && !marker && !contents) sink.paragraph({ lines });
    else
      sink.paragraph({
        lines,
        ...(heading !== undefined && { heading }),
        ...(marker && { marker }),
        ...(contents && { contents }),
      });
  }

  #joined(lines: readonly (readonly Run[])[]): readonly (readonly Run[])[] {
    if (this.#carried.length === 0) return lines;
    const before = this.#carried;
    this.#carried = [];
    return [...before.slice(0, -1), [...(before.at(-1) ?? []), ...(lines[0] ?? [])], ...lines.slice(1)];
  }

  #marker(style: ParagraphStyle, properties: XmlElement | undefined): OfficeMarker | undefined {
    const own = childOf(properties, 'w:numPr');
    const list = attribute(childOf(own, 'w:numId'), 'val') ?? style.numberId;
    // List 0 takes away what the style gives.
    if (list === undefined || list === '0') return undefined;
    const { numbering } = this.#around;
    const ofStyle = style.numberId === undefined ? undefined : numbering.levelOfStyle(list, style.id);
    return numbering.next(list, integer(childOf(own, 'w:ilvl')) ?? ofStyle ?? style.level ?? 0);
  }

  /** A note stands after the paragraph that cites it, with the number that the document prints. */
  #notes(references: readonly NoteReference[], sink: BlockSink): void {
    if (this.#depth > 0) {
      this.#waitingNotes.push(...references);
      return;
    }
    for (const reference of references) {
      const key = `${reference.kind} ${reference.id}`;
      const note = this.#around.note(reference);
      if (!note || this.#placedNotes.has(key)) continue;
      this.#placedNotes.add(key);
      this.#noteNumber += 1;
      const lines = new LinesSink();
      this.read(note, lines);
      const [first, ...more] = lines.lines.map((runs) => runs.map(tabAsSpace));
      if (first)
        sink.paragraph({
          lines: [[{ text: `${reference.mark ?? this.#noteNumber} ` }, ...trimmedStart(first)], ...more],
        });
    }
  }

  /** A table of one column only shapes the page: its paragraphs are paragraphs. */
  #table(table: XmlElement, sink: BlockSink): void {
    const rows = rowsOf(table, this.#around.counts);
    if (rows.every((row) => row.cells.length <= 1)) {
      for (const { cells } of rows) for (const cell of cells) this.read(cell, sink);
      return;
    }
    this.#depth += 1;
    sink.table(rows.map((row) => this.#row(row)));
    this.#depth -= 1;
    if (this.#depth > 0) return;
    const waiting = this.#waitingNotes;
    this.#waitingNotes = [];
    this.#notes(waiting, sink);
  }

  /** A cell that spans columns stands in the first of them, one that spans rows in the first of them; the others are empty. */
  #row({ before, cells }: Row): readonly (readonly Run[])[] {
    const row: (readonly Run[])[] = Array(before).fill([]);
    for (const cell of cells) {
      const properties = childOf(cell, 'w:tcPr');
      const merge = childOf(properties, 'w:vMerge');
      const content = new LinesSink();
      this.read(cell, content);
      const goesOn = merge && attribute(merge, 'val') !== 'restart';
      row.push(goesOn ? [] : content.cell());
      const span = Math.min(integer(childOf(properties, 'w:gridSpan')) ?? 1, mostColumns);
      for (let column = 1; column < span; column++) row.push([]);
      holdLimit('tableCells', row.length);
    }
    return row;
  }
}

type Row = { readonly before: number; readonly cells: readonly XmlElement[] };

/** The rows and cells of a table, through the content controls that may stand around them, without those that were taken away. */
function rowsOf(table: XmlElement, counts: DocxCounts): readonly Row[] {
  return unwrapped(table, 'w:tr').flatMap((row) => {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del')) {
      counts.changes += 1;
      return [];
    }
    const before = Math.min(integer(childOf(properties, 'w:gridBefore')) ?? 0, mostColumns);
    return [{ before, cells: unwrapped(row, 'w:tc').filter((cell) => !childOf(childOf(cell, 'w:tcPr'), 'w:cellDel')) }];
  });
}

function unwrapped(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(child.name)
      ? unwrapped(child, name)
      : [];
  });
}

/** The end of a section begins a new page, unless the next section says that it goes on; Word keeps that with the next, we with this one. */
function endsSectionWithPage(properties: XmlElement | undefined): boolean {
  const section = childOf(properties, 'w:sectPr');
  return section !== undefined && attribute(childOf(section, 'w:type'), 'val') !== 'continuous';
}

function tabAsSpace(run: Run): Run {
  return run.text.includes('\t') ? { ...run, text: run.text.replaceAll('\t', ' ') } : run;
}

function trimmedStart(runs: readonly Run[]): readonly Run[] {
  const [first, ...rest] = runs;
  return first ? [{ ...first, text: first.text.trimStart() }, ...rest] : [];
}
