import type { Localized } from '../../kernel/language.ts';
import {
  type Answer,
  type AnswerValue,
  type FormStructure,
  isAnswered,
  type KeptAnswer,
  type Question,
  questionsOf,
} from '../forms/index.ts';
import type { AnswerToAsk } from './answer-to-ask.ts';
import type { AnswersOfReturn } from './answers-of-return.ts';

/** How an answer of a paper stands to the one in the return. */
export const paperStandings = {
  toTake: { sv: 'kan tas', en: 'can be taken' },
  taken: { sv: 'tagen ur papperet', en: 'taken from the paper' },
  agrees: { sv: 'stämmer med det skrivna', en: 'agrees with what is written' },
  differs: { sv: 'skiljer sig från det skrivna', en: 'differs from what is written' },
} as const satisfies Record<string, Localized>;
export type PaperStanding = keyof typeof paperStandings;

type Kept = Readonly<Record<string, KeptAnswer>>;

/** How each sure answer of a paper stands to the answers of a return, by question. */
export function paperStandingsOf(
  structure: FormStructure,
  kept: Kept,
  { answers }: Pick<AnswersOfReturn, 'answers'>,
): ReadonlyMap<string, PaperStanding> {
  return new Map(
    questionsOf(structure).flatMap(({ code }): readonly [string, PaperStanding][] => {
      const read = answers[code];
      return read ? [[code, standingOf(kept[code], read)]] : [];
    }),
  );
}

function standingOf(kept: KeptAnswer | undefined, read: Answer): PaperStanding {
  if (!kept || saysNothing(kept)) return 'toTake';
  if (!agrees(kept, read)) return 'differs';
  return kept.origin === 'readIn' ? 'taken' : 'agrees';
}

/** What of a paper is still to be asked for: a question or row that has been answered since is settled. */
export function stillToAsk(
  structure: FormStructure,
  kept: Kept,
  { toAsk }: Pick<AnswersOfReturn, 'toAsk'>,
): readonly AnswerToAsk[] {
  const questions = new Map(questionsOf(structure).map((question) => [question.code, question]));
  return toAsk.filter((ask) => !isSettled(questions.get(ask.question), kept[ask.question], ask.row));
}

function isSettled(question: Question | undefined, kept: KeptAnswer | undefined, row: string | null): boolean {
  if (!question || !kept) return false;
  if (kept.value.kind === 'matrix' && row !== null) return (kept.value.rows[row]?.option ?? null) !== null;
  return isAnswered(question.answer, kept.value);
}

/** Whether nothing at all has been answered, not even a part or a comment. */
function saysNothing({ value, comment }: Answer): boolean {
  if (comment?.trim()) return false;
  switch (value.kind) {
    case 'choice':
      return value.option === null;
    case 'choices':
      return value.options.length === 0;
    case 'matrix':
      return Object.values(value.rows).every(({ option, text }) => option === null && !text?.trim());
    case 'scale':
      return value.step === null;
    case 'number':
      return value.number === null && !value.cannotState;
    case 'text':
      return value.text.trim() === '';
  }
}

/** Whether everything that was read stands in the kept answer; what the paper leaves open may have been filled in since. */
function agrees(kept: Answer, read: Answer): boolean {
  return (read.comment === null || sameWords(kept.comment, read.comment)) && holds(kept.value, read.value);
}

function holds(kept: AnswerValue, read: AnswerValue): boolean {
  if (saysNothing({ value: read, comment: null })) return true;
  if (kept.kind === 'choice' && read.kind === 'choice')
    return kept.option === read.option && (read.specify === null || sameWords(kept.specify, read.specify));
  if (kept.kind === 'choices' && read.kind === 'choices') return sameChoices(kept.options, read.options);
  if (kept.kind === 'matrix' && read.kind === 'matrix')
    return Object.entries(read.rows).every(([code, { option, text }]) => {
      const row = kept.rows[code];
      return (option === null || row?.option === option) && (text === null || sameWords(row?.text ?? null, text));
    });
  if (kept.kind === 'scale' && read.kind === 'scale') return kept.step === read.step;
  if (kept.kind === 'number' && read.kind === 'number')
    return kept.number === read.number && kept.cannotState === read.cannotState;
  return kept.kind === 'text' && read.kind === 'text' && sameWords(kept.text, read.text);
}

type Choices = Extract<AnswerValue, { kind: 'choices' }>['options'];

function sameChoices(kept: Choices, read: Choices): boolean {
  return (
    kept.length === read.length &&
    read.every((one) => kept.some(({ option, specify }) => option === one.option && sameWords(specify, one.specify)))
  );
}

function sameWords(one: string | null, other: string | null): boolean {
  return (one ?? '').replace(/\s+/g, ' ').trim() === (other ?? '').replace(/\s+/g, ' ').trim();
}
