import { bulletOf } from '../office/bullet.ts';
import { printNumber } from '../office/number-format.ts';
import type { OfficeMarker } from '../office/office-document.ts';
import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import { attribute, integer, isOn } from './docx-names.ts';
import type { DocxStyles } from './docx-styles.ts';

type Level = {
  readonly start: number;
  readonly format: string;
  /** "%1." or "§ %1" or "%1.%2": each % stands for the counter of a level. */
  readonly text: string;
  /** The level whose step starts this one anew; 0 never, undefined any higher one. */
  readonly restart?: number;
  readonly legal: boolean;
  readonly style?: string;
};
type List = {
  readonly abstractId: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
};

/** How many levels a list can have (ISO/IEC 29500-1, 17.9). */
const mostLevels = 9;

/**
 * The numbers that Word computes while it shows a document: they stand nowhere in the file. Every list is an instance of a pattern, and the
 * counters belong to the pattern, so that two lists of one pattern go on from each other unless an instance says where it starts.
 */
export class DocxNumbering {
  readonly #instances = new Map<string, XmlElement>();
  readonly #patternOf: (id: string) => XmlElement | undefined;
  readonly #patterns = new Map<string, ReadonlyMap<number, Level>>();
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(part: XmlElement | undefined, styles: DocxStyles) {
    const patterns = new Map(
      childrenOf(part, 'w:abstractNum').map((pattern) => [attribute(pattern, 'abstractNumId') ?? '', pattern]),
    );
    const instances = childrenOf(part, 'w:num');
    const patternOf = (id: string, steps = 0): XmlElement | undefined => {
      const pattern = patterns.get(id);
      const link = attribute(childOf(pattern, 'w:numStyleLink'), 'val');
      if (link === undefined || steps > mostLevels) return pattern;
      const linked = styles.paragraph(link).numberId;
      const instance = instances.find((one) => attribute(one, 'numId') === linked);
      if (!instance) return pattern;
      return patternOf(attribute(childOf(instance, 'w:abstractNumId'), 'val') ?? '', steps + 1);
    };
    this.#patternOf = patternOf;
    for (const instance of instances) this.#instances.set(attribute(instance, 'numId') ?? '', instance);
  }

  /** A list, taken apart when it is first used: programs write many more than a paper needs. */
  #list(id: string): List | undefined {
    const known = this.#lists.get(id);
    const instance = this.#instances.get(id);
    if (known || !instance) return known;
    const abstractId = attribute(childOf(instance, 'w:abstractNumId'), 'val') ?? '';
    const overrides = childrenOf(instance, 'w:lvlOverride');
    const own = overrides.flatMap((one) => childOf(one, 'w:lvl') ?? []);
    const list: List = {
      abstractId,
      levels: own.length > 0 ? new Map([...this.#levels(abstractId), ...levelsOf(own)]) : this.#levels(abstractId),
      starts: new Map(
        overrides.flatMap((one) => {
          const start = integer(childOf(one, 'w:startOverride'));
          return start === undefined ? [] : [[integer(one, 'ilvl') ?? 0, start]];
        }),
      ),
    };
    this.#lists.set(id, list);
    return list;
  }

  /** The level at which a list numbers the paragraphs of a style. */
  levelOfStyle(listId: string, style: string): number | undefined {
    const levels = this.#list(listId)?.levels ?? [];
    for (const [level, { style: own }] of levels) if (own === style) return level;
    return undefined;
  }

  /** The levels of a pattern, taken apart once for all its lists. */
  #levels(abstractId: string): ReadonlyMap<number, Level> {
    const known = this.#patterns.get(abstractId);
    if (known) return known;
    const levels = levelsOf(childrenOf(this.#patternOf(abstractId), 'w:lvl'));
    this.#patterns.set(abstractId, levels);
    return levels;
  }

  /** Counts one paragraph more and gives its marker; undefined when the list does not exist. */
  next(listId: string, level: number): OfficeMarker | undefined {
    const list = this.#list(listId);
    const pattern = list?.levels.get(level);
    if (!list || !pattern) return undefined;
    const counters = this.#counters.get(list.abstractId) ?? Array<number | undefined>(mostLevels).fill(undefined);
    this.#counters.set(list.abstractId, counters);
    this.#begin(listId, list, counters);
    const before = counters[level];
    counters[level] = before === undefined ? (list.starts.get(level) ?? pattern.start) : before + 1;
    this.#restartBelow(list, counters, level);
    if (pattern.format === 'bullet') return { printed: bulletOf(pattern.text), bullet: true, level, list: listId };
    const printed = pattern.text.replace(/%([1-9])/g, (_, number: string) => {
      const at = Number(number) - 1;
      const other = list.levels.get(at);
      const value = counters[at] ?? other?.start ?? 1;
      return printNumber(value, pattern.legal ? 'decimal' : (other?.format ?? 'decimal'));
    });
    return { printed: printed.trim(), bullet: false, level, list: listId };
  }

  /** An instance that says where it starts does so when it is first used. */
  #begin(listId: string, { starts }: List, counters: (number | undefined)[]): void {
    if (this.#begun.has(listId)) return;
    this.#begun.add(listId);
    for (const level of starts.keys()) counters[level] = undefined;
  }

  #restartBelow({ levels }: List, counters: (number | undefined)[], level: number): void {
    for (let below = level + 1; below < mostLevels; below++) {
      const restart = levels.get(below)?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counters[below] = undefined;
    }
  }
}

function levelsOf(elements: readonly XmlElement[]): ReadonlyMap<number, Level> {
  return new Map(
    elements.flatMap((element) => {
      const level = integer(element, 'ilvl') ?? 0;
      if (level < 0 || level >= mostLevels) return [];
      const restart = integer(childOf(element, 'w:lvlRestart'));
      const style = attribute(childOf(element, 'w:pStyle'), 'val');
      const row: Level = {
        start: integer(childOf(element, 'w:start')) ?? 0,
        format: attribute(childOf(element, 'w:numFmt'), 'val') ?? 'decimal',
        text: attribute(childOf(element, 'w:lvlText'), 'val') ?? '',
        legal: isOn(childOf(element, 'w:isLgl')) ?? false,
        ...(restart !== undefined && { restart }),
        ...(style !== undefined && { style }),
      };
      return [[level, row]];
    }),
  );
}
