import { may } from '../../../domain/access/index.ts';
import type { AgendaItem, MeetingDetail } from '../../../domain/meetings/index.ts';
import { linkButton } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { itemTasksPath } from './execution-paths.ts';
import { texts } from './texts.ts';

/** The way from an item for decision follow-up to its tasks, for whoever conducts the meeting. */
export function itemTasksLink(ctx: RequestContext, meeting: MeetingDetail, item: AgendaItem): Html | null {
  if (item.category !== 'decisionFollowUp' || !ctx.actor || !may(ctx.actor, 'meeting.conduct', meeting.body.id))
    return null;
  const href = itemTasksPath(meeting.id, item.id);
  return html`<div class="actions">${linkButton({ text: texts[ctx.language].itemTitle, href, variant: 'secondary' })}</div>`;
}
