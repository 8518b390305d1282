import { type Answers, printedCode, type Question } from '../../forms/index.ts';
import { type Figure, figuresIn } from '../../indicators/index.ts';
import { figureDifferences, type KnownSeries, swedishNumber } from '../../reports/index.ts';
import type { AnswerWarning } from '../answer-warning.ts';
import type { SourceValue } from './draft-source.ts';

/** Everything that is written in answer to a question: its text, the words of options and rows, and the comment. */
export function writtenTexts(answers: Answers, code: string): readonly string[] {
  const answer = answers[code];
  if (!answer) return [];
  const { value, comment } = answer;
  const own =
    value.kind === 'text'
      ? [value.text]
      : value.kind === 'choice'
        ? [value.specify ?? '']
        : value.kind === 'choices'
          ? value.options.map(({ specify }) => specify ?? '')
          : value.kind === 'matrix'
            ? Object.values(value.rows).map(({ text }) => text ?? '')
            : [];
  return [...own, comment ?? ''].filter((text) => text.trim() !== '');
}

/** A number that cannot be of its kind: a share beyond 0–100, a count below nothing. */
export function rangeWarnings(
  { code, answer }: Pick<Question, 'code' | 'answer'>,
  answers: Answers,
): readonly AnswerWarning[] {
  const value = answers[code]?.value;
  if (value?.kind !== 'number' || value.number === null) return [];
  const possible = value.number >= 0 && (answer.kind !== 'percent' || value.number <= 100);
  if (possible) return [];
  const stated = `${swedishNumber(value.number)}${answer.kind === 'percent' ? ' %' : ''}`;
  return [{ kind: 'outOfRange', question: code, values: { stated } }];
}

/** A number that is answered otherwise than the series which the question is bound to says at its time. */
export function boundValueWarnings(
  question: Pick<Question, 'code' | 'answer'>,
  answers: Answers,
  bound: readonly { readonly title: string; readonly value: SourceValue | null }[],
): readonly AnswerWarning[] {
  const value = answers[question.code]?.value;
  if (value?.kind !== 'number' || value.number === null) return [];
  const stated = value.number;
  return bound.flatMap(({ title, value: series }): readonly AnswerWarning[] => {
    if (series?.unit !== question.answer.kind || series.number === stated) return [];
    return [differs(question.code, title, stated, series.number, series.asOf)];
  });
}

/** Figures of written answers that differ from the series of the same name. */
export function seriesWarnings(
  code: string,
  answers: Answers,
  series: readonly KnownSeries[],
  year: number,
): readonly AnswerWarning[] {
  return writtenTexts(answers, code)
    .flatMap((text) => figureDifferences(text, series, year))
    .map((one) =>
      one.of === 'value'
        ? differs(code, one.indicatorName, one.stated, one.inSeries, one.asOf)
        : {
            kind: 'seriesChangeDiffers',
            question: code,
            values: {
              name: one.indicatorName,
              asOf: one.asOf ?? '–',
              computed: swedishNumber(one.inSeries),
              stated: swedishNumber(one.stated),
            },
          },
    );
}

function differs(question: string, name: string, stated: number, series: number, asOf: string | null): AnswerWarning {
  const difference = Math.round((stated - series) * 100) / 100;
  const values = {
    name,
    stated: swedishNumber(stated),
    series: swedishNumber(series),
    asOf: asOf === null ? '' : ` (${asOf})`,
    difference: `${difference > 0 ? '+' : '−'}${swedishNumber(Math.abs(difference))}`,
  };
  return { kind: 'figureDiffers', question, values };
}

/** "47 254 (+138 %)" beside last year's answer to the same question: the change is computed again where last year told the same figure. */
export function changeWarnings(code: string, answers: Answers, lastTexts: readonly string[]): readonly AnswerWarning[] {
  const before = lastTexts.flatMap((text) => figuresIn(text));
  return writtenTexts(answers, code)
    .flatMap((text) => figuresIn(text))
    .flatMap((now): readonly AnswerWarning[] => {
      const then = before.find((one) => sameFigure(one, now));
      if (!now.change || !then || then.value === 0) return [];
      const percent = (now.value / then.value - 1) * 100;
      const decimals = String(now.change.percent).split('.')[1]?.length ?? 0;
      if (Math.abs(percent - now.change.percent) < 0.5 * 10 ** -decimals + 1e-9) return [];
      const values = {
        name: now.name,
        now: swedishNumber(now.value),
        before: swedishNumber(then.value),
        computed: swedishNumber(Math.round(percent * 10) / 10),
        stated: swedishNumber(now.change.percent),
      };
      return [{ kind: 'changeDiffers', question: code, values }];
    });
}

/** Figures of the same name, unit and time that two answers tell differently: said at the later one. */
export function toldTwiceWarnings(
  questions: readonly Pick<Question, 'code'>[],
  answers: Answers,
): readonly AnswerWarning[] {
  const told: { readonly code: string; readonly figure: Figure }[] = [];
  const warnings: AnswerWarning[] = [];
  for (const { code } of questions)
    for (const figure of writtenTexts(answers, code).flatMap((text) => figuresIn(text))) {
      const other = told.find(
        (one) => one.code !== code && sameFigure(one.figure, figure) && one.figure.asOf === figure.asOf,
      );
      if (other && other.figure.value !== figure.value)
        warnings.push({
          kind: 'toldDifferently',
          question: code,
          values: {
            name: figure.name,
            stated: amount(figure),
            other: amount(other.figure),
            otherQuestion: printedCode(other.code),
          },
        });
      told.push({ code, figure });
    }
  return warnings;
}

function sameFigure(a: Figure, b: Figure): boolean {
  const plain = (name: string) => name.toLocaleLowerCase('sv').replace(/\s+/gu, ' ').trim();
  return a.unit === b.unit && plain(a.name) === plain(b.name);
}

const amount = ({ value, unit }: Figure): string => `${swedishNumber(value)}${unit === '%' ? ' %' : ''}`;

/** How many points a text lists: its marked lines, or its paragraphs where no line is marked. */
export function itemsIn(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => /^\s*(?:[-–•*·]|\d{1,2}[.)]|[a-h][.)])\s/iu.test(line));
  return marked.length > 0 ? marked.length : text.split(/\n\s*\n/u).filter((part) => part.trim() !== '').length;
}

/** More points than the form asks for: told, and kept (NAT-11). */
export function itemWarnings(
  { code, answer }: Pick<Question, 'code' | 'answer'>,
  answers: Answers,
): readonly AnswerWarning[] {
  const value = answers[code]?.value;
  if (answer.kind !== 'text' || answer.mostItems === null || value?.kind !== 'text') return [];
  const items = itemsIn(value.text);
  if (items <= answer.mostItems) return [];
  return [{ kind: 'tooManyItems', question: code, values: { items: String(items), most: String(answer.mostItems) } }];
}
