import type { Id } from '../../../kernel/id.ts';
import { type WordChange, wordChanges } from '../../../kernel/word-changes.ts';
import { type Answer, isAnswered, type Question } from '../../forms/index.ts';
import { answerWords } from './answer-words.ts';

/** What was answered to the same question in the return before this one. */
export type EarlierAnswer = {
  readonly reportId: Id<'nationalReport'>;
  readonly year: number;
  readonly question: Question;
  readonly answer: Answer;
};

/** Last year's answer beside this year's, with what differs. */
export type LastYear = {
  readonly reportId: Id<'nationalReport'>;
  readonly year: number;
  /** How the question was put then, where it was put otherwise. */
  readonly asked: string | null;
  readonly words: string;
  readonly comment: string | null;
  /** Word by word from last year's answer to this one; null while one of them is not answered. */
  readonly changes: readonly WordChange[] | null;
  readonly same: boolean;
  readonly number: NumberChange | null;
};

/** A number beside last year's; `percent` is null from nothing, and a share is compared in percentage points alone. */
export type NumberChange = {
  readonly before: number;
  readonly now: number;
  readonly difference: number;
  readonly percent: number | null;
};

/** The change from one number to another, rounded to one decimal. */
export function numberChange(before: number, now: number, isShare: boolean): NumberChange {
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    before,
    now,
    difference: rounded(now - before),
    percent: isShare || before === 0 ? null : rounded((now / before - 1) * 100),
  };
}

/** The numbers of both years, for a question that asks for a share or a count and was answered with one both times. */
export function numbersBeside(
  { answer }: Pick<Question, 'answer'>,
  now: Answer | undefined,
  last: Pick<EarlierAnswer, 'answer'>,
): NumberChange | null {
  const [before, present] = [last.answer.value, now?.value];
  if (before.kind !== 'number' || present?.kind !== 'number') return null;
  if (before.number === null || present.number === null) return null;
  return numberChange(before.number, present.number, answer.kind === 'percent');
}

/** Lays last year's answer beside this year's; null when nothing was answered then. */
export function besideLastYear(
  question: Question,
  now: Answer | undefined,
  last: EarlierAnswer | undefined,
): LastYear | null {
  if (!last || !isAnswered(last.question.answer, last.answer.value)) return null;
  const words = answerWords(last.question.answer, last.answer.value);
  const present = now && isAnswered(question.answer, now.value) ? answerWords(question.answer, now.value) : null;
  const changes = present === null ? null : wordChanges(words, present);
  return {
    reportId: last.reportId,
    year: last.year,
    asked: plain(last.question.text) === plain(question.text) ? null : last.question.text,
    words,
    comment: last.answer.comment,
    changes,
    same: changes?.every(({ kind }) => kind === 'same') ?? false,
    number: numbersBeside(question, now, last),
  };
}

/** The years differ in every question ("under 2023", "under 2024"): that alone is no other wording. */
function plain(text: string): string {
  return text
    .replace(/(?:19|20)\d{2}/gu, 'år')
    .replace(/\s+/gu, ' ')
    .trim();
}
