import { type ErrorCode, errorCatalogue, messageOf } from '../../kernel/errors.ts';
import { fillText } from '../../kernel/fill-text.ts';
import type { Language } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Ui } from '../contracts.ts';
import { formats } from '../format.ts';
import type { SameTexts } from '../localized.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';

export type Texts = SameTexts<typeof sv>;

const catalogues: Readonly<Record<Language, Texts>> = { sv: sv as Texts, en };

/** Everything a component needs in order to speak a language. */
export function uiIn(language: Language): Ui {
  return { language, t: catalogues[language], format: formats[language] };
}

/** Whether the catalogue has a sentence for the key of a problem. */
export function isProblemKey(key: string): key is keyof Texts['problems'] {
  return Object.hasOwn(sv.problems, key);
}

/** The sentence that is shown beside the field and in the error summary. A key without a sentence is a bug that a test should have met. */
export function problemText(ui: Ui, problem: Problem): string {
  if (Object.hasOwn(errorCatalogue, problem.key))
    return messageOf(problem.key as ErrorCode, ui.language, problem.values);
  const key = isProblemKey(problem.key) ? problem.key : 'validation.wrong';
  return fillText(ui.t.problems[key], ui.language, problem.values);
}
