import { type IntakeFile, isDecidingMany, proposalTypes } from '../../../domain/intake/index.ts';
import { notice } from '../../components/notice/notice.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { labelOf } from './proposal-words.ts';
import { reviewHref } from './review-query.ts';
import { texts } from './texts.ts';

/** Seconds between two looks at work that is under way. */
export const lookAgain = 2;

/** A decision on many proposals that is under way: how far it has come. Nothing when there is none. */
export function manyUnderWay(ctx: RequestContext, { many }: IntakeFile): Content {
  if (!many || !isDecidingMany({ many })) return null;
  const t = texts[ctx.language];
  const { done, total, action } = many;
  return html`<div role="status">${notice(ctx, {
    tone: 'info',
    title: t.manyTitle[action],
    body: html`<p data-live><progress max="${Math.max(1, total)}" value="${done}" aria-label="${t.manyTitle[action]}"></progress> ${t.manySoFar(ctx.format.number(done), ctx.format.number(total))}</p><p>${t.manyHelp}</p>`,
  })}</div>`;
}

/** What the latest decision on many came to: how many of each type, who and when, and the way to what stays. */
export function manyDone(ctx: RequestContext, { id, many }: IntakeFile): Content {
  if (many?.state !== 'done') return null;
  const t = texts[ctx.language];
  const { action, decided, left, by, at } = many;
  const list = Object.keys(proposalTypes).flatMap((type) => {
    const count = decided[type] ?? 0;
    return count > 0 ? [`${ctx.format.number(count)} ${labelOf(ctx, type, count)}`] : [];
  });
  const came = list.length > 0 ? t.manyCame[action](ctx.format.list(list)) : t.noneConfirmed;
  return notice(ctx, {
    tone: left.length > 0 || list.length === 0 ? 'warning' : 'success',
    title: t.manyDone[action],
    body: html`<p>${came}${left.length > 0 ? html` <a href="${reviewHref(id, { problem: 'hinder' })}">${t.someStay(left.length)} ${t.manyLeft}</a>` : null}</p><p>${t.manyBy(by, ctx.format.instant(new Date(at)))}</p>`,
  });
}
