import { bulletOf } from '../office/bullet.ts';
import { type NumberFormat, printNumber } from '../office/number-format.ts';
import type { OfficeMarker } from '../office/office-document.ts';
import { childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import { countOf } from './odt-names.ts';

/** How ODF names the forms of numbers; an empty name prints nothing. */
const formats: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** A list style with its levels, or the numbering of headings, which has the same shape. */
export type ListStyle = ReadonlyMap<number, XmlElement>;

const numbered = new Set(['text:list-level-style-number', 'text:outline-level-style']);
const mostLevels = 10;

export function listStyleOf(element: XmlElement | undefined): ListStyle {
  return new Map(childrenOf(element).map((level) => [countOf(level.attributes['text:level'], mostLevels), level]));
}

/** The counters of one list, whichever list elements it is spread over. Levels count from 1. */
export class OdtCounters {
  readonly #values: (number | undefined)[] = [];
  readonly #list: string;

  constructor(list: string) {
    this.#list = list;
  }

  /** Counts one item more and gives its marker; undefined when the style has none at that level. */
  next(style: ListStyle, level: number, start?: number): OfficeMarker | undefined {
    const pattern = style.get(level);
    if (!pattern) return undefined;
    const before = this.#values[level];
    this.#values[level] = start ?? (before === undefined ? startOf(pattern) : before + 1);
    this.#values.length = level + 1;
    const base = { level: level - 1, list: this.#list };
    if (!numbered.has(pattern.name))
      return { printed: bulletOf(pattern.attributes['text:bullet-char'] ?? '•'), bullet: true, ...base };
    return { printed: this.#print(style, pattern, level), bullet: false, ...base };
  }

  #print(style: ListStyle, pattern: XmlElement, level: number): string {
    const { attributes } = pattern;
    if (!attributes['style:num-format']) return '';
    const shown = countOf(attributes['text:display-levels'], level);
    const numbers: string[] = [];
    for (let at = level - shown + 1; at <= level; at++) {
      const other = style.get(at);
      const format = formats[other?.attributes['style:num-format'] ?? ''];
      if (format) numbers.push(printNumber(this.#values[at] ?? startOf(other), format));
    }
    return `${attributes['style:num-prefix'] ?? ''}${numbers.join('.')}${attributes['style:num-suffix'] ?? ''}`.trim();
  }
}

function startOf(pattern: XmlElement | undefined): number {
  return countOf(pattern?.attributes['text:start-value'], 1_000_000);
}
