import type { Answers } from './answer-value.ts';
import {
  type Condition,
  type ConditionTerm,
  type FormStructure,
  type Question,
  questionsOf,
} from './form-structure.ts';

/**
 * The questions that are asked, given what has been answered. A question that is not asked decides nothing: an answer it was given before counts
 * for no condition until it is asked again. A condition that leads round in a circle is never fulfilled (the lint tells of it).
 */
export function askedQuestions(structure: FormStructure, answers: Answers): readonly Question[] {
  const questions = questionsOf(structure);
  const byCode = new Map(questions.map((question) => [question.code, question]));
  const known = new Map<string, boolean>();
  const isAsked = (question: Question): boolean => {
    const before = known.get(question.code);
    if (before !== undefined) return before;
    known.set(question.code, false);
    const asked = question.condition === null || isFulfilled(question.condition);
    known.set(question.code, asked);
    return asked;
  };
  const isFulfilled = ({ when, terms }: Condition): boolean =>
    when === 'all' ? terms.every(holds) : terms.some(holds);
  const holds = (term: ConditionTerm): boolean => {
    const question = byCode.get(term.question);
    return question !== undefined && isAsked(question) && wasAnswered(term, answers);
  };
  return questions.filter(isAsked);
}

/** Whether one term of a condition holds: its question is asked, and was answered so. */
export function termHolds(structure: FormStructure, answers: Answers, term: ConditionTerm): boolean {
  return askedQuestions(structure, answers).some(({ code }) => code === term.question) && wasAnswered(term, answers);
}

function wasAnswered({ question, row, option }: ConditionTerm, answers: Answers): boolean {
  const value = answers[question]?.value;
  if (value?.kind === 'choice') return row === null && value.option === option;
  if (value?.kind === 'choices') return row === null && value.options.some((one) => one.option === option);
  if (value?.kind === 'matrix') return row !== null && value.rows[row]?.option === option;
  return false;
}
