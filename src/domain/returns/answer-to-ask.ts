import type { Localized } from '../../kernel/language.ts';
import type { AnswerValue } from '../forms/index.ts';

/** Why an answer on a paper was not taken. The person who has the original at hand gives it. */
export const askReasons = {
  unreadable: { sv: 'krysset kan inte avläsas', en: 'the mark cannot be read' },
  unsure: { sv: 'svaret är bara en slutsats', en: 'the answer is only a conclusion' },
  unknownOption: { sv: 'svaret finns inte i formuläret', en: 'the answer is not in the form' },
  otherQuestion: { sv: 'frågan är en annan i formuläret', en: 'the question is another one in the form' },
} as const satisfies Record<string, Localized>;
export type AskReason = keyof typeof askReasons;

/** An answer that a paper gives and that is not taken, because it would be a guess (NAT-22). */
export type AnswerToAsk = {
  readonly question: string;
  /** The code of the row of a matrix; null for the whole question. */
  readonly row: string | null;
  readonly reason: AskReason;
  /** What the paper shows: the marks as printed, what the reader saw, or the words that fit no option. */
  readonly shown: string | null;
  /** The answer that the paper points to, and why: for a person to confirm, never taken by itself. */
  readonly hint: {
    readonly value: AnswerValue;
    readonly because: string | null;
    readonly certainty: number | null;
  } | null;
  /** The read answer, whose place in the source can be shown. */
  readonly formAnswerId: string;
};
