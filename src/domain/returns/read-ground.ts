import type { AnswerValue } from '../forms/index.ts';
import type { AnswerToAsk } from './answer-to-ask.ts';
import type { FormAnswer } from './form-return.ts';
import { detailsOf, type readingOf } from './read-answer-facts.ts';

export type ToAsk = Omit<AnswerToAsk, 'question' | 'formAnswerId'>;

/** The value that a read answer gives a question, if it is surely enough known; `rest` is text that has no place of its own in the form. */
export type ReadValue = {
  readonly value: AnswerValue | null;
  readonly rest: readonly string[];
  readonly asks: readonly ToAsk[];
};

/**
 * How sure a conclusion must be to be taken. Above it lie an empty box left beside a vanished one, and a follow-up that is asked only after the
 * answer; below it a description that nobody asked for, and a bare option among marked ones.
 */
export const sureEnough = 0.8;

/** What to ask for a whole answer, with what the paper shows of it and what it points to. */
export function askOf(read: FormAnswer, reason: ToAsk['reason'], value: AnswerValue | null): ToAsk {
  const { evidence } = detailsOf(read);
  const shown = evidence ?? read.inferredFrom ?? (reason === 'unknownOption' ? read.answer : null);
  const hint = value && { value, because: read.inferredFrom, certainty: read.certainty };
  return { row: null, reason, shown, hint };
}

/** Whether what was read may be taken: printed or marked, or concluded surely enough. */
export function maySet(reading: ReturnType<typeof readingOf>, certainty: number | null | undefined): boolean {
  return reading !== 'unreadable' && (certainty ?? 1) >= sureEnough;
}
