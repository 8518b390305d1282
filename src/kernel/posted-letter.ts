import type { CalendarEntry } from './calendar-entry.ts';
import type { Language } from './language.ts';

/** Places in the text of a posted letter that are filled when it leaves: the address of the service, and a link to answer by. */
export const letterMarks = { site: '{{adress}}', answerLink: '{{svarslänk}}' } as const;

/** A heading of a letter with what stands below it; the paths lie below the address of the service. */
export type LetterSection = {
  readonly heading: string;
  readonly lines: readonly { readonly text: string; readonly note: string | null; readonly path: `/${string}` }[];
};

/** A letter as a verb lays it in the outbox, under the topic `letter`. It holds no secret: links are made when it leaves. */
export type PostedLetter = {
  /** The same at each attempt: what becomes its message id. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** The words of the letter; with sections, those that come before them. */
  readonly text: string;
  /** Lists of things, each with a link: written as lines in plain text and as a page beside it. */
  readonly sections?: readonly LetterSection[];
  /** What comes after the sections. */
  readonly closing?: { readonly text: string; readonly path: string };
  /** The language of the words that the house adds; Swedish unless told. */
  readonly language?: Language;
  /** Whose link the letter is answered by; a summons unless told. */
  readonly answerBy?: 'summons' | 'consultation' | 'subscription';
  /** The letter is one of many that the reader asked for: it carries the address at which one press ends them, below the link (RFC 8058). */
  readonly endsBy?: `/${string}`;
  readonly calendar?: { readonly method: 'request' | 'cancel'; readonly entry: CalendarEntry };
};

/** The topic of letters in the outbox. */
export const letterTopic = 'letter';
