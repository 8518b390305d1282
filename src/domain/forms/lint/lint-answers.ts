import { type AnswerForm, type FormStructure, type Option, questionsOf } from '../form-structure.ts';
import { atQuestion, type FormFault } from './form-faults.ts';
import { isCode, repeated } from './lint-codes.ts';

/** Ways to answer that do not work: too few answers, the same answer twice, no rows, a scale without steps, a limit of nothing. */
export function lintAnswers(structure: FormStructure): readonly FormFault[] {
  return questionsOf(structure).flatMap(({ code, answer, bindings }) => [
    ...lintAnswer(code, answer),
    ...(bindings.some(({ words }) => words.every((word) => !word.trim())) ? [atQuestion(code, 'bindingEmpty')] : []),
  ]);
}

function lintAnswer(code: string, answer: AnswerForm): readonly FormFault[] {
  switch (answer.kind) {
    case 'single':
      return [...lintOptions(code, answer.options), ...lintSingle(code, answer.options)];
    case 'multi': {
      const alone = answer.options.length > 1 && answer.options.every(({ exclusive }) => exclusive);
      return [...lintOptions(code, answer.options), ...(alone ? [atQuestion(code, 'exclusiveAll')] : [])];
    }
    case 'matrix':
      return [
        ...lintOptions(code, answer.options),
        ...lintSingle(code, answer.options),
        ...(answer.rows.length === 0 ? [atQuestion(code, 'rowsMissing')] : []),
        ...lintNames(code, answer.rows),
      ];
    case 'scale': {
      const { from, to } = answer;
      const rises = Number.isInteger(from) && Number.isInteger(to) && from < to;
      return rises ? [] : [atQuestion(code, 'scaleBackwards', { from, to })];
    }
    case 'text':
      return [answer.mostItems, answer.mostCharacters].flatMap((limit) =>
        limit === null || (Number.isInteger(limit) && limit > 0)
          ? []
          : [atQuestion(code, 'limitNotPositive', { limit })],
      );
    default:
      return [];
  }
}

function lintOptions(code: string, options: readonly Option[]): readonly FormFault[] {
  return [...(options.length < 2 ? [atQuestion(code, 'optionsTooFew')] : []), ...lintNames(code, options)];
}

function lintSingle(code: string, options: readonly Option[]): readonly FormFault[] {
  return options
    .filter(({ exclusive }) => exclusive)
    .map(({ text }) => atQuestion(code, 'exclusiveInSingle', { text }));
}

function lintNames(code: string, lines: readonly { readonly code: string; readonly text: string }[]) {
  const texts = lines.map(({ text }) => text.trim().toLocaleLowerCase('sv')).filter((text) => text !== '');
  return [
    ...lines.flatMap((line) => (isCode(line.code) ? [] : [atQuestion(code, 'codeStrange', { code: line.code })])),
    ...repeated(lines.map((line) => line.code)).map((one) => atQuestion(code, 'optionCodeRepeated', { code: one })),
    ...repeated(texts).map((text) => atQuestion(code, 'optionTextRepeated', { text })),
  ];
}
