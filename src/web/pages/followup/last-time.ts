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
  return html`<ul class="plain">${last.promises.map(
    ({ text, outcome }) =>
      html`<li>${tag({ text: promiseOutcomes[outcome][ctx.language], tone: promiseTones[outcome] })} ${t.promisedIn(last.year)}: <span lang="sv">”${text}”</span></li>`,
  )}${others.map((mark) => html`<li>${tag({ text: comparisonMarks[mark][ctx.language], tone: 'part' })}</li>`)}</ul>`;
}
