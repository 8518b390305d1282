import { linkButton } from '../components/button/button.ts';
import { notice } from '../components/notice/notice.ts';
import type { Tone } from '../contracts.ts';
import { html } from '../html.ts';
import type { PortalContext } from './portal-context.ts';
import { type PortalPage, portalPage } from './portal-reply.ts';

/** Nothing is published at the address. What exists and is not published answers exactly so, too. */
export function unknownPage(ctx: PortalContext): PortalPage {
  return calm(ctx, 404, 'info', ctx.p.notFound, [ctx.p.notFoundBody]);
}

/** What was published here was withdrawn; nothing is said of what it was. */
export function withdrawnPage(ctx: PortalContext): PortalPage {
  return calm(ctx, 410, 'info', ctx.p.gone, [ctx.p.goneBody, ctx.p.goneAsk]);
}

export function waitPage(ctx: PortalContext, seconds: number): PortalPage {
  return calm(ctx, 429, 'warning', ctx.t.errors.tooMany, [ctx.t.errors.tooManyBody(seconds)]);
}

export function unavailablePage(ctx: PortalContext): PortalPage {
  return calm(ctx, 503, 'warning', ctx.p.unavailable, [ctx.p.unavailableBody]);
}

export function foreignPage(ctx: PortalContext): PortalPage {
  return calm(ctx, 400, 'warning', ctx.t.errors.foreignTitle, [ctx.t.errors.foreignBody]);
}

/** A fault of ours, with the number by which it is found in the log. */
export function brokenPage(ctx: PortalContext, reference: string): PortalPage {
  return calm(ctx, 500, 'danger', ctx.t.errors.bugTitle, [
    ctx.t.errors.bugBody,
    `${ctx.t.errors.reference}: ${reference}`,
  ]);
}

function calm(
  ctx: PortalContext,
  status: PortalPage['status'],
  tone: Tone,
  title: string,
  sentences: readonly string[],
): PortalPage {
  const home = ctx.authority ? `/oppet/${ctx.authority.slug}` : '/oppet';
  return portalPage({
    title,
    status,
    width: 'text',
    body: html`${notice(ctx, { tone, body: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}` })}
<p class="actions">${linkButton({ text: ctx.p.toStart, href: ctx.to(home), variant: 'secondary' })}</p>`,
  });
}
