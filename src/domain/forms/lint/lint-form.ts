import type { FormStructure } from '../form-structure.ts';
import type { FormFault } from './form-faults.ts';
import { lintAnswers } from './lint-answers.ts';
import { lintCodes } from './lint-codes.ts';
import { lintConditions } from './lint-conditions.ts';
import { lintLimits } from './lint-limits.ts';
import { lintTexts } from './lint-texts.ts';

/**
 * Everything that is wrong with a form as far as data can tell, so that it is found before anybody answers and not by who answers (E-29…E-34).
 * With the year that the form is about, times outside it are told too.
 */
export function lintForm(structure: FormStructure, year: number | null = null): readonly FormFault[] {
  return [
    lintCodes(structure),
    lintTexts(structure),
    lintAnswers(structure),
    lintLimits(structure, year),
    lintConditions(structure),
  ].flat();
}
