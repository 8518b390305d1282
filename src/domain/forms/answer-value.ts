import type { AnswerForm } from './form-structure.ts';

/**
 * What was answered to a question, by the kind of its answer. Null anywhere means: not answered. A value is kept as it was given even while a
 * condition hides its question (peers lose it there), and leaves the house only while the question is asked.
 */
export type AnswerValue =
  | { readonly kind: 'choice'; readonly option: string | null; readonly specify: string | null }
  | { readonly kind: 'choices'; readonly options: readonly ChosenOption[] }
  | { readonly kind: 'matrix'; readonly rows: Readonly<Record<string, MatrixAnswer>> }
  | { readonly kind: 'scale'; readonly step: number | null }
  | { readonly kind: 'number'; readonly number: number | null; readonly cannotState: boolean }
  | { readonly kind: 'text'; readonly text: string };

export type ChosenOption = { readonly option: string; readonly specify: string | null };
export type MatrixAnswer = { readonly option: string | null; readonly text: string | null };

/** The answer to one question with the open comment beside it. */
export type Answer = { readonly value: AnswerValue; readonly comment: string | null };

/** Answers by the code of their question. */
export type Answers = Readonly<Record<string, Answer>>;

const valueKinds = {
  yesNo: 'choice',
  single: 'choice',
  multi: 'choices',
  matrix: 'matrix',
  scale: 'scale',
  percent: 'number',
  count: 'number',
  text: 'text',
} as const satisfies Record<AnswerForm['kind'], AnswerValue['kind']>;

/** The kind of value that a question of this kind is answered with. */
export function valueKindOf(answer: AnswerForm): AnswerValue['kind'] {
  return valueKinds[answer.kind];
}

/** Nothing answered yet, in the shape that the question wants. */
export function emptyValue(answer: AnswerForm): AnswerValue {
  switch (valueKindOf(answer)) {
    case 'choice':
      return { kind: 'choice', option: null, specify: null };
    case 'choices':
      return { kind: 'choices', options: [] };
    case 'matrix':
      return { kind: 'matrix', rows: {} };
    case 'scale':
      return { kind: 'scale', step: null };
    case 'number':
      return { kind: 'number', number: null, cannotState: false };
    case 'text':
      return { kind: 'text', text: '' };
  }
}

/** Whether anything was answered; a matrix is when each of its rows is. */
export function isAnswered(answer: AnswerForm, value: AnswerValue | undefined): boolean {
  if (!value) return false;
  switch (value.kind) {
    case 'choice':
      return value.option !== null;
    case 'choices':
      return value.options.length > 0;
    case 'matrix':
      return answer.kind === 'matrix' && answer.rows.every(({ code }) => (value.rows[code]?.option ?? null) !== null);
    case 'scale':
      return value.step !== null;
    case 'number':
      return value.number !== null || value.cannotState;
    case 'text':
      return value.text.trim() !== '';
  }
}
