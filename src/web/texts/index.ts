import type { Language } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { problemText as textOfProblem } from '../../kernel/problem-texts/problem-text.ts';
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

/** The sentence about a problem, in the language of the page. */
export function problemText({ language }: Ui, problem: Problem): string {
  return textOfProblem(problem, language);
}
