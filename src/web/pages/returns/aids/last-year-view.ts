import type { LastYear } from '../../../../domain/returns/index.ts';
import type { RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { aidTexts } from './aid-texts.ts';

/** Last year's answer with what differs from this one's: the number, or word by word. */
export function lastYearView(ctx: RequestContext, last: LastYear, isShare: boolean): Html {
  const t = aidTexts[ctx.language];
  return html`${last.asked ? html`<p class="soft">${t.askedThen} <span lang="sv">${last.asked}</span></p>` : null}<blockquote lang="sv">${last.words}</blockquote>${
    last.comment ? html`<p class="soft">${t.commentThen} <span lang="sv">${last.comment}</span></p>` : null
  }${difference(ctx, last, isShare)}`;
}

function difference(ctx: RequestContext, { number, changes, same }: LastYear, isShare: boolean): Content {
  const t = aidTexts[ctx.language];
  if (same) return html`<p class="soft">${t.same}</p>`;
  if (number) {
    const words = (value: number) => ctx.format.number(value, Number.isInteger(value) ? 0 : 1);
    const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${words(Math.abs(value))}`;
    const unit = isShare ? ` ${t.points}` : '';
    const percent = number.percent === null ? '' : ` ${t.percentChange(signed(number.percent))}`;
    return html`<p>${t.difference(words(number.before), words(number.now), `${signed(number.difference)}${unit}${percent}`)}</p>`;
  }
  if (!changes) return null;
  const drawn = changes.map(({ kind, text }) =>
    kind === 'same' ? html`${text} ` : kind === 'removed' ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `,
  );
  return html`<p class="soft">${t.changes}. ${t.changesHelp}</p><blockquote lang="sv">${drawn}</blockquote>`;
}
