import type { Run } from '../source-builder.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/parse-xml.ts';
import { type DocxFields, tickOf } from './docx-fields.ts';
import { attribute } from './docx-names.ts';
import { type DocxStyles, type Look, lookOf, type ParagraphStyle } from './docx-styles.ts';
import { signOf } from './docx-symbols.ts';
import { hasWords, wordsOf } from './docx-words.ts';

/** What is told of a document besides its words. */
export type DocxCounts = { changes: number; hidden: number };

/** A reference to a note; `mark` when the document prints a sign of its own instead of the next number. */
export type NoteReference = { readonly kind: 'footnote' | 'endnote'; readonly id: string; readonly mark?: string };

/** The words of one paragraph: its printed lines, where pages end in it, and what stands outside its flow. */
export type InlineContent = {
  readonly lines: readonly (readonly Run[])[];
  readonly pageBefore: boolean;
  readonly pageAfter: boolean;
  readonly isContents: boolean;
  readonly boxes: readonly XmlElement[];
  readonly notes: readonly NoteReference[];
};

/** Elements that hold no words of the document as it is printed, or words that are told elsewhere. */
const silent = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:delText',
  'w:delInstrText',
  'w:rt',
  'w:tbl',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:annotationRef',
  'w:smartTagPr',
  'w:customXmlPr',
  'm:oMathParaPr',
  'm:rPr',
  'm:ctrlPr',
]);

/** Reads the content of paragraphs. One is kept for a whole part, because a field may run over paragraphs. */
export class DocxInlineReader {
  readonly #styles: DocxStyles;
  readonly #fields: DocxFields;
  readonly #counts: DocxCounts;
  #style!: ParagraphStyle;
  #look: Look = {};
  #font: string | undefined;
  #lines: Run[][] = [[]];
  #boxes: XmlElement[] = [];
  #notes: NoteReference[] = [];
  #pageBefore = false;
  #pageAfter = false;
  #isContents = false;
  #hasWords = false;

  constructor(styles: DocxStyles, fields: DocxFields, counts: DocxCounts) {
    this.#styles = styles;
    this.#fields = fields;
    this.#counts = counts;
  }

  read(paragraph: XmlElement, style: ParagraphStyle): InlineContent {
    this.#style = style;
    this.#look = style.look;
    this.#lines = [[]];
    this.#boxes = [];
    this.#notes = [];
    this.#pageBefore = this.#pageAfter = this.#hasWords = false;
    this.#isContents = this.#fields.isContents;
    this.#children(paragraph);
    return {
      lines: this.#lines,
      pageBefore: this.#pageBefore,
      pageAfter: this.#pageAfter,
      isContents: this.#isContents,
      boxes: this.#boxes,
      notes: this.#notes,
    };
  }

  #children(element: XmlElement): void {
    for (const child of element.children) if (typeof child !== 'string') this.#element(child);
  }

  #element(element: XmlElement): void {
    if (silent.has(element.name)) return;
    switch (element.name) {
      case 'w:r':
        this.#run(element);
        return;
      case 'w:t':
      case 'm:t':
        this.#text(element);
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#counts.changes += 1;
        return;
      case 'w:ins':
        this.#counts.changes += 1;
        this.#children(element);
        return;
      case 'w:instrText':
        this.#fields.code(element.children.join(''));
        return;
      case 'w:fldChar':
        this.#field(element);
        this.#isContents ||= this.#fields.isContents;
        return;
      case 'w:sdt':
        this.#control(element);
        return;
      case 'mc:AlternateContent':
        this.#children(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element);
        return;
      case 'w:txbxContent':
        this.#boxes.push(element);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#note(element);
        return;
      default:
        this.#sign(element);
    }
  }

  #sign(element: XmlElement): void {
    switch (element.name) {
      case 'w:tab':
      case 'w:ptab':
        this.#say('\t');
        return;
      case 'w:br':
        if (attribute(element, 'type') === 'page') this.#page();
        else this.#line();
        return;
      case 'w:cr':
        this.#line();
        return;
      case 'w:lastRenderedPageBreak':
        this.#page();
        return;
      case 'w:noBreakHyphen':
        this.#say('-');
        return;
      case 'w:softHyphen':
        return;
      case 'w:sym': {
        const code = Number.parseInt(attribute(element, 'char') ?? '', 16);
        if (code >= 0 && code <= 0xffff) this.#say(signOf(attribute(element, 'font') ?? '', code));
        return;
      }
      default:
        this.#children(element);
    }
  }

  #run(run: XmlElement): void {
    const properties = childOf(run, 'w:rPr');
    const runStyle = properties && attribute(childOf(properties, 'w:rStyle'), 'val');
    const before = this.#look;
    this.#look = properties ? this.#styles.run(this.#style, runStyle, lookOf(properties)) : this.#style.look;
    this.#font = properties && attribute(childOf(properties, 'w:rFonts'), 'ascii');
    if (this.#look.hidden && !this.#fields.isSilent) this.#counts.hidden += hasWords(run) ? 1 : 0;
    if (runStyle !== undefined && this.#styles.isNoteMark(runStyle)) this.#noteMark(run);
    else this.#children(run);
    this.#look = before;
  }

  /** The value of a form field is said before the field begins, because all that follows in it is code. */
  #field(sign: XmlElement): void {
    const value = this.#fields.valueOf(sign);
    if (value) this.#say(value);
    this.#fields.step(sign);
  }

  /** The mark of a note stands raised beside the word it belongs to; in the flow of the text it would change the word ("2024" and "2024 1"). */
  #noteMark(run: XmlElement): void {
    for (const child of childrenOf(run)) if (child.name !== 'w:t' && child.name !== 'w:tab') this.#element(child);
    const own = childrenOf(run, 'w:t').map(textOf).join('').trim();
    const last = this.#notes.at(-1);
    if (own && last && childrenOf(run).some(isReference)) this.#notes[this.#notes.length - 1] = { ...last, mark: own };
  }

  #note(reference: XmlElement): void {
    const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const id = attribute(reference, 'id');
    if (id !== undefined && !this.#look.hidden && !this.#fields.isSilent) this.#notes.push({ kind, id });
  }

  #control(control: XmlElement): void {
    const tick = tickOf(childOf(control, 'w:sdtPr'));
    if (tick) this.#say(tick);
    else this.#children(childOf(control, 'w:sdtContent') ?? control);
  }

  #text(element: XmlElement): void {
    this.#say(wordsOf(element, this.#font));
  }

  #say(text: string): void {
    if (!text || this.#look.hidden || this.#fields.isSilent) return;
    const { bold, italic, struck } = this.#look;
    const line = this.#lines.at(-1)!;
    const last = line.at(-1);
    this.#hasWords ||= /\S/.test(text);
    if (
      last &&
      Boolean(last.bold) === Boolean(bold) &&
      Boolean(last.italic) === Boolean(italic) &&
      Boolean(last.struck) === Boolean(struck)
    ) {
      line[line.length - 1] = { ...last, text: last.text + text };
      return;
    }
    if (!bold && !italic && !struck) line.push({ text });
    else line.push({ text, ...(bold && { bold }), ...(italic && { italic }), ...(struck && { struck }) });
  }

  #line(): void {
    if (!this.#look.hidden && !this.#fields.isSilent) this.#lines.push([]);
  }

  #page(): void {
    if (this.#hasWords) this.#pageAfter = true;
    else this.#pageBefore = true;
  }
}

function isReference({ name }: XmlElement): boolean {
  return name === 'w:footnoteReference' || name === 'w:endnoteReference';
}
