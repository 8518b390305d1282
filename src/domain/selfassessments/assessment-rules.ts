import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import {
  type Answer,
  type Answers,
  askedQuestions,
  type FormStructure,
  isAnswered,
  printedCode,
  type Question,
  questionsOf,
} from '../forms/index.ts';
import { type CommonPoint, isOpen } from './common-point.ts';
import type { AssessmentParty } from './self-assessment.ts';

/** A question that is answered on a scale: an area of assessment (FOL-02), and what a trend can be drawn of. */
export type AssessmentArea = Question & { readonly answer: Extract<Question['answer'], { readonly kind: 'scale' }> };

/** The areas of a form in their order. */
export function areasOf(structure: FormStructure): readonly AssessmentArea[] {
  return questionsOf(structure).filter((question): question is AssessmentArea => question.answer.kind === 'scale');
}

/** The step that was answered to an area, or null. */
export function stepOf(answers: Answers, area: Pick<Question, 'code'>): number | null {
  const value = answers[area.code]?.value;
  return value?.kind === 'scale' ? value.step : null;
}

/**
 * What is missing before units can agree: an answer to every question that must be answered, who sat down from each side, and what became of every
 * point of last year's plan. Without the last a plan is written each year and never learnt from (FOL-03).
 */
export function agreementProblems(facts: {
  readonly structure: FormStructure;
  readonly answers: Answers;
  readonly parties: readonly Pick<AssessmentParty, 'id' | 'body' | 'participants'>[];
  readonly lastYear: readonly Pick<CommonPoint, 'number' | 'what' | 'state'>[];
}): readonly Problem[] {
  const { structure, answers, parties, lastYear } = facts;
  return [
    ...askedQuestions(structure, answers)
      .filter(({ code, required, answer }) => required && !isAnswered(answer, answers[code]?.value))
      .map(({ code }) => ({
        path: `answers.${code}`,
        key: 'selfassessments.unanswered',
        values: { question: printedCode(code) },
      })),
    ...parties
      .filter(({ participants }) => participants.trim() === '')
      .map(({ id, body }) => ({
        path: `participants.${id}`,
        key: 'selfassessments.noParticipants',
        values: { unit: body.name },
      })),
    ...lastYear
      .filter(isOpen)
      .map(({ number }) => ({ path: `lastYear.${number}`, key: 'selfassessments.pointUntold', values: { number } })),
  ];
}

/** Nobody is pointed out by number in an answer: its words are looked through, whatever the kind of the question. */
export function answerProblems(question: string, { value, comment }: Answer): readonly Problem[] {
  const words = value.kind === 'scale' || value.kind === 'number' ? '' : JSON.stringify(value);
  return [
    ...personalNumberProblems({ [`answers.${question}`]: words }),
    ...personalNumberProblems({ [`comments.${question}`]: comment }),
  ];
}
