import type { ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { Check } from './check-bundle.ts';
import { questionsIn } from './form-questions.ts';

/**
 * A condition that names a question that cannot be meant (E-29): one that comes later, or one that the form does not have. The sub-question is
 * read as a follow-up to its own question, and both stand in the record.
 */
export const formConditionProblems: Check = (_, records) => {
  const questions = questionsIn(records);
  const known = new Set(questions.map((question) => question.number));
  return questions.flatMap(({ number, condition, source }): readonly ReadProblem[] => {
    if (!condition) return [];
    const { question: printed, corrected } = condition;
    if (corrected) {
      const message = `Fråga ${number} gäller enligt trycket om svaret på fråga ${printed} är ${condition.equals}, men fråga ${printed} kommer senare. Den har lästs som följdfråga till fråga ${corrected.question}.`;
      return [{ code: 'conditionRefersWrong', message, source }];
    }
    if (known.has(printed)) return [];
    const message = `Fråga ${number} gäller enligt trycket om svaret på fråga ${printed} är ${condition.equals}, men någon fråga ${printed} finns inte.`;
    return [{ code: 'conditionRefersWrong', message, source }];
  });
};
