import { findPercents } from '../../kernel/swedish-amounts.ts';
import {
  type AnswerForm,
  type AnswerValue,
  type ChosenOption,
  type Option,
  optionsOf,
  printedOption,
} from '../forms/index.ts';
import type { FormAnswer } from './form-return.ts';
import { optionOf } from './named-option.ts';
import { detailsOf, readingOf } from './read-answer-facts.ts';
import { readChoices } from './read-choices.ts';
import { askOf, maySet, type ReadValue, type ToAsk } from './read-ground.ts';
import { readMatrix } from './read-matrix.ts';
import { linesOfLabels } from './word-likeness.ts';

/** Reads one answer by the kind of its question. */
export function readValue(form: AnswerForm, read: FormAnswer): ReadValue {
  switch (form.kind) {
    case 'yesNo':
    case 'single':
      return readChoice(optionsOf(form), read);
    case 'multi':
      return readChoices(form.options, read);
    case 'matrix':
      return readMatrix(form, read);
    case 'scale':
      return readStep(form, read);
    case 'percent':
    case 'count':
      return readNumber(form.kind, read);
    case 'text':
      return known(read.answer === null ? null : { kind: 'text', text: read.answer });
  }
}

function known(value: AnswerValue | null): ReadValue {
  return { value, rest: [], asks: [] };
}

function asked(read: FormAnswer, reason: ToAsk['reason'], value: AnswerValue | null): ReadValue {
  return { value: null, rest: [], asks: [askOf(read, reason, value)] };
}

function readChoice(options: readonly Option[], read: FormAnswer): ReadValue {
  const reading = readingOf(read);
  if ((detailsOf(read).ticks ?? []).filter(({ ticked }) => ticked).length > 1) return asked(read, 'unreadable', null);
  if (read.answer === null) return reading === 'unreadable' ? asked(read, 'unreadable', null) : known(null);
  const chosen = tickedOf(options, read) ?? optionOf(options, read.answer);
  if (!chosen) return asked(read, 'unknownOption', null);
  const value: AnswerValue = { kind: 'choice', ...chosen };
  if (maySet(reading, read.certainty)) return known(value);
  return asked(read, reading === 'unreadable' ? 'unreadable' : 'unsure', value);
}

/** The one option whose box is ticked, with the words that stand with it; undefined when the boxes were not noted, or tell of several. */
function tickedOf(options: readonly Option[], read: FormAnswer): ChosenOption | undefined {
  const ticks = detailsOf(read).ticks ?? [];
  const lines = linesOfLabels(
    ticks.map(({ option }) => option),
    options.map(printedOption),
  );
  const ticked = ticks.flatMap(({ ticked: is, specification }, at) => {
    const option = options[lines[at] ?? -1];
    return is && option ? [{ option: option.code, specify: specification ?? null }] : [];
  });
  return ticked.length === 1 ? ticked[0] : undefined;
}

function readStep(form: Extract<AnswerForm, { kind: 'scale' }>, read: FormAnswer): ReadValue {
  if (read.answer === null) return readingOf(read) === 'unreadable' ? asked(read, 'unreadable', null) : known(null);
  const step = Number(/^\s*(\d{1,2})(?!\d)/.exec(read.answer)?.[1] ?? Number.NaN);
  if (!(step >= form.from && step <= form.to)) return asked(read, 'unknownOption', null);
  const value: AnswerValue = { kind: 'scale', step };
  return maySet(readingOf(read), read.certainty) ? known(value) : asked(read, 'unsure', value);
}

function readNumber(kind: 'percent' | 'count', read: FormAnswer): ReadValue {
  const { value: number = numberIn(kind, read.answer), cannotState = /kan inte/iu.test(read.answer ?? '') } =
    detailsOf(read);
  if (number === undefined && !cannotState)
    return read.answer !== null || readingOf(read) === 'unreadable' ? asked(read, 'unreadable', null) : known(null);
  const value: AnswerValue = { kind: 'number', number: number ?? null, cannotState: number === undefined };
  return maySet(readingOf(read), read.certainty) ? known(value) : asked(read, 'unsure', value);
}

/** A figure that a person wrote in, which the reader of forms left no value for. */
function numberIn(kind: 'percent' | 'count', answer: string | null): number | undefined {
  if (answer === null) return undefined;
  if (kind === 'percent') {
    const [share] = findPercents(answer);
    if (share) return share.percent;
  }
  const digits = /^\d{1,3}(?:[\s\u00a0]?\d{3})*(?:,\d+)?$/u.exec(answer.trim())?.[0];
  return digits === undefined ? undefined : Number(digits.replace(/[\s\u00a0]/gu, '').replace(',', '.'));
}
