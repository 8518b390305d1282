import { holdLimit } from '../limits.ts';
import { type BlockSink, LinesSink } from '../office/lines-sink.ts';
import type { OfficeMarker } from '../office/office-document.ts';
import type { Run } from '../source-builder.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/parse-xml.ts';
import type { OdtInlineReader } from './odt-inline.ts';
import { type ListStyle, OdtCounters } from './odt-lists.ts';
import { countOf } from './odt-names.ts';
import type { OdtStyles } from './odt-styles.ts';

export type OdtSurroundings = {
  readonly styles: OdtStyles;
  readonly listStyles: ReadonlyMap<string, ListStyle>;
  readonly outline: ListStyle;
  readonly inline: OdtInlineReader;
};

/** Where in lists the reading is. */
type ListPlace = { readonly style: string; readonly level: number; readonly counters: OdtCounters };
type Place = { readonly list?: ListPlace; readonly marker?: OfficeMarker; readonly contents?: boolean };

/** No table of a paper has more columns or equal rows in a row. */
const mostRepeats = 1_000;
const titleName = /^(?:title|rubrik)$/i;

/** Walks through the text of an ODT in the order in which it is printed. */
export class OdtBlockReader {
  readonly #around: OdtSurroundings;
  readonly #lists = new Map<string, OdtCounters>();
  readonly #outline = new OdtCounters('outline');
  #lastOfStyle = new Map<string, OdtCounters>();
  #listCount = 0;
  #depth = 0;
  #waitingNotes: XmlElement[] = [];

  constructor(around: OdtSurroundings) {
    this.#around = around;
  }

  read(container: XmlElement, sink: BlockSink, place: Place = {}): void {
    for (const child of childrenOf(container)) this.#block(child, sink, place);
  }

  #block(element: XmlElement, sink: BlockSink, place: Place): void {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        this.#paragraph(element, sink, place);
        return;
      case 'text:list':
        this.#list(element, sink, place);
        return;
      case 'table:table':
        this.#table(element, sink);
        return;
      case 'text:soft-page-break':
        sink.pageBreak();
        return;
      case 'text:section':
        if (element.attributes['text:display'] !== 'none') this.read(element, sink, place);
        return;
      case 'text:table-of-content':
      case 'text:index-body':
      case 'text:index-title':
      case 'text:illustration-index':
      case 'text:table-index':
        this.read(element, sink, { contents: true });
        return;
      case 'draw:frame':
      case 'draw:text-box':
        this.read(element, sink, place);
    }
  }

  #paragraph(element: XmlElement, sink: BlockSink, { marker, contents }: Place): void {
    const { attributes } = element;
    const style = this.#around.styles.of('paragraph', attributes['text:style-name']);
    const { lines, pageBefore, pageAfter, boxes, notes } = this.#around.inline.read(element, style.look);
    if (style.startsPage || pageBefore) sink.pageBreak();
    const isTitle = style.names.some((name) => titleName.test(name));
    const level = countOf(attributes['text:outline-level'], 6);
    const heading = element.name === 'text:h' ? level : isTitle ? 1 : undefined;
    const isNumbered = element.name === 'text:h' && attributes['text:is-list-header'] !== 'true';
    const printed = marker ?? (isNumbered ? this.#outline.next(this.#around.outline, level) : undefined);
    sink.paragraph({
      lines,
      ...(heading !== undefined && { heading }),
      ...(printed && { marker: printed }),
      ...(contents && { contents }),
    });
    for (const box of boxes) this.read(box, sink);
    this.#notes(notes, sink);
    if (pageAfter) sink.pageBreak();
  }

  /** A list may go on from one before it: from a named one, or from the last of the same style. */
  #list(list: XmlElement, sink: BlockSink, place: Place): void {
    const { attributes } = list;
    const style = attributes['text:style-name'] ?? place.list?.style ?? this.#styleOfContent(list) ?? '';
    const level = (place.list?.level ?? 0) + 1;
    const continued =
      place.list?.counters ??
      this.#lists.get(attributes['text:continue-list'] ?? '') ??
      (attributes['text:continue-numbering'] === 'true' ? this.#lastOfStyle.get(style) : undefined);
    const counters = continued ?? new OdtCounters(`list ${++this.#listCount}`);
    const id = attributes['xml:id'];
    if (id) this.#lists.set(id, counters);
    this.#lastOfStyle.set(style, counters);
    const levels: ListStyle = this.#around.listStyles.get(style) ?? new Map();
    for (const item of childrenOf(list)) {
      const start = item.attributes['text:start-value'];
      let marker: OfficeMarker | undefined;
      const content = childrenOf(item);
      // An item that holds only a list of its own is there for the level and prints no marker.
      const opensWithWords = content[0]?.name === 'text:p' || content[0]?.name === 'text:h';
      if (item.name === 'text:list-item' && opensWithWords)
        marker = counters.next(levels, level, start === undefined ? undefined : countOf(start, 1_000_000));
      content.forEach((child, index) => {
        this.#block(child, sink, { list: { style, level, counters }, ...(index === 0 && marker && { marker }) });
      });
    }
  }

  /** A list without a style of its own takes that of its first paragraph. */
  #styleOfContent(list: XmlElement): string | undefined {
    const first = childrenOf(childrenOf(list)[0])[0];
    return first && this.#around.styles.of('paragraph', first.attributes['text:style-name']).listStyle;
  }

  #notes(notes: readonly XmlElement[], sink: BlockSink): void {
    if (this.#depth > 0) {
      this.#waitingNotes.push(...notes);
      return;
    }
    for (const note of notes) {
      const mark = textOf(childOf(note, 'text:note-citation')).trim();
      const lines = new LinesSink();
      this.read(childOf(note, 'text:note-body') ?? note, lines);
      const [first, ...more] = lines.lines;
      if (first) sink.paragraph({ lines: [[{ text: mark ? `${mark} ` : '' }, ...first], ...more] });
    }
  }

  /** A table of one column only shapes the page: its paragraphs are paragraphs. */
  #table(table: XmlElement, sink: BlockSink): void {
    const rows = rowsOf(table);
    if (rows.every((row) => cellsOf(row).length <= 1)) {
      for (const row of rows) for (const cell of cellsOf(row)) this.read(cell, sink);
      return;
    }
    this.#depth += 1;
    const read = rows.flatMap((row) => {
      const cells = this.#row(row);
      const times = countOf(row.attributes['table:number-rows-repeated'], mostRepeats);
      return cells.some((cell) => cell.length > 0) ? Array<typeof cells>(times).fill(cells) : [];
    });
    sink.table(read);
    this.#depth -= 1;
    if (this.#depth > 0) return;
    const waiting = this.#waitingNotes;
    this.#waitingNotes = [];
    this.#notes(waiting, sink);
  }

  /** A covered cell lies under one that spans it, and is empty. */
  #row(row: XmlElement): readonly (readonly Run[])[] {
    const cells: (readonly Run[])[] = [];
    for (const cell of cellsOf(row)) {
      const content = new LinesSink();
      if (cell.name === 'table:table-cell') this.read(cell, content);
      const times = countOf(cell.attributes['table:number-columns-repeated'], mostRepeats);
      for (let column = 0; column < times; column++) cells.push(content.cell());
      holdLimit('tableCells', cells.length);
    }
    return cells;
  }
}

const rowGroups = ['table:table-header-rows', 'table:table-rows', 'table:table-row-group'];

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return rowGroups.includes(child.name) ? rowsOf(child) : [];
  });
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return childrenOf(row).filter(({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell');
}
