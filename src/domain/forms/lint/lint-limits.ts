import { isCivilDate, yearOf } from '../../../kernel/civil-date.ts';
import { numberOfWord } from '../../../kernel/swedish-amounts.ts';
import { firstDate } from '../../../kernel/swedish-dates.ts';
import { type FormStructure, type Question, type QuestionPeriod, questionsOf } from '../form-structure.ts';
import { atQuestion, type FormFault } from './form-faults.ts';

/** Limits and times that the words of a question and its data tell differently. */
export function lintLimits(structure: FormStructure, year: number | null): readonly FormFault[] {
  const questions = questionsOf(structure);
  const byCode = new Map(questions.map((question) => [question.code, question]));
  return questions.flatMap((question) => [
    ...lintLimit(question, question.parent === null ? undefined : byCode.get(question.parent)),
    ...lintPeriod(question, year),
  ]);
}

const wordsOf = ({ text, guidance }: Question): string => `${text}\n${guidance ?? ''}`;

/** A limit may be said in the question itself or, for all its sub-questions at once, in the question above. */
function lintLimit(question: Question, parent: Question | undefined): readonly FormFault[] {
  const { code, answer } = question;
  if (answer.kind !== 'text') return [];
  const own = saidLimits(wordsOf(question));
  const above = parent && saidLimits(wordsOf(parent));
  const compare = (set: number | null, said: number | undefined, saidAbove: number | undefined) => {
    if (said !== undefined && said !== set) return [atQuestion(code, 'limitNotSet', { said })];
    if (set === null || set < 1 || said === set || saidAbove === set) return [];
    return [atQuestion(code, 'limitNotSaid', { limit: set })];
  };
  return [
    ...compare(answer.mostItems, own.items, above?.items),
    ...compare(answer.mostCharacters, own.characters, above?.characters),
  ];
}

const amount = String.raw`(?<amount>\d{1,3}(?:[\s.]?\d{3})*|\p{L}+)`;
const limitForm = new RegExp(
  String.raw`(?<!\p{L})(?:högst|max(?:imalt)?|upp till)\s+(?:de\s+)?${amount}(?!\d)(?:\s+(?<unit>\p{L}+|%))?`,
  'giu',
);
const importantForm = new RegExp(String.raw`(?<!\p{L})de\s+${amount}\s+viktigaste(?!\p{L})`, 'giu');
/** What is limited when it is neither things nor letters: "högst 30 dagar" says nothing of how long the answer may be. */
const otherUnits =
  /^(?:procent|%|kr|kronor|tkr|mkr|år|års?|månader|veckor|dagar|timmar|minuter|ord|sidor|sida|personer)$/iu;

/** How many things and how many characters a text asks for at most: "högst tre insatser", "de tre viktigaste", "högst 500 tecken". */
export function saidLimits(text: string): {
  readonly items: number | undefined;
  readonly characters: number | undefined;
} {
  let items: number | undefined;
  let characters: number | undefined;
  for (const match of [...text.matchAll(limitForm), ...text.matchAll(importantForm)]) {
    const { amount: said = '', unit = '' } = match.groups!;
    const number = /^\d/u.test(said) ? Number(said.replace(/\D/gu, '')) : numberOfWord(said);
    if (number === undefined) continue;
    if (/^tecken/iu.test(unit)) characters ??= number;
    else if (!otherUnits.test(unit)) items ??= number;
  }
  return { items, characters };
}

function lintPeriod(question: Question, year: number | null): readonly FormFault[] {
  const { code, period, text } = question;
  if (!period) return [];
  if (period.kind === 'asOf' && !isCivilDate(period.date))
    return [atQuestion(code, 'dayUnknown', { date: period.date })];
  const about = period.kind === 'asOf' ? yearOf(period.date) : period.year;
  const outside = year !== null && (period.kind === 'since' ? about > year : about !== year);
  const said = saidPeriod(text, period.kind);
  const differs = said !== undefined && said !== (period.kind === 'asOf' ? period.date : String(about));
  const shown = period.kind === 'asOf' ? period.date : about;
  return [
    ...(outside ? [atQuestion(code, 'periodOutsideYear', { period: shown, year: year! })] : []),
    ...(differs ? [atQuestion(code, 'periodNotAsText', { said, period: shown })] : []),
  ];
}

/** The time that a text names in words of the same kind: "under 2024", "sedan 2019", "den 31 december 2024". */
function saidPeriod(text: string, kind: QuestionPeriod['kind']): string | undefined {
  if (kind === 'asOf') return /\d{4}/u.test(text) ? firstDate(text)?.date : undefined;
  const form =
    kind === 'during' ? /(?<!\p{L})under\s+(?:år\s+)?(\d{4})(?!\d)/giu : /(?<!\p{L})sedan\s+(?:år\s+)?(\d{4})(?!\d)/giu;
  const years = [...text.matchAll(form)].map((match) => match[1]!);
  return years.length === 1 ? years[0] : undefined;
}
