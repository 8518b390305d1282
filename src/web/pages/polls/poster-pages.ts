import type { Poll, QuestionResult } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button } from '../../components/button/button.ts';
import { cards } from '../../components/card/card.ts';
import { notice } from '../../components/notice/notice.ts';
import { qrCode } from '../../components/qr-code/qr-code.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { pollResults } from './poll-results.ts';
import { answerAddress, answeredCount, pollCrumbs } from './poll-words.ts';
import { texts } from './texts.ts';

/** The address of a poll for a wall: printed or projected. */
export function posterPage(ctx: RequestContext, poll: Poll): Page {
  const t = texts[ctx.language];
  return page({
    title: poll.title,
    crumbs: pollCrumbs(ctx, poll, t.poster),
    body: html`${poll.about ? html`<p lang="sv">${poll.about}</p>` : null}${qrCode({ id: 'affisch', address: answerAddress(ctx, poll.code), title: t.scan, size: 'poster' })}<p>${t.posterHow}</p>`,
  });
}

/** Seconds between looks when there is no script; with it the page looks each second. */
const lookAgain = 10;

/** The poll on the screen of a meeting: the address while answers come in, and how they fall. It follows by itself until it is told not to. */
export function screenPage(
  ctx: RequestContext,
  { poll, results }: { readonly poll: Poll; readonly results: readonly QuestionResult[] },
  following: boolean,
): Page {
  const t = texts[ctx.language];
  const open = poll.state === 'open';
  const shown = results.some(({ all }) => all !== 'few');
  return page({
    title: poll.title,
    width: 'wide',
    crumbs: pollCrumbs(ctx, poll, t.screen),
    ...(open && following && { refresh: lookAgain }),
    body: html`<div data-live><p role="status"><strong>${answeredCount(ctx, poll.ballots)}</strong></p>${
      shown ? pollResults(ctx, poll, results, { level: 2 }) : html`<p>${t.noResultBody}</p>`
    }</div>${
      open
        ? html`<p class="soft">${t.stepNote} ${following ? t.following : t.paused}</p><form method="get" action="${recordAddress('poll', poll.id)}/skarm" class="actions">${following ? html`<input type="hidden" name="folj" value="nej">` : null}${button({ text: following ? t.pause : t.follow, variant: 'secondary' })}</form>`
        : null
    }`,
    aside:
      open && poll.access === 'open'
        ? qrCode({ id: 'skarm', address: answerAddress(ctx, poll.code), title: t.scan })
        : null,
  });
}

/** The codes that were just made, as slips to cut apart. They are shown this once. */
export function codesPage(ctx: RequestContext, poll: Poll, keys: readonly string[]): Page {
  const t = texts[ctx.language];
  const address = answerAddress(ctx, poll.code);
  return page({
    title: t.codesTitle,
    width: 'wide',
    crumbs: pollCrumbs(ctx, poll, t.codesTitle),
    body: html`${notice(ctx, { tone: 'warning', title: t.codesOnce, body: t.codesOnceBody })}${cards(
      ...keys.map(
        (key, index) =>
          html`<section class="card"><h2 class="card-title" lang="sv">${poll.title}</h2><p><strong translate="no">${key}</strong></p>${qrCode({ id: `kod-${index}`, address: `${address}/${key}`, title: t.scan })}</section>`,
      ),
    )}<p><a href="${recordAddress('poll', poll.id)}">${t.codesBack}</a></p>`,
  });
}
