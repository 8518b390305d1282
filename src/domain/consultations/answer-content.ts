import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Consultation, ConsultationResponse } from './consultation.ts';
import { isStance, type Stance } from './stance.ts';

/** What a respondent writes: how it stands and why, which of its bodies answers, and when that body decided so. */
export type AnswerContent = {
  readonly stance: Stance | null;
  readonly comment: string | null;
  /** The texts to the questions of the round, in their order. */
  readonly answers: readonly string[];
  /** The body or office that answers for the respondent ("Socialnämnden"). */
  readonly sender: string | null;
  readonly decidedOn: CivilDate | null;
  readonly decisionSection: string | null;
  /** The person who writes. */
  readonly answeredBy: string | null;
};

/**
 * What is missing in an answer that is to be sent in. A draft may lack anything. Advice within the house needs no stance; who says no or takes no
 * stand says why.
 */
export function answerProblems(
  content: AnswerContent,
  { kind, questions }: Pick<Consultation, 'kind' | 'questions'>,
  today: CivilDate,
): readonly Problem[] {
  const { stance, comment, answers, sender, decidedOn } = content;
  const says = Boolean(comment?.trim()) || answers.some((one) => one.trim());
  const needsWords = stance === null || stance === 'comments' || stance === 'opposes';
  return [
    ...(stance === null && kind === 'external' ? [{ path: 'stance', key: 'validation.choose' }] : []),
    ...(needsWords && !says && (kind === 'internal' || stance !== null)
      ? [{ path: questions.length > 0 ? 'answer0' : 'comment', key: 'consultation.wordsMissing' }]
      : []),
    ...(sender?.trim() ? [] : [{ path: 'sender', key: 'validation.required' }]),
    ...decisionDayProblems(decidedOn, today),
  ];
}

/** A decision on an answer was made on a day of the calendar that has come. */
export function decisionDayProblems(decidedOn: CivilDate | null, today: CivilDate): readonly Problem[] {
  if (decidedOn === null) return [];
  if (!isCivilDate(decidedOn)) return [{ path: 'decidedOn', key: 'validation.date' }];
  return decidedOn > today ? [{ path: 'decidedOn', key: 'consultation.decidedAhead' }] : [];
}

/** The content with empty texts as nothing and one text for each question. */
export function tidyAnswer(content: AnswerContent, { questions }: Pick<Consultation, 'questions'>): AnswerContent {
  const orNull = (words: string | null) => words?.trim() || null;
  return {
    stance: content.stance,
    comment: orNull(content.comment),
    answers: questions.map((_, index) => content.answers[index]?.trim() ?? ''),
    sender: orNull(content.sender),
    decidedOn: content.decidedOn,
    decisionSection: orNull(content.decisionSection),
    answeredBy: orNull(content.answeredBy),
  };
}

/** What stands in the register as the answer of a respondent. */
export function contentOf(response: ConsultationResponse): AnswerContent {
  const { stance, comment, answers, sender, decidedOn, decisionSection, answeredBy } = response;
  return { stance: isStance(stance) ? stance : null, comment, answers, sender, decidedOn, decisionSection, answeredBy };
}

/** Why an answer cannot be sent in now. Late ones are welcome; what was sent in is changed until the respondent's last day. */
export const answerClosures = {
  closed: { sv: 'Remissen är avslutad.', en: 'The consultation is closed.' },
  final: {
    sv: 'Sista dagen har gått, och svaret som ni skickade gäller.',
    en: 'The last day has passed, and the answer that you sent in stands.',
  },
} as const;
export type AnswerClosure = keyof typeof answerClosures;

/** Whether an answer can be sent in today, and why not when it cannot. */
export function answerClosure(
  { state, dueOn }: Pick<Consultation, 'state' | 'dueOn'>,
  { answerNumber, extendedTo, receivedOn }: Pick<ConsultationResponse, 'answerNumber' | 'extendedTo' | 'receivedOn'>,
  today: CivilDate,
): AnswerClosure | null {
  if (state !== 'sent') return 'closed';
  const lastDay = extendedTo ?? dueOn;
  const hasAnswered = answerNumber > 0 || receivedOn !== null;
  return hasAnswered && lastDay !== null && today > lastDay ? 'final' : null;
}
