import * as z from 'zod';
import { type Answer, type AnswerValue, optionsOf, type Question } from '../../../domain/forms/index.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { fieldsOf, segment } from './answer-names.ts';

/** The answers of a posted form, as the input schema of a route names them: `z.object({ answers: answersField })`. */
export const answersField = z.record(z.string(), z.unknown()).default({});

/** An answer as it was posted. Where there is a problem, the answer is what could be read, and is not to be kept. */
export type ReadAnswer = {
  readonly question: Question;
  /** What the names of its fields begin with. */
  readonly base: string;
  readonly answer: Answer;
  readonly expectedVersion: number;
  readonly problems: readonly Problem[];
};

/** The answers to those of the questions that stood in the posted form; a question that was not in it is left out, not emptied. */
export function readAnswers(
  questions: readonly Question[],
  posted: Readonly<Record<string, unknown>>,
): readonly ReadAnswer[] {
  return questions.flatMap((question) => readAnswerValue(question, posted[segment('q', question.code)]) ?? []);
}

/** The answer to one question, read from what a browser sent. Whatever comes, it never throws: what cannot be read is a problem beside its field. */
export function readAnswerValue(question: Question, posted: unknown): ReadAnswer | undefined {
  if (!isObject(posted)) return undefined;
  const { value, problems } = postedValue(question, posted);
  const comment = linesOf(posted.comment) || null;
  const expectedVersion = /^\d{1,9}$/.test(textOf(posted.version)) ? Number(posted.version) : 0;
  const base = `answers.${segment('q', question.code)}.`;
  return { question, base, answer: { value, comment }, expectedVersion, problems };
}

type Read = { readonly value: AnswerValue; readonly problems: readonly Problem[] };
type Posted = Readonly<Record<string, unknown>>;

function postedValue(question: Question, posted: Posted): Read {
  const form = question.answer;
  switch (form.kind) {
    case 'yesNo':
    case 'single':
      return choiceOf(question, posted);
    case 'multi':
      return choicesOf(question, posted);
    case 'matrix':
      return matrixOf(question, posted);
    case 'scale': {
      const written = textOf(posted.value);
      const step = written === '' ? null : Number(written);
      const fits = step === null || (Number.isInteger(step) && step >= form.from && step <= form.to);
      return { value: { kind: 'scale', step: fits ? step : null }, problems: fits ? [] : [choose(question)] };
    }
    case 'percent':
    case 'count':
      return numberOf(question, posted);
    case 'text':
      return { value: { kind: 'text', text: linesOf(posted.value) }, problems: [] };
  }
}

function choiceOf(question: Question, posted: Posted): Read {
  const option = textOf(posted.value) || null;
  const known = option === null || optionsOf(question.answer).some(({ code }) => code === option);
  if (!known) return { value: { kind: 'choice', option: null, specify: null }, problems: [choose(question)] };
  return { value: { kind: 'choice', option, specify: specifyOf(question, posted, option) }, problems: [] };
}

function choicesOf(question: Question, posted: Posted): Read {
  const options = optionsOf(question.answer);
  const wanted = new Set(listOf(posted.value).filter((one) => one !== ''));
  const chosen = options.filter(({ code }) => wanted.has(code));
  const problems: Problem[] = [];
  const exclusive = chosen.find((option) => option.exclusive);
  if (chosen.length < wanted.size) problems.push(choose(question));
  else if (exclusive && chosen.length > 1)
    problems.push({ path: fieldsOf(question).value, key: 'answer.exclusive', values: { option: exclusive.text } });
  const value = chosen.map(({ code }) => ({ option: code, specify: specifyOf(question, posted, code) }));
  return { value: { kind: 'choices', options: value }, problems };
}

function matrixOf(question: Question, posted: Posted): Read {
  if (question.answer.kind !== 'matrix') return { value: { kind: 'matrix', rows: {} }, problems: [] };
  const rows = isObject(posted.rows) ? posted.rows : {};
  const known = new Set(question.answer.options.map(({ code }) => code));
  const problems: Problem[] = [];
  const value = question.answer.rows.flatMap(({ code }) => {
    const row = rows[segment('r', code)];
    if (!isObject(row)) return [];
    const option = textOf(row.option) || null;
    if (option !== null && !known.has(option))
      problems.push({ path: fieldsOf(question).rowOption(code), key: 'validation.choose' });
    const text = linesOf(row.text) || null;
    return option === null && text === null ? [] : [[code, { option, text }] as const];
  });
  return { value: { kind: 'matrix', rows: Object.fromEntries(value) }, problems };
}

function numberOf(question: Question, posted: Posted): Read {
  const path = fieldsOf(question).value;
  const cannotState = Boolean(posted.cannotState);
  const written = textOf(posted.value).trim();
  const nothing = { kind: 'number', number: null, cannotState } as const;
  if (written === '') return { value: nothing, problems: [] };
  const number = numberIn(written);
  const whole = question.answer.kind === 'count';
  if (number === undefined || (whole && !Number.isInteger(number)))
    return { value: nothing, problems: [{ path, key: whole ? 'answer.count' : 'answer.percent' }] };
  if (!whole && number > 100) return { value: nothing, problems: [{ path, key: 'answer.percent' }] };
  if (cannotState) return { value: nothing, problems: [{ path, key: 'answer.bothNumberAndCannot' }] };
  return { value: { kind: 'number', number, cannotState: false }, problems: [] };
}

/** "140 441", "140.441", "46,5 %", "46.5": a number without a sign; undefined for what is none, so that "12–15" is never 12. */
export function numberIn(written: string): number | undefined {
  const plain = written.replace(/\s*(?:%|procent)$/iu, '').trim();
  const grouped = /^\d{1,3}(?:[\s.]\d{3})+(?:,\d{1,6})?$/u.test(plain);
  if (grouped) return Number(plain.replace(/[\s.]/gu, '').replace(',', '.'));
  return /^\d{1,12}(?:[.,]\d{1,6})?$/u.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

function specifyOf(question: Question, posted: Posted, option: string | null): string | null {
  const asks = optionsOf(question.answer).find(({ code }) => code === option)?.specifyLabel;
  if (option === null || !asks || !isObject(posted.specify)) return null;
  return linesOf(posted.specify[segment('o', option)]) || null;
}

const choose = (question: Question): Problem => ({ path: fieldsOf(question).value, key: 'validation.choose' });

function textOf(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one.normalize('NFC') : '';
}

/** Words as they are kept: a browser sends every line break as two characters. */
const linesOf = (value: unknown): string => textOf(value).replace(/\r\n?/g, '\n').trim();

function listOf(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

function isObject(value: unknown): value is Posted {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
