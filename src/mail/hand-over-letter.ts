import { letterMarks, type PostedLetter } from '../kernel/posted-letter.ts';
import type { CarryLetter, Letter } from './letter.ts';
import { letterPage, plainLetter } from './letter-page.ts';
import type { MailAddress } from './mail-setting.ts';
import { writeCalendar } from './write-calendar.ts';

/** A message of the outbox, as far as a letter needs it. */
export type LetterMessage = { readonly tenantId: string; readonly payload: Readonly<Record<string, unknown>> };

export type HandOver = {
  readonly carry: CarryLetter;
  readonly from: MailAddress;
  /** The address of the service, for links. */
  readonly site: string;
  readonly now: () => Date;
  /** Makes a link to answer a letter by, and answers with its path; asked only for letters that have a place for one. */
  readonly answerPath: (
    tenantId: string,
    letterId: string,
    answerBy: NonNullable<PostedLetter['answerBy']>,
  ) => Promise<string>;
};

/**
 * Takes letters from the outbox to their carrier: fills in the address of the service and the link to answer by, and adds the calendar entry. The
 * link is made now and lies nowhere but in the letter.
 */
export function handOverLetters(options: HandOver): (message: LetterMessage) => Promise<void> {
  return async ({ tenantId, payload }) => {
    const posted = payload as unknown as PostedLetter;
    await options.carry(await letterOf(posted, tenantId, options));
  };
}

async function letterOf(posted: PostedLetter, tenantId: string, options: HandOver): Promise<Letter> {
  const { id, to, subject, calendar } = posted;
  const { site, from } = options;
  const link = posted.text.includes(letterMarks.answerLink)
    ? `${site}${await options.answerPath(tenantId, id, posted.answerBy ?? 'summons')}`
    : '';
  const filled = posted.text.replaceAll(letterMarks.site, site).replaceAll(letterMarks.answerLink, link);
  const text = plainLetter({ ...posted, text: filled }, site);
  const unsubscribe = posted.endsBy && link ? `${link}${posted.endsBy}` : undefined;
  const plain = { id, to, subject, text, ...(unsubscribe && { unsubscribe }) };
  if (posted.sections) return { ...plain, html: letterPage({ ...posted, text: filled }, site) };
  if (!calendar) return plain;
  const letter = { method: calendar.method, organizer: from, attendee: to };
  const bytes = writeCalendar({ entries: [calendar.entry], site, now: options.now(), letter });
  return {
    id,
    to,
    subject,
    text,
    attachments: [
      {
        fileName: 'sammantrade.ics',
        contentType: `text/calendar; charset=utf-8; method=${calendar.method.toUpperCase()}`,
        bytes,
      },
    ],
  };
}
