import type { AnswerForm, Question } from '../../../domain/forms/index.ts';
import type { FormState } from '../../contracts.ts';
import { termValue } from './question-input.ts';

/** A question as the fields of its form hold it. */
export function questionValues(question: Question, into: string): FormState['values'] {
  const { period, condition, answer } = question;
  const values: Record<string, string | undefined> = {
    before: question.code,
    code: question.code,
    into,
    parent: question.parent ?? '',
    text: question.text,
    guidance: question.guidance ?? '',
    required: question.required ? 'on' : undefined,
    periodKind: period?.kind ?? 'none',
    periodYear: period && period.kind !== 'asOf' ? String(period.year) : '',
    periodDate: period?.kind === 'asOf' ? period.date : '',
    kind: answer.kind,
    when: condition?.when ?? 'always',
    commentLabel: question.commentLabel ?? '',
    attachment: question.attachment?.label ?? '',
  };
  condition?.terms.forEach((term, index) => {
    values[`terms.${index}`] = termValue(term);
  });
  question.bindings.forEach(({ kind, words }, index) => {
    values[`bindings.${index}.kind`] = kind;
    values[`bindings.${index}.words`] = words.join(', ');
  });
  return { ...values, ...answerFields(answer) };
}

function answerFields(answer: AnswerForm): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {};
  if ('options' in answer)
    answer.options.forEach(({ code, text: label, exclusive, specifyLabel }, index) => {
      values[`options.${index}.code`] = code;
      values[`options.${index}.text`] = label;
      values[`options.${index}.exclusive`] = exclusive ? 'on' : undefined;
      values[`options.${index}.specify`] = specifyLabel ?? '';
    });
  if (answer.kind === 'matrix') {
    answer.rows.forEach(({ code, text: label }, index) => {
      values[`rows.${index}.code`] = code;
      values[`rows.${index}.text`] = label;
    });
    values.rowTextLabel = answer.rowTextLabel ?? '';
  }
  if (answer.kind === 'scale') Object.assign(values, { ...answer, from: String(answer.from), to: String(answer.to) });
  if ('cannotStateLabel' in answer) values.cannotStateLabel = answer.cannotStateLabel ?? '';
  if (answer.kind === 'text') {
    values.mostItems = String(answer.mostItems ?? '');
    values.mostCharacters = String(answer.mostCharacters ?? '');
  }
  return values;
}
