import { type ErrorCode, errorCatalogue, messageOf } from '../errors.ts';
import { fillText } from '../fill-text.ts';
import type { Language } from '../language.ts';
import type { Problem } from '../problem.ts';
import { problems as en } from './en.ts';
import { problems as sv } from './sv.ts';

const catalogues = { sv, en } as const;
export type ProblemKey = keyof typeof sv;

/** Whether the catalogue has a sentence for the key of a problem. */
export function isProblemKey(key: string): key is ProblemKey {
  return Object.hasOwn(sv, key);
}

/** The sentence that stands beside a field, in an error summary or on standard error. A key without a sentence is a bug that a test meets. */
export function problemText(problem: Problem, language: Language): string {
  if (Object.hasOwn(errorCatalogue, problem.key)) return messageOf(problem.key as ErrorCode, language, problem.values);
  return fillText(
    catalogues[language][isProblemKey(problem.key) ? problem.key : 'validation.wrong'],
    language,
    problem.values,
  );
}
