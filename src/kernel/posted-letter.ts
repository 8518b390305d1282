import type { CalendarEntry } from './calendar-entry.ts';

/** Places in the text of a posted letter that are filled when it leaves: the address of the service, and a link to answer by. */
export const letterMarks = { site: '{{adress}}', answerLink: '{{svarslänk}}' } as const;

/** A letter as a verb lays it in the outbox, under the topic `letter`. It holds no secret: links are made when it leaves. */
export type PostedLetter = {
  /** The same at each attempt: what becomes its message id. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly calendar?: { readonly method: 'request' | 'cancel'; readonly entry: CalendarEntry };
};

/** The topic of letters in the outbox. */
export const letterTopic = 'letter';
