import type { Answer, AnswerValue, Question } from '../../../domain/forms/index.ts';

/**
 * The names of the fields in which an answer is posted: `answers.q10a.value`, `answers.q5.specify.o7`. The letters before the codes keep codes
 * that are numbers from being read as places in a list, and the encoding keeps a full stop in a code from parting the name.
 */
export function fieldsOf({ code }: Pick<Question, 'code'>) {
  const base = `answers.${segment('q', code)}`;
  return {
    value: `${base}.value`,
    version: `${base}.version`,
    comment: `${base}.comment`,
    cannotState: `${base}.cannotState`,
    specify: (option: string) => `${base}.specify.${segment('o', option)}`,
    rowOption: (row: string) => `${base}.rows.${segment('r', row)}.option`,
    rowText: (row: string) => `${base}.rows.${segment('r', row)}.text`,
  };
}

/** A code as one part of a name. */
export function segment(letter: 'q' | 'o' | 'r', code: string): string {
  return `${letter}${encodeURIComponent(code).replaceAll('.', '%2E')}`;
}

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An answer as the fields of a form hold it, to fill the form with what is saved. */
export function answerValues(question: Question, answer: Answer | undefined, version = 0): Values {
  const names = fieldsOf(question);
  return {
    [names.version]: String(version),
    ...(answer && valueFields(question, answer.value)),
    ...(answer?.comment && { [names.comment]: answer.comment }),
  };
}

function valueFields(question: Question, value: AnswerValue): Values {
  const names = fieldsOf(question);
  switch (value.kind) {
    case 'choice':
      return {
        [names.value]: value.option ?? '',
        ...(value.option !== null && value.specify !== null && { [names.specify(value.option)]: value.specify }),
      };
    case 'choices':
      return Object.fromEntries([
        [names.value, value.options.map(({ option }) => option)],
        ...value.options.map(({ option, specify }) => [names.specify(option), specify ?? '']),
      ]);
    case 'matrix':
      return Object.fromEntries(
        Object.entries(value.rows).flatMap(([row, { option, text }]) => [
          [names.rowOption(row), option ?? ''],
          [names.rowText(row), text ?? ''],
        ]),
      );
    case 'scale':
      return { [names.value]: value.step === null ? '' : String(value.step) };
    case 'number':
      return {
        [names.value]: value.number === null ? '' : swedishNumber(value.number),
        ...(value.cannotState && { [names.cannotState]: 'on' }),
      };
    case 'text':
      return { [names.value]: value.text };
  }
}

/** "140 441", "46,5": a number as people write it in a Swedish form. */
export function swedishNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0')}${fraction ? `,${fraction}` : ''}`;
}
