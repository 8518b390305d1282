import type { ProjectPhase } from './project-transitions.ts';

/** A figure of capacity as a paper gives it: 38 of 120 patients in December 2024 (PRJ-09). */
export type ReadCapacity = {
  readonly value: number;
  readonly max?: number;
  readonly asOf?: string;
  readonly counted?: string;
};

/** What a paper says of a project beside its name. */
export type ProjectFacts = {
  readonly phase?: ProjectPhase;
  readonly from?: string;
  readonly to?: string;
  readonly site?: string;
  /** The month of the paper's year in which the work is to begin there. */
  readonly siteMonth?: string;
  /** Who leads it, and from which month of the paper's year. */
  readonly leader?: string;
  readonly leaderMonth?: string;
  readonly capacity?: ReadCapacity;
  readonly maximum?: number;
  readonly cause?: string;
  readonly effect?: string;
  readonly decision?: string;
  readonly decidedOn?: string;
};

/** That a sentence names a project, with what the same words say of it. */
export type Naming = ProjectFacts & {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly rule: string;
};

/**
 * The same text for comparing, letter by letter in the same place: without dots and rings over letters, because a scan loses just these ("fér" for
 * "för"), and with the stroke that a scan reads for a capital I.
 */
export function scanFolded(text: string): string {
  return [...text]
    .map((letter) => {
      if (letter.length > 1) return letter.replace(/./gsu, ' ').padEnd(letter.length, ' ').slice(0, letter.length);
      if (letter === '|') return 'i';
      if (letter === '&') return 'a';
      if ('”“„'.includes(letter)) return '"';
      return (letter.normalize('NFD')[0] ?? letter).toLowerCase();
    })
    .join('');
}

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
/** A month in words. */
export const month = `(?:${months.join('|')})`;
/** Ö that a scan has read as e, é or o. */
export const foer = 'f[eo]r';

type Groups = Readonly<Record<string, string | undefined>>;
/** A form of sentence, and what it says when it fits: from the paper's own letters and from the folded ones. */
export type Rule<Answer> = {
  readonly rule: string;
  readonly form: RegExp;
  readonly read: (groups: Groups, folded: Groups) => Answer;
};

/** What a rule reads in a text: matched without dots and rings, answered in the paper's own letters. */
export function matched<Answer>({ form, read }: Rule<Answer>, text: string): Answer | undefined {
  const folded = scanFolded(text);
  const found = form.exec(folded);
  if (!found) return undefined;
  const original = Object.fromEntries(
    Object.entries(found.indices?.groups ?? {}).map(([key, at]) => [key, at && text.slice(at[0], at[1])]),
  );
  return read(original, found.groups ?? {});
}

/** A month of a year whose number stands elsewhere, as two figures. */
export const monthNumber = (word: string) => String(months.indexOf(word) + 1).padStart(2, '0');

/** A month of a year, or the year alone. */
export function dayOf(year: string, monthWord: string | undefined): string {
  return monthWord ? `${year}-${monthNumber(monthWord)}` : year;
}

/** A name as it is kept. */
export const tidy = (text: string) => sentence(text.replace(/\s+/gu, ' '));

/** Begins with a capital, with single spaces. */
export function sentence(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  return `${words.charAt(0).toLocaleUpperCase('sv')}${words.slice(1)}`;
}
