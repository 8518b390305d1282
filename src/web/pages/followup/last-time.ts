import {
  type ComparedEntry,
  comparisonMarks,
  type PromiseOutcome,
  promiseOutcomes,
} from '../../../domain/reports/index.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { deliveryTexts } from './delivery-texts.ts';

/** The shape and colour of what became of a promise. */
export const promiseTones = {
  kept: 'ok',
  waiting: 'info',
  notKept: 'late',
  unknown: 'unknown',
} as const satisfies Record<PromiseOutcome, TagTone>;

/**
 * What whoever writes an answer should know of the last one: what was promised then and whether it happened, and what else stands out between the
 * two. A new assignment and a promise that is said of itself are not said twice.
 */
export function lastTime(ctx: RequestContext, { last, marks }: Pick<ComparedEntry, 'last' | 'marks'>): Content {
  if (last === null) return null;
  const t = deliveryTexts[ctx.language];
  const others = marks.filter((mark) => mark !== 'promiseNotKept');
  if (last.promises.length + others.length === 0) return null;
  const outcome = (one: PromiseOutcome) => tag({ text: promiseOutcomes[one][ctx.language], tone: promiseTones[one] });
  return html`${last.promises.map(
    (promise) =>
      html`<p>${t.promisedIn(last.year)}: <span lang="sv">”${promise.text}”</span> ${outcome(promise.outcome)}</p>`,
  )}${
    others.length > 0
      ? html`<p>${t.comparedWith(last.year)}: ${others.map((mark) => html`${tag({ text: comparisonMarks[mark][ctx.language], tone: 'part' })} `)}</p>`
      : null
  }`;
}
