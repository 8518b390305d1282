import type { Run } from '../source-builder.ts';
import { childOf, textOf, type XmlElement } from '../xml/parse-xml.ts';
import { countOf } from './odt-names.ts';
import type { OdtLook, OdtStyles } from './odt-styles.ts';

/** The words of one paragraph: its printed lines, where pages end in it, and what stands outside its flow. */
export type OdtInline = {
  readonly lines: readonly (readonly Run[])[];
  readonly pageBefore: boolean;
  readonly pageAfter: boolean;
  readonly boxes: readonly XmlElement[];
  readonly notes: readonly XmlElement[];
};

/** What is kept in a document and not printed, counted. */
export type OdtCounts = { changes: number; hidden: number; comments: number };

const silent = new Set([
  'office:annotation-end',
  'text:tracked-changes',
  'text:ruby-text',
  'draw:image',
  'draw:object',
]);
/** More spaces in a row than this shape nothing. */
const mostSpaces = 200;

export class OdtInlineReader {
  readonly #styles: OdtStyles;
  readonly #counts: OdtCounts;
  readonly #ticks: ReadonlyMap<string, string>;
  #lines: Run[][] = [[]];
  #boxes: XmlElement[] = [];
  #notes: XmlElement[] = [];
  #pageBefore = false;
  #pageAfter = false;

  /** `ticks` are the tick boxes of forms by the name that controls in the text have for them. */
  constructor(styles: OdtStyles, counts: OdtCounts, ticks: ReadonlyMap<string, string>) {
    this.#styles = styles;
    this.#counts = counts;
    this.#ticks = ticks;
  }

  read(paragraph: XmlElement, look: OdtLook): OdtInline {
    this.#lines = [[]];
    this.#boxes = [];
    this.#notes = [];
    this.#pageBefore = this.#pageAfter = false;
    this.#children(paragraph, look);
    return {
      lines: this.#lines,
      pageBefore: this.#pageBefore,
      pageAfter: this.#pageAfter,
      boxes: this.#boxes,
      notes: this.#notes,
    };
  }

  #children(element: XmlElement, look: OdtLook): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#say(collapsed(child, this.#lines.at(-1)!), look);
      else this.#element(child, look);
    }
  }

  #element(element: XmlElement, look: OdtLook): void {
    if (silent.has(element.name)) return;
    switch (element.name) {
      case 'text:span':
        this.#span(element, look);
        return;
      case 'text:tab':
        this.#say('\t', look);
        return;
      case 'text:s':
        this.#say(' '.repeat(countOf(element.attributes['text:c'], mostSpaces)), look);
        return;
      case 'text:line-break':
        if (!look.hidden) this.#lines.push([]);
        return;
      case 'text:soft-page-break':
        if (this.#lines.some((line) => line.length > 0)) this.#pageAfter = true;
        else this.#pageBefore = true;
        return;
      case 'text:note':
        this.#notes.push(element);
        return;
      case 'office:annotation':
        this.#counts.comments += 1;
        return;
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        this.#counts.hidden += 1;
        return;
      case 'draw:control':
        this.#say(this.#ticks.get(element.attributes['draw:control'] ?? '') ?? '', look);
        return;
      case 'draw:text-box':
      case 'draw:custom-shape':
        this.#boxes.push(element);
        return;
      case 'draw:frame':
        // A picture stands in its frame with a description for those who do not see it; those are not words of the paper.
        if (childOf(element, 'draw:text-box')) this.#boxes.push(childOf(element, 'draw:text-box')!);
        return;
      default:
        this.#children(element, look);
    }
  }

  #span(span: XmlElement, look: OdtLook): void {
    const own = this.#styles.of('text', span.attributes['text:style-name']).look;
    const inside = {
      bold: own.bold ?? look.bold,
      italic: own.italic ?? look.italic,
      struck: own.struck ?? look.struck,
      hidden: own.hidden ?? look.hidden,
    };
    if (inside.hidden && !look.hidden && textOf(span).trim()) this.#counts.hidden += 1;
    this.#children(span, inside);
  }

  #say(words: string, { bold, italic, struck, hidden }: OdtLook): void {
    const text = words.replaceAll('\u00ad', '');
    if (!text || hidden) return;
    const line = this.#lines.at(-1)!;
    const last = line.at(-1);
    if (last && !last.bold === !bold && !last.italic === !italic && !last.struck === !struck)
      line[line.length - 1] = { ...last, text: last.text + text };
    else line.push({ text, ...(bold && { bold }), ...(italic && { italic }), ...(struck && { struck }) });
  }
}

/** White space in the file is one space, and none after a space or at the start of a line: real spaces are elements of their own. */
function collapsed(words: string, line: readonly Run[]): string {
  const single = words.replace(/[ \t\r\n]+/g, ' ');
  const before = line.at(-1)?.text;
  return before === undefined || /[ \t]$/.test(before) ? single.replace(/^ /, '') : single;
}
