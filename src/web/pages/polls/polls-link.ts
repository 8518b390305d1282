import { may } from '../../../domain/access/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { card } from '../../components/card/card.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { pollsPath } from './poll-words.ts';
import { texts } from './texts.ts';

/** The way from a meeting to its polls, for who can make one there. */
export function pollsLink(ctx: RequestContext, meeting: Pick<Meeting, 'id' | 'body'>): Html | null {
  if (!ctx.actor || !may(ctx.actor, 'poll.edit', meeting.body.id)) return null;
  const t = texts[ctx.language];
  return card({
    title: t.pollsAtMeeting,
    body: html`<p>${t.pollsAtMeetingBody}</p><p><a href="${pollsPath}?mote=${meeting.id}">${t.showPolls}</a></p>`,
  });
}
