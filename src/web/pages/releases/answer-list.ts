import { type AnswerValues, type Ask, fieldsOf, figureName } from '../../../domain/releases/index.ts';
import { type SummaryRow, summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';

/** An answer in the words of its form: each question that was answered, with the answer. */
export function answerList(ctx: RequestContext, ask: Ask, values: AnswerValues): Html {
  const { figures = {}, ...others } = values as Readonly<Record<string, unknown>> & {
    readonly figures?: Readonly<Record<string, number | null>>;
  };
  const given: Readonly<Record<string, unknown>> = {
    ...others,
    ...Object.fromEntries(Object.entries(figures).map(([key, value]) => [figureName(key), value])),
  };
  return summaryList(
    fieldsOf(ask).map(({ name, kind, label, options }): SummaryRow => {
      const value = given[name];
      const term = label[ctx.language];
      if (value === null || value === undefined) return { term, value: null };
      if (kind === 'choice') return { term, value: options?.[String(value)]?.[ctx.language] ?? String(value) };
      if (kind === 'date') return { term, value: ctx.format.date(String(value)) };
      if (kind === 'figure') return { term, value: ctx.format.number(Number(value)) };
      return { term, value: html`<span lang="sv">${String(value)}</span>` };
    }),
  );
}
