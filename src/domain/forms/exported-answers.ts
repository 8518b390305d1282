import { type Answer, type Answers, isAnswered } from './answer-value.ts';
import { askedQuestions } from './asked-questions.ts';
import type { FormStructure, Question } from './form-structure.ts';

/**
 * The answers that leave the house: those to questions that are asked, in the order of the form, and of them those where something was said. An
 * answer that a condition hides is kept and stays at home.
 */
export function exportedAnswers(
  structure: FormStructure,
  answers: Answers,
): readonly { readonly question: Question; readonly answer: Answer }[] {
  return askedQuestions(structure, answers).flatMap((question) => {
    const answer = answers[question.code];
    const said = answer && (isAnswered(question.answer, answer.value) || holdsSomething(answer));
    return said ? [{ question, answer }] : [];
  });
}

/** A comment alone, or some rows of a matrix, are something said. */
function holdsSomething({ value, comment }: Answer): boolean {
  return comment !== null || (value.kind === 'matrix' && Object.keys(value.rows).length > 0);
}
