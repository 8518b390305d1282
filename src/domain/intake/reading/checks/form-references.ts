import type { ReadProblem } from '../../../../documents/tree/recognise.ts';
import { misplacedReferences } from '../../../forms/index.ts';
import type { Check } from './check-bundle.ts';
import { questionsIn, writtenIn } from './form-questions.ts';

/** An answer that refers to another question for something that stands elsewhere (E-30). */
export const formReferenceProblems: Check = (_, records) => {
  const questions = questionsIn(records).map((question) => ({
    code: question.number,
    text: question.text,
    written: writtenIn(question),
    source: question.source,
  }));
  const sources = new Map(questions.map(({ code, source }) => [code, source]));
  return misplacedReferences(questions).map(({ from, named, standsUnder }): ReadProblem => {
    const why = standsUnder === null ? 'som inte finns' : `men det som nämns står under fråga ${standsUnder}`;
    return {
      code: 'referenceElsewhere',
      message: `Svaret på fråga ${from} hänvisar till fråga ${named}, ${why}.`,
      source: sources.get(from)!,
    };
  });
};
