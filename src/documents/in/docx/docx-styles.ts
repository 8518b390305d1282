import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import { attribute, integer, isOn } from './docx-names.ts';

/** The looks that a style or a run can switch on or off; undefined says nothing, and the style it is based on counts. */
export type Look = { bold?: boolean; italic?: boolean; struck?: boolean; hidden?: boolean };
const looks = ['bold', 'italic', 'struck', 'hidden'] as const;

/** What a paragraph style says that matters for reading, with what it inherits. */
export type ParagraphStyle = {
  readonly id: string;
  readonly look: Look;
  readonly heading?: number;
  readonly isContents: boolean;
  readonly numberId?: string;
  readonly level?: number;
  readonly pageBreakBefore: boolean;
};

const headingName = /^(?:heading|rubrik)\s*([1-9])$/iu;
const titleName = /^(?:title|rubrik)$/iu;
const contentsName = /^(?:toc|contents|innehåll)\s*[1-9]$/iu;
const bodyText = 9;

/** The look that the properties of a run ask for. Of an element that stands twice the first counts. */
export function lookOf(properties: XmlElement | undefined): Look {
  const look: Look = {};
  let [once, twice]: (boolean | undefined)[] = [];
  for (const child of properties?.children ?? []) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:b') look.bold ??= isOn(child);
    else if (child.name === 'w:i') look.italic ??= isOn(child);
    else if (child.name === 'w:vanish') look.hidden ??= isOn(child);
    else if (child.name === 'w:strike') once ??= isOn(child);
    else if (child.name === 'w:dstrike') twice ??= isOn(child);
  }
  look.struck = once || (twice ?? once);
  return look;
}

/** The heading level of outline level 0–8; 0 for body text. */
export function headingOfOutline(level: number | undefined): number | undefined {
  if (level === undefined) return undefined;
  return level >= 0 && level < bodyText ? Math.min(level + 1, 6) : 0;
}

/** The styles of a document, each with what it inherits through `basedOn`. */
export class DocxStyles {
  readonly #styles: ReadonlyMap<string, XmlElement>;
  readonly #defaultParagraph: string | undefined;
  readonly #defaults: Look;
  readonly #paragraphs = new Map<string | undefined, ParagraphStyle>();
  readonly #runs = new Map<string, Look>();

  constructor(part: XmlElement | undefined) {
    const styles = childrenOf(part, 'w:style');
    this.#styles = new Map(styles.map((style) => [attribute(style, 'styleId') ?? '', style]));
    const isDefault = (style: XmlElement) =>
      attribute(style, 'type') === 'paragraph' && ['1', 'true', 'on'].includes(attribute(style, 'default') ?? '');
    const fallback = styles.find(isDefault);
    this.#defaultParagraph = fallback && attribute(fallback, 'styleId');
    const defaults = childOf(childOf(childOf(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.#defaults = lookOf(defaults);
  }

  paragraph(id: string | undefined): ParagraphStyle {
    const known = this.#paragraphs.get(id);
    if (known) return known;
    const style = this.#resolve(id !== undefined && this.#styles.has(id) ? id : this.#defaultParagraph);
    this.#paragraphs.set(id, style);
    return style;
  }

  /** Marks of notes are runs of a style that Word names itself. */
  isNoteMark(runStyle: string | undefined): boolean {
    return runStyle !== undefined && /^(?:foot|end)note reference$/iu.test(this.#name(runStyle));
  }

  /**
   * The look of a run. A look that both the paragraph's style and the run's style switch on is off again, as when an emphasised word stands in an
   * emphasised quotation (ISO/IEC 29500-1, 17.7.3); what the run says itself counts before both.
   */
  run(paragraph: ParagraphStyle, runStyle: string | undefined, direct: Look): Look {
    const styled = this.#styledRun(paragraph, runStyle);
    const look: Look = {};
    for (const name of looks) look[name] = direct[name] ?? styled[name];
    return look;
  }

  #styledRun(paragraph: ParagraphStyle, runStyle: string | undefined): Look {
    if (runStyle === undefined) return paragraph.look;
    const key = `${paragraph.id}\n${runStyle}`;
    const known = this.#runs.get(key);
    if (known) return known;
    const ofRun = this.#inheritedLook(this.#chain(runStyle));
    const look: Look = {};
    for (const name of looks) {
      const switched = Boolean(paragraph.look[name]) !== Boolean(ofRun[name]);
      look[name] = Boolean(this.#defaults[name]) || switched;
    }
    this.#runs.set(key, look);
    return look;
  }

  #resolve(id: string | undefined): ParagraphStyle {
    const chain = this.#chain(id);
    const properties = chain.flatMap((style) => childOf(style, 'w:pPr') ?? []);
    const first = (name: string) => properties.flatMap((each) => childOf(each, name) ?? [])[0];
    const numbering = properties.flatMap((each) => childOf(each, 'w:numPr') ?? [])[0];
    const names = chain.map((style) => attribute(childOf(style, 'w:name'), 'val') ?? '');
    return {
      id: id ?? '',
      look: this.#inheritedLook(chain),
      heading: headingOfOutline(integer(first('w:outlineLvl'))) ?? headingOfNames([...names, id ?? '']),
      isContents: names.some((name) => contentsName.test(name)),
      numberId: attribute(childOf(numbering, 'w:numId'), 'val'),
      level: integer(childOf(numbering, 'w:ilvl')),
      pageBreakBefore: isOn(first('w:pageBreakBefore')) ?? false,
    };
  }

  #inheritedLook(chain: readonly XmlElement[]): Look {
    const look: Look = { ...this.#defaults };
    for (const style of [...chain].reverse()) {
      const own = lookOf(childOf(style, 'w:rPr'));
      for (const name of looks) look[name] = own[name] ?? look[name];
    }
    return look;
  }

  /** A style and those it is based on, nearest first; one that is based on itself ends there. */
  #chain(id: string | undefined): readonly XmlElement[] {
    const chain = new Set<XmlElement>();
    for (let next = id; next !== undefined; ) {
      const style = this.#styles.get(next);
      if (!style || chain.has(style)) break;
      chain.add(style);
      next = attribute(childOf(style, 'w:basedOn'), 'val');
    }
    return [...chain];
  }

  #name(id: string): string {
    return attribute(childOf(this.#styles.get(id), 'w:name'), 'val') ?? '';
  }
}

function headingOfNames(names: readonly string[]): number | undefined {
  for (const name of names) {
    const level = headingName.exec(name)?.[1];
    if (level) return Math.min(Number(level), 6);
    if (titleName.test(name)) return 1;
  }
  return undefined;
}
