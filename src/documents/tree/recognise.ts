import type { DateReference } from '../../kernel/swedish-dates.ts';
import { around, join, type Passage, slice, trimmed } from './passage.ts';
import type { ContentsEntry, DocumentKind, SourceBlock, SourceLine } from './source.ts';
import type { Span } from './tree.ts';

/**
 * A proposed record: what a rule believes it has read, with the passage that shows it. Import proposes, a person confirms; a proposal says how
 * sure its rule is, and the review page shows the least sure first.
 */
export type Proposed<Type extends string, Fields> = {
  readonly type: Type;
  /** Unique within one reading of one document. */
  readonly id: string;
  readonly source: Span;
  /** Further passages that the record was read from: the heading that names the recipient, another rendering of the same decision. */
  readonly alsoAt?: readonly Span[];
  /** 0 to 1: how often a proposal of this rule is right in papers of this kind. */
  readonly confidence: number;
  /** The stable name of the rule that found it. */
  readonly rule: string;
} & Fields;

/** A proposal before the reading has given it its id. */
export type Draft<P extends { readonly id: string }> = P extends unknown ? Omit<P, 'id'> : never;

/** Something in the document that a person should look at. Nothing is corrected because of it. */
export type ReadProblem = { readonly code: string; readonly message: string; readonly source?: Span };

/** One document, or one part of a bundle, as a recogniser gets it: its blocks and what is already known about it. */
export type Reading = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly blocks: readonly SourceBlock[];
  readonly contents: readonly ContentsEntry[];
  readonly text: string;
  /** A slide rendering repeats what another part says in full. */
  readonly form?: 'document' | 'slides';
  readonly body?: string;
  readonly date?: string;
  readonly year?: number;
  readonly diaryNumber?: string;
};

export type Recognition<P extends { readonly id: string }> = {
  readonly records: readonly Draft<P>[];
  readonly problems: readonly ReadProblem[];
};

/** Reads one type of record out of the kinds of document that have it. Each noun keeps its own in `<noun>-import.ts`. */
export type Recogniser<P extends { readonly id: string }> = {
  readonly name: string;
  readonly appliesTo: readonly DocumentKind[];
  readonly recognise: (reading: Reading) => Recognition<P>;
};

/** Dates without a year take the year of the plan or report, otherwise the year nearest the date of the document. */
export function dateReference(reading: Reading): DateReference {
  return reading.year === undefined ? { date: reading.date } : { year: reading.year };
}

/** All lines of a reading in order, each knowing its block. */
export type PlacedLine = SourceLine & { readonly block: SourceBlock; readonly firstOfBlock: boolean };

export function linesOf(blocks: readonly SourceBlock[]): readonly PlacedLine[] {
  return blocks.flatMap((block) => block.lines.map((line, index) => ({ ...line, block, firstOfBlock: index === 0 })));
}

/** The words of a block as running text, its line breaks made spaces. */
export function flowOf(block: SourceBlock): Passage {
  return join(
    block.lines.map((line) => line.words),
    ' ',
  );
}

export function spanOfLines(lines: readonly SourceLine[]): Span {
  return around(lines.map((line) => line.span));
}

/** A labelled field: "Svar: …" runs from its label to the next label. `value` has the words, `label` what was printed before the colon. */
export type LabelledField = {
  readonly name: string;
  readonly label: string;
  readonly value: readonly Passage[];
  readonly lines: readonly PlacedLine[];
};

/** Splits lines into fields at the lines that begin with one of the labels; what stands before the first label is the field named ''. */
export function fieldsOf(
  lines: readonly PlacedLine[],
  labels: Readonly<Record<string, RegExp>>,
): readonly LabelledField[] {
  const fields: { name: string; label: string; value: Passage[]; lines: PlacedLine[] }[] = [];
  for (const line of lines) {
    const hit = Object.entries(labels).flatMap(([name, label]) => {
      const match = label.exec(line.words.text);
      return match?.index === 0 ? [{ name, printed: match[0] }] : [];
    })[0];
    if (hit) {
      const value = trimmed(slice(line.words, hit.printed.length));
      fields.push({ name: hit.name, label: hit.printed.replace(/\s*:\s*$/, ''), value: [value], lines: [line] });
    } else if (fields.length === 0) fields.push({ name: '', label: '', value: [line.words], lines: [line] });
    else {
      fields.at(-1)!.value.push(line.words);
      fields.at(-1)!.lines.push(line);
    }
  }
  return fields;
}

/**
 * Joins pieces that a page break tore apart: a piece goes on from the one before when that one does not end a sentence and this one begins
 * with a small letter. Other pieces stay paragraphs of their own; list items keep their dash.
 */
export function joinBroken(
  lines: readonly PlacedLine[],
  values: readonly Passage[] = lines.map((line) => line.words),
): string {
  let text = '';
  values.forEach((value, index) => {
    const words = value.text.trim();
    if (!words) return;
    const line = lines[index];
    if (line?.marker) text += `${text ? '\n' : ''}- ${words}`;
    else if (!text) text = words;
    else if (goesOn(text, words) || (line && !line.firstOfBlock)) text += ` ${words}`;
    else text += `\n${words}`;
  });
  return text;
}

/** Whether the words continue the text before them rather than begin something new. */
export function goesOn(before: string, words: string): boolean {
  return !/[.!?:;”"]\s*$/u.test(before) && /^[\p{Ll}(]/u.test(words);
}

/** "Namn Namnsson (P), roll" or "Vakant (P)": a seat or a person with a party, as the lists of called members print them. */
export type PartyPerson = {
  readonly person?: string;
  readonly vacant: boolean;
  readonly party: string;
  readonly role?: string;
};

const partyPerson =
  /^(?<name>\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)*)\s*\((?<party>\p{L}{1,5}|-)\)(?:\s*,\s*(?<role>.+))?$/u;

export function partyPersonIn(text: string): PartyPerson | undefined {
  const { name, party, role } = partyPerson.exec(text.trim())?.groups ?? {};
  if (!name || !party) return undefined;
  const vacant = /^(?:vakant|vakans)$/iu.test(name);
  if (!vacant && !/\s/.test(name)) return undefined;
  return {
    ...(vacant ? {} : { person: name.replace(/\s+/g, ' ') }),
    vacant,
    party,
    ...(role && { role: role.trim() }),
  };
}

/** Several presenters in one line: "A Bsson/C Dsson", "A Bsson, C Dsson". */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/(?<!\s)\s*[/,;&]\s*|(?<!\s)\s+och\s+/u)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*)+$/u.test(name));
}

/** The first letter as a capital: "beredning för …" inside a sentence and "Beredning för …" in a heading are one name. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
}

/** Text to compare by: small letters, single spaces, no punctuation at word ends. Never shown. */
export function comparable(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
