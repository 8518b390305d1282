import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { ConsultationState } from './consultation-transitions.ts';

/** A question that was sent out for comments (remiss, CON-01), with whom it was put to and what came back. */
export type Consultation = {
  readonly id: Id<'consultation'>;
  readonly version: number;
  readonly title: string;
  readonly state: ConsultationState;
  /** Who asks; null for a round that was read in. */
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  /** What the opinion should cover (FL 26 §). */
  readonly scope: string | null;
  /** The last day to answer (FL 26 §). */
  readonly dueOn: CivilDate | null;
  readonly sentOn: CivilDate | null;
  readonly responses: readonly ConsultationResponse[];
};

/** One who was asked, and what they answered (CON-03…07). */
export type ConsultationResponse = {
  readonly id: Id<'consultationResponse'>;
  readonly version: number;
  readonly respondent: string;
  /** Where letters of the round go; null for one who is asked by other means. */
  readonly address: string | null;
  readonly receivedOn: CivilDate | null;
  /** Who wrote the answer, where the table says so. */
  readonly sender: string | null;
  readonly stance: string | null;
  readonly comment: string | null;
  /** The day of the last reminder, if any was sent. */
  readonly remindedOn: CivilDate | null;
};

/** Where one who was asked stands. */
export const answerPunctualities = {
  answered: { sv: 'svar har kommit', en: 'answered' },
  answeredLate: { sv: 'svar kom för sent', en: 'answered late' },
  awaited: { sv: 'väntas', en: 'awaited' },
  missing: { sv: 'svar saknas', en: 'missing' },
} as const satisfies Record<string, Localized>;
export type AnswerPunctuality = keyof typeof answerPunctualities;

/** Whether an answer came, and in time: one that comes on the last day does. Of a round without a last day nobody is late. */
export function punctualityOf(
  response: Omit<ConsultationResponse, 'id' | 'version' | 'respondent' | 'address' | 'remindedOn'>,
  dueOn: CivilDate | null,
  today: CivilDate,
): AnswerPunctuality {
  const { receivedOn } = response;
  if (isAnswered(response)) return receivedOn && dueOn && receivedOn > dueOn ? 'answeredLate' : 'answered';
  return dueOn && today > dueOn ? 'missing' : 'awaited';
}

/** A row of the table may stand there for somebody who never answered. */
export function isAnswered({
  receivedOn,
  sender,
  stance,
  comment,
}: Pick<ConsultationResponse, 'receivedOn' | 'sender' | 'stance' | 'comment'>): boolean {
  return receivedOn !== null || sender !== null || stance !== null || comment !== null;
}
