import { hash } from 'node:crypto';
import type { ReadProblem } from '../../tree/recognise.ts';
import type { ListMarker, SourceDocument, SourceFormat } from '../../tree/source.ts';
import { holdLimit } from '../limits.ts';
import { isRowOfRuns, type ListItemDraft, type Run, sourceBuilder } from '../source-builder.ts';
import { contentsEntryOf } from './contents-entry.ts';

/** A paragraph as a word processor has it: its printed lines, and what its style and list say of it. */
export type OfficeParagraph = {
  readonly lines: readonly (readonly Run[])[];
  /** 1–6 when it is a heading. */
  readonly heading?: number;
  readonly marker?: OfficeMarker;
  /** It stands in a table of contents. */
  readonly contents?: boolean;
};

/** The marker of a list that the program computes: "7.", "§ 12", "a)", or a sign. */
export type OfficeMarker = {
  readonly printed: string;
  readonly bullet: boolean;
  readonly level: number;
  /** Which list it counts in. */
  readonly list: string;
};

export type OfficeTable = readonly (readonly (readonly Run[])[])[];

/**
 * What the readers of DOCX and ODT share: paragraphs come one by one, and become the blocks that the same words would be in text. List items that
 * follow each other are one list, lines with tabs that follow each other one table; a number that is no plain "7." stands first in the words.
 */
export class OfficeDocument {
  readonly #builder = sourceBuilder();
  readonly #problems: ReadProblem[] = [];
  #items: ListItemDraft[] = [];
  /** The lists whose items are being collected, and the level of the first of them. */
  #lists = new Set<string>();
  #firstLevel = 0;
  #rows: (readonly Run[])[] = [];
  #blocks = 0;
  #cells = 0;
  #characters = 0;

  paragraph({ lines, heading, marker, contents }: OfficeParagraph): void {
    this.#count(lines);
    const clean = lines.map(withoutLeadingTab);
    if (contents) {
      this.#flush();
      for (const line of clean) this.#builder.contents(contentsEntryOf(wordsOf(line)), line);
    } else if (heading !== undefined) {
      this.#flush();
      // A line break in a heading only shapes it: the heading is one.
      this.#builder.heading(heading, withMarker(spaced(clean), marker));
    } else if (marker?.printed && hasWords(clean)) this.#listItem(clean, marker);
    else if (clean.length > 0 && clean.every(isRowOfRuns)) {
      this.#flush('rows');
      this.#rows.push(...clean);
    } else {
      this.#flush();
      this.#builder.paragraph(...clean);
    }
  }

  table(rows: OfficeTable): void {
    this.#flush();
    for (const row of rows) {
      this.#cells += row.length;
      holdLimit('tableCells', this.#cells);
      this.#count(row);
    }
    this.#builder.table(rows);
  }

  /** A header or footer of the pages, which stands once. */
  runningHead(lines: readonly (readonly Run[])[]): void {
    this.#flush();
    this.#count(lines);
    for (const line of lines) this.#builder.furniture('runningHead', line);
  }

  pageBreak(): void {
    this.#flush();
    this.#builder.pageBreak();
  }

  problem(code: string, message: string): void {
    this.#problems.push({ code, message });
  }

  build(bytes: Uint8Array, format: SourceFormat): SourceDocument {
    this.#flush();
    const { places: _, ...built } = this.#builder.build();
    let breaks = 0;
    for (let at = built.text.indexOf('\f'); at >= 0; at = built.text.indexOf('\f', at + 1)) breaks += 1;
    return {
      ...built,
      sha256: hash('sha256', bytes, 'hex'),
      format,
      problems: this.#problems,
      ...(breaks > 0 && { pages: breaks + 1 }),
    };
  }

  #listItem(lines: readonly (readonly Run[])[], marker: OfficeMarker): void {
    const plain = listMarkerOf(marker);
    if (!plain) {
      this.#flush();
      const [first = [], ...more] = lines;
      this.#builder.paragraph(withMarker(first, marker), ...more);
      return;
    }
    // An item of another list begins a new block, unless it is nested in the list before.
    const goesOn = this.#lists.has(marker.list) || marker.level > this.#firstLevel;
    this.#flush(goesOn ? 'items' : undefined);
    if (this.#items.length === 0) this.#firstLevel = marker.level;
    this.#lists.add(marker.list);
    const [runs = [], ...more] = lines;
    this.#items.push({ runs, more, printed: marker.printed, marker: plain, indent: marker.level * 2 });
  }

  /** Ends the list or the rows that were being collected, unless the same goes on. */
  #flush(goesOn?: 'items' | 'rows'): void {
    if (this.#items.length > 0 && goesOn !== 'items') {
      this.#builder.list(this.#items);
      this.#items = [];
      this.#lists.clear();
    }
    if (this.#rows.length > 0 && goesOn !== 'rows') {
      this.#builder.paragraph(...this.#rows);
      this.#rows = [];
    }
  }

  #count(lines: readonly (readonly Run[])[]): void {
    this.#blocks += 1;
    holdLimit('blocks', this.#blocks);
    for (const line of lines) for (const run of line) this.#characters += run.text.length;
    holdLimit('textCharacters', this.#characters);
  }
}

/** The marker as text would have it; undefined when text would have it as words ("a)", "1.2", "§ 12"). */
function listMarkerOf({ printed, bullet }: OfficeMarker): ListMarker | undefined {
  if (bullet) return { kind: 'bullet' };
  const number = /^(\d{1,3})[.)]$/.exec(printed)?.[1];
  return number ? { kind: 'number', number: Number(number) } : undefined;
}

function withMarker(runs: readonly Run[], marker: OfficeMarker | undefined): readonly Run[] {
  if (!marker?.printed || runs.every((run) => !run.text.trim())) return runs;
  const { text: _, place: __, ...look } = runs.find((run) => run.text.trim()) ?? { text: '' };
  return [{ text: `${marker.printed} `, ...look, struck: false }, ...runs];
}

/** Lines as one, with a space for each break and each tab. */
function spaced(lines: readonly (readonly Run[])[]): readonly Run[] {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ text: ' ' }] : []),
    ...line.map((run) => (run.text.includes('\t') ? { ...run, text: run.text.replaceAll('\t', ' ') } : run)),
  ]);
}

/** A tab before the first word only indents it. */
function withoutLeadingTab(runs: readonly Run[]): readonly Run[] {
  if (runs[0] && /^\S/.test(runs[0].text)) return runs;
  const first = runs.findIndex((run) => run.text.trim() !== '');
  if (first < 0) return [];
  const [{ text, ...look }, ...rest] = runs.slice(first) as [Run, ...Run[]];
  return [{ ...look, text: text.trimStart() }, ...rest];
}

function hasWords(lines: readonly (readonly Run[])[]): boolean {
  return lines.some((line) => line.some((run) => run.text.trim() !== ''));
}

export function wordsOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
