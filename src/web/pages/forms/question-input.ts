import * as z from 'zod';
import {
  type AnswerForm,
  type AnswerKind,
  answerKinds,
  type BindingKind,
  bindingKinds,
  type Condition,
  type ConditionTerm,
  isCode,
  type Option,
  type Question,
} from '../../../domain/forms/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Problem } from '../../../kernel/problem.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  manyOf,
  optionalChoice,
  optionalCivilDate,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { nextNumbered } from './heading-form-page.ts';

export const answerKindCodes = Object.keys(answerKinds) as [AnswerKind, ...AnswerKind[]];
export const bindingKindCodes = Object.keys(bindingKinds) as [BindingKind, ...BindingKind[]];
export const periodKinds = ['none', 'during', 'since', 'asOf'] as const;
export const conditionKinds = ['always', 'all', 'any'] as const;

const line = z.object({
  code: optionalText({ maximum: 40 }),
  place: optionalWholeNumber({ minimum: -1_000, maximum: 1_000 }),
  text: optionalText({ maximum: 2_000 }),
  exclusive: checkbox(),
  specify: optionalText({ maximum: 500 }),
});
const lines = manyOf(line, { maximum: 200 });

/** What the form of a question sends. Fields of other kinds of answer than the one in `kind` are not sent. */
export const questionForm = z.object({
  before: optionalText({ maximum: 40 }),
  code: text({ maximum: 40 }),
  into: text({ maximum: 40 }),
  parent: optionalText({ maximum: 40 }),
  text: text({ maximum: 10_000 }),
  guidance: optionalText({ maximum: 10_000 }),
  required: checkbox(),
  periodKind: choice(periodKinds),
  periodYear: optionalWholeNumber({ minimum: 1900, maximum: 2200 }),
  periodDate: optionalCivilDate(),
  kind: choice(answerKindCodes),
  options: lines,
  rows: lines,
  rowTextLabel: optionalText({ maximum: 500 }),
  from: optionalWholeNumber({ minimum: -1_000, maximum: 1_000 }),
  to: optionalWholeNumber({ minimum: -1_000, maximum: 1_000 }),
  lowLabel: optionalText({ maximum: 500 }),
  highLabel: optionalText({ maximum: 500 }),
  cannotStateLabel: optionalText({ maximum: 500 }),
  mostItems: optionalWholeNumber({ minimum: 1, maximum: 1_000 }),
  mostCharacters: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
  when: choice(conditionKinds),
  terms: manyOf(optionalText({ maximum: 500 }), { maximum: 50 }),
  commentLabel: optionalText({ maximum: 500 }),
  attachment: optionalText({ maximum: 500 }),
  bindings: manyOf(z.object({ kind: optionalChoice(bindingKindCodes), words: optionalText({ maximum: 2_000 }) }), {
    maximum: 50,
  }),
  version: versionField,
  idempotencyKey: idempotencyField,
});
export type QuestionInput = z.output<typeof questionForm>;

/** The question that was written. Throws `record.invalid` for what a schema cannot see: a code of strange signs, a time without its year. */
export function writtenQuestion(input: QuestionInput): Question {
  const problems: Problem[] = [];
  const period = periodOf(input, problems);
  if (!isCode(input.code)) problems.push({ path: 'code', key: 'form.codeStrange' });
  if (input.kind === 'scale' && input.from === undefined) problems.push({ path: 'from', key: 'validation.required' });
  if (input.kind === 'scale' && input.to === undefined) problems.push({ path: 'to', key: 'validation.required' });
  if (problems.length > 0) throw new AppError('record.invalid', {}, problems);
  return {
    code: input.code,
    parent: input.parent ?? null,
    text: input.text,
    guidance: input.guidance ?? null,
    period,
    required: input.required,
    condition: conditionOf(input),
    answer: answerOf(input),
    commentLabel: input.commentLabel ?? null,
    attachment: input.attachment === undefined ? null : { label: input.attachment },
    bindings: input.bindings.flatMap(({ kind, words = '' }) =>
      kind === undefined
        ? []
        : [
            {
              kind,
              words: words
                .split(',')
                .map((word) => word.trim())
                .filter(Boolean),
            },
          ],
    ),
  };
}

function periodOf({ periodKind, periodYear, periodDate }: QuestionInput, problems: Problem[]): Question['period'] {
  if (periodKind === 'none') return null;
  if (periodKind === 'asOf') {
    if (periodDate !== undefined) return { kind: 'asOf', date: periodDate };
    problems.push({ path: 'periodDate', key: 'validation.required' });
    return null;
  }
  if (periodYear !== undefined) return { kind: periodKind, year: periodYear };
  problems.push({ path: 'periodYear', key: 'validation.required' });
  return null;
}

function conditionOf({ when, terms }: QuestionInput): Condition | null {
  if (when === 'always') return null;
  return { when, terms: [...new Set(terms.filter((term) => term !== undefined))].map(termIn) };
}

function answerOf(input: QuestionInput): AnswerForm {
  switch (input.kind) {
    case 'yesNo':
      return { kind: 'yesNo' };
    case 'single':
      return { kind: 'single', options: optionsIn(input.options).map((option) => ({ ...option, exclusive: false })) };
    case 'multi':
      return { kind: 'multi', options: optionsIn(input.options) };
    case 'matrix':
      return {
        kind: 'matrix',
        rows: coded('r', input.rows).map(({ code, text: label }) => ({ code, text: label })),
        options: optionsIn(input.options).map((option) => ({ ...option, exclusive: false })),
        rowTextLabel: input.rowTextLabel ?? null,
      };
    case 'scale': {
      const { from = 1, to = 5, lowLabel = '', highLabel = '' } = input;
      return { kind: 'scale', from, to, lowLabel, highLabel };
    }
    case 'percent':
    case 'count':
      return { kind: input.kind, cannotStateLabel: input.cannotStateLabel ?? null };
    case 'text':
      return { kind: 'text', mostItems: input.mostItems ?? null, mostCharacters: input.mostCharacters ?? null };
  }
}

type Line = QuestionInput['options'][number];

function optionsIn(written: readonly Line[]): readonly Option[] {
  return coded('o', written).map(({ code, text: label, exclusive, specify }) => ({
    code,
    text: label,
    exclusive,
    specifyLabel: specify ?? null,
  }));
}

/** Lines that say something, each with a code of its own: what had one keeps it, so that conditions and answers still find it. */
function coded(letter: 'o' | 'r', written: readonly Line[]) {
  const taken = written.flatMap(({ code, text: label }) => (code !== undefined && label !== undefined ? [code] : []));
  // Another number moves a line; of two with one number, the moved one comes first when it moved up and last when it moved down.
  const placed = written.map((one, index) => ({ one, at: placeOf(one, index) })).sort((a, b) => a.at - b.at);
  return placed.flatMap(({ one }) => {
    if (one.text === undefined) return [];
    if (one.code !== undefined) return [{ ...one, code: one.code, text: one.text }];
    const code = nextNumbered(letter, taken);
    taken.push(code);
    return [{ ...one, code, text: one.text }];
  });
}

function placeOf({ place = 0 }: Line, index: number): number {
  const stands = index + 1;
  return place === 0 || place === stands ? stands : place < stands ? place - 0.5 : place + 0.5;
}

/** A wanted answer as the value of a choice, and back. */
export function termValue({ question, row, option }: ConditionTerm): string {
  return [question, row ?? '', option].map(encodeURIComponent).join('/');
}

function termIn(value: string): ConditionTerm {
  const [question = '', row = '', option = ''] = value.split('/').map(decoded);
  return { question, row: row || null, option };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError('record.invalid', {}, [{ path: 'terms.0', key: 'validation.choose' }]);
  }
}
