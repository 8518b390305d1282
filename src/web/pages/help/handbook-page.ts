import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { prose } from '../../components/prose/prose.ts';
import type { RequestContext } from '../../contracts.ts';
import { attributes, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { handbookPages } from './handbook-files.ts';
import type { HandbookText } from './parse-handbook.ts';
import { texts } from './texts.ts';

/** A page of the handbook with the list of all; the handbook is Swedish in both languages of the product. */
export function handbookPage(
  ctx: RequestContext,
  { title, blocks }: HandbookText,
  name: string,
  pages: ReturnType<typeof handbookPages>,
): Page {
  const t = texts[ctx.language];
  const href = (one: string) => (one === 'index' ? '/handbok' : `/handbok/${one}`);
  return page({
    title,
    crumbs: name === 'index' ? [] : [{ text: t.handbook, href: '/handbok' }, { text: title }],
    lead: ctx.language !== 'sv' && t.swedishOnly,
    body: html`<div lang="sv">${prose(blocks)}</div>`,
    aside: card({
      title: t.contents,
      body: html`<nav aria-label="${t.contents}"><ul lang="sv">${pages.map(
        (one) =>
          html`<li><a href="${href(one.name)}"${attributes({ 'aria-current': one.name === name && 'page' })}>${one.title}</a></li>`,
      )}</ul></nav>`,
    }),
  });
}

/** What is shown when the installation came without the handbook's folder. */
export function missingHandbookPage(ctx: RequestContext): Page {
  const t = texts[ctx.language];
  return page({ title: t.handbook, body: emptyState({ title: t.noHandbook, body: t.noHandbookBody }) });
}
