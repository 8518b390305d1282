import {
  type Answers,
  askedQuestions,
  type FormStructure,
  misplacedReferences,
  type Question,
} from '../../forms/index.ts';
import type { AnswerWarning } from '../answer-warning.ts';
import type { DraftSource } from './draft-source.ts';
import {
  boundValueWarnings,
  changeWarnings,
  itemWarnings,
  rangeWarnings,
  seriesWarnings,
  toldTwiceWarnings,
  writtenTexts,
} from './figure-checks.ts';
import { type EarlierAnswer, numbersBeside } from './last-year.ts';
import { sharesWithCounts, shareWarnings } from './population-share.ts';
import type { MethodStatement } from './report-basis-reader.ts';
import type { PassageStanding } from './taken-passage.ts';
import type { WarningScene } from './warning-scene-reader.ts';

/** All that the answers of a return are judged by. */
export type JudgedReturn = {
  readonly structure: FormStructure;
  readonly answers: Answers;
  readonly year: number;
  readonly scene: WarningScene;
  readonly bound: ReadonlyMap<string, readonly DraftSource[]>;
  readonly passages: ReadonlyMap<string, readonly PassageStanding[]>;
  readonly last: ReadonlyMap<string, EarlierAnswer>;
  readonly methods: ReadonlyMap<string, MethodStatement>;
};

/** The remarks on all answers of a return in the order of the form. Only what is asked now is judged: the rest does not leave the house. */
export function answerWarnings(judged: JudgedReturn): readonly AnswerWarning[] {
  const { structure, answers, year, scene } = judged;
  const asked = askedQuestions(structure, answers);
  const codes = new Set(asked.map(({ code }) => code));
  const pairs = structure.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ questions }) => sharesWithCounts(questions.filter(({ code }) => codes.has(code))));
  const across = [
    ...pairs.flatMap((pair) => shareWarnings(pair, answers, scene.populations, year)),
    ...toldTwiceWarnings(asked, answers),
    ...referenceWarnings(asked, answers),
  ];
  return asked.flatMap((question) => [
    ...rangeWarnings(question, answers),
    ...boundValueWarnings(question, answers, judged.bound.get(question.code) ?? []),
    ...seriesWarnings(question.code, answers, scene.series, year),
    ...changeWarnings(question.code, answers, lastTexts(judged.last.get(question.code))),
    ...across.filter((one) => one.question === question.code),
    ...(judged.passages.get(question.code) ?? []).flatMap((one) => passageWarning(question.code, one)),
    ...itemWarnings(question, answers),
    ...methodWarnings(question, judged),
  ]);
}

function lastTexts(last: EarlierAnswer | undefined): readonly string[] {
  return last ? writtenTexts({ last: last.answer }, 'last') : [];
}

function referenceWarnings(asked: readonly Question[], answers: Answers): readonly AnswerWarning[] {
  const written = asked.map(({ code, text }) => ({ code, text, written: writtenTexts(answers, code) }));
  return misplacedReferences(written).map(
    ({ from, named, standsUnder }): AnswerWarning =>
      standsUnder === null
        ? { kind: 'referenceUnknown', question: from, values: { named } }
        : { kind: 'referenceElsewhere', question: from, values: { named, standsUnder } },
  );
}

const ofPassage = { changed: 'sourceChanged', gone: 'sourceGone', secret: 'sourceSecret' } as const;

/** What the source says now belongs to the remark, so that settling one change does not settle the next. */
function passageWarning(question: string, { state, kind, ref, title, now }: PassageStanding): readonly AnswerWarning[] {
  if (state !== 'changed' && state !== 'gone' && state !== 'secret') return [];
  return [{ kind: ofPassage[state], question, values: { title, source: `${kind}:${ref}`, now: now ?? '' } }];
}

function methodWarnings(question: Question, { answers, last, methods }: JudgedReturn): readonly AnswerWarning[] {
  const before = last.get(question.code);
  if (!before || methods.has(question.code) || !numbersBeside(question, answers[question.code], before)) return [];
  return [{ kind: 'methodUnsaid', question: question.code, values: { year: String(before.year) } }];
}
