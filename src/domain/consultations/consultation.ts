import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { SecrecyLevel } from '../secrecy/index.ts';
import type { ConsultationState } from './consultation-transitions.ts';

/** Whom a question is put to: others, or bodies and units of the house with a clock of working days. */
export const consultationKinds = {
  external: { sv: 'remiss', en: 'consultation' },
  internal: { sv: 'samråd inom organisationen', en: 'advice within the organisation' },
} as const satisfies Record<string, Localized>;
export type ConsultationKind = keyof typeof consultationKinds;

/** How an answer came: what is entered by hand came by mail or on paper. */
export const consultationChannels = {
  link: { sv: 'genom länken i brevet', en: 'through the link of the letter' },
  account: { sv: 'av enheten i Kansli', en: 'by the unit in Kansli' },
  hand: { sv: 'registrerat för hand', en: 'entered by hand' },
  meeting: { sv: 'muntligen vid ett möte', en: 'by word of mouth at a meeting' },
} as const satisfies Record<string, Localized>;
export type AnswerChannel = keyof typeof consultationChannels;

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
  readonly kind: ConsultationKind;
  /** How many working days the bodies of the house have from the sending; null for a round with a last day of its own. */
  readonly workingDays: number | null;
  /** What is asked one by one; empty when the answer is one text. */
  readonly questions: readonly string[];
  readonly closedOn: CivilDate | null;
  /** Since when everybody reads the account of the answers (CON-10). */
  readonly accountPublishedOn: CivilDate | null;
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
  /** The respondent in the register, where it stands there. */
  readonly bodyId: Id<'body'> | null;
  /** The texts to the questions of the round, in their order. */
  readonly answers: readonly string[];
  readonly answeredBy: string | null;
  readonly answeredThrough: AnswerChannel | null;
  /** How many times an answer was sent in; 0 for what was entered by hand. */
  readonly answerNumber: number;
  /** The day and § of the respondent's own decision on the answer. */
  readonly decidedOn: CivilDate | null;
  readonly decisionSection: string | null;
  /** The meeting at which the answer was given by word of mouth (CON-11). */
  readonly meetingId: Id<'meeting'> | null;
  /** The last day of this respondent alone (anstånd). */
  readonly extendedTo: CivilDate | null;
  readonly extensionReason: string | null;
  readonly secrecyLevel: SecrecyLevel;
  readonly secrecyProvision: string | null;
  /** Whether its words are left out here because they may be secret. */
  readonly withheld: boolean;
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

/** The last day of one respondent: its own where more time was given, else that of the round. */
export function lastDayOf(response: Pick<ConsultationResponse, 'extendedTo'>, dueOn: CivilDate | null) {
  return response.extendedTo ?? dueOn;
}

/** Whether an answer came, and in time: one that comes on the last day does. Of a round without a last day nobody is late. */
export function punctualityOf(
  response: Answered & Pick<ConsultationResponse, 'extendedTo'>,
  dueOn: CivilDate | null,
  today: CivilDate,
): AnswerPunctuality {
  const { receivedOn } = response;
  const lastDay = lastDayOf(response, dueOn);
  if (isAnswered(response)) return receivedOn && lastDay && receivedOn > lastDay ? 'answeredLate' : 'answered';
  return lastDay && today > lastDay ? 'missing' : 'awaited';
}

type Answered = Pick<ConsultationResponse, 'receivedOn' | 'sender' | 'stance' | 'comment'>;

/** A row of the table may stand there for somebody who never answered. */
export function isAnswered({ receivedOn, sender, stance, comment }: Answered): boolean {
  return receivedOn !== null || sender !== null || stance !== null || comment !== null;
}

/** What a respondent says in all: the text, or the texts to the questions with the number of each. */
export function wordsOf({ comment, answers }: Pick<ConsultationResponse, 'comment' | 'answers'>): string {
  const each = answers.flatMap((words, index) => (words ? [`${index + 1}. ${words}`] : []));
  return [comment, ...each].filter(Boolean).join('\n');
}

/** Who reads what was answered: its keepers at once, everybody when the last day has passed, so that no answer colours another. */
export function areAnswersShown(
  { state, dueOn, closedOn }: Pick<Consultation, 'state' | 'dueOn' | 'closedOn'>,
  today: CivilDate,
  keepsRound: boolean,
): boolean {
  return keepsRound || state === 'recorded' || closedOn !== null || (dueOn !== null && today > dueOn);
}

/** The round for who may not read the answers yet: who has answered and when, and nothing of what they said. */
export function withoutWords(consultation: Consultation): Consultation {
  return {
    ...consultation,
    responses: consultation.responses.map((one) => ({
      ...one,
      stance: null,
      comment: null,
      answers: [],
      sender: null,
      decidedOn: null,
      decisionSection: null,
    })),
  };
}
