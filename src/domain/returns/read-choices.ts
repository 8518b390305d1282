import { type AnswerValue, type ChosenOption, type Option, printedOption } from '../forms/index.ts';
import type { FormAnswer } from './form-return.ts';
import { optionOf } from './named-option.ts';
import { choicesOf, detailsOf, readingOf, type ShownChoice } from './read-answer-facts.ts';
import { askOf, maySet, type ReadValue } from './read-ground.ts';
import { linesOfLabels } from './word-likeness.ts';

/**
 * The ticked options of a question with several. An option that is left out of an answer is a No to it, so the answer is whole or none: when one
 * box cannot be told, all is asked for, with the ticks that the paper points to as a hint.
 */
export function readChoices(options: readonly Option[], read: FormAnswer): ReadValue {
  const choices = detailsOf(read).ticks ? choicesOf(read) : writtenChoices(options, read);
  if (choices.length === 0) return { value: null, rest: [], asks: [] };
  const lines = linesOfLabels(
    choices.map(({ text }) => text),
    options.map(printedOption),
  );
  const ticked = choices.flatMap((choice, at): readonly ChosenOption[] => {
    const option = options[lines[at] ?? -1];
    return option && choice.chosen ? [{ option: option.code, specify: choice.specification ?? null }] : [];
  });
  const value: AnswerValue = { kind: 'choices', options: inOrder(ticked, options) };
  const strange = choices.filter((choice, at) => choice.chosen && lines[at] === undefined);
  const unsure = choices.filter(({ reading, confidence }) => !maySet(reading, confidence));
  if (strange.length === 0 && unsure.length === 0 && readingOf(read) !== 'unreadable')
    return { value, rest: [], asks: [] };
  const reason = strange.length > 0 ? 'unknownOption' : unsure.some(isUnreadable) ? 'unreadable' : 'unsure';
  const shown = [...strange, ...unsure].map(shownChoice).join('; ') || null;
  const hint = value.options.length > 0 ? { value, because: read.inferredFrom, certainty: read.certainty } : null;
  return { value: null, rest: [], asks: [{ ...askOf(read, reason, null), shown, hint }] };
}

const isUnreadable = ({ reading }: ShownChoice) => reading === 'unreadable';

/** The label of an option with the marks that are printed beside it. */
function shownChoice({ text, marks }: ShownChoice): string {
  return marks ? `${text} [${marks}]` : `${text} [–]`;
}

/** Options that a person wrote in, one a line, without any note of boxes. */
function writtenChoices(options: readonly Option[], read: FormAnswer): readonly ShownChoice[] {
  return (read.answer ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const named = optionOf(options, line);
      const option = options.find(({ code }) => code === named?.option);
      const text = option ? printedOption(option) : line;
      const known = { reading: readingOf(read), confidence: read.certainty ?? undefined, marks: undefined };
      return { text, chosen: true, ...known, specification: named?.specify ?? undefined };
    });
}

function inOrder(chosen: readonly ChosenOption[], options: readonly Option[]): readonly ChosenOption[] {
  return options.flatMap(({ code }) => chosen.filter(({ option }) => option === code));
}
