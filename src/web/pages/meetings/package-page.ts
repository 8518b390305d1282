import type { PackageProgress } from '../../../documents/out/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button, linkButton } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './document-texts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { meetingName } from './meeting-words.ts';
import { texts as meetingTexts } from './texts.ts';

type PackagedMeeting = Pick<Meeting, 'id' | 'kind' | 'heldOn'>;

/** While the papers of a meeting are put together: how far it has come. The page looks again by itself, until it is told not to. */
export function packageProgressPage(
  ctx: RequestContext,
  meeting: PackagedMeeting,
  { done, total }: PackageProgress,
  following: boolean,
): Page {
  const t = texts[ctx.language];
  return page({
    ...frame(ctx, meeting, t.making),
    ...(following && { refresh: 2 }),
    body: html`<div data-live><p><progress max="${total}" value="${done}" aria-label="${t.making}"></progress></p><p>${t.soFar(done, total)}</p></div><p role="status">${following ? t.makingBody : t.stopped}</p><form method="get" action="${ctx.path}" class="actions"><input type="hidden" name="folj" value="nej">${button({ text: following ? t.stop : t.look, variant: 'secondary' })}</form>`,
  });
}

/** When they are put together: the file, and how much there is to read. */
export function packageReadyPage(ctx: RequestContext, meeting: PackagedMeeting, pages: number): Page {
  const t = texts[ctx.language];
  return page({
    ...frame(ctx, meeting, t.ready),
    body: html`<p role="status">${t.pages(pages)}. ${t.papersHelp}</p><div class="actions">${linkButton({ text: t.fetch, href: `${recordAddress('meeting', meeting.id)}/handlingar.pdf` })}</div>`,
  });
}

function frame(ctx: RequestContext, meeting: PackagedMeeting, title: string) {
  const crumbs = [
    { text: meetingTexts[ctx.language].title, href: meetingListPath },
    { text: meetingName(ctx, meeting), href: recordAddress('meeting', meeting.id) },
    { text: title },
  ];
  return { title, width: 'text' as const, crumbs };
}
