import { linkButton } from '../../components/button/button.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { calendarPath } from './summons-paths.ts';
import { texts } from './texts.ts';

/** Where one subscribes to one's meetings: an address that only its owner knows, shown when it is made and never again. */
export function calendarPage(
  ctx: RequestContext,
  feed: { readonly madeAt: Date } | undefined,
  made?: { readonly address: string },
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.calendar,
    width: 'text',
    crumbs: [{ text: t.calendar }],
    lead: html`<span>${t.calendarLead}</span>`,
    body: html`${made ? madeNotice(ctx, made.address) : html`<p>${feed ? t.calendarSince(ctx.format.instant(feed.madeAt)) : t.calendarNone}</p>`}
<p>${t.calendarHow}</p><p>${t.calendarSecret}</p>
<div class="actions">${postButton(ctx, { action: `${calendarPath}/oppna`, text: feed ? t.calendarRenew : t.calendarMake, variant: feed ? 'secondary' : 'primary' })}${
      feed ? postButton(ctx, { action: `${calendarPath}/avsluta`, text: t.calendarEnd, variant: 'danger' }) : null
    }</div>${feed ? html`<p class="soft">${t.calendarRenewHelp}</p>` : null}`,
  });
}

function madeNotice(ctx: RequestContext, address: string) {
  const t = texts[ctx.language];
  return notice(ctx, {
    tone: 'success',
    title: t.calendarMade,
    body: html`<p>${t.calendarMadeBody}</p><p><code>${address}</code></p><div class="actions">${linkButton({ text: t.calendarOpen, href: address.replace(/^https?:/, 'webcal:'), variant: 'secondary' })}</div>`,
  });
}
