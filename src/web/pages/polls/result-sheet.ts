import type { Sheet, SheetCell } from '../../../documents/out/index.ts';
import { labelOf, type Poll, type QuestionResult, valuesOf } from '../../../domain/polls/index.ts';
import type { RequestContext } from '../../contracts.ts';
import { texts } from './texts.ts';

/** The result of a poll as a table: a row for each answer of each question, in all and by group. What the page hides is not in it. */
export function resultSheet(ctx: RequestContext, poll: Poll, results: readonly QuestionResult[]): Sheet {
  const t = texts[ctx.language];
  const { columns } = t;
  return {
    title: poll.title,
    language: ctx.language,
    columns: [
      { head: columns.question, kind: 'text' },
      { head: columns.group, kind: 'text' },
      { head: columns.answer, kind: 'text' },
      { head: columns.count, kind: 'number' },
      { head: columns.answered, kind: 'number' },
    ],
    rows: results.flatMap(({ question, all, groups }) =>
      [
        { name: t.all, result: all },
        ...groups.map(({ name, result }) => ({ name: name ?? t.noGroup, result })),
      ].flatMap(({ name, result }): readonly (readonly SheetCell[])[] =>
        result === 'few'
          ? [[question.prompt, name, t.few, null, null]]
          : valuesOf(question).map((value) => [
              question.prompt,
              name,
              labelOf(question, value),
              result.values.find((one) => one.value === value)?.count ?? 0,
              result.answered,
            ]),
      ),
    ),
  };
}
