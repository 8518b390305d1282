import type {
  AnswerForm,
  Condition,
  FormSection,
  MatrixLine,
  Option,
  Question,
  QuestionPeriod,
} from '../form-structure.ts';

/**
 * The notation that the shipped forms are written in: a question is its code, its words and how it is answered, and only what is unusual about it
 * is said. Everything it makes is plain data, as an edited form is.
 */
type Unusual = Partial<Omit<Question, 'code' | 'text' | 'answer' | 'attachment'>> & { readonly attachment?: string };

export function question(code: string, text: string, answer: AnswerForm, unusual: Unusual = {}): Question {
  const { attachment, ...more } = unusual;
  return {
    code,
    parent: null,
    text,
    guidance: null,
    period: null,
    required: true,
    condition: null,
    answer,
    commentLabel: null,
    bindings: [],
    ...more,
    attachment: attachment === undefined ? null : { label: attachment },
  };
}

export function section(code: string, title: string, questions: readonly Question[]): FormSection {
  return { code, title, questions };
}

export const yesNo: AnswerForm = { kind: 'yesNo' };
export const freeText: AnswerForm = { kind: 'text', mostItems: null, mostCharacters: null };

/** "Högst tre insatser": a text that is asked for so many things and no more. */
export function textOfAtMost(mostItems: number): AnswerForm {
  return { kind: 'text', mostItems, mostCharacters: null };
}

export function single(options: readonly Option[]): AnswerForm {
  return { kind: 'single', options };
}

export function multi(options: readonly Option[]): AnswerForm {
  return { kind: 'multi', options };
}

/** Rows of code and words, each answered with one of the options. */
export function matrix(
  rows: Readonly<Record<string, string>>,
  options: readonly Option[],
  rowTextLabel: string | null = null,
): AnswerForm {
  const lines: readonly MatrixLine[] = Object.entries(rows).map(([code, text]) => ({ code, text }));
  return { kind: 'matrix', rows: lines, options, rowTextLabel };
}

export function option(code: string, text: string, unusual: Partial<Omit<Option, 'code' | 'text'>> = {}): Option {
  return { code, text, exclusive: false, specifyLabel: null, ...unusual };
}

export const yes = option('yes', 'Ja');
export const no = option('no', 'Nej');

/** Asked only when another question, or one row of it, was answered so. */
export function ifAnswered(code: string, chosen: string, row: string | null = null): Condition {
  return { when: 'all', terms: [{ question: code, row, option: chosen }] };
}

export function during(year: number): QuestionPeriod {
  return { kind: 'during', year };
}

export function since(year: number): QuestionPeriod {
  return { kind: 'since', year };
}

export function lastDayOf(year: number): QuestionPeriod {
  return { kind: 'asOf', date: `${year}-12-31` };
}
