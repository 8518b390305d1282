import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Language } from '../../kernel/language.ts';
import type { DocumentTree } from '../tree/index.ts';

/** What the writers themselves say around a tree's own words, the same in all three formats. `{n}` is a note's number. */
export type DocumentTexts = {
  readonly contents: string;
  readonly notes: string;
  readonly page: string;
  readonly tone: Readonly<Record<'info' | 'warning', string>>;
  /** Said before and after struck words to those who cannot see the line through them. */
  readonly struckStart: string;
  readonly struckEnd: string;
  readonly toNote: string;
  readonly backToText: string;
};

export const documentTexts = {
  sv: {
    contents: 'Innehåll',
    notes: 'Noter',
    page: 'Sida',
    tone: { info: 'Upplysning', warning: 'Observera' },
    struckStart: 'överstruket:',
    struckEnd: 'slut på överstruket',
    toNote: 'Not {n}',
    backToText: 'Tillbaka till texten från not {n}',
  },
  en: {
    contents: 'Contents',
    notes: 'Notes',
    page: 'Page',
    tone: { info: 'Note', warning: 'Please note' },
    struckStart: 'struck out:',
    struckEnd: 'end of struck out',
    toNote: 'Note {n}',
    backToText: 'Back to the text from note {n}',
  },
} as const satisfies Record<Language, DocumentTexts>;

/** A text of the writers with the note's number filled in. */
export function withNumber(text: string, number: number): string {
  return text.replace('{n}', String(number));
}

const dayFormats = {
  sv: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>;

/** A civil date as it is printed in running text: "22 november 2026". */
export function dateInWords(date: CivilDate, language: Language): string {
  return dayFormats[language].format(new Date(`${date}T00:00:00Z`));
}

/** How a language is written in the metadata of files: with its country, as screen readers and spelling checkers want it. */
export const languageTag = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>;

/** The heading over the notes: the tree's own, or "Noter" when it names none. */
export function notesTitleOf(tree: DocumentTree): string {
  return tree.notesTitle?.trim() || documentTexts[tree.language].notes;
}
