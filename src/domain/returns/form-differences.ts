import type { Localized } from '../../kernel/language.ts';
import { type FormStructure, type Question, questionsOf, valueKindOf } from '../forms/index.ts';
import type { FormAnswer, FormReturn } from './form-return.ts';
import { sharedWords } from './word-likeness.ts';

/** How a question on a paper differs from the form that its answers are taken to. An answer across such a difference is never taken. */
export const formDifferenceKinds = {
  unknownNumber: { sv: 'numret finns inte i formuläret', en: 'the number is not in the form' },
  otherKind: { sv: 'frågan besvaras på ett annat sätt', en: 'the question is answered in another way' },
  otherWords: { sv: 'frågan handlar om något annat', en: 'the question is about something else' },
  notOnPaper: { sv: 'frågan finns inte på papperet', en: 'the question is not on the paper' },
} as const satisfies Record<string, Localized>;
export type FormDifferenceKind = keyof typeof formDifferenceKinds;

export type FormDifference = {
  readonly number: string;
  readonly kind: FormDifferenceKind;
  readonly onPaper: string | null;
  readonly inForm: string | null;
};

/** Questions share at least this many of their words, or they ask about different things. */
const sameFrom = 0.35;
/** A paper is of another form when fewer of its questions than this are the form's. */
const fitsFrom = 0.8;

/** Where a paper and a form are not of one mind, question by question in the order of the paper, then what the paper lacks. */
export function formDifferences(
  structure: FormStructure,
  { answers }: Pick<FormReturn, 'answers'>,
): readonly FormDifference[] {
  const questions = questionsOf(structure);
  const byCode = new Map(questions.map((question) => [question.code, question]));
  const onPaper = answers.flatMap((answer): readonly FormDifference[] => {
    const question = byCode.get(answer.number);
    const kind = question ? differenceOf(question, answer) : 'unknownNumber';
    return kind ? [{ number: answer.number, kind, onPaper: answer.question, inForm: question?.text ?? null }] : [];
  });
  const numbers = new Set(answers.map(({ number }) => number));
  const lacking = questions
    .filter(({ code }) => !numbers.has(code))
    .map(({ code, text }): FormDifference => ({ number: code, kind: 'notOnPaper', onPaper: null, inForm: text }));
  return [...onPaper, ...lacking];
}

/** Whether the paper is of this form at all. */
export function isOfForm({ answers }: Pick<FormReturn, 'answers'>, differences: readonly FormDifference[]): boolean {
  const others = differences.filter(({ kind }) => kind !== 'notOnPaper').length;
  return answers.length > 0 && (answers.length - others) / answers.length >= fitsFrom;
}

/** The kinds that a paper may show for a kind of value: a list of boxes looks the same whether one or several may be ticked, and what the reader takes for plain text may lack only its boxes. */
const shownAs: Readonly<Record<ReturnType<typeof valueKindOf>, readonly string[]>> = {
  choice: ['yesNo', 'single', 'multi'],
  choices: ['multi', 'yesNo'],
  matrix: ['matrix'],
  scale: ['scale', 'single', 'multi'],
  number: ['percent', 'count'],
  text: ['text'],
};

function differenceOf(question: Question, answer: FormAnswer): FormDifferenceKind | undefined {
  if (!shownAs[valueKindOf(question.answer)].includes(answer.kind)) return 'otherKind';
  return sharedWords(question.text, answer.question) < sameFrom ? 'otherWords' : undefined;
}
