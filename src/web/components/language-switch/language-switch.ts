import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';

/** Leads to the same page in the other language, written in that language. The choice is remembered in a cookie. */
export function languageSwitch(ctx: Pick<RequestContext, 'language' | 't' | 'url'>): Html {
  const other = ctx.language === 'sv' ? 'en' : 'sv';
  const back = new URL(ctx.url);
  back.searchParams.delete('lang');
  const href = `/sprak/${other}?${new URLSearchParams({ till: back.pathname + back.search })}`;
  return html`<a class="language-switch header-link" rel="nofollow" lang="${other}" hreflang="${other}" href="${href}">${ctx.t.shell.otherLanguage}</a>`;
}
