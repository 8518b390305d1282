import { type Actor, may } from '../../../domain/access/index.ts';
import { getSummonsOverview, type MeetingDetail } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { bodiesOf, mayFor } from '../meetings/meeting-facts.ts';
import { overviewPath, ownAnswerPath } from './summons-paths.ts';
import { texts } from './texts.ts';

/** From the page of a meeting: to who comes for its secretary, to one's own answer for those who may be called, and to the calendar. */
export function summonsLinks(ctx: RequestContext, meeting: MeetingDetail): Html {
  const t = texts[ctx.language];
  const answers =
    meeting.state === 'summoned' && ctx.actor?.accountId && mayAnswer(ctx.actor, meeting)
      ? html`<li><a href="${ownAnswerPath(meeting.id)}">${t.mine}</a></li>`
      : null;
  return html`<section>${
    mayFor(ctx.actor, 'meeting.edit', meeting)
      ? html`<div class="actions">${linkButton({ text: t.overview, href: overviewPath(meeting.id), variant: 'secondary' })}</div>`
      : null
  }<ul>${mayFor(ctx.actor, 'meeting.edit', meeting) ? null : answers}<li><a href="${recordAddress('meeting', meeting.id)}/kalender.ics">${t.addToCalendar}</a></li></ul></section>`;
}

function mayAnswer(actor: Actor, meeting: MeetingDetail): boolean {
  return bodiesOf(meeting).some(({ id }) => may(actor, 'summons.answer', id));
}

/** Where to go when a meeting has been changed: to the letters, when somebody who was told of it should hear of the change. */
export async function pathAfterChange(r: Reader, meetingId: string, today: string): Promise<string> {
  const { due, summonses } = await getSummonsOverview(r, meetingId, today);
  return due.length > 0 && summonses.length > 0 ? overviewPath(meetingId) : recordAddress('meeting', meetingId);
}
