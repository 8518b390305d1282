import { type PublishedListed, publishedPath } from '../../domain/published/index.ts';
import type { LinkListItem } from '../components/link-list/link-list.ts';
import { html } from '../html.ts';
import type { PortalContext } from './portal-context.ts';

/** A published record as a row of a list: what it is called, what it is, of whom and from when. */
export function listedLink(
  ctx: PortalContext,
  listed: Pick<PublishedListed, 'noun' | 'recordId' | 'title' | 'bodyName' | 'happenedOn'>,
  options: { readonly kind?: boolean } = {},
): LinkListItem {
  const { p, format, to, authority } = ctx;
  const { noun, recordId, title, bodyName, happenedOn } = listed;
  const kind = options.kind === false ? null : p.nouns[noun].one;
  return {
    title: html`<span lang="sv">${title}</span>`,
    href: to(publishedPath(authority?.slug ?? '', noun, recordId)),
    ...(happenedOn &&
      noun !== 'assignment' &&
      noun !== 'goal' && { note: html`<time datetime="${happenedOn}">${format.date(happenedOn)}</time>` }),
    ...((kind || bodyName) && {
      detail: html`${kind}${kind && bodyName ? ' · ' : null}${bodyName ? html`<span lang="sv">${bodyName}</span>` : null}`,
    }),
  };
}
