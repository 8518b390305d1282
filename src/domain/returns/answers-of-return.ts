import type { Id } from '../../kernel/id.ts';
import {
  type Answer,
  type AnswerReading,
  type Answers,
  emptyValue,
  type FormStructure,
  type Question,
  questionsOf,
} from '../forms/index.ts';
import type { AnswerToAsk } from './answer-to-ask.ts';
import { type FormDifference, formDifferences } from './form-differences.ts';
import type { FormAnswer, FormReturn } from './form-return.ts';
import { detailsOf, readingOf } from './read-answer-facts.ts';
import { readValue } from './read-value.ts';

/** An answer on a paper that was surely enough read, and how. */
export type AnswerTaken = {
  readonly question: string;
  readonly reading: AnswerReading;
  readonly certainty: number | null;
  readonly because: string | null;
  readonly formAnswerId: Id<'formAnswer'>;
};

/** What a paper answers to the questions of a form: what is taken, what must be asked, and where paper and form differ. */
export type AnswersOfReturn = {
  readonly answers: Answers;
  readonly taken: readonly AnswerTaken[];
  readonly toAsk: readonly AnswerToAsk[];
  readonly differences: readonly FormDifference[];
};

/**
 * The read-in answers of a return as typed answers to the questions of a form. Texts, comments and figures are taken whole. An answer that could
 * not be read, or was concluded with too little ground, becomes no answer: it is listed to be asked for, with what the paper shows.
 */
export function answersOfReturn(structure: FormStructure, formReturn: Pick<FormReturn, 'answers'>): AnswersOfReturn {
  const differences = formDifferences(structure, formReturn);
  const others = new Set(differences.filter(({ kind }) => kind !== 'notOnPaper').map(({ number }) => number));
  const questions = new Map(questionsOf(structure).map((question) => [question.code, question]));
  const answers: Record<string, Answer> = {};
  const taken: AnswerTaken[] = [];
  const toAsk: AnswerToAsk[] = [];
  for (const read of formReturn.answers) {
    const question = questions.get(read.number);
    if (!question || others.has(read.number)) {
      const asked = acrossDifference(question, read);
      if (asked) toAsk.push(asked);
      continue;
    }
    const { value, rest, asks } = readValue(question.answer, read);
    const comment = [detailsOf(read).comment, ...rest].filter((part) => part?.trim()).join('\n') || null;
    toAsk.push(...asks.map((ask) => ({ ...ask, question: question.code, formAnswerId: read.id })));
    if (value === null && comment === null) continue;
    answers[question.code] = { value: value ?? emptyValue(question.answer), comment };
    taken.push({
      question: question.code,
      reading: value === null ? 'read' : readingOf(read),
      certainty: value === null ? null : read.certainty,
      because: value === null ? null : read.inferredFrom,
      formAnswerId: read.id,
    });
  }
  return { answers, taken, toAsk, differences };
}

/** An answer to a question that is another one in the form, or is not there at all: told, so that its words are not lost. */
function acrossDifference(question: Question | undefined, read: FormAnswer): AnswerToAsk | undefined {
  const shown = [read.answer, detailsOf(read).comment].filter((part) => part?.trim()).join('\n') || null;
  if (shown === null && read.matrix === null && !question) return undefined;
  return { question: read.number, row: null, reason: 'otherQuestion', shown, hint: null, formAnswerId: read.id };
}
