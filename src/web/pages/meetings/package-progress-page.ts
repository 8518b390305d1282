import type { PackageProgress } from '../../../documents/out/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './document-texts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { texts as meetingTexts } from './texts.ts';

/** While the papers of a meeting are put together: how far it has come. The browser asks again and is then given the file. */
export function packageProgressPage(
  ctx: RequestContext,
  meetingId: string,
  { done, total }: PackageProgress,
  following: boolean,
): Page {
  const t = texts[ctx.language];
  const meeting = recordAddress('meeting', meetingId);
  return page({
    title: t.making,
    width: 'text',
    crumbs: [
      { text: meetingTexts[ctx.language].title, href: meetingListPath },
      { text: t.back, href: meeting },
      { text: t.making },
    ],
    ...(following && { refresh: 2 }),
    body: html`<div data-live><p><progress max="${total}" value="${done}" aria-label="${t.making}"></progress></p><p>${t.soFar(done, total)}</p></div><p role="status">${following ? t.makingBody : t.stopped}</p><form method="get" action="${ctx.path}" class="actions"><input type="hidden" name="folj" value="nej">${button({ text: following ? t.stop : t.look, variant: 'secondary' })}</form><p><a href="${meeting}">${t.back}</a></p>`,
  });
}
